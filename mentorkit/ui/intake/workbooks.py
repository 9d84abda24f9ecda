"""The programme as a workbook: saved, chosen again, compared and taken in as one action."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import marimo as mo

from mentorkit.errors import FileRefused
from mentorkit.text import Message, Speaker, say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import Page, shown, side_by_side, stacked
from mentorkit.workbook.choices import as_shown
from mentorkit.workbook.read import ReturnedBook, read_programme_workbook
from mentorkit.workflows.intake.programme_workbook import Comparison, Edit, Line, compare, export_programme

_LARGEST = 20_000_000
_SHOWN = 100

Found = Comparison | Message | None
"""What differs, why that cannot be told, or nothing without a workbook."""


@dataclass(frozen=True)
class Chosen:
    """The chosen workbook: its rows, or why it cannot be used."""

    book: ReturnedBook | None = None
    refusal: Message | None = None


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


def workbook_area(page: Page, chosen: Chosen, set_chosen: Callable[[Chosen], None]) -> mo.Html:
    """Where the workbook is chosen again, or the way to another one."""
    if chosen != Chosen():
        return page.button(say("Choose another workbook"), lambda: set_chosen(Chosen()))

    def choose(uploads: Sequence[Any]) -> None:
        if uploads:
            set_chosen(read_again(uploads[0].name, uploads[0].contents))

    label = page.speak(say("Choose the workbook of this programme again, to take in what you changed in it."))
    return mo.ui.file(max_size=_LARGEST, label=label, on_change=choose)


def read_again(name: str, content: bytes) -> Chosen:
    """The rows of a workbook, or the sentence that says why it cannot be used."""
    try:
        book = read_programme_workbook(name, content)
    except FileRefused as refused:
        return Chosen(refusal=refused.message)
    if book is None:
        return Chosen(
            refusal=say(
                "This is not a workbook of a programme. Save the programme as a workbook first, and "
                "change that file."
            )
        )
    return Chosen(book)


def what_differs(desk: Desk, chosen: Chosen, _turn: int = 0) -> Found:
    """What was changed in the workbook, why that cannot be told, or nothing without a workbook."""
    if chosen.book is None:
        return chosen.refusal
    try:
        return compare(desk.snapshot, chosen.book)
    except FileRefused as refused:
        return refused.message


def choice_fields(page: Page, found: Found) -> mo.ui.array:
    """A box for every cell in which the workbook wins only when the coordinator says so."""
    label = page.speak(say("use the workbook"))
    return mo.ui.array([mo.ui.checkbox(label=label) for _ in _open(found)])


def take_in_button(
    page: Page, chosen: Chosen, found: Found, choices: mo.ui.array, set_chosen: Callable[[Chosen], None]
) -> mo.ui.button | None:
    """Makes a backup and saves everything at once; the workbook is forgotten then."""
    if not isinstance(found, Comparison) or not (found.changes.items or _open(found)):
        return None

    def take() -> None:
        book = chosen.book
        wins = zip(_open(found), choices.value, strict=True)
        keys = frozenset(edit.key for edit, is_ticked in wins if is_ticked)
        if book is not None and page.desk.back_up() is not None:
            message = say("What you changed in the workbook is taken in. Undo takes it out again.")
            page.desk.do(lambda snapshot: compare(snapshot, book, keys).changes, message)
        set_chosen(Chosen())
        page.refresh()

    return page.button(say("Take in the workbook"), take, "success")


def workbook_panel(
    page: Page, is_start: bool, found: Found, choices: mo.ui.array, *buttons: mo.Html | None
) -> mo.Html | None:
    """At the start: the programme as a workbook, the field to choose it again, what differs then."""
    if not is_start:
        return None
    if not isinstance(found, Comparison):
        title = page.title(say("The whole programme as one workbook"))
        return stacked(title, page.notice(found), side_by_side(*buttons))
    is_same = not any((found.changes.items, found.findings, found.missing, _open(found)))
    same = say("Nothing in the workbook differs from the programme.") if is_same else None
    return stacked(page.text(same), *_tables(page, found, choices), side_by_side(*buttons))


def _open(found: Found) -> tuple[Edit, ...]:
    """The cells in which there is a choice."""
    return (*found.conflicts, *found.emptied) if isinstance(found, Comparison) else ()


def _tables(page: Page, found: Comparison, choices: mo.ui.array) -> Iterator[mo.Html]:
    """New rows, changed cells, choices, findings and missing people, each only when there are any."""
    who, place = say("Who"), say("Place in the workbook")
    heads: tuple[Message, ...] = (who, place, say("Column"), say("In the programme"), say("In the workbook"))
    if found.new:
        new = [(one.who, _place(one)) for one in found.new]
        yield _table(page, say("New in the workbook"), (who, place), new)
    if found.edits:
        edits = [_cells(one, page.speak) for one in found.edits]
        yield _table(page, say("Changed in the workbook"), heads, edits)
    if open_edits := _open(found):
        title = say(
            "Changed in both, or empty in the workbook: the programme stays as it is where you tick nothing"
        )
        pairs = zip(open_edits, choices, strict=True)
        boxed = [(*_cells(one, page.speak), shown(box)) for one, box in pairs]
        yield _table(page, title, (*heads, say("Choice")), boxed)
    if found.findings:
        columns = (place, say("Column"), say("Value"), say("What to do"))
        wrong = [
            (f"{one.sheet} {one.row or ''}", one.column or "", one.value or "", page.speak(one.message))
            for one in found.findings
        ]
        yield _table(page, say("To look at"), columns, wrong)
    if found.missing:
        title = say("Not in the workbook; these stay in the programme")
        yield _table(page, title, (who,), [(one.who,) for one in found.missing])


def _table(page: Page, title: Message, heads: Sequence[Message], rows: Sequence[Sequence[object]]) -> mo.Html:
    table, more = page.table(heads, rows[:_SHOWN]), page.more(len(rows) - _SHOWN)
    return stacked(page.title(title, 3), table, more)


def _place(line: Line) -> str:
    return f"{line.sheet} {line.row}"


def _cells(edit: Edit, speak: Speaker) -> tuple[str, ...]:
    """A cell as a line of a table: whose it is, where it stands, and what it says in both."""
    old, new = (speak.write(as_shown(edit.field, value, speak)) for value in (edit.old, edit.new))
    return edit.line.who, _place(edit.line), edit.heading, old, new
