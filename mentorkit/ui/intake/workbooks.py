"""The programme as a workbook: saved, chosen again, compared and taken in as one action."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import marimo as mo
from markupsafe import Markup

from mentorkit.errors import FileRefused
from mentorkit.text import Message, Speaker, say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import heading, html, paragraph, side_by_side, stacked
from mentorkit.ui.frame.page import shown as shown_here
from mentorkit.views.table import html_table
from mentorkit.workbook.choices import shown
from mentorkit.workbook.read import ReturnedBook, read_programme_workbook
from mentorkit.workflows.intake.programme_workbook import Comparison, Edit, Line, compare, export_programme

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LARGEST = 20_000_000
_SHOWN = 100


@dataclass(frozen=True)
class Chosen:
    """The workbook she chose: its rows, or why it cannot be used."""

    book: ReturnedBook | None = None
    refusal: Message | None = None


def finisher(set_chosen: Callable[[Chosen], None], refresh: Callable[[], None]) -> Callable[[], None]:
    """What taking in calls when it is done: the workbook is forgotten and the page is as it is now."""

    def done() -> None:
        set_chosen(Chosen())
        refresh()

    return done


def export_button(desk: Desk, speak: Speaker, _turn: int = 0) -> mo.Html | None:
    """Saves the programme as a workbook, made when she asks; while names are hidden the reason why not."""
    if desk.snapshot.programme.is_blind:
        hidden = say("Names are hidden in this programme, and a workbook shows them. Show the names first.")
        return paragraph(hidden, speak, "quiet")
    return mo.download(
        data=lambda: export_programme(desk.snapshot, speak, datetime.now(UTC)),
        filename=speak(say("programme.xlsx")),
        mimetype=_XLSX,
        label=speak(say("Save the programme as a workbook")),
    )


def workbook_area(chosen: Chosen, set_chosen: Callable[[Chosen], None], speak: Speaker) -> mo.Html:
    """Where she chooses the workbook again, or the way to another one."""
    if chosen != Chosen():
        label = speak(say("Choose another workbook"))
        return mo.ui.button(label=label, on_click=lambda _: set_chosen(Chosen()))

    def choose(uploads: Sequence[Any]) -> None:
        if uploads:
            set_chosen(read_again(uploads[0].name, uploads[0].contents))

    label = speak(say("Choose the workbook of this programme again, to take in what you changed in it."))
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


def compared(desk: Desk, chosen: Chosen, _turn: int = 0) -> Comparison | Message | None:
    """What she changed in the workbook, why that cannot be told, or nothing without a workbook."""
    if chosen.book is None:
        return chosen.refusal
    try:
        return compare(desk.snapshot, chosen.book)
    except FileRefused as refused:
        return refused.message


def choice_fields(found: Comparison | Message | None, speak: Speaker) -> mo.ui.array:
    """A box for every cell in which the workbook wins only when she says so."""
    label = speak(say("use the workbook"))
    return mo.ui.array([mo.ui.checkbox(label=label) for _ in _open(found)])


def take_in_button(
    desk: Desk,
    chosen: Chosen,
    found: Comparison | Message | None,
    choices: mo.ui.array,
    done: Callable[[], None],
    speak: Speaker,
) -> mo.ui.button | None:
    """Makes a backup and saves everything at once; `done` forgets the workbook and refreshes the page."""
    if not isinstance(found, Comparison) or not (found.changes.items or _open(found)):
        return None

    def take(_: object) -> None:
        book = chosen.book
        wins = zip(_open(found), choices.value, strict=True)
        keys = frozenset(edit.key for edit, is_ticked in wins if is_ticked)
        if book is not None and desk.back_up() is not None:
            message = say("What you changed in the workbook is taken in. Undo takes it out again.")
            desk.do(lambda snapshot: compare(snapshot, book, keys).changes, done=message)
        done()

    return mo.ui.button(label=speak(say("Take in the workbook")), kind="success", on_click=take)


def workbook_panel(
    is_start: bool,
    files: Sequence[mo.Html | None],
    found: Comparison | Message | None,
    choices: mo.ui.array,
    take: mo.ui.button | None,
    speak: Speaker,
) -> mo.Html | None:
    """At the start: the programme as a workbook, the field to choose it again, what differs then."""
    if not is_start:
        return None
    if not isinstance(found, Comparison):
        title = heading(say("The whole programme as one workbook"), speak)
        return stacked(title, paragraph(found, speak, "notice"), side_by_side(*files))
    is_same = not any((found.changes.items, found.findings, found.missing, _open(found)))
    same = say("Nothing in the workbook differs from the programme.") if is_same else None
    return stacked(paragraph(same, speak), *_tables(found, choices, speak), side_by_side(take, *files))


def _open(found: Comparison | Message | None) -> tuple[Edit, ...]:
    """The cells in which she chooses."""
    return (*found.conflicts, *found.emptied) if isinstance(found, Comparison) else ()


def _tables(found: Comparison, choices: mo.ui.array, speak: Speaker) -> Iterator[mo.Html]:
    """New rows, changed cells, choices, problems and missing people, each only when there are any."""
    who, place = say("Who"), say("Place in the workbook")
    heads: tuple[Message, ...] = (who, place, say("Column"), say("In the programme"), say("In the workbook"))
    if found.new:
        yield _table(
            say("New in the workbook"), (who, place), [(one.who, _place(one)) for one in found.new], speak
        )
    if found.edits:
        yield _table(
            say("Changed in the workbook"), heads, [_cells(one, speak) for one in found.edits], speak
        )
    if edits := _open(found):
        title = say(
            "Changed in both, or empty in the workbook: the programme stays as it is where you tick nothing"
        )
        boxed = [(*_cells(one, speak), shown_here(box)) for one, box in zip(edits, choices, strict=True)]
        yield _table(title, (*heads, say("Choice")), boxed, speak)
    if found.findings:
        columns = (place, say("Column"), say("Value"), say("What to do"))
        wrong = [
            (f"{one.sheet} {one.row or ''}", one.column or "", one.value or "", speak(one.message))
            for one in found.findings
        ]
        yield _table(say("To look at"), columns, wrong, speak)
    if found.missing:
        title = say("Not in the workbook; these stay in the programme")
        yield _table(title, (who,), [(one.who,) for one in found.missing], speak)


def _table(
    title: Message, heads: Sequence[Message], rows: Sequence[Sequence[object]], speak: Speaker
) -> mo.Html:
    more = (
        paragraph(say("and {n} more", n=len(rows) - _SHOWN), speak, "quiet") if len(rows) > _SHOWN else None
    )
    return stacked(_title(title, speak), html(html_table(heads, rows[:_SHOWN], speak)), more)


def _title(title: Message, speak: Speaker) -> mo.Html:
    return html(Markup("<h3>{}</h3>").format(speak(title)))


def _place(line: Line) -> str:
    return f"{line.sheet} {line.row}"


def _cells(edit: Edit, speak: Speaker) -> tuple[str, ...]:
    """A cell as a line of a table: whose it is, where it stands, and what it says in both."""
    old, new = (speak.write(shown(edit.field, value, speak)) for value in (edit.old, edit.new))
    return edit.line.who, _place(edit.line), edit.heading, old, new
