"""One sheet, read: its rows as people and applications, and why the others are set aside."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from mentorkit.intake.people.check import SheetIntake, read_sheet
from mentorkit.intake.people.people import application_of, person_of, roles_of
from mentorkit.intake.people.record import Aside, Doubt, Record
from mentorkit.intake.tables.book import any_filled
from mentorkit.model import Application, Finding, Person, Role
from mentorkit.text import say
from mentorkit.workflows.intake.options import known_answers
from mentorkit.workflows.intake.sheets import Sheet


@dataclass(frozen=True)
class TakenRow:
    """A row that can be taken in, and what is doubtful in it; one of the staff has no application."""

    row: int
    person: Person
    applications: tuple[Application, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def roles(self) -> tuple[Role | None, ...]:
        """The roles she takes; a row of an export of the staff has one that is None."""
        return tuple(application.role for application in self.applications) or (None,)


@dataclass(frozen=True)
class Reading:
    """What a sheet gives: every row that is about somebody is in `taken` or in `asides`.

    The others are totals and notes, rows that she left out and rows without anything in
    them. `others` are the people in rows that are not taken in, as far as they tell.
    `problems` are those of the sheet and of its rows.
    """

    taken: tuple[TakenRow, ...]
    asides: Mapping[int, Aside]
    others: tuple[Person, ...]
    findings: tuple[Finding, ...]


def read_rows(sheet: Sheet, skipped: Collection[int] = (), partial: Collection[int] = ()) -> Reading:
    """The rows of a sheet, without those she skips, with the partial ones she takes all the same."""
    found = _read(sheet, lambda row: row not in skipped)
    left = _read(sheet, lambda row: row in skipped).records if skipped else ()
    halves = [one.record for one in found.asides if one.state == "partial" and one.row in partial]
    asides = {aside.row: aside for aside in found.asides}
    taken = []
    for record in (*found.records, *(half for half in halves if half)):
        row = _taken(record, sheet)
        if row.applications or sheet.kind == "hr":
            asides.pop(record.row, None)
            taken.append(row)
        else:
            asides[record.row] = _without_role(record)
    if not sheet.columns.identifies:
        asides = {number: _nobody(sheet, number) for number, _ in sheet.table.rows if number not in skipped}
    others = [person_of(record) for record in (*left, *(aside.record for aside in asides.values())) if record]
    in_order = sorted(taken, key=lambda row: row.row)
    return Reading(tuple(in_order), asides, tuple(others), found.findings)


def _read(sheet: Sheet, is_wanted: Callable[[int], bool]) -> SheetIntake:
    rows = tuple(row for row in sheet.table.rows if is_wanted(row[0]) and any_filled(row[1]))
    kind = None if sheet.kind == "rows" or sheet.kind == "none" else sheet.kind  # noqa: PLR1714 -- mypy
    options = sheet.listed | (known_answers(sheet.form.options) if sheet.form else frozenset())
    return read_sheet(replace(sheet.table, rows=rows), sheet.columns, kind, options=options)


def _taken(record: Record, sheet: Sheet) -> TakenRow:
    roles = () if sheet.kind == "hr" else roles_of(record)
    applications = tuple(application_of(record, role) for role in roles)
    return TakenRow(record.row, person_of(record), applications, record.doubts)


def _nobody(sheet: Sheet, row: int) -> Aside:
    message = say(
        "No column tells whose answers these are. Choose a column for the name or the e-mail address."
    )
    return Aside(row, "error", Finding(sheet.at.file, row, None, None, message))


def _without_role(record: Record) -> Aside:
    message = say(
        "It is not clear whether this is a mentor or a mentee. Choose whose sign-ups this sheet holds."
    )
    return Aside(record.row, "error", Finding(record.file, record.row, None, None, message), record)
