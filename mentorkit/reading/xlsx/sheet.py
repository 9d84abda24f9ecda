"""One sheet of a workbook: its filled rows, and what Excel knows about them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mentorkit.reading.refusals import Refusal, refusal
from mentorkit.reading.xlsx.serials import moment
from mentorkit.reading.xlsx.xml import MAX_PIECES, Listener

MAX_ROWS = 200_000
MAX_CELLS = 800_000
MAX_CHARACTERS = 40_000_000
MAX_COLUMNS = 500
BLANK_RUN = 1_000
"""A sheet ends after so many blank rows; a stray cell far below is no sign-up."""

_MAX_MERGES = 20_000
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?", re.IGNORECASE)

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; all from 1."""


@dataclass(frozen=True)
class Styles:
    """Per cell style: its date format (empty for none) and whether it is struck through."""

    dates: Sequence[str] = ()
    struck: Sequence[bool] = ()


@dataclass
class RawSheet:
    """What stands in a sheet, before anything is made of it.

    `rows` holds the filled rows only, with their number; a cell is None, text, a number,
    a truth value or a moment. `flaws` are row, column (from 1) and kind of cells without
    a usable value: "formula" without a result, "error" such as #N/A, "date" out of range.
    """

    title: str
    state: str
    rows: list[tuple[int, list[object]]] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    struck: list[int] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    flaws: list[tuple[int, int, str]] = field(default_factory=list)
    is_sparse: bool = False


@dataclass
class Budget:
    """How many cells and characters the sheets of a workbook may still hold."""

    cells: int = MAX_CELLS
    characters: int = MAX_CHARACTERS

    def spend(self, row: Mapping[int, object]) -> None:
        """Takes a row off; raises FileRefused when it is too much."""
        self.cells -= len(row)
        self.characters -= sum(len(cell) for cell in row.values() if isinstance(cell, str))
        if self.cells < 0 or self.characters < 0:
            raise refusal(Refusal.TOO_LARGE)


class SheetReader(Listener):
    """Fills a sheet from its XML, one row at a time.

    Raises FileRefused when there are more rows or cells than we read, and IndexError or
    ValueError where the sheet is damaged.
    """

    def __init__(
        self, sheet: RawSheet, strings: Sequence[str], styles: Styles, budget: Budget, *, is_1904: bool
    ) -> None:
        self.sheet, self.strings, self.styles, self.budget = sheet, strings, styles, budget
        self.is_1904 = is_1904
        self.number, self.is_hidden, self.is_struck = 0, False, False
        self.cells: dict[int, object] = {}
        self.column, self.kind, self.style = 0, "n", 0
        self.parts: dict[str, list[str]] = {}
        self.part: list[str] | None = None
        self.in_reading_aid = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A row, a cell, a value in it, or what Excel knows of the sheet."""
        if name == "c":
            self._start_cell(attributes)
        elif name in {"v", "t", "f"}:
            self.part = None if self.in_reading_aid else self.parts.setdefault(name, [])
        elif name == "row":
            number = int(attributes.get("r") or self.number + 1)
            self.number = max(number, self.number + 1)
            self.is_hidden = attributes.get("hidden") in {"1", "true"}
            self.cells, self.column, self.is_struck = {}, 0, False
        elif name == "rPh":
            self.in_reading_aid = True
        elif name == "mergeCell" and len(self.sheet.merges) < _MAX_MERGES:
            self.sheet.merges += areas(attributes.get("ref", ""))
        elif name == "dimension":
            self._look_at_size(attributes.get("ref", ""))

    def text(self, data: str) -> None:
        """A piece of a value."""
        if self.part is not None and len(self.part) < MAX_PIECES:
            self.part.append(data)

    def end(self, name: str) -> None:
        """The end of a value, a cell or a row."""
        if name in {"v", "t", "f"}:
            self.part = None
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self._end_row()
        elif name == "rPh":
            self.in_reading_aid = False

    def _look_at_size(self, ref: str) -> None:
        for _, _, last_row, last_column in areas(ref):
            self.sheet.is_sparse = last_row > MAX_ROWS or last_column > MAX_COLUMNS

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        letters = attributes.get("r", "").rstrip("0123456789")
        self.column = column_number(letters) if letters else self.column + 1
        self.kind = attributes.get("t", "n")
        self.style = int(attributes.get("s", 0))
        self.parts = {}

    def _end_cell(self) -> None:
        value = self._value("".join(self.parts.get("v", ())))
        if value is None or value == "":
            return
        if self.column > MAX_COLUMNS:
            self.sheet.is_sparse = True
            return
        self.cells[self.column] = value
        if self.style < len(self.styles.struck) and self.styles.struck[self.style]:
            self.is_struck = True

    def _value(self, said: str) -> object:
        if "f" in self.parts and not said and self.kind != "str":
            self._flaw("formula")
            return "=" + "".join(self.parts["f"])
        match self.kind:
            case "s":
                return self.strings[int(said)] if said else None
            case "inlineStr":
                return unescaped("".join(self.parts.get("t", ())))
            case "str":
                return unescaped(said)
            case "b":
                return said in {"1", "true"} if said else None
            case "e":
                self._flaw("error")
                return said
        return self._number(said) if said else None

    def _number(self, said: str) -> object:
        date_format = self.styles.dates[self.style] if self.style < len(self.styles.dates) else ""
        value = moment(said, date_format, self.is_1904, is_iso=self.kind == "d")
        if value is None:
            self._flaw("date")
            return said
        return value

    def _flaw(self, kind: str) -> None:
        self.sheet.flaws.append((self.number, self.column, kind))

    def _end_row(self) -> None:
        if not self.cells:
            return
        rows = self.sheet.rows
        if rows and self.number > rows[-1][0] + BLANK_RUN:
            self.sheet.is_sparse = True
            return
        self.budget.spend(self.cells)
        if len(rows) >= MAX_ROWS:
            raise refusal(Refusal.TOO_LARGE)
        rows.append((self.number, [self.cells.get(column + 1) for column in range(max(self.cells))]))
        if self.is_hidden:
            self.sheet.hidden.append(self.number)
        if self.is_struck:
            self.sheet.struck.append(self.number)


def areas(ref: str) -> list[Area]:
    """The area a reference names; none when it names none.

    >>> areas("B2:C10"), areas("A1"), areas("")
    ([(2, 2, 10, 3)], [(1, 1, 1, 1)], [])
    """
    found = _REFERENCE.fullmatch(ref.replace("$", ""))
    if not found:
        return []
    row, column = int(found[2]), column_number(found[1])
    return [(row, column, int(found[4] or row), column_number(found[3]) if found[3] else column)]


def column_number(letters: str) -> int:
    """Column letters as a number; ValueError where they are none.

    >>> column_number("A"), column_number("XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + _LETTERS.index(letter) + 1
    return number


def unescaped(text: str) -> str:
    r"""Text of a workbook with its written-out characters put back.

    >>> unescaped("a_x000D_b_x005F_x0041_")
    'a\rb_x0041_'
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
