"""How far a confirmed pair is on its way to a first talk."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say

StepKind = Literal["introduced", "mentee_agreed", "mentor_agreed", "signed", "planned", "talked"]

HAPPENED: Mapping[str, Message] = {
    "introduced": say("they were introduced"),
    "both_agreed": say("both said yes"),
    "mentee_agreed": say("the mentee said yes"),
    "mentor_agreed": say("the mentor said yes"),
    "planned": say("their first talk is planned"),
    "talked": say("they had their first talk"),
    "signed": say("the agreement is signed"),
    "mentee_declines": say("the mentee says no"),
    "mentor_declines": say("the mentor says no"),
}
"""What can be noted of a pair, in words: its steps, both yeses at once, and a no."""


class StartStep(Row):
    """One step of a pair, with its day; what was taken back is not there any more.

    `introduced` is the mail to both, `mentee_agreed` and `mentor_agreed` the yes of each, and `signed` says
    that they signed the agreement, of which the words stay with them. The day of `planned` is that of the
    first talk, which may still come; `talked` is that they had it. What was said there is nowhere.
    """

    table: ClassVar[str] = "start_step"
    actions: ClassVar[Mapping[str, Message]] = {
        "step": say("steps of pairs changed"),
        "answers": say("answers of pairs noted"),
    }

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    kind: Annotated[StepKind, say("step")]
    day: Annotated[date, say("day")]

    def called(self, name_of: NameOf) -> Message:
        """As what it is."""
        return say("A step of a pair")
