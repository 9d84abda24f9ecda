"""The fields of one line of an import: a cell to correct, a row to skip, a choice to make."""

from collections.abc import Callable, Hashable
from typing import TypeVar

import marimo as mo

from mentorkit.text import say_count
from mentorkit.ui.frame.page import Page, unseen
from mentorkit.ui.intake.draft import Draft
from mentorkit.workflows.intake.edits import CellAt, Edits
from mentorkit.workflows.intake.review_cells import Cells, in_file

Value = TypeVar("Value")


class Fix:
    """The new text of one cell, perhaps for all cells of its column that say the same.

    The text it has now may be `shown` in another way: with the decimal sign of the reader.
    """

    def __init__(self, at: CellAt, old: str, draft: Draft, shown: str | None = None) -> None:
        self._at, self._old, self._draft = at, old, draft
        self._shown = old if shown is None else shown
        self._text, self._is_for_all = self._shown, False

    def write(self, text: str) -> None:
        """Another text was typed."""
        self._text = text
        self._draft.put(self._at, self._change)

    def for_all(self, is_for_all: bool) -> None:
        """It is for all that say the same, or for this one only."""
        self._is_for_all = is_for_all
        self._draft.put(self._at, self._change)

    def _change(self, edits: Edits) -> Edits:
        if self._text == self._shown:
            return edits
        if self._is_for_all:
            return edits.all_alike(self._at, in_file(edits, self._at, self._old), self._text)
        return edits.cell(self._at, self._text)


def cell_fields(page: Page, at: CellAt, cells: Cells, draft: Draft) -> tuple[mo.Html, ...]:
    """A field with the text of a cell and, when others say the same, a box for all of them."""
    old = cells.text(at)
    if old is None:
        return ()
    decimal = cells.decimal(at)
    shown = old if decimal is None else page.speak.digits(decimal)
    fix = Fix(at, old, draft, shown)
    text = mo.ui.text(value=shown, full_width=True, label=unseen(at.column), on_change=fix.write)
    more = cells.alike(at) - 1 if old else 0
    if more < 1:
        return (text,)
    label = say_count("also the other cell with this text", "also the {n} other cells with this text", more)
    return text, mo.ui.checkbox(label=page.speak(label), on_change=fix.for_all)


def choice(
    options: dict[str, Value],
    now: str,
    key: Hashable,
    change: Callable[[Edits, Value], Edits],
    draft: Draft,
    name: str,
) -> mo.ui.dropdown:
    """A list of which one is always chosen, by what it says; that one stands for a change.

    `name` is what a screen reader calls it.
    """

    def choose(value: Value) -> None:
        draft.put(key, lambda edits: change(edits, value))

    label = unseen(name)
    return mo.ui.dropdown(options, value=now, allow_select_none=False, label=label, on_change=choose)


def tick(
    key: object, change: Callable[[Edits, bool], Edits], draft: Draft, label: str, *, is_on: bool = False
) -> mo.ui.checkbox:
    """A box that stands for a change while it is ticked, and for its opposite otherwise."""

    def choose(now: bool) -> None:
        draft.put(("tick", key), lambda edits: change(edits, now))

    return mo.ui.checkbox(value=is_on, label=label, on_change=choose)
