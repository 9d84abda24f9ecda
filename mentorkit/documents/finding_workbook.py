"""The rows that need repair as a new workbook: what to do first, the cell at fault in red."""

import io
from collections.abc import Sequence
from typing import Protocol

import xlsxwriter

from mentorkit.model import Finding
from mentorkit.text import Speaker, say
from mentorkit.writing.cells import OPTIONS
from mentorkit.writing.style import print_lying, written

_NOT_IN_TITLES = "[]:*?/\\'"


class SheetOfRows(Protocol):
    """A sheet as it was read; row numbers are those she sees in Excel."""

    @property
    def file(self) -> str:
        """Name of the file."""
        ...

    @property
    def sheet(self) -> str:
        """Name of the sheet, empty for a text file."""
        ...

    @property
    def headers(self) -> tuple[str, ...]:
        """The headings, in order."""
        ...

    @property
    def rows(self) -> Sequence[tuple[int, Sequence[object]]]:
        """Row numbers with their cells, as wide as the headings."""
        ...


def finding_workbook(sheets: Sequence[tuple[SheetOfRows, Sequence[Finding]]], speak: Speaker) -> bytes:
    """A new .xlsx with the rows that have a problem, made from values; the file she sent is not touched.

    Every sheet comes with its own problems, since a problem does not name its sheet. The first column
    says what to do; the row number and the name of the sheet stand in hidden columns.
    """
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        for number, (table, findings) in enumerate(sheets, 1):
            found: dict[int, list[Finding]] = {}
            for one in findings:
                if one.row is not None and one.severity != "notice":
                    found.setdefault(one.row, []).append(one)
            _sheet(book, _title(number, table.sheet), table, found, speak)
    return target.getvalue()


def _title(number: int, name: str) -> str:
    """A name that Excel allows, and that no other sheet has."""
    return f"{number} {''.join(sign for sign in name if sign not in _NOT_IN_TITLES)}"[:31].strip()


def _sheet(
    book: xlsxwriter.Workbook,
    title: str,
    table: SheetOfRows,
    found: dict[int, list[Finding]],
    speak: Speaker,
) -> None:
    sheet = book.add_worksheet(title)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    red = book.add_format(
        {"text_wrap": True, "valign": "top", "bg_color": "#FFC7CE", "font_color": "#9C0006"}
    )
    sheet.write_row(0, 0, [speak(say("What to do")), "_row", "_sheet", *table.headers], head)
    place = 0
    for number, cells in table.rows:
        if number not in found:
            continue
        place += 1
        sheet.write_string(place, 0, " ".join(speak(one.message) for one in found[number]), red)
        sheet.write_number(place, 1, number)
        sheet.write_string(place, 2, table.sheet)
        faults = {one.column: speak(one.message) for one in found[number] if one.column}
        for column, cell in enumerate(cells):
            fault = faults.get(table.headers[column])
            text = written(cell if isinstance(cell, str | int | float | None) else str(cell))
            sheet.write(place, 3 + column, text, red if fault else plain)
            if fault:
                sheet.write_comment(place, 3 + column, fault)
    sheet.set_column(0, 0, 50)
    sheet.set_column(1, 2, None, None, {"hidden": True})
    sheet.set_column(3, 2 + max(1, len(table.headers)), 20)
    sheet.autofilter(0, 0, max(place, 1), 2 + len(table.headers))
    sheet.freeze_panes(1, 1)
    print_lying(sheet, heads_in=0)
