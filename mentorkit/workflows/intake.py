"""Taking in sign-ups: from files to changes, without losing what she already has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from mentorkit.frames import Snapshot, rows_of
from mentorkit.intake import Intake, take_in
from mentorkit.matching.reporting import cycles, unknown_managers
from mentorkit.model import Application, Change, Changes, Insert, Person, Problem, Role, Row, Update
from mentorkit.text import Message, say

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class SignUpFile:
    """One export: its name, its bytes and whose sign-ups it holds."""

    name: str
    content: bytes
    role: Role


@dataclass(frozen=True)
class Import:
    """What taking in some files would change, and everything she should know of it."""

    changes: Changes
    intakes: tuple[Intake, ...]
    problems: tuple[Problem, ...]

    def count(self, role: Role) -> int:
        """Sign-ups read for a role."""
        return sum(len(intake.applications) for intake in self.intakes if intake.role == role)


def plan_import(snapshot: Snapshot, files: Iterable[SignUpFile]) -> Import:
    """Read files beside what is there; nothing is written.

    A person or a sign-up that exists already gets the new answers; an empty answer never
    deletes an older one. Raises FileRefused when a file cannot be read at all.
    """
    intakes = tuple(take_in(file.name, file.content, file.role) for file in files)
    people = [person for intake in intakes for person in intake.people]
    applications = [application for intake in intakes for application in intake.applications]
    items = (
        *_upserts(people, {row.id: row for row in rows_of(snapshot.people, Person)}),
        *_upserts(applications, {row.id: row for row in rows_of(snapshot.applications, Application)}),
    )
    problems = tuple(problem for intake in intakes for problem in intake.problems)
    return Import(Changes("import", items), intakes, problems)


def reporting_problems(snapshot: Snapshot) -> tuple[Problem, ...]:
    """What is wrong in the manager column of the whole programme: cycles and strangers."""
    names = dict(snapshot.people.select("id", "full_name").iter_rows())
    loops = [
        Problem("", None, None, None, _cycle_message([names[person] for person in group]), "warning")
        for group in cycles(snapshot.people)
    ]
    strangers = sorted({name for unknown in unknown_managers(snapshot.people).values() for name in unknown})
    if not strangers:
        return tuple(loops)
    message = say(
        "These managers are not in the lists, so lines above them cannot be checked: {names}.",
        names=strangers,
    )
    return (*loops, Problem("", None, None, None, message, "notice"))


def _cycle_message(names: list[str]) -> Message:
    if len(names) == 1:
        return say("{name} is given as her or his own manager. Correct the manager.", name=names[0])
    return say("These people are given as each other's managers: {names}. Correct one of them.", names=names)


def _upserts(rows: Iterable[R], stored: Mapping[str, R]) -> tuple[Change, ...]:
    """Insert what is new, update what differs; two sightings of one row become one."""
    merged: dict[str, R] = {}
    for row in rows:
        older = merged.get(row.id) or stored.get(row.id)
        merged[row.id] = _filled(older, row) if older else row
    return tuple(
        Update(row) if row.id in stored else Insert(row)
        for row in merged.values()
        if row != stored.get(row.id)
    )


def _filled(older: R, newer: R) -> R:
    """The newer row, with the older answers where the newer gives none.

    Of two sign-ups with a time the later one is the newer, whichever file came first.
    """
    revision = older.revision
    if _handed_in(newer) < _handed_in(older):
        older, newer = newer, older
    given = {name: value for name, value in newer if value not in (None, ())}
    if isinstance(newer, Person) and newer.full_name in {newer.email, newer.employee_id}:
        del given["full_name"]  # nobody's name: it stands in for one the file does not give
    return older.model_copy(update={**given, "revision": revision})


def _handed_in(row: Row) -> datetime:
    """When a sign-up was handed in; one without a time, and any other row, counts as new."""
    handed_in = row.submitted_at if isinstance(row, Application) else None
    return handed_in or datetime.max.replace(tzinfo=UTC)
