"""The steps of an import: where the coordinator is, what the page answers there, and the ways on and back."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import anywidget
import marimo as mo
from markupsafe import Markup

from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.frame.page import Page, html, markup_of, side_by_side
from mentorkit.ui.intake.confirm import Taken
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.reading import FileRead
from mentorkit.ui.intake.seen import read_sheets
from mentorkit.workflows.intake.kept import Step
from mentorkit.workflows.intake.looked_at import Look
from mentorkit.workflows.intake.reviewed import Review

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
    return (
        html(Markup('<div class="mk-move">{}</div>').format(markup_of(side_by_side(*buttons))))
        if buttons
        else None
    )


def step_answer(page: Page, place: Place, files: Sequence[FileRead], done: Taken | None) -> mo.Html:
    """Where the coordinator is among the steps, and what the page answers there."""
    items = Markup("").join(_step_item(one, place.step, page.speak) for one in STEPS)
    told = page.first(headline(place, files, done))
    whole = Markup('<nav aria-label="{}"><ol class="mk-steps">{}</ol></nav><div>{}</div>')
    return html(whole.format(page.speak(say("Steps")), items, told))


def headline(place: Place, files: Sequence[FileRead], done: Taken | None) -> list[Message]:
    """The answer of a step in one sentence, and what stands behind it."""
    review = place.review
    if review is None or place.step == "file":
        return _of_files(files, review)
    if done is not None and place.step == "confirm":
        return [_saved(done.review)]
    return [answer(review) for answer in _ANSWERS[place.step]]


def _of_files(files: Sequence[FileRead], review: Review | None) -> list[Message]:
    if not files:
        return [
            say("Which sign-ups do you want to import?"),
            say("Nothing leaves this computer, and nothing is saved before the last step."),
        ]
    if review is None:
        return [say("None of these files can be read. Choose another file.")]
    if not read_sheets(review):
        return [say("No sign-ups were found in these files."), say("Choose another file.")]
    if review.is_known_form:
        return [
            _rows_seen(review),
            say(
                "You imported this form before, so you go straight to what is different. Back shows the "
                "columns."
            ),
        ]
    return [_rows_seen(review)]


def _rows_seen(review: Review) -> Message:
    sheets = read_sheets(review)
    rows = len(review.rows)
    if len(sheets) == 1:
        return say_count("{n} row of answers was found.", "{n} rows of answers were found.", rows)
    return say("{rows} rows of answers were found on {sheets} sheets.", rows=rows, sheets=len(sheets))


def _columns_used(review: Review) -> Message:
    sheets = read_sheets(review)
    return say(
        "{used} of {all} columns are used.",
        used=sum(len(sheet.columns.fields) for sheet in sheets),
        all=sum(len(sheet.table.headers) for sheet in sheets),
    )


def _columns_to_see(review: Review) -> Message:
    doubtful = sum(one.is_doubtful for sheet in read_sheets(review) for one in sheet.account)
    if not doubtful:
        return say("No column is in doubt, so there is nothing you need to do here.")
    return say_count(
        "{n} column is in doubt: look at it.", "{n} columns are in doubt: look at them.", doubtful
    )


def _outcome(review: Review) -> Message:
    counts = _counts(review)
    wrong, out = review.counts["error"], review.without_consent
    told = say("{new} new, {changed} changed, no errors.", **counts)
    if wrong:
        told = say_count(
            "{new} new, {changed} changed, {n} row with an error.",
            "{new} new, {changed} changed, {n} rows with an error.",
            wrong,
            **counts,
        )
    if not out:
        return told
    return say_count(
        "{told} {n} does not take part: no consent.",
        "{told} {n} do not take part: no consent.",
        out,
        told=told,
    )


def _to_save(review: Review) -> Message:
    if not review.changes.items:
        return say("There is nothing new in these files.")
    new, changed = review.counts["new"], review.counts["changed"]
    if not changed:
        return say_count("Import {n} new sign-up?", "Import {n} new sign-ups?", new)
    if not new:
        return say_count("Import {n} changed sign-up?", "Import {n} changed sign-ups?", changed)
    return say("Import {new} new and {changed} changed sign-ups?", **_counts(review))


def _saved(review: Review) -> Message:
    new, changed = review.counts["new"], review.counts["changed"]
    if not changed:
        return say_count("{n} new sign-up is imported.", "{n} new sign-ups are imported.", new)
    if not new:
        return say_count("{n} changed sign-up is imported.", "{n} changed sign-ups are imported.", changed)
    return say("{new} new and {changed} changed sign-ups are imported.", **_counts(review))


def _counts(review: Review) -> dict[str, int]:
    return {state: review.counts[state] for state in ("new", "changed")}


_ANSWERS: Mapping[Step, tuple[Callable[[Review], Message], ...]] = {
    "seen": (_rows_seen, lambda _: say("Change it here when it is not right.")),
    "columns": (_columns_used, _columns_to_see),
    "values": (
        lambda _: say("Do we understand the answers as they were meant?"),
        lambda _: say(
            "Answers that mean the same topic count as the same in the pairing, "
            "whatever their words and language."
        ),
    ),
    "review": (
        _outcome,
        lambda _: say("Nothing is saved yet. Rows with an error are left out until they are right."),
    ),
    "confirm": (_to_save, lambda _: say("It is saved as one step, after a backup, and you can undo it.")),
}
"""What each step but the first answers, and what stands behind it."""


def _step_item(step: Step, here: Step, speak: Speaker) -> Markup:
    current = Markup(' aria-current="step"') if step == here else ""
    return Markup("<li{}>{}</li>").format(current, speak(STEPS[step]))
