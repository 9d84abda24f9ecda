"""Which person in the programme a row is about, and which rows are about the same person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from mentorkit.model import Person, Role
from mentorkit.text.compare import folded
from mentorkit.workflows.intake.edits import RowAt
from mentorkit.workflows.intake.readings import SentRow

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Known:
    """The people who are known so far, found by e-mail address, employee number and name."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people: dict[str, Person] = {}
        self._emails: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        self._names: dict[str, list[str]] = defaultdict(list)
        for person in people:
            self.add(person)

    def has(self, person_id: str) -> bool:
        """Whether there is a person with this id."""
        return person_id in self._people

    def add(self, person: Person) -> None:
        """Know one more person, or one more way to find her."""
        if person.id not in self._people:
            self._people[person.id] = person
            self._names[_name(person)].append(person.id)
        if person.email:
            self._emails.setdefault(person.email.casefold(), person.id)
        if person.employee_id:
            self._numbers.setdefault(person.employee_id.casefold(), person.id)

    def find(self, person: Person, *, by_name: bool) -> str:
        """The id of this person among the known ones, her own when she is not there.

        An e-mail address or an employee number is enough. A name is only between two that have
        neither or where it is asked for (`by_name`), when exactly one person has it whose
        address and number do not say otherwise.
        """
        if person.id in self._people:
            return person.id
        email, number = (person.email or "").casefold(), (person.employee_id or "").casefold()
        if found := self._emails.get(email) or self._numbers.get(number):
            return found
        alike = self.alike(person)
        if len(alike) != 1 or not _may_be_same(alike[0], person):
            return person.id
        return alike[0].id if by_name or _is_bare(person) and _is_bare(alike[0]) else person.id

    def alike(self, person: Person) -> list[Person]:
        """Other people with the same name."""
        return [self._people[other] for other in self._names[_name(person)] if other != person.id]


def joined(
    sent: Iterable[SentRow], known: Known, chosen: Mapping[RowAt, str | None]
) -> list[tuple[SentRow, tuple[Person, ...]]]:
    """Every row about the person she is in the programme, with the people she may be as well.

    `chosen` says so for single rows. Who gives an address comes before who gives only a number,
    and that before a name, so that the order of the rows does not matter. Exports of the staff
    come last, so that they find the people of the sign-ups in the same import; they alone go by
    a name, when only one has it.
    """
    rows = list(sent)
    staff = Counter(_name(one.person) for one in rows if one.sheet.kind == "hr")
    found = {}
    for one in sorted(rows, key=_surest):
        alike: Sequence[Person] = ()
        if one.at in chosen:
            person_id = chosen[one.at] or one.person.id
        else:
            is_only = one.sheet.kind == "hr" and staff[_name(one.person)] == 1
            person_id = known.find(one.person, by_name=is_only)
            is_new = person_id == one.person.id and not known.has(person_id)
            alike = known.alike(one.person) if is_new else ()
        resolved = one.about(person_id)
        known.add(resolved.person)
        found[one.at] = resolved, tuple(alike)
    return [found[one.at] for one in rows]


def _surest(one: SentRow) -> tuple[bool, bool, bool, str]:
    person = one.person
    return one.sheet.kind == "hr", not person.email, not person.employee_id, person.id


def latest(sent: Sequence[SentRow]) -> tuple[list[SentRow], dict[RowAt, SentRow]]:
    """The rows that are used, and by the place of each other row the one used in its stead.

    Of several rows of one form, person and role the one handed in last is used; without
    times, or at the same time, the last one in the files.
    """
    newest: dict[tuple[str, str, Role | None], tuple[datetime, int]] = {}
    for place, one in enumerate(sent):
        for role, key in _keys(one):
            newest[key] = max(newest.get(key, (_LONG_AGO, 0)), (_moment(one, role), place))
    kept, replaced = [], {}
    for place, one in enumerate(sent):
        roles = {role for role, key in _keys(one) if newest[key][1] == place}
        if roles:
            applications = tuple(sign_up for sign_up in one.applications if sign_up.role in roles)
            kept.append(replace(one, applications=applications))
        else:
            replaced[one.at] = sent[next(newest[key][1] for _, key in _keys(one))]
    return kept, replaced


def _keys(one: SentRow) -> list[tuple[Role | None, tuple[str, str, Role | None]]]:
    return [(role, (one.sheet.form_id, one.person.id, role)) for role in one.roles]


def _moment(one: SentRow, role: Role | None) -> datetime:
    moments = (application.submitted_at for application in one.applications if application.role == role)
    return next(moments, None) or _LONG_AGO


def _name(person: Person) -> str:
    return folded(person.full_name) or person.full_name


def _is_bare(person: Person) -> bool:
    return not person.email and not person.employee_id


def _may_be_same(one: Person, other: Person) -> bool:
    return not (one.email and other.email) and not (one.employee_id and other.employee_id)
