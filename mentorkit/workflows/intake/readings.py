"""One sheet, read: its rows as people and applications, and why the others are set aside."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from mentorkit.intake.people.check import SheetRecords, read_sheet
from mentorkit.intake.people.identity import Who
from mentorkit.intake.people.record import Aside, Record
from mentorkit.intake.tables.header import Numbered
from mentorkit.intake.tables.table import any_filled
from mentorkit.intake.understand.account import column_notices
from mentorkit.model import Application, Finding, Person, Role
from mentorkit.model.fields import LISTED
from mentorkit.reading.shape import continued
from mentorkit.text import Message, say, say_count
from mentorkit.workflows.intake.edits import Edits, RowAt
from mentorkit.workflows.intake.options import known_answers, with_options
from mentorkit.workflows.intake.remarks import remarks
from mentorkit.workflows.intake.sheets import Sheet

_NOBODY = say("No column tells whose answers these are. Choose a column for the name or the e-mail address.")
_NO_ROLE = say(
    "It is not clear whether this is a mentor or a mentee. Choose whose sign-ups this sheet holds."
)


@dataclass(frozen=True)
class SentRow:
    """A row that tells who it is about: the roles that are taken in of it, and who that is in the programme.

    One of the staff has no role, which is None. A row without roles is not taken in.
    """

    sheet: Sheet
    record: Record
    roles: tuple[Role | None, ...]
    person_id: str = ""

    @cached_property
    def at(self) -> RowAt:
        """Where it stands."""
        return RowAt(*self.sheet.at, self.record.row)

    @property
    def is_staff(self) -> bool:
        """Whether it stands in an export of the staff."""
        return self.sheet.kind == "hr"

    @property
    def is_unclear(self) -> bool:
        """Whether it does not tell whose sign-up it is."""
        return not self.roles and not self.record.roles

    @property
    def claims(self) -> tuple[Role | None, ...]:
        """The roles it speaks for, wanted or not; every row speaks for the person as well, which is None."""
        return (None,) if self.is_staff else (*self.record.roles, None)

    @cached_property
    def person(self) -> Person:
        """Who it is about."""
        return self.record.person(self.person_id)

    @cached_property
    def applications(self) -> tuple[Application, ...]:
        """What it asks for, in the words of the file."""
        return tuple(self.record.application(role, self.person_id) for role in self.roles if role)

    def in_words(self, language: str) -> tuple[Application, ...]:
        """What it asks for with the topics that the coordinator chose for its answers, in this language."""
        options = self.sheet.form.options if self.sheet.form else {}
        return tuple(with_options(one, options, language) for one in self.applications)


@dataclass(frozen=True)
class Reading:
    """What a sheet gives: every row that is about somebody is in `taken` or in `asides`.

    The others are totals and notes, rows that she left out and rows without anything in
    them. `found` is all that stands in the sheet and `rows` is who that is, also who takes no
    part with these choices; `others` are the people in rows that are set aside or skipped, as
    far as they tell.
    """

    sheet: Sheet
    found: SheetRecords
    rows: tuple[SentRow, ...]
    others: tuple[Who, ...]

    @property
    def taken(self) -> tuple[SentRow, ...]:
        """The rows that are taken in."""
        return tuple(row for row in self.rows if row.roles)

    @cached_property
    def asides(self) -> Mapping[int, Aside]:
        """Why the other rows are not."""
        taken = {row.at.row for row in self.taken}
        asides = {aside.row: aside for aside in self.found.asides if aside.row not in taken}
        unclear = ((row.at, row.record) for row in self.rows if row.is_unclear)
        return asides | {at.row: _refused(at.file, at.row, _NO_ROLE, record) for at, record in unclear}

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Those of the sheet and of its rows."""
        others = sum(not row.roles and not row.is_unclear for row in self.rows)
        columns = column_notices(self.sheet.at.file, self.sheet.account)
        return (*self.found.findings, *columns, *_about_other_role(self.sheet.at.file, others))

    def settled(self, kept: Iterable[SentRow], merged: Mapping[RowAt, Aside]) -> "Reading":
        """The same with the rows that count, the merged ones set aside, and what there is to tell."""
        mine = {at.row: aside for at, aside in merged.items() if at[:2] == self.sheet.at}
        rows = tuple(row for row in kept if row.sheet is self.sheet)
        asides = [*(aside for aside in self.found.asides if aside.row not in mine), *mine.values()]
        findings = (finding for finding in self.found.findings if finding.row not in mine)
        told = remarks([(row.person_id, row.record) for row in rows], is_staff=self.sheet.kind == "hr")
        said = {row.at.row: row.record for row in rows}
        records = (said.get(record.row, record) for record in self.found.records if record.row not in mine)
        asides.sort(key=lambda aside: aside.row)
        found = SheetRecords(tuple(records), tuple(asides), (*findings, *told))
        return replace(self, found=found, rows=rows)


def read_rows(sheet: Sheet, edits: Edits) -> Reading:
    """The rows of a sheet that she wants; who they are about is known beside the other rows only."""
    skipped, taken = ({at.row for at in rows if at[:2] == sheet.at} for rows in (edits.skipped, edits.taken))
    found = _read(sheet, [row for row in sheet.table.rows if row[0] not in skipped])
    if not sheet.columns.identifies:
        nobody = (_refused(sheet.at.file, number, _NOBODY) for number, _ in sheet.table.rows)
        found = replace(found, asides=tuple(nobody))
    left = _read(sheet, [row for row in sheet.table.rows if row[0] in skipped]).records if skipped else ()
    halves = {aside.row: aside.record for aside in found.asides if aside.record}
    records = [*found.records, *(half for row, half in halves.items() if row in taken)]
    others = [*left, *(half for row, half in halves.items() if row not in taken)]
    only = edits.only.get(sheet.at.file)
    rows = [SentRow(sheet, record, _roles(record, sheet, only)) for record in records]
    rows.sort(key=lambda row: row.at)
    return Reading(sheet, found, tuple(rows), tuple(record.who for record in others))


def _read(sheet: Sheet, wanted: Sequence[Numbered]) -> SheetRecords:
    fields = sheet.columns.fields
    lists = [at for at, name in fields.items() if name in LISTED and "submitted_at" not in fields.values()]
    rows = tuple(continued([row for row in wanted if any_filled(row[1])], lists))
    kind = None if sheet.kind == "rows" or sheet.kind == "none" else sheet.kind  # noqa: PLR1714 -- mypy
    options = sheet.listed | (known_answers(sheet.form.options) if sheet.form else frozenset())
    return read_sheet(replace(sheet.table, rows=rows), sheet.columns, kind, options=options)


def _roles(record: Record, sheet: Sheet, only: Role | None) -> tuple[Role | None, ...]:
    if sheet.kind == "hr":
        return (None,)
    return tuple(role for role in record.roles if only in (None, role))


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


def _refused(file: str, row: int, message: Message, record: Record | None = None) -> Aside:
    return Aside(row, "error", Finding(file, row, None, None, message), record)
