"""Rows from a CSV file, whatever wrote it."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from mentorkit.reading.refusals import Refusal, refusal
from mentorkit.reading.screen import is_wide
from mentorkit.reading.shape import headings_in
from mentorkit.reading.xlsx.sheet import MAX_COLUMNS, MAX_ROWS

Raw = list[list[str]]

SEPARATORS = ";,\t|"
_UTF8_BOM = b"\xef\xbb\xbf"
_SAID = re.compile(r'\A"?sep=(.)"?\r?\n', re.IGNORECASE)
_PREVIEW = 40
_PREVIEWED = 200_000
_MAX_LINE = 1_000_000
_MAX_CELLS = 4_000_000
_END = "\x1e"
_AS_TEXT = re.compile(r'="([^"]*)"')
_GUARDED = re.compile(r"'[=+\-@\t\r]")


@dataclass(frozen=True)
class Records:
    """The rows of a CSV file; `old` names the rows in the old Windows alphabet among UTF-8 ones."""

    rows: Raw
    old: tuple[int, ...] = ()


def read_delimited(content: bytes, known: frozenset[str] = frozenset()) -> Records:
    """The records of a CSV file; row 1 is the first record, a `sep=` line included.

    A row without any answer has no cells.
    The separator is the one that the file names, or else the one with most headings of `known`
    (as `forms_of` writes them) in one of the first rows. Text is decoded by its byte order mark, or else
    record by record: UTF-8 where that is valid, Windows-1252 where it is not. Raises FileRefused
    when a quotation mark never closes, or when there are more rows or cells than we read.
    """
    text, is_certain = _decode(content)
    separator = _separator(text, known)
    rows = _records(text, separator)
    _check_quotes(rows, separator)
    records = Records(rows) if is_certain else _recode(rows)
    return Records([[_unwrapped(cell) for cell in row] for row in records.rows], records.old)


def _decode(content: bytes) -> tuple[str, bool]:
    """Text and whether it is certain; if not, every character still stands for one byte."""
    if encoding := is_wide(content):
        return content[: len(content) // 2 * 2].decode(encoding, "replace").lstrip("\ufeff"), True
    content = content.removeprefix(_UTF8_BOM)
    try:
        return content.decode("utf-8"), True
    except UnicodeDecodeError:
        return content.decode("latin-1"), False


def _records(text: str, separator: str) -> Raw:
    """All records; a mark behind the text tells whether the last quotation mark was closed."""
    rows: Raw = []
    try:
        lines = _lines(text.rstrip("\r\n") + "\n" + _END)
        for row in islice(csv.reader(lines, delimiter=separator), MAX_ROWS + 2):
            rows.append(row[:MAX_COLUMNS] if any(row) else [])
    except csv.Error as error:  # a cell larger than any answer: its quotation mark never closed
        raise refusal(Refusal.BAD_CSV, row=len(rows) + 1) from error
    if len(rows) > MAX_ROWS + 1 or sum(map(len, rows)) > _MAX_CELLS:
        raise refusal(Refusal.TOO_LARGE)
    if rows.pop() != [_END]:
        raise refusal(Refusal.BAD_CSV, row=len(rows) + 1)
    return rows


def _lines(text: str) -> Iterator[str]:
    for line in io.StringIO(text, newline=""):
        if len(line) > _MAX_LINE:
            raise refusal(Refusal.TOO_LARGE)
        yield line


def _check_quotes(rows: Raw, separator: str) -> None:
    """A mark that opens in one row and closes in another leaves whole rows inside one cell."""
    width = max((len(row) for row in rows[:_PREVIEW]), default=0)
    for number, row in enumerate(rows, 1):
        if len(row) != width and any(_holds_row(cell, separator, width) for cell in row if "\n" in cell):
            raise refusal(Refusal.BAD_CSV, row=number)


def _holds_row(cell: str, separator: str, width: int) -> bool:
    return width > 2 and any(line.count(separator) >= width - 1 for line in cell.splitlines()[1:])


def _recode(rows: Raw) -> Records:
    decoded = [_decode_record(row) for row in rows]
    kinds = {kind for _, kind in decoded}
    old = [number for number, (_, kind) in enumerate(decoded, 1) if kind == "cp1252"]
    return Records([row for row, _ in decoded], tuple(old) if "utf-8" in kinds else ())


def _decode_record(row: list[str]) -> tuple[list[str], str]:
    """One record in its own alphabet: plain ASCII, UTF-8 or Windows-1252."""
    if all(cell.isascii() for cell in row):
        return row, "ascii"
    try:
        return [cell.encode("latin-1").decode("utf-8") for cell in row], "utf-8"
    except UnicodeDecodeError:
        return [cell.encode("latin-1").decode("cp1252", "replace") for cell in row], "cp1252"


def _unwrapped(cell: str) -> str:
    """A cell without what keeps Excel from changing it: `="007"` and `'=text` of our own exports."""
    if found := _AS_TEXT.fullmatch(cell):
        return found[1]
    return cell[1:] if _GUARDED.match(cell) else cell


def _separator(text: str, known: frozenset[str]) -> str:
    if said := _SAID.match(text):
        return said[1]

    def rank(separator: str) -> tuple[int, int]:
        rows = _preview(text, separator)
        return max((headings_in(row, known) for row in rows), default=0), max(map(len, rows), default=0)

    return max(SEPARATORS, key=rank)


def _preview(text: str, separator: str) -> Raw:
    rows: Raw = []
    with suppress(csv.Error):
        rows.extend(islice(csv.reader(_lines(text[:_PREVIEWED]), delimiter=separator), _PREVIEW))
    return [row[:MAX_COLUMNS] for row in rows]
