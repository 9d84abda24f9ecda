"""Signals that the coordinator lets rest for a while."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say

SnoozeReason = Literal["spoken", "away", "agreed", "not_so"]

SNOOZE_REASONS: Mapping[SnoozeReason, Message] = {
    "spoken": say("I spoke about it with them"),
    "away": say("one of them is away"),
    "agreed": say("they agreed it this way"),
    "not_so": say("it is not so"),
}
"""Why a signal rests: a choice, never words of one's own."""


class Snooze(Row):
    """What one rule finds of a pair is left alone from `snoozed_on` until the day before `until`.

    `rule` is the key of the rule.
    """

    table: ClassVar[str] = "snooze"
    actions: ClassVar[Mapping[str, Message]] = {"snooze": say("a signal left alone")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    rule: Annotated[str, INNER]
    reason: Annotated[SnoozeReason, say("reason")]
    snoozed_on: Annotated[date, say("left alone on")]
    until: Annotated[date, say("left alone until")]

    def called(self, name_of: NameOf) -> Message:
        """By its last day."""
        return say("The signal that is left alone until {day}", day=self.until)
