"""From a table to records, and what she should know about them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mentorkit.intake.people.merge import merge
from mentorkit.intake.people.one_row import OneRow, needs_of
from mentorkit.intake.people.record import Aside, Record
from mentorkit.intake.people.rows import Rows, choose_rows
from mentorkit.intake.tables.header import Numbered
from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.columns import Mapping, column_notices
from mentorkit.intake.understand.layout import Layout
from mentorkit.intake.understand.roles import Kind
from mentorkit.intake.values.answers import Around, CellDoubt, read_columns
from mentorkit.intake.values.dates import Clock
from mentorkit.model import Finding
from mentorkit.text import say


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
        rows = len(self.records) + len(self.asides)
        return {
            "rows": rows,
            "valid": len(self.records),
            "invalid": found["error"],
            "partial": found["partial"],
            "merged": found["merged"],
            "excluded": found["excluded"],
        }


def read_sheet(
    table: Table, mapping: Mapping, kind: Kind, *, options: frozenset[str] = frozenset()
) -> SheetRecords:
    """The records of a sheet, one per person and role, and every row that is set aside.

    `kind` is whose answers it holds where a row does not tell by itself; `options` are
    choices that are known to be one.
    """
    if not mapping.identifies:
        return SheetRecords((), (), (*table.findings, _nobody(table)))
    rows = choose_rows(table, mapping.fields, mapping.layout.unfinished if mapping.layout else ())
    read, findings = _read(table, mapping, rows.signups, kind, options)
    kept, merged = merge([item for item in read if isinstance(item, Record)])
    asides = [item for item in read if isinstance(item, Aside)]
    asides += [*merged, *_unfinished(table, mapping, rows, kind)]
    replaced = {aside.row for aside in merged}
    found = [
        *(finding for finding in table.findings if not _is_of_row(finding)),
        *column_notices(table, mapping, "mentee" if kind == "mentee" else "mentor"),
        *rows.notices,
        *(finding for finding in findings if finding.row not in replaced),
    ]
    in_order = sorted(asides, key=lambda aside: aside.row)
    return SheetRecords(tuple(kept), tuple(in_order), tuple(found))


def _read(
    table: Table, mapping: Mapping, rows: Sequence[Numbered], kind: Kind, options: frozenset[str]
) -> tuple[list[Record | Aside], list[Finding]]:
    """Every row as a record or set aside with its error, and the doubts about single cells."""
    places = {number: place for place, (number, _) in enumerate(rows)}
    flaws = {(places[flaw.row], flaw.column): flaw.message for flaw in table.flaws if flaw.row in places}
    around = Around(table.headers, options, _clock_of(table, mapping.layout), flaws)
    answers, found = read_columns([cells for _, cells in rows], mapping.fields, around)
    doubts: dict[int, list[CellDoubt]] = defaultdict(list)
    for doubt in found:
        doubts[doubt.place].append(doubt)
    needs = needs_of(answers, kind)
    broken = {finding.row: finding for finding in table.findings if _is_of_row(finding)}
    read: list[Record | Aside] = []
    findings: list[Finding] = []
    for place, (number, _) in enumerate(rows):
        row = OneRow(table, number, answers[place], tuple(doubts[place]), needs)
        finding = broken.get(number) or row.error()
        read.append(row.record(kind) if finding is None else Aside(number, "error", finding))
        of_error = None if finding is None else finding.column
        findings += [doubt for doubt in row.doubtful() if of_error is None or doubt.column != of_error]
    return read, findings


def _clock_of(table: Table, layout: Layout | None) -> Clock:
    """How the moments in a table are written."""
    if layout is None:
        return Clock(table.is_1904)
    order = {"mdy": True, "dmy": False}.get(layout.date_order or "")
    return Clock(table.is_1904, layout.zone == "UTC", order, layout.no_time)


def _unfinished(table: Table, mapping: Mapping, rows: Rows, kind: Kind) -> list[Aside]:
    """Previews and answers of people who stopped halfway, with what they say."""
    halves, _ = _read(table, mapping, (*rows.partial, *rows.previews), kind, frozenset())
    records = {item.row: item for item in halves if isinstance(item, Record)}
    why = say("This answer was not finished, so it is not imported. Import it if that is all you need.")
    test = say("This answer was made while trying the form, so it was left out.")
    return [
        *(
            Aside(row, "partial", Finding(table.file, row, None, None, why, "warning"), records.get(row))
            for row, _ in rows.partial
        ),
        *(
            Aside(row, "excluded", Finding(table.file, row, None, None, test, "notice"), records.get(row))
            for row, _ in rows.previews
        ),
    ]


def _is_of_row(finding: Finding) -> bool:
    return finding.severity == "error" and finding.row is not None


def _nobody(table: Table) -> Finding:
    message = say(
        "No column holds an e-mail address, an employee number or a name, "
        "so it is not clear whose answers these are. "
        "Check that this file holds the answers and not only the questions, and that the headings stand "
        "above them; the headings found are: {headings}.",
        headings=[heading[:60] for heading in table.headers if heading][:20],
    )
    return Finding(table.file, None, None, None, message)
