"""The four answers, and one tab for each question with its figures and the rows behind every number."""

from collections.abc import Mapping
from functools import partial

import marimo as mo

from mentorkit.evaluation.levels import Measure
from mentorkit.model.objective import Level
from mentorkit.text import say
from mentorkit.ui.evaluation.evaluated import Evaluated
from mentorkit.ui.frame.page import Page, boxed, html, side_by_side, stacked
from mentorkit.views.evaluation.answers import (
    QUESTIONS,
    answers,
    behind,
    called,
    measure_lines,
    measure_table,
    names_behind,
    not_known,
)
from mentorkit.views.evaluation.figures import people_chart
from mentorkit.views.table import plain_list
from mentorkit.workflows.evaluation.to_the_board import board_document, board_page

_SHOWN = 200
"""Rows behind a number that a page shows."""


def four_answers(page: Page, evaluated: Evaluated) -> mo.Html:
    """The four questions with their answers, what nobody knows, and the report for the board."""
    told = [
        part
        for title, lines in answers(evaluated.evaluation)
        for part in (page.title(title), *(page.text(line) for line in lines))
    ]
    unsure = html(plain_list(map(page.speak, not_known(evaluated.evaluation))))
    return stacked(*told, page.title(say("What we do not know")), unsure, _report(page, evaluated))


def group_asked(page: Page, evaluated: Evaluated) -> mo.ui.dropdown:
    """Whose answers are looked at: of everybody, or of one group that is large enough."""
    options = {page.speak(say("Everybody")): "", **{one: one for one in evaluated.choices}}
    return page.pick(say("Whose answers?"), options, "")


def group_panel(page: Page, evaluated: Evaluated, tab: str, asked: mo.ui.dropdown) -> mo.Html | None:
    """The choice of a group above a question that can be looked at by groups."""
    if tab not in QUESTIONS or not evaluated.choices:
        return None
    hint = say(
        "By where people work. A number stays out when it, or what is left without it, would be of fewer "
        "than five. Who looks at many groups finds something by chance."
    )
    return stacked(asked, page.quiet(hint))


def question_panel(page: Page, evaluated: Evaluated, question: Level) -> mo.Html:
    """All measures of one question: what may be said, people and interval, and the table."""
    measures = evaluated.looked_at.of(question)
    table = boxed("numbers", measure_table(evaluated.looked_at, question, page.speak))
    names = names_behind(evaluated.snapshot, page.names)
    shown = (_measure(page, names, one) for one in measures if one.claim and not one.is_beside)
    return stacked(page.title(QUESTIONS[question]), table, *shown)


def _measure(page: Page, names: Mapping[str, str], measure: Measure) -> mo.Html:
    """What one measure says, with its figure, and behind it who is in it."""
    chart = people_chart(measure, page.speak)
    rows = behind(measure, names, page.speak, _SHOWN)
    hint = page.quiet(say("For your eyes only: this never goes into a report."))
    more = page.more(measure.n - _SHOWN)
    return boxed(
        "call",
        page.title(called(measure), 3),
        *(page.text(line) for line in measure_lines(measure)),
        boxed("wide", mo.as_html(chart)) if chart is not None else None,
        page.fold(say("The rows behind this number"), hint, boxed("numbers", rows), more),
    )


def _report(page: Page, evaluated: Evaluated) -> mo.Html:
    """The report for the board as a page and as a document, made when it is asked for."""
    told = evaluated.snapshot, evaluated.evaluation, evaluated.today, page.speak
    hint = say("The report names nobody, and tells of no group in which fewer than five can be worked out.")
    return stacked(
        page.title(say("Report for the board")),
        page.quiet(hint),
        side_by_side(
            page.download(say("Page to print"), say("evaluation.html"), partial(board_page, *told)),
            page.download(say("Document"), say("evaluation.docx"), partial(board_document, *told)),
        ),
    )
