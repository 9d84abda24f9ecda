"""One row of a file, read: what it says of somebody, and how sure we are of it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import uuid5

from mentorkit.intake.people.identity import NAMESPACE, Answers, Who, with_who
from mentorkit.intake.understand.roles import Kind, RecordRole, role_of
from mentorkit.model import Application, Finding, Person, Role
from mentorkit.model.difference import Difference
from mentorkit.model.fields import CONSENT, OFFERED, WANTED, Holder, kept_by
from mentorkit.text import Message

State = Literal["error", "merged", "partial", "excluded"]


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
    """What one row says, and who it is about.

    `answers` has what was read by the names in `model/fields.py`, in the form in which it is
    kept; who somebody is and who manages her stand in their parts. Moments carry a time zone
    only where the file states one. `role` is None where neither the file nor the row tells.
    """

    file: str
    sheet: str
    row: int
    who: Who
    role: RecordRole | None = None
    answers: Answers = field(default_factory=dict, repr=False)
    doubts: tuple[Doubt, ...] = ()

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles somebody signs up for; none where nothing tells."""
        if self.role == "both":
            return ("mentor", "mentee")
        return () if self.role is None else (self.role,)

    @property
    def agrees(self) -> bool | None:
        """Whether she agrees to the use of these answers; None where she was not asked."""
        return self.answers.get(CONSENT)

    @property
    def is_nomination(self) -> bool:
        """Whether a colleague put this name forward and she herself has not agreed."""
        return self.nominated_by is not None and self.agrees is not True

    @property
    def nominated_by(self) -> str | None:
        """The colleague who put this name forward."""
        return self.answers.get("nominated_by")

    @property
    def sent_at(self) -> datetime | None:
        """When the form was sent, as it is stored: without a zone it counts as UTC."""
        moment: datetime | None = self.answers.get("submitted_at")
        if moment is None:
            return None
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)

    def person(self, person_id: str) -> Person:
        """The person it is about, by this id."""
        return Person(id=person_id, **self._kept("person"))

    def application(self, role: Role, person_id: str) -> Application:
        """The sign-up for one role; an answer that was not given is None or empty.

        A mentee without goals of her own wants what she chose as topics. Who was put forward by
        a colleague has not agreed until she says so.
        """
        given = self._kept("application")
        if role == "mentee" and not given.get(WANTED) and given.get(OFFERED):
            given[WANTED] = given.pop(OFFERED)
        if self.is_nomination:
            given[CONSENT] = False
        return Application(
            id=str(uuid5(NAMESPACE, f"{self.who.key}|{role}")),
            person_id=person_id,
            role=role,
            submitted_at=self.sent_at,
            source_file=self.file,
            source_row=self.row,
            **given,
        )

    def _kept(self, holder: Holder) -> dict[str, Any]:
        """The answers that one kind of row keeps."""
        said = {name: self.answers.get(name) for name in kept_by(holder)}
        return {name: value for name, value in said.items() if value is not None}


@dataclass(frozen=True)
class Aside:
    """A row that is not taken in by itself.

    `state` is "error" (to repair), "merged" (a later row, `into`, of the same person is used),
    "partial" (she stopped halfway) or "excluded" (a preview of the form). `record` is what
    the row says, where it says who it is about, and `differences` what the used row says otherwise.
    """

    row: int
    state: State
    finding: Finding
    record: Record | None = None
    into: int | None = None
    differences: tuple[Difference, ...] = ()


def record_of(
    answers: Answers, who: Who, at: tuple[str, str, int], kind: Kind, doubts: tuple[Doubt, ...] = ()
) -> Record:
    """What a row says of somebody.

    A form counts from the time of completing, else of the last change, else of the start.
    """
    said = with_who(answers, who)
    moments = [said.pop(name, None) for name in ("submitted_at", "modified_at", "started_at")]
    sent = next((moment for moment in moments if moment is not None), None)
    return Record(*at, who, role_of(answers, kind), said | {"submitted_at": sent}, doubts)
