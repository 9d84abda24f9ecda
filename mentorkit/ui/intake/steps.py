"""The steps of an import: where she is, what the page answers there, and how she goes on or back."""

from collections.abc import Callable, Mapping, Sequence

import anywidget
import marimo as mo
from markupsafe import Markup

from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.ui.frame.page import html, side_by_side
from mentorkit.ui.intake.confirm import Taken
from mentorkit.ui.intake.draft import Draft, Step
from mentorkit.ui.intake.reading import FileRead
from mentorkit.ui.intake.review import Look, SetLook
from mentorkit.workflows.intake.review import Review

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

    _esm = """
    export default {
      render() {
        document.querySelector('[data-cell-name="top"]')?.scrollIntoView({ block: "start" })
      },
    }
    """


Go = Callable[[Step], None]


def walker(draft: Draft, set_step: Callable[[Step], None], set_look: SetLook) -> Go:
    """What a button calls to go to a step: her changes are checked first, nothing is saved."""

    def go(step: Step) -> None:
        draft.check()
        set_look(Look())
        set_step(step)

    return go


def arrive(_here: Step) -> Top:
    """Starts a new step at the top of the page."""
    return Top()


def next_step(step: Step, review: Review | None) -> Step | None:
    """The step after this one; a form that was taken in before goes straight to what differs."""
    if review is None or step == "confirm" or not _is_read(review):
        return None
    if step == "file" and review.is_known_form:
        return "review"
    order = list(STEPS)
    return order[order.index(step) + 1]


def move_buttons(
    here: Step, review: Review | None, done: Taken | None, go: Go, speak: Speaker
) -> tuple[mo.ui.button, ...]:
    """Back and on, as far as there is a step there; after taking in, only to the files again."""
    if done is not None:
        return (mo.ui.button(label=speak(say("Back to the files")), on_click=lambda _: go("file")),)
    order = list(STEPS)
    before = order[order.index(here) - 1] if here != "file" else None
    after = next_step(here, review)
    buttons = []
    if before is not None:
        buttons.append(mo.ui.button(label=speak(say("Back")), on_click=lambda _: go(before)))
    if after is not None:
        label = speak(say("On to: {step}", step=STEPS[after]))
        buttons.append(mo.ui.button(label=label, kind="success", on_click=lambda _: go(after)))
    return tuple(buttons)


def move_bar(buttons: Sequence[mo.ui.button]) -> mo.Html | None:
    """The buttons in one row; nothing without any."""
    return side_by_side(*buttons) if buttons else None


def answer(
    here: Step, files: Sequence[FileRead], review: Review | None, done: Taken | None, speak: Speaker
) -> mo.Html:
    """Where she is among the steps, and what the page answers there."""
    items = Markup("").join(_step_item(one, here, speak) for one in STEPS)
    title, *rest = (speak(line) for line in headline(here, files, review, done))
    context = Markup("").join(Markup('<p class="mk-context">{}</p>').format(line) for line in rest)
    return html(
        Markup(
            '<nav aria-label="{}"><ol class="mk-steps">{}</ol></nav><header><h1>{}</h1>{}</header>'
        ).format(speak(say("Steps")), items, title, context)
    )


def headline(
    here: Step, files: Sequence[FileRead], review: Review | None, done: Taken | None
) -> list[Message]:
    """The answer of a step in one sentence, and what stands behind it."""
    if review is None or here == "file":
        return _of_files(files, review)
    match here:
        case "seen":
            return [_rows_seen(review), say("Change it here when it is not right.")]
        case "columns":
            return [_columns_used(review), say("Nothing is saved before the last step.")]
        case "values":
            return [
                say("Are these the answers they gave?"),
                say(
                    "Answers that mean the same topic count as the same in the pairing, "
                    "whatever their words and language."
                ),
            ]
        case "review":
            return [
                _outcome(review),
                say("Nothing is saved yet. Rows with an error are left out until they are right."),
            ]
        case _ if done is not None:
            return [say("Taken in: {new} new and {changed} changed.", new=done.new, changed=done.changed)]
        case _:
            return [_to_save(review), say("It is saved as one step, after a backup, and you can undo it.")]


def _of_files(files: Sequence[FileRead], review: Review | None) -> list[Message]:
    if not files:
        return [
            say("Which sign-ups do you want to take in?"),
            say("Nothing leaves this computer, and nothing is saved before the last step."),
        ]
    if review is None:
        return [say("None of these files can be read. Choose another file.")]
    if not _is_read(review):
        return [say("No sign-ups were found in these files."), say("Choose another file.")]
    if review.is_known_form:
        return [
            _rows_seen(review),
            say(
                "You took in this form before, so you go straight to what is different. "
                "Back shows the columns."
            ),
        ]
    return [_rows_seen(review)]


def _rows_seen(review: Review) -> Message:
    sheets = [sheet for sheet in review.sheets if sheet.kind != "none"]
    rows = len(review.rows)
    if len(sheets) == 1:
        return say_count("{n} row of answers was found.", "{n} rows of answers were found.", rows)
    return say("{rows} rows of answers were found on {sheets} sheets.", rows=rows, sheets=len(sheets))


def _columns_used(review: Review) -> Message:
    sheets = [sheet for sheet in review.sheets if sheet.kind != "none"]
    return say(
        "{used} of {all} columns are used.",
        used=sum(len(sheet.columns.fields) for sheet in sheets),
        all=sum(len(sheet.table.headers) for sheet in sheets),
    )


def _outcome(review: Review) -> Message:
    counts = review.counts
    if not counts["error"]:
        return say("{new} new, {changed} changed, no errors.", new=counts["new"], changed=counts["changed"])
    return say_count(
        "{new} new, {changed} changed, {n} row with an error.",
        "{new} new, {changed} changed, {n} rows with an error.",
        counts["error"],
        new=counts["new"],
        changed=counts["changed"],
    )


def _to_save(review: Review) -> Message:
    counts = review.counts
    if not review.changes.items:
        return say("There is nothing new in these files.")
    return say(
        "Take in {new} new sign-ups and {changed} changed ones?", new=counts["new"], changed=counts["changed"]
    )


def _is_read(review: Review) -> bool:
    return any(sheet.kind != "none" for sheet in review.sheets)


def _step_item(step: Step, here: Step, speak: Speaker) -> Markup:
    current = Markup(' aria-current="step"') if step == here else ""
    return Markup("<li{}>{}</li>").format(current, speak(STEPS[step]))
