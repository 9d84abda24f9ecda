"""Rows from an Excel workbook, values only; nothing in it is run or followed."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice

from openpyxl import load_workbook

from mentorkit.intake.refusals import refusal

MAX_COLUMNS = 500
BLANK_RUN = 1_000
"""A workbook ends after so many blank rows; a stray cell far below is no sign-up."""

# What openpyxl raised on 7,500 damaged workbooks; a damaged file is no fault of the program.
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_workbook(content: bytes, max_rows: int) -> list[tuple[str, list[list[object]]]]:
    """Title and rows of every visible sheet, in order; row 1 is the first row of the sheet.

    At most `max_rows` + 1 rows a sheet come back, so that the caller can see there are
    more. Raises FileRefused when the workbook cannot be read to its end.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions we do not read
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            try:
                sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
                return [(str(sheet.title), _rows(sheet, max_rows)) for sheet in sheets]
            finally:
                book.close()
    except _DAMAGE as error:
        raise refusal("DAMAGED") from error


def _rows(sheet: object, max_rows: int) -> list[list[object]]:
    sheet.reset_dimensions()  # type: ignore[attr-defined]  # a sheet may lie about its own size
    cells = sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS)  # type: ignore[attr-defined]
    rows = [list(row) for row in islice(_until_blank(cells), max_rows + 1)]
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    return rows


def _until_blank(rows: Iterator[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    blank = 0
    for row in rows:
        blank = 0 if any(cell is not None for cell in row) else blank + 1
        if blank > BLANK_RUN:
            return
        yield row
