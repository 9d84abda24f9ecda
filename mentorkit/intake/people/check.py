"""From a table to records, and what she should know about them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, replace
from itertools import chain

from mentorkit.intake.people.identity import apart, who_of
from mentorkit.intake.people.one_row import OneRow, needs_of
from mentorkit.intake.people.record import Aside, Record, State
from mentorkit.intake.people.rows import Rows, choose_rows
from mentorkit.intake.tables.header import Numbered
from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.columns import Mapping
from mentorkit.intake.understand.layout import Layout
from mentorkit.intake.understand.roles import Kind
from mentorkit.intake.values.answers import Around, CellDoubt, read_columns
from mentorkit.intake.values.dates import Clock
from mentorkit.model import Finding
from mentorkit.text import say

STATES: AnyMapping[str, State] = {
    "invalid": "error", "partial": "partial", "merged": "merged", "excluded": "excluded",
}  # fmt: skip
"""What rows that are set aside are called in a count, and by what state."""


@dataclass(frozen=True)
class SheetRecords:
    """What a sheet gives: every row of people is in `records` or in `asides`, once.

    Totals and notes are neither; `findings` names them, with all that is about the sheet or
    about a row that is taken in. The finding of a row set aside stands with it.
    """

    records: tuple[Record, ...]
    asides: tuple[Aside, ...]
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows there are, and what became of them."""
        found = Counter(aside.state for aside in self.asides)
        rows = {"rows": len(self.records) + len(self.asides), "valid": len(self.records)}
        return rows | {name: found[state] for name, state in STATES.items()}


def read_sheet(
    table: Table, mapping: Mapping, kind: Kind, *, options: frozenset[str] = frozenset()
) -> SheetRecords:
    """The records of a sheet, and every row that is set aside.

    `kind` is whose answers it holds where a row does not tell by itself; `options` are
    choices that are known to be one.
    """
    if not mapping.identifies:
        return SheetRecords((), (), (*table.findings, _nobody(table)))
    rows = choose_rows(table, mapping.fields, mapping.layout.unfinished if mapping.layout else ())
    records, errors, findings = _read(table, mapping, rows.signups, kind, options)
    people = zip(records, apart([record.who for record in records]), strict=True)
    return SheetRecords(
        tuple(replace(record, who=who) if who.shared else record for record, who in people),
        tuple(sorted((*errors, *_unfinished(table, mapping, rows, kind)), key=lambda aside: aside.row)),
        (
            *(finding for finding in table.findings if not _is_of_row(finding)),
            *rows.notices,
            *findings,
        ),
    )


def _read(
    table: Table, mapping: Mapping, rows: Sequence[Numbered], kind: Kind, options: frozenset[str]
) -> tuple[list[Record], list[Aside], list[Finding]]:
    """Every row as a record or set aside with its error, and what there is to know about it."""
    places = {number: place for place, (number, _) in enumerate(rows)}
    flaws = {(places[flaw.row], flaw.column): flaw.message for flaw in table.flaws if flaw.row in places}
    around = Around(table.headers, options, _clock_of(table, mapping.layout), flaws, mapping.chosen)
    answers, found = read_columns([cells for _, cells in rows], mapping.fields, around)
    doubts: dict[int, list[CellDoubt]] = defaultdict(list)
    for doubt in found:
        doubts[doubt.place].append(doubt)
    people = [who_of(said, table.file) for said in answers]
    needs = needs_of(people, kind)
    broken = {finding.row: finding for finding in table.findings if _is_of_row(finding)}
    records: list[Record] = []
    errors: list[Aside] = []
    findings: list[Finding] = []
    for place, (number, _) in enumerate(rows):
        row = OneRow(table, number, answers[place], people[place], tuple(doubts[place]))
        error = broken.get(number) or row.error(needs)
        if error is None:
            records.append(row.record(kind))
            findings += [*row.doubtful(), *row.remarks(records[-1])]
        else:
            errors.append(Aside(number, "error", error))
            findings += [doubt for doubt in row.doubtful() if doubt.column != error.column]
    return records, errors, findings


def _clock_of(table: Table, layout: Layout | None) -> Clock:
    """How the moments in a table are written."""
    if layout is None:
        return Clock(table.is_1904)
    order = {"mdy": True, "dmy": False}.get(layout.date_order or "")
    return Clock(table.is_1904, layout.zone == "UTC", order, layout.no_time)


def _unfinished(table: Table, mapping: Mapping, rows: Rows, kind: Kind) -> Iterator[Aside]:
    """Previews and answers of people who stopped halfway, with what they say."""
    halves, _, _ = _read(table, mapping, [*chain(*rows.unfinished.values())], kind, frozenset())
    records = {record.row: record for record in halves}
    why = say("This answer was not finished, so it is not imported. Import it if that is all you need.")
    test = say("This answer was made while trying the form, so it was left out.")
    for state, left in rows.unfinished.items():
        finding = Finding(table.file, None, None, None, why, "warning")
        if state == "excluded":
            finding = replace(finding, message=test, severity="notice")
        yield from (Aside(row, state, replace(finding, row=row), records.get(row)) for row, _ in left)


def _is_of_row(finding: Finding) -> bool:
    return finding.severity == "error" and finding.row is not None


def _nobody(table: Table) -> Finding:
    message = say(
        "No column holds an e-mail address, an employee number or a name, "
        "so it is not clear whose answers these are. "
        "Check that this file holds the answers and not only the questions, and that the headings stand "
        "above them; they were looked for in row {row}.",
        row=max(1, table.header_row),
    )
    return Finding(table.file, None, None, None, message)
