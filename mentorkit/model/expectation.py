"""What one of a pair expects of the other, asked before their first talk."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.model.preference import Side
from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say

LONGEST = 2_000
"""Characters that are kept of what stays out of the talks."""


class Expectation(Row):
    """The answers of one side of a pair, one row for each side.

    `choices` gives each question the chosen option, both as the question library names them; what was not
    answered is not there. `off_limits` is what this side wants to leave out of the talks: the other one
    never reads it here.
    """

    table: ClassVar[str] = "expectation"
    actions: ClassVar[Mapping[str, Message]] = {"expectations": say("expectations recorded")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    side: Annotated[Side, say("who said it")]
    answered_on: Annotated[date, say("day")]
    choices: Annotated[dict[str, str], say("answer to “{heading}”")] = Field(default_factory=dict)
    off_limits: Annotated[str, say("what stays out of the talks")] = Field(default="", max_length=LONGEST)

    def called(self, name_of: NameOf) -> Message:
        """As what it is."""
        return say("What one of a pair expects")
