"""Which expectations a pair told each other."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say


class SaidAloud(Row):
    """One question that the two of a pair talked about; what they said is nowhere.

    `question` is its name in the question library.
    """

    table: ClassVar[str] = "said_aloud"
    actions: ClassVar[Mapping[str, Message]] = {"aloud": say("said aloud: changed")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    question: Annotated[str, INNER]
    said_on: Annotated[date, say("day")]

    def called(self, name_of: NameOf) -> Message:
        """As what it is."""
        return say("A question that a pair talked about")
