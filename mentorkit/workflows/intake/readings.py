"""One sheet, read: its rows as people and applications, and why the others are set aside."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from mentorkit.intake.people.check import SheetRecords, read_sheet
from mentorkit.intake.people.people import application_of, person_of, roles_of
from mentorkit.intake.people.record import Aside, Doubt, Record
from mentorkit.intake.tables.table import any_filled
from mentorkit.model import Application, Finding, Person, Role
from mentorkit.text import say, say_count
from mentorkit.workflows.intake.edits import RowAt
from mentorkit.workflows.intake.options import known_answers, with_options
from mentorkit.workflows.intake.remarks import with_remarks
from mentorkit.workflows.intake.sheets import Sheet


@dataclass(frozen=True)
class SentRow:
    """A row that can be taken in: whom it is about, what it asks for, and what is doubtful in it.

    One of the staff has no application.
    """

    sheet: Sheet
    number: int
    person: Person
    applications: tuple[Application, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def at(self) -> RowAt:
        """Where it stands."""
        return RowAt(*self.sheet.at, self.number)

    @property
    def roles(self) -> tuple[Role | None, ...]:
        """The roles the person takes; a row of an export of the staff has one that is None."""
        return tuple(application.role for application in self.applications) or (None,)

    def in_words(self, language: str) -> "SentRow":
        """The row with the topics that the coordinator chose for its answers, named in this language."""
        options = self.sheet.form.options if self.sheet.form else {}
        return replace(
            self, applications=tuple(with_options(one, options, language) for one in self.applications)
        )

    def about(self, person_id: str) -> "SentRow":
        """The same row about this person."""
        if self.person.id == person_id:
            return self
        person = self.person.model_copy(update={"id": person_id})
        applications = tuple(one.model_copy(update={"person_id": person_id}) for one in self.applications)
        return replace(self, person=person, applications=applications)


@dataclass(frozen=True)
class Reading:
    """What a sheet gives: every row that is about somebody is in `taken` or in `asides`.

    The others are totals and notes, rows that she left out and rows without anything in
    them. `found` is all that stands in the sheet, also who takes no part with these choices;
    `others` are the people in rows that are not taken in, as far as they tell. `findings`
    are those of the sheet and of its rows.
    """

    sheet: Sheet
    found: SheetRecords
    taken: tuple[SentRow, ...]
    asides: Mapping[int, Aside]
    others: tuple[Person, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Wanted:
    """Which rows of a sheet are wanted: not the skipped ones, and these partial ones all the same.

    `only` is the one role that is taken.
    """

    skipped: Collection[int] = ()
    partial: Collection[int] = ()
    only: Role | None = None


def read_rows(sheet: Sheet, wanted: Wanted) -> Reading:
    """The rows of a sheet that are wanted, as people and applications."""
    skipped = wanted.skipped
    found = _read(sheet, lambda row: row not in skipped)
    left = _read(sheet, lambda row: row in skipped).records if skipped else ()
    halves = [one.record for one in found.asides if one.state == "partial" and one.row in wanted.partial]
    records = [*found.records, *(half for half in halves if half)]
    asides = {aside.row: aside for aside in found.asides}
    taken, other = [], []
    for record in records:
        if _is_other(record, wanted.only):
            other.append(record)
            continue
        row = _sent(record, sheet, wanted)
        if row.applications or sheet.kind == "hr":
            asides.pop(record.row, None)
            taken.append(row)
        else:
            asides[record.row] = _without_role(record)
    if not sheet.columns.identifies:
        asides = {number: _nobody(sheet, number) for number, _ in sheet.table.rows if number not in skipped}
    outside = [*left, *other, *(aside.record for aside in asides.values() if aside.record)]
    return Reading(
        sheet,
        found,
        tuple(sorted(taken, key=lambda row: row.number)),
        asides,
        tuple(map(person_of, outside)),
        (*found.findings, *_about_other_role(sheet.at.file, len(other))),
    )


def _read(sheet: Sheet, is_wanted: Callable[[int], bool]) -> SheetRecords:
    rows = tuple(row for row in sheet.table.rows if is_wanted(row[0]) and any_filled(row[1]))
    kind = None if sheet.kind == "rows" or sheet.kind == "none" else sheet.kind  # noqa: PLR1714 -- mypy
    options = sheet.listed | (known_answers(sheet.form.options) if sheet.form else frozenset())
    found = read_sheet(replace(sheet.table, rows=rows), sheet.columns, kind, options=options)
    return with_remarks(found, kind)


def _is_other(record: Record, only: Role | None) -> bool:
    roles = roles_of(record)
    return only is not None and bool(roles) and only not in roles


def _sent(record: Record, sheet: Sheet, wanted: Wanted) -> SentRow:
    roles = () if sheet.kind == "hr" else roles_of(record)
    applications = tuple(application_of(record, role) for role in roles if wanted.only in (None, role))
    return SentRow(sheet, record.row, person_of(record), applications, record.doubts)


def _about_other_role(file: str, count: int) -> list[Finding]:
    if not count:
        return []
    message = say_count(
        "One row is a sign-up for the other role, so it was not read here. Read this file for that role too.",
        "{n} rows are sign-ups for the other role, so they were not read here. "
        "Read this file for that role too.",
        count,
    )
    return [Finding(file, None, None, None, message, "notice")]


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
