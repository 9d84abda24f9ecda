"""What the programme says, what a form said the last time and what it says now: which is kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar

from mentorkit.model import Application, Person
from mentorkit.model.fields import kept_by

R = TypeVar("R", Person, Application)
Answers = Mapping[str, Any]
"""Answers by field, as JSON holds them; a field that was not answered is not there."""

_ANSWERS = frozenset((*kept_by("person"), *kept_by("application")))


@dataclass(frozen=True)
class Difference:
    """One field of a row that becomes another; `row_id` is that of the person or the application."""

    row_id: str
    field: str
    old: object
    new: object


@dataclass(frozen=True)
class Past:
    """What forms said of a row before: this form (`last`) and every form (`told`).

    `is_older` tells that this form was handed in before what the programme has.
    """

    last: Answers = field(default_factory=dict)
    told: Sequence[Answers] = ()
    is_older: bool = False

    def is_hers(self, name: str, here: object) -> bool:
        """Whether a value in the programme is one that no form gave; not known without any form."""
        return bool(self.told) and all(_plain(here) != answers.get(name) for answers in self.told)


@dataclass(frozen=True)
class Merged(Generic[R]):
    """A row as it becomes, where it differs from the programme, and what she is asked about.

    `disputed` has, by field, her value and the one of the form: hers is in `row` unless the
    form was chosen.
    """

    row: R
    differences: tuple[Difference, ...] = ()
    disputed: Mapping[str, tuple[object, object]] = field(default_factory=dict)


def answers_of(row: Person | Application) -> dict[str, Any]:
    """What a row says, without what it is known by and where it came from.

    >>> answers_of(Person(id="p1", full_name="Noor", languages=("nl",)))
    {'full_name': 'Noor', 'languages': ['nl']}
    """
    return {name: plain for name, _, plain in _given(row)}


def is_older(form: Application, current: Application) -> bool:
    """Whether a form was handed in before what the programme has; without a time it is as new as any."""
    ours, theirs = _moment(current), _moment(form)
    return ours is not None and theirs is not None and theirs < ours


def merge(current: R, form: R, past: Past, chosen: frozenset[tuple[str, str]]) -> Merged[R]:
    """The row of the programme with what the form newly says.

    A value that no form gave is hers. An answer that is empty, or the same as the last time,
    changes nothing. A new one takes the place of a value that is not hers and is disputed
    otherwise; `chosen` are the disputes, by id and field, in which the form wins. An older
    form only fills what is empty.
    """
    update: dict[str, Any] = {}
    disputed: dict[str, tuple[object, object]] = {}
    for name, value, plain in _given(form):
        here = getattr(current, name)
        if value == here or plain == past.last.get(name):
            continue
        if past.is_older and _plain(here) is not None:
            continue
        if past.is_hers(name, here):
            disputed[name] = (here, value)
            if (current.id, name) not in chosen:
                continue
        update[name] = value
    if isinstance(form, Application) and _moment(form) not in (None, _moment(current)) and not past.is_older:
        update["submitted_at"] = form.submitted_at
    differences = tuple(
        Difference(current.id, name, getattr(current, name), value) for name, value in update.items()
    )
    if isinstance(form, Application) and update and not past.is_older:
        update |= {"source_file": form.source_file, "source_row": form.source_row}
    return Merged(current.model_copy(update=update) if update else current, differences, disputed)


def _given(row: Person | Application) -> Iterator[tuple[str, Any, Any]]:
    """The answers in a row: field, value, and the value as JSON holds it."""
    for name, value in row:
        if value is None or value == () or name not in _ANSWERS:
            continue
        # An address or a number that stands in for a name is nobody's name.
        if not (isinstance(row, Person) and name == "full_name" and value in (row.email, row.employee_id)):
            yield name, value, _plain(value)


def _moment(row: Person | Application) -> datetime | None:
    moment = row.submitted_at if isinstance(row, Application) else None
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)


def _plain(value: object) -> Any:
    """A value as JSON holds it; an empty list is no answer."""
    if isinstance(value, date):
        return value.isoformat()
    return (list(value) or None) if isinstance(value, tuple) else value
