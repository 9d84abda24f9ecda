"""Our own workbook of a programme, read back: the rows as they stand, with ids and marks."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from mentorkit.reading.apart import read_apart
from mentorkit.reading.csv import Records
from mentorkit.reading.xlsx.sheet import RawSheet
from mentorkit.reading.xlsx.workbook import Workbook

_ABOUT = "_mentorkit"
_LOOKED_AT = 100_000
_DAMAGE = (EOFError, LookupError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)
_HEADS = 2


@dataclass(frozen=True)
class ReturnedRow:
    """One row: its number in Excel, what it was exported as, and its cells by field.

    `id` is empty for a row that was added, which has only the cells that are filled in; `marks` tells by
    field how the cell was exported; `who` is the name in a sheet with sign-ups.
    """

    row: int
    id: str
    marks: Mapping[str, str]
    who: str
    cells: Mapping[str, object]


@dataclass(frozen=True)
class ReturnedSheet:
    """What is on a sheet, its title and the headings by field, as Excel shows them, and its rows."""

    name: str
    title: str
    headings: Mapping[str, str]
    rows: tuple[ReturnedRow, ...]


@dataclass(frozen=True)
class ReturnedBook:
    """The sheets by what is in them: person, mentor, mentee, preference, pair or programme.

    A sheet that was deleted, or lost its hidden first row, is not there.
    """

    file: str
    programme_id: str
    sheets: Mapping[str, ReturnedSheet]


def is_programme_workbook(content: bytes) -> bool:
    """Whether this looks like a workbook that we exported; only its list of sheets is looked at."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open("xl/workbook.xml") as part:
            return f'name="{_ABOUT}"'.encode() in part.read(_LOOKED_AT)
    except (*_DAMAGE, zipfile.BadZipFile):
        return False


def read_programme_workbook(name: str, content: bytes) -> ReturnedBook | None:
    """The rows of a workbook that we exported, None for any other workbook.

    It is read in a process of its own. Raises FileRefused when the file is not safe to read.
    """
    return as_returned(name, read_apart(name, content)) if is_programme_workbook(content) else None


def as_returned(name: str, book: Workbook | Records) -> ReturnedBook | None:
    """The rows in what was read of a file, None when it is no workbook that we exported."""
    sheets = book.sheets if isinstance(book, Workbook) else []
    about = next((sheet for sheet in sheets if sheet.title == _ABOUT), None)
    if about is None or not about.rows:
        return None
    found = {one.name: one for one in map(_sheet, sheets) if one}
    return ReturnedBook(name, str(about.rows[0][1][0]), found)


def _sheet(sheet: RawSheet) -> ReturnedSheet | None:
    first, second = (dict(sheet.rows).get(number, []) for number in (1, _HEADS))
    names = {str(cell): column for column, cell in enumerate(first) if cell}
    marks = next((name for name in names if name.startswith("marks ")), None)
    kind = str(first[0]) if first else ""
    if not kind.startswith("_") or marks is None or "who" not in names:
        return None
    fields = marks.split()[1:]
    at = {field: names[field] for field in fields if field in names}
    headings = {field: str(_at(second, column) or field) for field, column in at.items()}
    hidden = 0, names[marks], names["who"]
    rows = (_row(number, cells, fields, at, hidden) for number, cells in sheet.rows if number > _HEADS)
    return ReturnedSheet(kind[1:], sheet.title, headings, tuple(row for row in rows if row.id or row.cells))


def _row(
    number: int, cells: list[object], fields: list[str], at: Mapping[str, int], hidden: tuple[int, ...]
) -> ReturnedRow:
    """A row, with its fields `at` their columns, and the columns of its id, its marks and its name."""
    one, marks, who = (str(_at(cells, column) or "") for column in hidden)
    said = {field: _at(cells, column) for field, column in at.items()}
    if one:
        return ReturnedRow(number, one, dict(zip(fields, marks.split(), strict=False)), who.strip(), said)
    filled = {field: cell for field, cell in said.items() if cell is not None}
    return ReturnedRow(number, "", {}, who.strip(), filled)


def _at(cells: list[object], column: int) -> object:
    cell = cells[column] if column < len(cells) else None
    return None if isinstance(cell, str) and not cell.strip() else cell
