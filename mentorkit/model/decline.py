"""Somebody who was introduced to somebody else, and said no."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.pairing import LONGEST_REASON
from mentorkit.model.preference import Side
from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say

DeclineReason = Literal["time", "themes", "practical", "too_close", "rather_not", "stops", "untold"]

DECLINE_REASONS: Mapping[DeclineReason, Message] = {
    "time": say("no time now"),
    "themes": say("other topics wanted"),
    "practical": say("moments, place or language do not fit"),
    "too_close": say("the two work too closely together"),
    "rather_not": say("would rather have somebody else"),
    "stops": say("does not want to take part any more"),
    "untold": say("no reason given"),
}
"""Why somebody says no."""


class Decline(Row):
    """One of the two said no: who, when, and the reason from a list.

    `remark` is the coordinator's own and is in no paper and no mail.
    """

    table: ClassVar[str] = "decline"
    actions: ClassVar[Mapping[str, Message]] = {"decline": say("a pair declined")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    side: Annotated[Side, say("who said it")]
    declined_on: Annotated[date, say("day")]
    reason: Annotated[DeclineReason, say("reason")]
    remark: Annotated[str, say("your own remark")] = Field(default="", max_length=LONGEST_REASON)

    def called(self, name_of: NameOf) -> Message:
        """As what it is."""
        return say("A no to a pair")
