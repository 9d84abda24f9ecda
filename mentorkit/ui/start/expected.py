"""What both expect, on the page: the questions out, the answers in, and what a pair said aloud."""

from collections.abc import Sequence
from typing import Any

import marimo as mo
from markupsafe import Markup

from mentorkit.documents.expectations import (
    Returned,
    expectation_form,
    expectation_sheet,
    read_expectations,
)
from mentorkit.frames import Snapshot
from mentorkit.model import SIDES
from mentorkit.questions.library import expectations
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.fields import Form, literal
from mentorkit.ui.frame.page import Page, side_by_side, stacked
from mentorkit.ui.frame.sent_back import answer_file, answers_read, read_or_refused, record_all_button
from mentorkit.views.start.expected import expected, said_aloud
from mentorkit.views.start.steps import Started
from mentorkit.views.start.two import Two
from mentorkit.views.table import each
from mentorkit.workflows.start.steps import record_expectations, set_aloud

_ASKED = Markup("<tr><td>{}</td>{}<td>{}</td><td>{{{}}}</td></tr>")
_SAID = Markup('<td data-of="{}: ">{}</td>')
_TABLE = Markup(
    '<div class="mk-board"><table class="mk-table"><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
)


def ask_panel(page: Page) -> mo.Html:
    """The eight questions: to paste into a form, and on paper."""
    speak, title = page.speak, say("The questions for a form")
    hint = say("Each of both answers apart. What somebody wants to leave out stays off the other's sheet.")
    form = page.fold(title, page.to_copy(title, expectation_form(speak)))
    name = say("questions-before-the-talk.docx")
    paper = page.download(say("The questions on paper"), name, lambda: expectation_sheet(speak))
    return stacked(page.title(say("Ask both what they expect")), page.quiet(hint), form, side_by_side(paper))


def returned_picker(page: Page, _turn: int) -> mo.ui.file:
    """Chooses the answers that came in; made again, and so empty, after an action."""
    return answer_file(page, say("The file with the answers"), ".xlsx", ".csv")


def returned_answers(page: Page, picker: mo.ui.file) -> Returned | Message | None:
    """What stands in the chosen file; its refusal; None without a file."""
    desk = page.desk
    return read_or_refused(
        picker, lambda name, content: read_expectations(desk.snapshot, name, content, desk.today())
    )


def expectations_button(page: Page, found: Returned | Message | None) -> mo.ui.button | None:
    """Records the answers that were read, all at once; nothing is saved before."""
    if not isinstance(found, Returned) or not found.answers:
        return None
    told = found.answers
    done = say_count("{n} answer is recorded.", "{n} answers are recorded.", len(told))
    return record_all_button(page, lambda snapshot: record_expectations(snapshot, told), done)


def returned_panel(
    page: Page, picker: mo.ui.file, found: Returned | Message | None, record: mo.ui.button | None
) -> mo.Html:
    """Where the answers come in, how many were read, and what could not be read."""
    title = page.title(say("Take in the answers"))
    if found is None or isinstance(found, Message):
        return stacked(title, picker, page.notice(found))
    return stacked(title, answers_read(page, picker, len(found.answers), found.findings), record)


def pair_picker(page: Page, found: Sequence[Started]) -> mo.ui.dropdown:
    """One pair, to look at what both expect; at the start the first that told it."""
    pairs = {one.two.called: one.two.pair.id for one in found}
    told = next((one for one in found if one.two.expects), found[0])
    return page.pick(say("Pair"), pairs, told.two.pair.id, full_width=True)


def aloud_form(page: Page, snapshot: Snapshot, found: Sequence[Started], pair: str) -> Form | None:
    """What both of a pair expect, with a tick for what they said aloud; nothing when the pair has ended."""
    chosen = next((one.two for one in found if one.two.pair.id == pair), None)
    if chosen is None:
        return None
    said, desk = said_aloud(snapshot, pair), page.desk
    ticks = {one.key: page.tick(say("said aloud"), is_on=one.key in said) for one in expectations()}

    def keep(given: dict[str, Any]) -> None:
        ticked = [key for key, is_said in given.items() if is_said]
        done = say("{n} of {all} said aloud.", n=len(ticked), all=len(given))
        page.do(lambda now: set_aloud(now, pair, ticked, desk.today()), done)

    return page.form(_side_by_side(page, chosen).batch(**ticks), say("Keep what they said aloud"), keep)


def aloud_panel(page: Page, picker: mo.ui.dropdown, form: Form | None) -> mo.Html:
    """One pair: what both expect, and what they said aloud."""
    hint = say("The marks are on their sheet too. What they said is theirs; only that they said it is kept.")
    return stacked(page.title(say("What a pair said aloud")), page.quiet(hint), picker, form)


def _side_by_side(page: Page, two: Two) -> mo.Html:
    """The questions with the answers of both, and places for the ticks."""
    speak, found = page.speak, {one.question.key: one for one in expected(two)}
    heads = (speak(say("Question")), *(two.names[side] for side in SIDES), speak(say("To agree on")), "")
    rows = Markup("")
    for question in expectations():
        one = found.get(question.key)
        said = (
            _SAID.format(literal(two.names[side]), one.said(side, speak) if one else "") for side in SIDES
        )
        gap = speak(one.gap) if one and one.gap else ""
        rows += _ASKED.format(speak.wording(question.wording), Markup("").join(said), gap, question.key)
    return mo.Html(str(_TABLE.format(each(Markup('<th scope="col">{}</th>'), map(literal, heads)), rows)))
