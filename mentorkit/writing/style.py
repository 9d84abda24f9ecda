"""How values look in what we write, and above all in the cells of a workbook that comes back to us."""

import hashlib
import re
from datetime import date, datetime

Value = str | int | float | bool | date | None

LONGEST = 32_767
"""So many characters fit in a cell of Excel."""

_PIECES = re.compile(r"(?:\\.|[^;\\])+", re.DOTALL)
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def joined(values: tuple[str, ...] | list[str]) -> str:
    r"""A list as one text; a semicolon inside a value, or a backslash, gets a backslash before it.

    >>> joined(["one", "two; three"])
    'one; two\\; three'
    """
    return "; ".join(value.replace("\\", "\\\\").replace(";", "\\;") for value in values)


def split(text: str) -> tuple[str, ...]:
    r"""The values of a list in one cell; a backslash keeps the semicolon behind it.

    >>> split("one; two\\; three")
    ('one', 'two; three')
    """
    pieces = (re.sub(r"\\(.)", r"\1", piece, flags=re.DOTALL).strip() for piece in _PIECES.findall(text))
    return tuple(piece for piece in pieces if piece)


def writable(text: str) -> str:
    r"""Text without what a workbook or a document cannot hold.

    >>> writable("Bo\x07 <&> 🌱")
    'Bo <&> 🌱'
    """
    return _UNWRITABLE.sub("", text)


def as_cell(value: object) -> Value:
    """A stored value as a cell holds it: lists joined, text without what a workbook cannot hold.

    Text longer than a cell of Excel holds is cut; empty text is None.
    """
    if isinstance(value, list | tuple):
        value = joined(value)
    if isinstance(value, str):
        text = writable(value.replace("\r\n", "\n").replace("\r", "\n"))[:LONGEST].strip()
        return text or None
    if value is None or isinstance(value, bool | int | float | date):
        return value
    raise TypeError(type(value).__name__)


def mark(value: object) -> str:
    """A short mark of a cell, so that it shows later whether somebody edited it."""
    cell = as_cell(value)
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, bool):
        cell = "yes" if cell else "no"
    if isinstance(cell, int | float):
        cell = f"{float(cell):.12g}"
    written = "" if cell is None else str(cell)
    return hashlib.sha256(written.encode()).hexdigest()[:10]
