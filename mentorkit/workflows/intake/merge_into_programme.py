"""The programme while rows are taken in one after another, and what is different in the end."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from mentorkit.frames import Snapshot, rows_of
from mentorkit.model import Application, Change, Form, Imported, Person, Role, Row
from mentorkit.model.change import kept
from mentorkit.model.row import id_of
from mentorkit.workflows.intake.three_way import (
    Answers,
    Merged,
    Past,
    R,
    answers_of,
    handed_in_at,
    is_older,
    with_answers,
)

T = TypeVar("T", bound=Row)
Part = Merged[Person] | Merged[Application]


@dataclass(frozen=True)
class Outcome:
    """What taking in one row did: to its person, and to each of its applications.

    `is_new` tells of a new application, or of a new person in an export of the staff.
    """

    is_new: bool
    parts: tuple[Part, ...]


class _Rows(Generic[T]):
    """The rows of one table by id: as they are stored, and as they are now."""

    def __init__(self, stored: list[T]) -> None:
        self.stored = {row.id: row for row in stored}
        self.now = dict(self.stored)

    def changes(self) -> tuple[Change, ...]:
        """What to insert and update."""
        return kept(self.stored.values(), self.now.values())


class _Told(NamedTuple):
    """What one form said of one person in one role: answers by table and field."""

    role: Role | None
    answers: dict[str, dict[str, Any]]


class Ledger:
    """Takes in rows on top of a programme; nothing is written.

    `chosen` are the conflicts, by id of the row and field, in which the form wins.
    """

    def __init__(self, snapshot: Snapshot, chosen: frozenset[tuple[str, str]] = frozenset()) -> None:
        self._chosen = chosen
        self.people = _Rows(rows_of(snapshot.people, Person))
        self.applications = _Rows(rows_of(snapshot.applications, Application))
        # What we wrote ourselves and no reader can edit needs no second check; it is the longest table.
        self.imported = _Rows([Imported.model_construct(**row) for row in snapshot.imported.to_dicts()])
        self.forms = _Rows(rows_of(snapshot.frame(Form), Form))
        self._ids = {(row.person_id, row.role): row.id for row in self.applications.now.values()}
        self._told: dict[str, dict[str, _Told]] = defaultdict(dict)
        for row in self.imported.now.values():
            self._told[row.person_id][row.id] = _Told(row.role, json.loads(row.answers))

    def take(self, form: str, person: Person, applications: Iterable[Application]) -> Outcome:
        """Take in a row of a form; its person has the id that she has in the programme."""
        sent = [self._by_its_id(application) for application in applications]
        known: Mapping[str, Row] = self.applications.now if sent else self.people.now
        told: Sequence[Row] = sent or [person]
        is_new = any(row.id not in known for row in told)
        older = [self._is_older(application) for application in sent] or [False]
        slots = [_Slot.of(form, person.id, one.role) for one in sent] or [_Slot.of(form, person.id, None)]
        said = answers_of(person)
        parts: list[Part] = [self._put(self.people, person, said, slots[0], older=all(older))]
        for application, slot, was_older in zip(sent, slots, older, strict=False):
            sent_in = answers_of(application)
            parts.append(self._put(self.applications, application, sent_in, slot, older=was_older))
            self._remember(slot, {"person": said, "application": sent_in}, older=was_older)
        if not sent:
            self._remember(slots[0], {"person": said}, older=False)
        return Outcome(is_new, tuple(parts))

    def changes(self) -> tuple[Change, ...]:
        """What to insert and update, people before what points at them."""
        tables: Sequence[_Rows[Any]] = (self.people, self.applications, self.imported, self.forms)
        return tuple(change for table in tables for change in table.changes())

    def _by_its_id(self, sent: Application) -> Application:
        """The application with the id that it has in the programme."""
        known = self._ids.setdefault((sent.person_id, sent.role), sent.id)
        return sent if known == sent.id else sent.model_copy(update={"id": known})

    def _is_older(self, sent: Application) -> bool:
        current = self.applications.now.get(sent.id)
        return current is not None and is_older(sent, current)

    def _put(self, rows: _Rows[R], new: R, said: Answers, slot: "_Slot", *, older: bool) -> Merged[R]:
        current = rows.now.get(new.id)
        told = self._told[slot.person_id]
        last = told[slot.id].answers.get(new.table, {}) if slot.id in told else {}
        if current is None:
            merged = Merged(new)
        elif said == last and handed_in_at(new) == handed_in_at(current):
            merged = Merged(current)
        else:
            others = [
                one.answers[new.table]
                for one in told.values()
                if new.table in one.answers and (isinstance(new, Person) or one.role == slot.role)
            ]
            merged = with_answers(current, new, Past(last, others, older), self._chosen)
        rows.now[new.id] = merged.row
        return merged

    def _remember(self, slot: "_Slot", said: Mapping[str, Answers], *, older: bool) -> None:
        """Keep what the form says now; an answer that is no longer there is kept from before."""
        told = self._told[slot.person_id]
        before = told[slot.id].answers if slot.id in told else {}
        answers = {}
        for table, new in said.items():
            last = before.get(table, {})
            answers[table] = {**new, **last} if older else {**last, **new}
        if answers != before:
            told[slot.id] = _Told(slot.role, answers)
            text = json.dumps(answers, ensure_ascii=False, sort_keys=True)
            self.imported.now[slot.id] = Imported(answers=text, **slot._asdict())


class _Slot(NamedTuple):
    """Where it is kept what one form said of one person in one role."""

    id: str
    form: str
    person_id: str
    role: Role | None

    @classmethod
    def of(cls, form: str, person_id: str, role: Role | None) -> "_Slot":
        return cls(id_of(form, person_id, role or ""), form, person_id, role)
