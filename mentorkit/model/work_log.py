"""The coordinator's own minutes, by kind of task."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import NameOf, Row
from mentorkit.text import Message, say

TaskKind = Literal["contact", "log", "support", "matching", "start", "mentors", "reports", "other"]

TASK_KINDS: Mapping[TaskKind, Message] = {
    "contact": say("calls and mails with pairs"),
    "log": say("noting talks and answers"),
    "support": say("support and closings"),
    "matching": say("sign-ups and pairing"),
    "start": say("introductions and plans"),
    "mentors": say("trainings and meetings of mentors"),
    "reports": say("reports and meetings"),
    "other": say("other work"),
}

PER_PAIR: frozenset[TaskKind] = frozenset({"contact", "log", "support"})
"""Tasks that grow with the number of pairs under way. Our own heuristic."""


class WorkLog(Row):
    """Minutes that the coordinator spent on a kind of task on a day; nobody has to keep them."""

    table: ClassVar[str] = "work_log"
    actions: ClassVar[Mapping[str, Message]] = {"work": say("own minutes noted")}

    day: Annotated[date, say("day")]
    kind: Annotated[TaskKind, say("task")]
    minutes: Annotated[int, say("minutes")] = Field(ge=1, le=1440)

    def called(self, name_of: NameOf) -> Message:
        """By its day."""
        return say("The minutes of {day}", day=self.day)
