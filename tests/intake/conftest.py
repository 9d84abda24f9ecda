"""Files as coordinators have them, made in the test."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import pytest

from mentorkit.writing import sheets

Rows = Iterable[Sequence[object]]
TEXT = re.compile(rb't="inlineStr"><is>(.*?)</is>', re.DOTALL)


def workbook(*named: tuple[str, Rows]) -> bytes:
    """A workbook with these sheets; text stays text, also when it begins with =."""
    book = sheets.new_book()
    for title, rows in named:
        sheet = book.create_sheet(title)
        date_style = sheets.style_of(sheet, {"number_format": "dd-mm-yyyy hh:mm"})
        for cells in rows:
            styles = [date_style if isinstance(cell, datetime) else None for cell in cells]
            sheet.append([sheets.cell_of(sheet, *one) for one in zip(cells, styles, strict=True)])
    return as_excel_packs_it(sheets.saved(book))


def as_excel_packs_it(content: bytes) -> bytes:
    """The same workbook with every text once, in a part that all sheets share."""
    texts: dict[bytes, int] = {}

    def shared(name: str, data: bytes) -> bytes:
        if "workbook.xml.rels" in name:
            kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
            one = b'<Relationship Id="texts" Type="%s" Target="sharedStrings.xml"/></Relationships>' % kind
            return data.replace(b"</Relationships>", one)
        return TEXT.sub(lambda found: b't="s"><v>%d</v>' % texts.setdefault(found[1], len(texts)), data)

    sheets_only = repacked(content, shared, {})
    items = b"".join(b"<si>%s</si>" % text for text in texts)
    spoken = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</sst>' % items
    return repacked(sheets_only, lambda _, data: data, {"xl/sharedStrings.xml": spoken})


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
