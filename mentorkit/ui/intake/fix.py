"""The fields of one line of an import: a cell to correct, a row to skip, a choice to make."""

from collections.abc import Callable

import marimo as mo

from mentorkit.intake.understand.columns import name_of
from mentorkit.text import say_count
from mentorkit.ui.frame.page import Page
from mentorkit.ui.intake.draft import Draft
from mentorkit.workflows.intake.edited import cell_text
from mentorkit.workflows.intake.edits import CellAt, ColumnAt, Edits, RowAt
from mentorkit.workflows.intake.review import Review, Sheet


class Fix:
    """The new text of one cell, perhaps for all cells of its column that say the same."""

    def __init__(self, at: CellAt, old: str, draft: Draft) -> None:
        self._at, self._old, self._draft = at, old, draft
        self._text, self._is_for_all = old, False

    def write(self, text: str) -> None:
        """Another text was typed."""
        self._text = text
        self._draft.put(self._at, self._change)

    def for_all(self, is_for_all: bool) -> None:
        """It is for all that say the same, or for this one only."""
        self._is_for_all = is_for_all
        self._draft.put(self._at, self._change)

    def _change(self, edits: Edits) -> Edits:
        if self._text == self._old:
            return edits
        if self._is_for_all:
            return edits.all_alike(self._at, in_file(edits, self._at, self._old), self._text)
        return edits.cell(self._at, self._text)


def in_file(edits: Edits, at: CellAt, now: str) -> str:
    """What stood in the file where an earlier edit for all alike put this text."""
    column = ColumnAt(at.file, at.sheet, at.column)
    return next((old for (where, old), new in edits.alike.items() if (where, new) == (column, now)), now)


class Cells:
    """The cells of an import as they are read now, by where they are."""

    def __init__(self, review: Review) -> None:
        self._sheets = {sheet.at: sheet for sheet in review.sheets}
        self._rows: dict[tuple[str, str], dict[int, tuple[object, ...]]] = {}

    def sheet(self, at: RowAt) -> Sheet:
        """The sheet that a row stands in."""
        return self._sheets[at[:2]]  # type: ignore[index]

    def text(self, at: CellAt) -> str | None:
        """What a cell says; None for a column that is not there."""
        sheet = self._sheets.get(at[:2])  # type: ignore[call-overload]
        column = _column_of(sheet, at.column) if sheet else None
        cells = self._row(sheet, at.row) if sheet else None
        return None if column is None or cells is None else cell_text(cells[column])

    def alike(self, at: CellAt) -> int:
        """How many cells of the column say the same, this one included."""
        sheet = self._sheets[at[:2]]  # type: ignore[index]
        column, said = _column_of(sheet, at.column), self.text(at)
        if column is None:
            return 0
        return sum(cell_text(cells[column]) == said for _, cells in sheet.table.rows)

    def _row(self, sheet: Sheet, row: int) -> tuple[object, ...] | None:
        rows = self._rows.setdefault(sheet.at, {})
        if not rows:
            rows.update(sheet.table.rows)
        return rows.get(row)


def cell_fields(page: Page, at: CellAt, cells: Cells, draft: Draft) -> tuple[mo.Html, ...]:
    """A field with the text of a cell and, when others say the same, a box for all of them."""
    old = cells.text(at)
    if old is None:
        return ()
    fix = Fix(at, old, draft)
    text = mo.ui.text(value=old, full_width=True, on_change=fix.write)
    more = cells.alike(at) - 1 if old else 0
    if more < 1:
        return (text,)
    label = say_count("also {n} other that says this", "also {n} others that say this", more)
    return text, mo.ui.checkbox(label=page.speak(label), on_change=fix.for_all)


def tick(
    key: object, change: Callable[[Edits, bool], Edits], draft: Draft, label: str, *, is_on: bool = False
) -> mo.ui.checkbox:
    """A box that stands for a change while it is ticked, and for its opposite otherwise."""

    def choose(now: bool) -> None:
        draft.put(("tick", key), lambda edits: change(edits, now))

    return mo.ui.checkbox(value=is_on, label=label, on_change=choose)


def _column_of(sheet: Sheet, name: str) -> int | None:
    names = (name_of(sheet.table, column) for column in range(len(sheet.table.headers)))
    return next((column for column, one in enumerate(names) if one == name), None)
