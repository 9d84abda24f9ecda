"""The rows that need repair as a new workbook: what to do first, the cell at fault in red."""

from collections.abc import Sequence
from typing import Any

from openpyxl.styles import Font, PatternFill

from mentorkit.intake.tables.table import Table
from mentorkit.model import Finding
from mentorkit.text import Speaker, say
from mentorkit.writing import sheets
from mentorkit.writing.style import as_cell

_RED = {
    **sheets.WRAPPED,
    "fill": PatternFill("solid", "FFFFC7CE"),
    "font": Font(**sheets.FONT, color="FF9C0006"),
}


def finding_workbook(tables: Sequence[tuple[Table, Sequence[Finding]]], speak: Speaker) -> bytes:
    """A new .xlsx with the rows that have a problem, made from values; the file she sent is not touched.

    Every sheet comes with its own problems, since a problem does not name its sheet. The first column
    says what to do; the row number and the name of the sheet stand in hidden columns.
    """
    book = sheets.new_book()
    for number, (table, findings) in enumerate(tables, 1):
        found: dict[int, list[Finding]] = {}
        for one in findings:
            if one.row is not None and one.severity != "notice":
                found.setdefault(one.row, []).append(one)
        _sheet(book.create_sheet(sheets.title_of(f"{number} {table.sheet}")), table, found, speak)
    return sheets.saved(book)


def _sheet(sheet: Any, table: Table, found: dict[int, list[Finding]], speak: Speaker) -> None:
    head, plain, red = (sheets.style_of(sheet, look) for look in (sheets.HEAD, sheets.WRAPPED, _RED))
    sheets.add_row(sheet, [speak(say("What to do")), "_row", "_sheet", *table.headers], head)
    for number, cells in table.rows:
        if number not in found:
            continue
        told = " ".join(speak(one.message) for one in found[number])
        row = [sheets.cell_of(sheet, told, red), number, sheets.cell_of(sheet, table.sheet, None)]
        faults = {one.column: speak(one.message) for one in found[number] if one.column}
        for header, cell in zip(table.headers, cells, strict=True):
            fault = faults.get(header)
            text = as_cell(cell if isinstance(cell, str | int | float | None) else str(cell))
            row.append(sheets.cell_of(sheet, text, red if fault else plain, fault))
        sheet.append(row)
    sheets.set_columns(sheet, [50, None, None, *[20] * len(table.headers)])
    sheets.arrange(sheet, "B2", "A")
