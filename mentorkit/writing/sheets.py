"""The sheets of the workbooks we write: text stays text, headings stay in sight, and they print on A4."""

import io
import re
from collections.abc import Iterable, Sequence
from itertools import chain, repeat, zip_longest
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.protection import SheetProtection
from openpyxl.writer.excel import ExcelWriter

from mentorkit.writing.style import LONGEST, Value

Look = dict[str, Any]
"""How a cell looks: a font, an alignment and so on, by the name that openpyxl gives them."""

FONT: Look = {"name": "Calibri", "size": 11}
WRAPPED: Look = {"alignment": Alignment(wrap_text=True, vertical="top")}
HEAD: Look = {**WRAPPED, "font": Font(**FONT, bold=True), "border": Border(bottom=Side("thin"))}

_NO_XML = "\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff"
_ESCAPED = re.compile(f"[{_NO_XML}]|_(?=x[0-9A-Fa-f]{{4}}[_{_NO_XML}])")
_NO_TITLE = re.compile(r"[\\/*?:\[\]]")
_PADDING = 5 / 7
"""What Excel adds to the width of a column, in characters."""


def new_book() -> Any:
    """A workbook without sheets, that names no program as its author."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = None
    return book


def saved(book: Any) -> bytes:
    """The bytes of a workbook; none of it is put in a file on the way."""
    target = io.BytesIO()
    _Writer(book, ZipFile(target, "w", ZIP_DEFLATED)).save()
    return target.getvalue()


class _Writer(ExcelWriter):  # type: ignore[misc] # openpyxl has no types
    def write_worksheet(self, sheet: Any) -> None:
        with self._archive.open(sheet.path[1:], "w") as part:
            writer = WorksheetWriter(sheet, part)
            writer.write()
        sheet._rels = writer._rels
        self.manifest.append(sheet)


def title_of(text: str) -> str:
    """A title that Excel allows for a sheet: neither its signs for cells, nor an apostrophe at either end.

    >>> title_of("peters/meters"), title_of("1 '")
    ('peters-meters', '1')
    """
    return _NO_TITLE.sub("-", text)[:31].strip(" '")


def escaped(text: str) -> str:
    r"""Text as a workbook holds it: what XML cannot hold is written out, and so is what looks like that.

    >>> escaped("a\rb_x0041_")
    'a_x000D_b_x005F_x0041_'
    """
    return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def style_of(sheet: Any, look: Look) -> Any:
    """A look as the cells of this workbook share it."""
    cell = Cell(sheet, 1, 1)
    for name, part in look.items():
        setattr(cell, name, part)
    return cell._style


def cell_of(sheet: Any, value: Value, style: Any, note: str | None = None) -> Any:
    """A cell to append; text is text, also when it begins with = or reads #N/A."""
    cell = Cell(sheet, 1, 1, style_array=style)
    if not isinstance(value, str):
        cell.value = value
    elif value:
        cell._value, cell.data_type = escaped(value[:LONGEST]), "s"
    if note:
        cell.comment = Comment(escaped(note), "", height=111, width=256)
    return cell


def add_row(sheet: Any, values: Iterable[Value], *styles: Any) -> None:
    """One more row; the last style goes on to its end. None is no cell at all, empty text an empty cell."""
    cells = zip(values, chain(styles, repeat(styles[-1])), strict=False)
    sheet.append([None if value is None else cell_of(sheet, value, style) for value, style in cells])


def add_hidden(book: Any, title: str, columns: Iterable[Sequence[Value]]) -> None:
    """One more sheet, which only a program brings to light."""
    sheet = book.create_sheet(title)
    sheet.sheet_state = "veryHidden"
    for row in zip_longest(*columns):
        add_row(sheet, row, None)


def list_at(column: int, first: int, count: int) -> str:
    """Where the choices of a drop-down stand in the sheet with lists."""
    letter = get_column_letter(column)
    return f"_lists!${letter}${first}:${letter}${first + count - 1}"


def check(sheet: Any, column: int, rows: tuple[int, int], **rule: Any) -> None:
    """What the cells of a column may hold, from the first row to the last, and what is said beside them."""
    letter = get_column_letter(column)
    shown = {"allowBlank": True, "showInputMessage": True, "showErrorMessage": True}
    area = f"{letter}{rows[0]}:{letter}{rows[1]}"
    sheet.add_data_validation(DataValidation(sqref=area, **shown | rule))


def protect(sheet: Any, *allowed: str) -> None:
    """Locks the sheet without a password, all but the cells that are open and what is allowed."""
    is_locked = dict.fromkeys(("sheet", "objects", "scenarios"), True)
    sheet.protection = SheetProtection(**is_locked, **dict.fromkeys(allowed, False))


def set_columns(sheet: Any, widths: Iterable[float | None], looks: Iterable[Look | None] = ()) -> None:
    """How wide each column is, in characters, None for a hidden one, and how its empty cells look."""
    for number, (width, look) in enumerate(zip_longest(widths, looks), 1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.hidden = width is None
        if width is not None:
            column.width = width + _PADDING
        if look:
            column._style = style_of(sheet, look)


def width_for(heading: str, values: Iterable[object], widest: int = 45) -> int:
    """The width of a column, in characters, that shows most of its values on one line."""
    longest = max((len(line) for value in values if value for line in str(value).split("\n")), default=0)
    return min(widest, max(9, len(heading), longest) + 2)


def arrange(sheet: Any, corner: str, first: str = "") -> None:
    """Keeps what is above and left of a corner in sight; the headings filter, from a first column on."""
    heads = int(corner[1:]) - 1
    sheet.freeze_panes = corner
    if first:
        last = get_column_letter(sheet.max_column)
        sheet.auto_filter.ref = f"{first}{heads}:{last}{max(sheet.max_row, heads + 1)}"
    print_lying(sheet, heads)


def print_lying(sheet: Any, heads: int = 1) -> None:
    """Prints a sheet on A4, lying, one page wide, with the row of headings on every page."""
    sheet.print_title_rows = f"{heads}:{heads}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.page_margins = PageMargins(0.7, 0.7, 0.75, 0.75, 0.3, 0.3)
