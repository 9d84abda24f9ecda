"""From the bytes of a file to a table: its headings and its rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentorkit.intake.delimited import Raw, Records, read_delimited
from mentorkit.intake.refusals import refusal
from mentorkit.intake.screen import screen
from mentorkit.intake.tidy import tidy
from mentorkit.intake.vocabulary import forms_of, headings, mentioned
from mentorkit.intake.workbook import read_workbook
from mentorkit.model import Problem, Role
from mentorkit.text import say

MAX_ROWS = 200_000
_SEARCHED = 30

Cells = tuple[object, ...]


@dataclass(frozen=True)
class Table:
    """Headings and rows of one sheet.

    Row numbers are the ones she sees in Excel (record numbers in CSV). Cells are tidied;
    an empty one is None. Every row is as wide as the headings; a column without a
    heading has an empty one. Blank rows are left out. `problems` is what reading found.
    """

    file: str
    sheet: str
    header_row: int
    headers: tuple[str, ...]
    rows: tuple[tuple[int, Cells], ...]
    problems: tuple[Problem, ...] = ()

    @property
    def score(self) -> int:
        """How many of the headings are known."""
        return _score(self.headers)


def read_table(name: str, content: bytes) -> Table:
    """The table of sign-ups in a file: the sheet with the most headings we know.

    Raises FileRefused when the file is not safe to read, not a table or without rows.
    """
    return best_table(read_tables(name, content))


def read_tables(name: str, content: bytes) -> tuple[Table, ...]:
    """Every visible sheet with rows under a heading, in order; at least one.

    Raises FileRefused when the file is not safe to read, not a table or without rows.
    """
    if screen(name, content) == "text":
        records = read_delimited(content, _quality)
        tables = [_table(name, "", records.rows, _mixed(name, records))]
    else:
        tables = [_table(name, title, rows) for title, rows in read_workbook(content, MAX_ROWS)]
    filled = tuple(table for table in tables if table.rows)
    if not filled:
        raise refusal("NO_ROWS")
    return filled


def best_table(tables: Sequence[Table], role: Role | None = None) -> Table:
    """The sheet that is named after the role, or else has the most known headings."""

    def rank(table: Table) -> tuple[bool, int]:
        return table.score > 0 and role is not None and mentioned(table.sheet, "roles") == (
            role,
        ), table.score

    return max(tables, key=rank)


def _table(
    name: str, sheet: str, raw: Sequence[Sequence[object]], problems: tuple[Problem, ...] = ()
) -> Table:
    if len(raw) > MAX_ROWS:
        raise refusal("TOO_LARGE")
    rows = [tuple(tidy(cell) for cell in row) for row in raw]
    header = _header_row(rows)
    filled = [(number, row) for number, row in enumerate(rows, 1) if number > header and any_filled(row)]
    width = max((_width(row) for row in (*rows[header - 1 : header], *(row for _, row in filled))), default=0)
    return Table(
        file=name,
        sheet=sheet,
        header_row=header,
        headers=tuple("" if cell is None else str(cell) for cell in _fit(rows[header - 1], width))
        if rows
        else (),
        rows=tuple((number, _fit(row, width)) for number, row in filled),
        problems=problems,
    )


def any_filled(row: Sequence[object]) -> bool:
    """Whether there is anything in a row."""
    return any(cell is not None for cell in row)


def _header_row(rows: Sequence[Cells]) -> int:
    """The number of the row with the most known headings; failing that, the first with two texts."""
    scores = [_score(row) for row in rows[:_SEARCHED]]
    if any(scores):
        return scores.index(max(scores)) + 1
    texts = (sum(isinstance(cell, str) for cell in row) for row in rows[:_SEARCHED])
    return next((number for number, count in enumerate(texts, 1) if count > 1), 1)


def _score(row: Sequence[object]) -> int:
    """How many different known headings stand in a row."""
    known = headings()
    return len({forms_of(cell)[-1] for cell in row if isinstance(cell, str) and known.is_known(cell)})


def _quality(rows: Raw) -> int:
    return max((_score([tidy(cell) for cell in row]) for row in rows[:_SEARCHED]), default=0)


def _width(row: Cells) -> int:
    return max((place for place, cell in enumerate(row, 1) if cell is not None), default=0)


def _fit(row: Cells, width: int) -> Cells:
    return row[:width] + (None,) * (width - len(row))


def _mixed(name: str, records: Records) -> tuple[Problem, ...]:
    if not records.old:
        return ()
    message = say(
        "This file mixes two ways of writing letters such as é. "
        "Check the names in rows {rows}; correct them in the file if they are wrong.",
        rows=[str(row) for row in records.old[:20]],
    )
    return (Problem(name, None, None, None, message, "warning"),)
