"""From a table to people, applications and what she should know about them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from mentorkit.intake.columns import read_columns
from mentorkit.intake.map import Mapping, column_notices, name_of
from mentorkit.intake.names import same_name
from mentorkit.intake.people import (
    Answers,
    Identity,
    Source,
    application_of,
    identity_of,
    is_self,
    managers_of,
    moment_of,
    person_of,
)
from mentorkit.intake.read import Cells, Table
from mentorkit.intake.rows import choose_rows
from mentorkit.model import Application, Person, Problem, Role
from mentorkit.text import Message, say

_LONGEST_NAME = 300
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Intake:
    """What a file gives: people and their applications, one of each per person.

    Every row read is taken in, merged with a later one of the same person, or refused
    with exactly one problem of severity "error":
    `rows_read == len(applications) + merged + rows with an error`.
    """

    file: str
    role: Role
    rows_read: int
    people: tuple[Person, ...]
    applications: tuple[Application, ...]
    merged: int
    problems: tuple[Problem, ...]
    unused_columns: tuple[str, ...]


@dataclass(frozen=True)
class _SignUp:
    """One row that can be taken in."""

    row: int
    who: Identity
    answers: Answers


def check(table: Table, mapping: Mapping, role: Role) -> Intake:
    """The people and applications of a table, with all that was found in it."""
    if not mapping.identifies:
        return Intake(table.file, role, 0, (), (), 0, (_nobody(table),), mapping.unused)
    rows = choose_rows(table, mapping.fields, role)
    signups, problems = _sign_ups(table, mapping, rows.signups, role)
    kept, merges = _merge(signups, table.file)
    remarks = [remark for signup in kept for remark in _remarks(signup, table.file)]
    found = [
        *table.problems,
        *column_notices(table, mapping, role),
        *rows.notices,
        *problems,
        *merges,
        *remarks,
    ]
    return Intake(
        file=table.file,
        role=role,
        rows_read=len(rows.signups),
        people=tuple(person_of(signup.who, signup.answers) for signup in kept),
        applications=tuple(
            application_of(signup.who, signup.answers, Source(table.file, signup.row, role))
            for signup in kept
        ),
        merged=len(merges),
        problems=tuple(sorted(found, key=lambda problem: problem.row or 0)),
        unused_columns=mapping.unused,
    )


def _sign_ups(
    table: Table, mapping: Mapping, rows: Sequence[tuple[int, Cells]], role: Role
) -> tuple[list[_SignUp], list[Problem]]:
    """The rows that can be taken in, and the problems of all rows."""
    answers, doubts = read_columns([cells for _, cells in rows], mapping.fields)
    problems = [
        Problem(table.file, rows[place][0], name_of(table, column), value, message, "warning")
        for place, column, value, message in doubts
    ]
    signups = []
    for (number, _), given in zip(rows, answers, strict=True):
        who = identity_of(given, role)
        if who is None or len(who.name.full) > _LONGEST_NAME:
            problems.append(_refused(table.file, number, who))
        else:
            signups.append(_SignUp(number, who, given))
    return signups, problems


def _merge(signups: Sequence[_SignUp], file: str) -> tuple[list[_SignUp], list[Problem]]:
    """One sign-up per person: the one sent last, or else the last in the file."""
    per_person: dict[str, list[_SignUp]] = defaultdict(list)
    for signup in signups:
        per_person[signup.who.key].append(signup)
    kept, notices = [], []
    for same in per_person.values():
        latest = max(same, key=lambda signup: (moment_of(signup.answers) or _LONG_AGO, signup.row))
        kept.append(latest)
        notices += [_merged(file, signup, latest) for signup in same if signup is not latest]
    return sorted(kept, key=lambda signup: signup.row), notices


def _remarks(signup: _SignUp, file: str) -> Iterator[Problem]:
    """What she should know about a sign-up that is taken in."""
    if not signup.who.is_named:
        message = say(
            "There is no name in this row, so {name} stands in its place.", name=signup.who.name.full
        )
        yield _warning(file, signup.row, message)
    if any(is_self(signup.who, signup.answers, manager) for manager in managers_of(signup.answers).values()):
        message = say(
            "{name} is named as her or his own manager, so no manager was kept.", name=signup.who.name.full
        )
        yield _warning(file, signup.row, message)
    if signup.answers.get("has_consented") is False:
        message = say(
            "{name} does not agree to the use of these details, so this sign-up stays out of the pairing.",
            name=signup.who.name.full,
        )
        yield Problem(file, signup.row, None, None, message, "notice")


def _warning(file: str, row: int, message: Message) -> Problem:
    return Problem(file, row, None, None, message, "warning")


def _merged(file: str, earlier: _SignUp, latest: _SignUp) -> Problem:
    rows = {"row": str(earlier.row), "latest": str(latest.row)}
    if same_name(earlier.who.name.full, latest.who.name.full):
        message = say(
            "Rows {row} and {latest} are from the same person, {name}. "
            "Row {latest} is the later one and is used.",
            name=latest.who.name.full,
            **rows,
        )
        return Problem(file, earlier.row, None, None, message, "notice")
    message = say(
        "Rows {row} and {latest} have the same e-mail address or number, but the names {name} and {other}. "
        "Row {latest} is used. If they are two people, correct this in the file.",
        name=earlier.who.name.full,
        other=latest.who.name.full,
        **rows,
    )
    return _warning(file, earlier.row, message)


def _refused(file: str, row: int, who: Identity | None) -> Problem:
    if who is None:
        message = say(
            "This row has no e-mail address, employee number or name, "
            "so it is not clear whose answers these are. "
            "Add one of them in the file."
        )
        return Problem(file, row, None, None, message)
    message = say(
        "The name in this row has more than {limit} characters, so it cannot be a name. "
        "Correct it in the file.",
        limit=_LONGEST_NAME,
    )
    return Problem(file, row, None, who.name.full[:60] + "…", message)


def _nobody(table: Table) -> Problem:
    message = say(
        "No column holds an e-mail address, an employee number or a name, "
        "so it is not clear whose answers these are. "
        "Check that the headings stand above the answers; the headings found are: {headings}.",
        headings=[heading[:60] for heading in table.headers if heading][:20],
    )
    return Problem(table.file, None, None, None, message)
