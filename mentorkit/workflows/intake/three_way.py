"""What the programme says, what a form said the last time and what it says now: which is kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar

from mentorkit.model import Application, Person
from mentorkit.model.difference import Difference, Verdict, verdict_on
from mentorkit.model.fields import NAME, NAMED_BY, kept_by

R = TypeVar("R", Person, Application)
Answers = Mapping[str, Any]
"""Answers by field, as JSON holds them; a field that was not answered is not there."""

_ANSWERS = frozenset((*kept_by("person"), *kept_by("application")))


@dataclass(frozen=True)
class Past:
    """What forms said of a row before: this form (`last`) and every form (`told`).

    `is_older` tells that this form was handed in before what the programme has.
    """

    last: Answers = field(default_factory=dict)
    told: Sequence[Answers] = ()
    is_older: bool = False

    def verdict_on(self, one: Difference) -> Verdict:
        """What becomes of an answer; without any form nothing is known to have changed in the programme."""
        here = json_value(one.old)
        if self.is_older and here is not None:
            return "kept"
        told = (answers.get(one.field) for answers in self.told or ({one.field: here},))
        return verdict_on(here, json_value(one.new), self.last.get(one.field), told)


@dataclass(frozen=True)
class Merged(Generic[R]):
    """A row as it becomes, where it differs from the programme, and what she is asked about.

    In a conflict hers is in `row` unless the form was chosen.
    """

    row: R
    differences: tuple[Difference, ...] = ()
    conflicts: tuple[Difference, ...] = ()


def answers_of(row: Person | Application) -> dict[str, Any]:
    """What a row says, without what it is known by and where it came from.

    >>> answers_of(Person(id="p1", full_name="Noor", languages=("nl",)))
    {'full_name': 'Noor', 'languages': ['nl']}
    """
    return {name: json_value(value) for name, value in _given(row)}


def is_older(form: Application, current: Application) -> bool:
    """Whether a form was handed in before what the programme has; without a time it is as new as any."""
    ours, theirs = handed_in_at(current), handed_in_at(form)
    return ours is not None and theirs is not None and theirs < ours


def with_answers(current: R, form: R, past: Past, chosen: frozenset[tuple[str, str]]) -> Merged[R]:
    """The row of the programme with what the form newly says.

    A value that no form gave is hers. An answer that is empty, or the same as the last time,
    changes nothing. A new one takes the place of a value that is not hers and is a conflict
    otherwise; `chosen` are the conflicts, by id and field, in which the form wins. An older
    form only fills what is empty.
    """
    update: dict[str, Any] = {}
    conflicts = []
    for name, value in _given(form):
        difference = Difference(current.id, name, getattr(current, name), value)
        verdict = past.verdict_on(difference)
        if verdict == "conflict":
            conflicts.append(difference)
        if verdict == "taken" or (verdict == "conflict" and difference.key in chosen):
            update[name] = value
    source: dict[str, Any] = {}
    if isinstance(form, Application) and not past.is_older:
        if handed_in_at(form) not in (None, handed_in_at(current)):
            update["submitted_at"] = form.submitted_at
        source = {"source_file": form.source_file, "source_row": form.source_row}
    differences = [Difference(current.id, name, getattr(current, name), new) for name, new in update.items()]
    row = current.model_copy(update=update | source) if update else current
    return Merged(row, tuple(differences), tuple(conflicts))


def _given(row: Person | Application) -> Iterator[tuple[str, Any]]:
    """The answers in a row, by field."""
    for name, value in row:
        if value is None or value == () or name not in _ANSWERS:
            continue
        # An address or a number that stands in for a name is nobody's name.
        if name != NAME or value not in [getattr(row, other) for other in NAMED_BY if other != NAME]:
            yield name, value


def handed_in_at(row: Person | Application) -> datetime | None:
    """When a sign-up was handed in, as far as that is known."""
    moment = row.submitted_at if isinstance(row, Application) else None
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)


def json_value(value: object) -> Any:
    """A value as JSON holds it; an empty list is no answer."""
    if isinstance(value, date):
        return value.isoformat()
    return (list(value) or None) if isinstance(value, tuple) else value
