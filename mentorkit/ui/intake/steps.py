"""The steps of an import: where the coordinator is, what the page answers there, and the ways on and back."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import anywidget
import marimo as mo
from markupsafe import Markup

from mentorkit.text import Message, Speaker, say
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import Page, boxed, html, side_by_side
from mentorkit.ui.intake.confirm import Taken
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.reading import FileRead
from mentorkit.ui.intake.seen import read_sheets
from mentorkit.views.intake import import_steps
from mentorkit.workflows.intake.kept import Step
from mentorkit.workflows.intake.looked_at import Look

STEPS: Mapping[Step, Message] = {
    "file": say("File"),
    "seen": say("What we see"),
    "columns": say("Columns"),
    "values": say("Values"),
    "review": say("Review"),
    "confirm": say("Confirm"),
}
"""The steps in their order, as the page names them."""


class Top(anywidget.AnyWidget):
    """Nothing to see: brings the top of the page into view when it is put there."""

    _esm = Path(__file__).with_name("top.js").read_text(encoding="utf-8")


Go = Callable[[Step], None]


def walker(draft: Draft, set_step: Callable[[Step], None], desk: Desk, refresh: Callable[[bool], None]) -> Go:
    """What a button calls to go to a step: all changes are checked first, nothing is saved.

    What was told on the step before stays behind.
    """

    def go(step: Step) -> None:
        desk.notice = None
        draft.look_at(Look())
        set_step(step)
        refresh(False)

    return go


def arrive(_here: Step) -> Top:
    """Starts a new step at the top of the page."""
    return Top()


def next_step(place: Place) -> Step | None:
    """The step after this one; a form that was taken in before goes straight to what differs."""
    step, review = place.step, place.review
    if review is None or step == "confirm" or not read_sheets(review):
        return None
    if step == "file" and review.is_known_form:
        return "review"
    order = list(STEPS)
    return order[order.index(step) + 1]


def move_buttons(page: Page, place: Place, done: Taken | None, go: Go) -> tuple[mo.ui.button, ...]:
    """Back and on, as far as there is a step there; after taking in, only to the files again."""
    if done is not None:
        return (page.button(say("Back to the files"), lambda: go("file")),)
    order, after, buttons = list(STEPS), next_step(place), []
    before = order[order.index(place.step) - 1] if place.step != "file" else None
    if before is not None:
        buttons.append(page.button(say("Back"), lambda: go(before)))
    if after is not None:
        buttons.append(page.button(say("On to: {step}", step=STEPS[after]), lambda: go(after), "success"))
    return tuple(buttons)


def move_bar(buttons: Sequence[mo.ui.button]) -> mo.Html | None:
    """The buttons in one row, which stays in sight; nothing without any."""
    return boxed("move", side_by_side(*buttons)) if buttons else None


def step_answer(page: Page, place: Place, files: Sequence[FileRead], done: Taken | None) -> mo.Html:
    """Where the coordinator is among the steps, and what the page answers there."""
    items = Markup("").join(_step_item(one, place.step, page.speak) for one in STEPS)
    told = page.first(headline(place, files, done))
    whole = Markup('<nav aria-label="{}"><ol class="mk-steps">{}</ol></nav><div>{}</div>')
    return html(whole.format(page.speak(say("Steps")), items, told))


def headline(place: Place, files: Sequence[FileRead], done: Taken | None) -> list[Message]:
    """The answer of a step in one sentence, and what stands behind it."""
    review = place.review
    if review is None:
        return list(import_steps.no_sign_ups(bool(files)))
    sheets, rows = read_sheets(review), len(review.rows)
    match place.step:
        case "file":
            told = import_steps.files_seen(rows, len(sheets), review.is_known_form)
        case "seen":
            return [import_steps.rows_seen(rows, len(sheets)), import_steps.CHANGE_HERE]
        case "columns":
            told = import_steps.columns_read(
                used=sum(len(sheet.columns.fields) for sheet in sheets),
                total=sum(len(sheet.table.headers) for sheet in sheets),
                doubtful=sum(one.is_doubtful for sheet in sheets for one in sheet.account),
            )
        case "values":
            return list(import_steps.ABOUT_VALUES)
        case "review":
            told = import_steps.rows_reviewed(review.counts, review.without_consent)
        case "confirm" if done is not None:
            return [import_steps.imported(done.review.counts)]
        case _:
            told = import_steps.to_import(review.counts, bool(review.changes.items))
    return list(told)


def _step_item(step: Step, here: Step, speak: Speaker) -> Markup:
    current = Markup(' aria-current="step"') if step == here else ""
    return Markup("<li{}>{}</li>").format(current, speak(STEPS[step]))
