"""One row of a file, read: what it says of somebody, and how sure we are of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Literal

from mentorkit.intake.understand.roles import RecordRole
from mentorkit.model import Finding
from mentorkit.text import Message

_NOT_SHOWN = frozenset({"file", "key", "doubts", "answers"})


@dataclass(frozen=True)
class Doubt:
    """A cell that was read as a guess, or left out; `column` is its heading, `value` what stands there.

    `suggestion` is what may be meant, as text for the same cell; None when nothing is likely.
    """

    field: str
    column: str
    value: str
    message: Message
    suggestion: str | None = None


@dataclass(frozen=True)
class Record:
    """What one row says; an answer that is not there is None or empty.

    `key` tells who it is about: the same for every row of one person. `topics`, `goals`,
    `meeting`, `channel` and `level` are in the words of the file; `topic_keys` and
    `goal_keys` are our own topics in them. Moments carry a time zone only where the file
    states one. `role` is None where neither the file nor the row tells.
    `nominated_by` names the colleague who put somebody's name forward. `answers` holds
    every field that was read, in the form in which an application keeps it.
    """

    file: str
    sheet: str
    row: int
    key: str
    full_name: str
    email: str | None = None
    employee_id: str | None = None
    first_name: str | None = None
    infix: str | None = None
    last_name: str | None = None
    role: RecordRole | None = None
    job_title: str | None = None
    department: str | None = None
    city: str | None = None
    manager_email: str | None = None
    manager_name: str | None = None
    manager_id: str | None = None
    topics: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    goal_text: str | None = None
    languages: tuple[str, ...] = ()
    capacity: int | None = None
    hours_per_month: float | None = None
    years_experience: float | None = None
    fte: float | None = None
    available_from: date | None = None
    joined: date | None = None
    submitted_at: datetime | None = None
    last_contact: date | None = None
    meeting: str | tuple[str, ...] | None = None
    consent: bool | None = None
    phone: str | None = None
    level: str | float | None = None
    channel: str | tuple[str, ...] | None = None
    topic_keys: tuple[str, ...] = ()
    goal_keys: tuple[str, ...] = ()
    response_id: str | None = None
    nominated_by: str | None = None
    doubts: tuple[Doubt, ...] = ()
    answers: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    @property
    def is_nomination(self) -> bool:
        """Whether a colleague put this name forward and she herself has not agreed."""
        return self.nominated_by is not None and self.consent is not True

    def shown(self) -> dict[str, object]:
        """The fields that are filled in, as plain values: dates as ISO text, lists as lists."""
        told = {part.name: getattr(self, part.name) for part in fields(self) if part.name not in _NOT_SHOWN}
        return {name: _plain(value) for name, value in told.items() if value not in (None, (), "")}


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return list(value) if isinstance(value, tuple) else value


@dataclass(frozen=True)
class Aside:
    """A row that is not taken in by itself.

    `state` is "error" (to repair), "merged" (a later row, `into`, of the same person is used),
    "partial" (she stopped halfway) or "excluded" (a preview of the form). `record` is what
    the row says, where it says who it is about.
    """

    row: int
    state: Literal["error", "merged", "partial", "excluded"]
    finding: Finding
    record: "Record | None" = None
    into: int | None = None
