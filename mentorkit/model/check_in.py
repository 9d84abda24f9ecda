"""Moments at which the coordinator spoke with one of a pair."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from mentorkit.model.preference import Side
from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say

Outcome = Literal["fine", "agreed", "worry", "no_answer", "stop"]

OUTCOMES: Mapping[Outcome, Message] = {
    "fine": say("all is well"),
    "agreed": say("we agreed what comes next"),
    "worry": say("I am not at ease about it"),
    "no_answer": say("I did not reach anybody"),
    "stop": say("wants to stop, or another mentor or mentee"),
}
"""What came of a moment of contact: a choice, never words of one's own."""


class CheckIn(Row):
    """The coordinator spoke with the mentee or the mentor of a pair, or tried to.

    `look_again_on` is the day on which the coordinator comes back to it; until then the pair may rest.
    """

    table: ClassVar[str] = "check_in"
    actions: ClassVar[Mapping[str, Message]] = {"check_in": say("contact noted")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    side: Annotated[Side, say("spoken with")]
    day: Annotated[date, say("day")]
    outcome: Annotated[Outcome, say("what came of it")]
    look_again_on: Annotated[date | None, say("look again on")] = None

    def called(self, name_of: NameOf) -> Message:
        """By its day."""
        return say("The contact of {day}", day=self.day)
