"""The cells of an import as a review reads them: what each says now, and where it says it."""

from collections import defaultdict

from mentorkit.intake import Table
from mentorkit.intake.tables.table import name_of, places_of
from mentorkit.intake.values.cells import as_text
from mentorkit.model import Finding
from mentorkit.model.fields import NAME_PARTS, NAMED_BY
from mentorkit.text import Message
from mentorkit.workflows.intake.edits import CellAt, ColumnAt, Edits, RowAt, SheetAt
from mentorkit.workflows.intake.reviewed import Review, ReviewedRow
from mentorkit.workflows.intake.sheets import Sheet

_WHO = (*NAMED_BY, *NAME_PARTS)


def in_file(edits: Edits, at: CellAt, now: str) -> str:
    """What stood in the file where an earlier edit for all alike put this text."""
    column = ColumnAt(at.file, at.sheet, at.column)
    return next((old for (where, old), new in edits.alike.items() if (where, new) == (column, now)), now)


def suggestions(review: Review) -> dict[CellAt, str]:
    """What may be meant in the cells of rows that are taken in, as far as anything is likely."""
    return {
        CellAt(*row.at, doubt.column): doubt.suggestion
        for row in review.rows
        for doubt in row.doubts
        if doubt.suggestion
    }


class Cells:
    """The cells of an import as they are read now, by where they are."""

    def __init__(self, review: Review) -> None:
        self._sheets = {sheet.at: sheet for sheet in review.sheets}
        self._rows = {sheet.at: dict(sheet.table.rows) for sheet in review.sheets}

    def sheet(self, at: RowAt | CellAt) -> Sheet:
        """The sheet that a row or a cell stands in."""
        return self._sheets[SheetAt(at.file, at.sheet)]

    def text(self, at: CellAt) -> str | None:
        """What a cell says; None for a column that is not there."""
        found = self._cells(at)
        return as_text(found[0]) if found else None

    def decimal(self, at: CellAt) -> float | None:
        """The number in a cell that holds one with decimals, as a workbook does; None for a text."""
        found = self._cells(at)
        return found[0] if found and isinstance(found[0], float) else None

    def _cells(self, at: CellAt) -> list[object]:
        """The cell itself; nothing for a column that is not there."""
        where = SheetAt(at.file, at.sheet)
        cells = self._rows.get(where, {}).get(at.row)
        places = places_of(self._sheets[where].table) if cells else {}
        return [cells[places[at.column]]] if cells and at.column in places else []

    def faults(self, row: ReviewedRow) -> dict[str, list[Message]]:
        """The columns in which something of a row is wrong, with what that is.

        Of a row that does not tell enough of who it is about these are the empty ones that would.
        """
        found: dict[str, list[Message]] = defaultdict(list)
        for finding in row.findings:
            if finding.column:
                found[finding.column].append(finding.message)
        if found or row.state != "error":
            return found
        sheet = self.sheet(row.at)
        names = (name_of(sheet.table, at) for at, field in sheet.columns.fields.items() if field in _WHO)
        return {name: [] for name in names if not self.text(CellAt(*row.at, name))}

    def alike(self, at: CellAt) -> int:
        """How many cells of the column say the same, this one included."""
        table = self.sheet(at).table
        column = places_of(table).get(at.column)
        cells = [] if column is None else [as_text(cells[column]) for _, cells in table.rows]
        return cells.count(self.text(at) or "")


def rows_to_repair(review: Review) -> list[tuple[Table, list[Finding]]]:
    """Every sheet that is read with its errors and warnings, where it has any."""
    found: dict[SheetAt, list[Finding]] = {sheet.at: [] for sheet in review.sheets}
    for row in review.rows:
        if row.state != "skipped":
            found[SheetAt(*row.at[:2])] += [one for one in row.findings if one.severity != "notice"]
    return [(sheet.table, found[sheet.at]) for sheet in review.sheets if found[sheet.at]]
