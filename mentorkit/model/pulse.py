"""Pulses: three short questions to each of a pair, and whether the coordinator should get in touch."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.preference import Side
from mentorkit.model.row import INNER, NameOf, PointsAt, Row, Scale
from mentorkit.text import Message, say

Occasion = Literal["first_talk", "month", "rhythm", "closing"]

OCCASIONS: Mapping[Occasion, Message] = {
    "first_talk": say("after the first talk"),
    "month": say("after a month"),
    "rhythm": say("every two months"),
    "closing": say("at the end"),
}
"""When somebody is asked."""


class Pulse(Row):
    """One side of a pair was asked how it goes, with what it answered as numbers: never in words.

    `number` counts the askings of an occasion from 1. `answered_on` is None as long as there is no answer.
    `going` says how the two get on, `clear_goals` whether they work on clear goals, and `kept` whether what
    they agree takes place: 1 is the lowest and 5 the highest, None when not told. `wants_contact` asks for
    the coordinator. Nobody but the coordinator reads any of it, and the other side never does. `code` stands
    in the place of a name on an answer.
    """

    table: ClassVar[str] = "pulse"
    actions: ClassVar[Mapping[str, Message]] = {
        "pulse_asked": say("pulses sent"),
        "pulse": say("answers to pulses recorded"),
    }

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    side: Annotated[Side, say("who is asked")]
    occasion: Annotated[Occasion, say("occasion")]
    number: Annotated[int, INNER] = Field(default=1, ge=1)
    code: Annotated[str, INNER] = Field(min_length=8, max_length=8)
    asked_on: Annotated[date, say("asked on")]
    answered_on: Annotated[date | None, say("answered on")] = None
    going: Annotated[Scale | None, say("how the two get on")] = None
    clear_goals: Annotated[Scale | None, say("clear goals")] = None
    kept: Annotated[Scale | None, say("what is agreed takes place")] = None
    wants_contact: Annotated[bool | None, say("wants to be called")] = None

    def called(self, name_of: NameOf) -> Message:
        """By its day."""
        return say("The pulse of {day}", day=self.asked_on)
