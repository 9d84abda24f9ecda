"""A table: the headings of a sheet, its rows, and what reading it found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, cast

from mentorkit.intake.tables import oddities
from mentorkit.intake.tables.header import Cells, Numbered, find_header, known
from mentorkit.intake.tables.oddities import letters_of
from mentorkit.model import Finding
from mentorkit.reading.xlsx.sheet import RawSheet
from mentorkit.text import Message
from mentorkit.text.compare import folded, has_controls, is_formula, shown, tidy

State = Literal["visible", "hidden", "veryHidden"]

MAX_TEXT = 10_000
_SHOWN_CONTROLS = 20


@dataclass(frozen=True)
class Flaw:
    """A cell whose value cannot be trusted; an error on that cell wherever its column is used.

    `column` counts from 0. `value` is what stands in the cell, shortened and with
    invisible characters shown by their number.
    """

    row: int
    column: int
    value: str
    message: Message


@dataclass(frozen=True)
class Table:
    """Headings and rows of one sheet.

    Row numbers are the ones she sees in Excel (record numbers in CSV). Cells are tidied;
    an empty one is None. Every row is as wide as the headings; a column without a
    heading has an empty one. Blank rows are left out; hidden and struck rows are not.
    `header_texts` holds what stands in each of the `header_rows`, as wide as the headings;
    `above` holds the filled rows above them, such as titles.
    `findings` is what reading found, and `codes` are the names of those findings; an error
    with a row means that the row cannot be trusted. `flaws` are the cells that hold no
    usable value, and become a finding only where their column is used. `is_1904` tells
    how day numbers without a date format count.
    """

    file: str
    sheet: str
    header_rows: tuple[int, ...]
    headers: tuple[str, ...]
    rows: tuple[Numbered, ...]
    findings: tuple[Finding, ...] = ()
    state: State = "visible"
    hidden_rows: tuple[int, ...] = ()
    struck_rows: tuple[int, ...] = ()
    header_texts: tuple[tuple[str, ...], ...] = ()
    flaws: tuple[Flaw, ...] = ()
    codes: tuple[str, ...] = ()
    is_1904: bool = False
    above: tuple[Numbered, ...] = ()

    @property
    def header_row(self) -> int:
        """The last of the header rows; the answers stand below it."""
        return self.header_rows[-1]

    @property
    def score(self) -> int:
        """How many of the headings are known."""
        return known(self.headers)

    @cached_property
    def columns(self) -> tuple[tuple[object, ...], ...]:
        """The answers of every column, from the top; empty cells are none."""
        columns = (
            zip(*(cells for _, cells in self.rows), strict=True) if self.rows else [()] * len(self.headers)
        )
        return tuple(tuple(cell for cell in column if cell is not None) for column in columns)

    def answers(self, column: int) -> Sequence[object]:
        """The answers of a column, from the top; empty cells are none."""
        return self.columns[column]

    def is_option(self, column: int) -> bool:
        """Whether a column says its own heading or nothing, as a column for one option does."""
        heading, answers = folded(self.headers[column]), self.answers(column)
        return bool(heading and answers) and all(folded(str(answer)) == heading for answer in answers)


Found = tuple[str, Finding]


def table_in(file: str, sheet: RawSheet, *, is_1904: bool = False, found: Sequence[Found] = ()) -> Table:
    """The table in a sheet; `found` are findings that are there already, by code."""
    tidied = [(number, tuple(tidy(cell) for cell in cells)) for number, cells in sheet.rows]
    filled = [(number, cells[: _width(cells)]) for number, cells in tidied if _width(cells)]
    header = find_header(filled, [(first, last) for first, _, last, _ in sheet.merges])
    body = _filled_down([row for row in filled if row[0] > header.rows[-1]], sheet)
    width = max((len(cells) for _, cells in body), default=0)
    headings = header.headings + ("",) * (width - len(header.headings))
    numbers = {number for number, _ in body}
    hidden, struck = (tuple(row for row in rows if row in numbers) for rows in (sheet.hidden, sheet.struck))
    table = Table(
        file,
        str(tidy(sheet.title) or ""),
        header.rows,
        headings,
        _fitted(body, len(headings)),
        state=cast("State", sheet.state),
        hidden_rows=hidden,
        struck_rows=struck,
        header_texts=tuple(text + ("",) * (len(headings) - len(text)) for text in header.texts),
        flaws=tuple(_flaws(body, sheet)),
        is_1904=is_1904,
        above=_fitted([row for row in filled if row[0] < header.rows[0]], len(headings)),
    )
    return with_found(table, [*found, *_findings(table, sheet)])


def with_found(table: Table, found: Sequence[Found]) -> Table:
    """A table with more that reading found in it."""
    return replace(
        table,
        findings=(*table.findings, *(finding for _, finding in found)),
        codes=tuple(dict.fromkeys((*table.codes, *(code for code, _ in found if code)))),
    )


def name_of(table: Table, column: int) -> str:
    """A column as she can find it: its heading, with its letter when the heading is not enough.

    Empty for a column without heading and without values.
    """
    heading = table.headers[column]
    if table.headers.count(heading) == 1 and heading:
        return " ".join(heading.split())
    if heading or table.answers(column):
        return f"{heading} ({letters_of(column)})".strip()
    return ""


def places_of(table: Table) -> dict[str, int]:
    """The columns of a table by their names."""
    return {name_of(table, column): column for column in range(len(table.headers))}


def any_filled(row: Sequence[object]) -> bool:
    """Whether there is anything in a row."""
    return any(cell is not None for cell in row)


def _width(cells: Cells) -> int:
    return max((place for place, cell in enumerate(cells, 1) if cell is not None), default=0)


def _fitted(rows: Iterable[Numbered], width: int) -> tuple[Numbered, ...]:
    """Rows as wide as the headings, with texts that are far too long cut short."""
    return tuple(
        (number, (*map(_cut, cells[:width]), *(None,) * (width - len(cells)))) for number, cells in rows
    )


def _cut(cell: object) -> object:
    return shown(cell) if isinstance(cell, str) and len(cell) > MAX_TEXT else cell


def _filled_down(body: Sequence[Numbered], sheet: RawSheet) -> list[Numbered]:
    """The rows with every merged cell that begins among them in all of its rows."""
    merges = [merge for merge in sheet.merges if merge[2] > merge[0]]
    if not merges:
        return list(body)
    rows = {number: list(cells) for number, cells in body}
    reached: dict[int, int] = {}
    for first, column, last, _ in sorted(merges):
        if first <= reached.get(column, 0) or first not in rows:  # Excel makes none that overlap
            continue
        reached[column] = last
        value = rows[first][column - 1] if column <= len(rows[first]) else None
        for number in (row for row in range(first + 1, min(last, body[-1][0]) + 1) if row in rows):
            cells = rows[number]
            cells.extend([None] * (column - len(cells)))
            cells[column - 1] = value if cells[column - 1] is None else cells[column - 1]
    return [(number, tuple(cells)) for number, cells in rows.items()]


def _flaws(body: Sequence[Numbered], sheet: RawSheet) -> Iterator[Flaw]:
    rows = dict(body)
    for row, column, kind in sheet.flaws:
        cells = rows.get(row, ())
        if column <= len(cells) and cells[column - 1] is not None:
            yield Flaw(row, column - 1, shown(str(cells[column - 1])), oddities.FLAWS[kind])
    for row, cells in body:
        for column, cell in enumerate(cells):
            if (start := _cut(cell)) is not cell:
                yield Flaw(row, column, str(start), oddities.FLAWS["long"])


def _findings(table: Table, sheet: RawSheet) -> Iterator[Found]:
    if table.rows and not any(table.headers):
        yield "", oddities.headless(table.file, table.rows[0][0])
    if sheet.is_sparse:
        yield "SPARSE_SHEET", oddities.sparse(table.file)
    for columns in _duplicates(table):
        yield "DUPLICATE_HEADERS", oddities.duplicates(table.file, table.headers[columns[0]], columns)
    controls = list(_controls(row for row in sheet.rows if row[0] >= table.header_rows[0]))
    for row, column, cell in controls[:_SHOWN_CONTROLS]:
        heading = table.headers[column] if column < len(table.headers) else ""
        yield "CONTROL_CHARS", oddities.controls(table.file, row, heading, shown(cell))
    if more := len(controls[_SHOWN_CONTROLS:]):
        yield "CONTROL_CHARS", oddities.more_controls(table.file, more)
    texts = [(row, [cell for cell in cells if isinstance(cell, str)]) for row, cells in table.rows]
    if rows := [row for row, cells in texts if any(map(is_formula, cells))]:
        yield "FORMULA_TEXT", oddities.formulas(table.file, rows)
    if table.hidden_rows:
        yield "", oddities.hidden(table.file, len(table.hidden_rows))
    if table.struck_rows:
        yield "", oddities.struck(table.file, table.struck_rows)


def _duplicates(table: Table) -> Iterator[list[int]]:
    """Columns with the same heading; options of two questions may well be called the same."""
    forms = [folded(heading) for heading in table.headers]
    has_options = any(map(table.is_option, range(len(forms))))
    for form in dict.fromkeys(form for form in forms if form and forms.count(form) > 1):
        columns = [column for column, other in enumerate(forms) if other == form]
        if known([table.headers[columns[0]]]) or not has_options:
            yield columns


def _controls(rows: Iterable[tuple[int, Sequence[object]]]) -> Iterator[tuple[int, int, str]]:
    for row, cells in rows:
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and has_controls(cell):
                yield row, column, cell
