"""Files as coordinators have them, made in the test."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import pytest
import xlsxwriter

Rows = Iterable[Sequence[object]]


def workbook(*sheets: tuple[str, Rows]) -> bytes:
    """A workbook with these sheets; text stays text, also when it begins with =."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        date_format = book.add_format({"num_format": "dd-mm-yyyy hh:mm"})
        for title, rows in sheets:
            sheet = book.add_worksheet(title)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, datetime):
                        sheet.write_datetime(row, column, cell, date_format)
                    elif cell is not None:
                        sheet.write(row, column, cell)
    return stream.getvalue()


def delimited(rows: Rows, separator: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """A CSV file."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows(rows)
    return stream.getvalue().encode(encoding)


def repacked(content: bytes, replace: Callable[[str, bytes], bytes], extra: dict[str, bytes]) -> bytes:
    """A workbook with its parts changed and others added."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, replace(part.filename, old.read(part)))
        for name, data in extra.items():
            new.writestr(name, data)
    return stream.getvalue()


@pytest.fixture
def book() -> Callable[..., bytes]:
    return workbook


@pytest.fixture
def csv_file() -> Callable[..., bytes]:
    return delimited


@pytest.fixture
def repack() -> Callable[..., bytes]:
    return repacked


@pytest.fixture
def small() -> bytes:
    """A sound workbook with one mentor."""
    return workbook(("Sheet1", [["Naam", "E-mail"], ["Noor Bakker", "noor@example.org"]]))
