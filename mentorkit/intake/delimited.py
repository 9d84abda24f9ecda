"""Rows from a CSV file, whatever wrote it."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mentorkit.intake.refusals import refusal

Raw = list[list[str]]

SEPARATORS = ";,\t"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAID = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
_PREVIEW = 40


@dataclass(frozen=True)
class Records:
    """The rows of a CSV file; `old` names the rows in the old Windows alphabet among UTF-8 ones."""

    rows: Raw
    old: tuple[int, ...] = ()


def read_delimited(content: bytes, quality: Callable[[Raw], int]) -> Records:
    """The records of a CSV file; row 1 is the first record, a `sep=` line included.

    The separator is the one that the file names, or else the one whose first rows have
    the highest `quality`. Text is decoded by its byte order mark, or else record by
    record: UTF-8 where that is valid, Windows-1252 where it is not. Raises FileRefused
    when quotes never close.
    """
    text, is_certain = _decode(content)
    separator = _separator(text, quality)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise refusal("DAMAGED") from error
    return Records(rows) if is_certain else _recode(rows)


def _decode(content: bytes) -> tuple[str, bool]:
    """Text and whether it is certain; if not, every character still stands for one byte."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), True
            except UnicodeDecodeError:
                return content.removeprefix(mark).decode("latin-1"), False
    try:
        return content.decode("utf-8"), True
    except UnicodeDecodeError:
        return content.decode("latin-1"), False


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


def _separator(text: str, quality: Callable[[Raw], int]) -> str:
    if said := _SAID.match(text):
        return said[1]
    return max(
        SEPARATORS, key=lambda separator: (quality(_preview(text, separator)), _width(text, separator))
    )


def _width(text: str, separator: str) -> int:
    return max((len(row) for row in _preview(text, separator)), default=0)


def _preview(text: str, separator: str) -> Raw:
    def some() -> Iterator[list[str]]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        for _ in range(_PREVIEW):
            try:
                yield next(reader)
            except (StopIteration, csv.Error):
                return

    return list(some())
