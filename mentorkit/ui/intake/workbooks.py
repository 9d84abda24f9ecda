"""The programme as a workbook: saved, chosen again, compared and taken in as one action."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

import marimo as mo

from mentorkit.text import Message, Speaker, say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import Page, markup_of, side_by_side, stacked
from mentorkit.ui.frame.sent_back import answer_file, or_refused
from mentorkit.workbook.choices import as_shown
from mentorkit.workbook.read import ReturnedBook, read_programme_workbook
from mentorkit.workflows.intake.programme_workbook import Comparison, Edit, Line, compare, export_programme

_SHOWN = 100

Returned = ReturnedBook | Message | None
"""The chosen workbook, why it cannot be used, or nothing before one is chosen."""

Found = Comparison | Message | None
"""What differs, why that cannot be told, or nothing without a workbook."""

_Table = tuple[Message, Sequence[Message], Sequence[Sequence[object]]]
"""A title, the headings, and the rows."""


def export_button(page: Page, _turn: int = 0) -> mo.Html | None:
    """Saves the programme as a workbook, made when it is asked for; while names are hidden why not."""
    desk = page.desk
    if desk.snapshot.programme.is_blind:
        hidden = say("Names are hidden in this programme, and a workbook shows them. Show the names first.")
        return page.quiet(hidden)
    return page.download(
        say("Save the programme as a workbook"),
        say("programme.xlsx"),
        lambda: export_programme(desk.snapshot, page.speak, datetime.now(UTC)),
    )


def workbook_area(page: Page, chosen: Returned, set_chosen: Callable[[Returned], None]) -> mo.Html:
    """Where the workbook is chosen again, or the way to another one."""
    if chosen is not None:
        return page.button(say("Choose another workbook"), lambda: set_chosen(None))

    def choose(uploads: Sequence[Any]) -> None:
        if uploads:
            set_chosen(read_again(uploads[0].name, uploads[0].contents))

    label = say("Choose the workbook of this programme again, to import what you changed in it.")
    return answer_file(page, label, on_change=choose)


def read_again(name: str, content: bytes) -> ReturnedBook | Message:
    """The rows of a workbook, or the sentence that says why it cannot be used."""
    return or_refused(partial(read_programme_workbook, name, content)) or say(
        "This is not a workbook of a programme. Save the programme as a workbook first, and change that file."
    )


def what_differs(desk: Desk, chosen: Returned, _turn: int = 0) -> Found:
    """What was changed in the workbook, why that cannot be told, or nothing without a workbook."""
    if not isinstance(chosen, ReturnedBook):
        return chosen
    return or_refused(partial(compare, desk.snapshot, chosen, desk.today()))


def conflict_boxes(page: Page, found: Found) -> mo.ui.array:
    """A box for every cell in which the workbook wins only when the coordinator says so."""
    label = page.speak(say("use the workbook"))
    return mo.ui.array([mo.ui.checkbox(label=label) for _ in _open(found)])


def take_in_workbook_button(
    page: Page, chosen: Returned, found: Found, boxes: mo.ui.array, set_chosen: Callable[[Returned], None]
) -> mo.ui.button | None:
    """Makes a backup and saves everything at once; the workbook is forgotten once it is saved."""
    if not isinstance(chosen, ReturnedBook) or not isinstance(found, Comparison):
        return None
    if not found.changes.items and not _open(found):
        return None

    def take() -> None:
        wins = zip(_open(found), boxes.value, strict=True)
        keys = frozenset(edit.key for edit, is_ticked in wins if is_ticked)
        message = say("What you changed in the workbook is imported. Undo takes it out again.")
        if page.desk.take_in(
            lambda snapshot: compare(snapshot, chosen, page.desk.today(), keys).changes, message, page.place
        ):
            set_chosen(None)
        page.refresh()

    return page.button(say("Import the workbook"), take, "success")


def workbook_panel(
    page: Page, is_start: bool, found: Found, boxes: mo.ui.array, *buttons: mo.Html | None
) -> mo.Html | None:
    """At the start: the programme as a workbook, the field to choose it again, what differs then."""
    if not is_start:
        return None
    if not isinstance(found, Comparison):
        title = page.title(say("The whole programme as one workbook"))
        return stacked(title, page.notice(found), side_by_side(*buttons))
    tables = [_table(page, *parts) for parts in _tables(found, boxes, page.speak) if parts[-1]]
    same = None if tables else say("Nothing in the workbook differs from the programme.")
    return stacked(page.text(same), *tables, side_by_side(*buttons))


def _open(found: Found) -> tuple[Edit, ...]:
    """The cells in which there is a choice."""
    return (*found.conflicts, *found.emptied) if isinstance(found, Comparison) else ()


def _tables(found: Comparison, boxes: mo.ui.array, speak: Speaker) -> Iterator[_Table]:
    """New rows, changed cells, choices, findings and missing people."""
    who, place, column = say("Who"), say("Place in the workbook"), say("Column")
    heads = (who, place, column, say("In the programme"), say("In the workbook"))
    yield say("New in the workbook"), (who, place), [(one.who, _place(one)) for one in found.new]
    yield say("Changed in the workbook"), heads, [_cells(one, speak) for one in found.edits]
    title = say(
        "Changed in both, or empty in the workbook: the programme stays as it is where you tick nothing"
    )
    boxed = zip(_open(found), boxes, strict=True)
    yield title, (*heads, say("Choice")), [(*_cells(one, speak), markup_of(box)) for one, box in boxed]
    wrong = [
        (f"{one.sheet} {one.row or ''}", one.column or "", one.value or "", speak(one.message))
        for one in found.findings
    ]
    yield say("To look at"), (place, column, say("Value"), say("What to do")), wrong
    missing = [(one.who,) for one in found.missing]
    yield say("Not in the workbook; these stay in the programme"), (who,), missing


def _table(page: Page, title: Message, heads: Sequence[Message], rows: Sequence[Sequence[object]]) -> mo.Html:
    table, more = page.table(heads, rows[:_SHOWN]), page.more(len(rows) - _SHOWN)
    return stacked(page.title(title, 3), table, more)


def _place(line: Line) -> str:
    return f"{line.sheet} {line.row}"


def _cells(edit: Edit, speak: Speaker) -> tuple[str, ...]:
    """A cell as a line of a table: whose it is, where it stands, and what it says in both."""
    old, new = (speak.write(as_shown(edit.field, value, speak)) for value in (edit.old, edit.new))
    return edit.line.who, _place(edit.line), edit.heading, old, new
