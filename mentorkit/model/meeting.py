"""Talks of a pair, as far as they are known: that they took place or not, never what was said."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say

Medium = Literal["in_person", "video", "phone", "writing"]
Initiative = Literal["mentee", "mentor", "both"]

MEDIA: Mapping[Medium, Message] = {
    "in_person": say("in person"),
    "video": say("by video call"),
    "phone": say("by phone"),
    "writing": say("in writing"),
}
"""How two people talked."""

INITIATIVES: Mapping[Initiative, Message] = {
    "mentee": say("the mentee"),
    "mentor": say("the mentor"),
    "both": say("both of them"),
}
"""Who took the initiative for a talk."""


class Meeting(Row):
    """A talk that took place on a day, or that did not; a talk of which nothing is known has no row.

    Of a talk that was noted by the week, the day is the last working day of that week, or the day on which
    it was noted. `minutes`, `medium`, `initiative` and whether both prepared are None when not told.
    """

    table: ClassVar[str] = "meeting"
    actions: ClassVar[Mapping[str, Message]] = {"talk": say("talks noted")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    day: Annotated[date, say("day")]
    is_held: Annotated[bool, say("took place")]
    minutes: Annotated[int | None, say("minutes")] = Field(default=None, ge=1, le=600)
    medium: Annotated[Medium | None, say("way of meeting")] = None
    initiative: Annotated[Initiative | None, say("who took the initiative")] = None
    is_prepared: Annotated[bool | None, say("both prepared")] = None

    def called(self, name_of: NameOf) -> Message:
        """By its day."""
        return say("The talk of {day}", day=self.day)
