"""Her edits in the raw cells of a sheet, before anything in them is read."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mentorkit.intake import Table
from mentorkit.intake.tables.table import places_of
from mentorkit.intake.values.cells import as_text
from mentorkit.text.compare import tidy
from mentorkit.workflows.intake.edits import Edits, SheetAt

Place = tuple[int, int]


def edited_table(table: Table, edits: Edits, header: int | None = None) -> Table:
    """A table with its headings in the row she chose, or else in `header`, and with her cells.

    What reading found in a cell is gone once she edited it, and what it found in a row once
    she edited any cell of that row.
    """
    chosen = edits.headers.get(SheetAt(table.file, table.sheet), header)
    headed = table if chosen is None else with_header(table, chosen)
    cells = dict(_edited_cells(headed, edits))
    return _with_cells(headed, cells) if cells else headed


def with_header(table: Table, row: int) -> Table:
    """The table with its headings in this one row; the same table when there is no such row."""
    texts = dict(zip(table.header_rows, table.header_texts, strict=False)) | {
        number: tuple(map(as_text, cells)) for number, cells in (*table.above, *table.rows)
    }
    if row not in texts or table.header_rows == (row,):
        return table
    above = [(number, texts[number]) for number in sorted(texts) if row < number <= table.header_row]
    below = [*((number, tuple(map(tidy, cells))) for number, cells in above), *table.rows]
    rows = tuple((number, cells) for number, cells in below if number > row)
    return replace(table, header_rows=(row,), header_texts=(texts[row],), headers=texts[row], rows=rows)


def _edited_cells(table: Table, edits: Edits) -> Iterator[tuple[Place, object]]:
    """Row number and column of the cells that she edited, with what they hold now."""
    at = (table.file, table.sheet)
    columns = places_of(table)
    alike: dict[int, dict[str, str]] = {}
    for (where, old), new in edits.alike.items():
        if where[:2] == at and where.column in columns:
            alike.setdefault(columns[where.column], {})[old] = new
    for number, cells in table.rows:
        for column, meant in alike.items():
            if (old := as_text(cells[column])) in meant:
                yield (number, column), tidy(meant[old])
    for cell, new in edits.cells.items():
        if cell[:2] == at and cell.column in columns:
            yield (cell.row, columns[cell.column]), tidy(new)


def _with_cells(table: Table, changed: Mapping[Place, object]) -> Table:
    touched = {row for row, _ in changed}
    rows = dict(table.rows)
    for (number, column), now in changed.items():
        if number in rows:
            rows[number] = (*rows[number][:column], now, *rows[number][column + 1 :])
    return replace(
        table,
        rows=tuple(rows.items()),
        findings=tuple(finding for finding in table.findings if finding.row not in touched),
        flaws=tuple(flaw for flaw in table.flaws if (flaw.row, flaw.column) not in changed),
    )
