"""All answers of one row, what is wrong in it first, each to be corrected; one press checks and goes back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import marimo as mo
from markupsafe import Markup

from mentorkit.intake.tables.table import name_of
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.page import Page, markup_of
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.fix import cell_fields
from mentorkit.ui.intake.lines import Lines
from mentorkit.views.intake.rows import about_the_row, row_title
from mentorkit.views.table import each, html_table
from mentorkit.workflows.intake.edits import CellAt
from mentorkit.workflows.intake.looked_at import Look, opened_row
from mentorkit.workflows.intake.review_cells import Cells
from mentorkit.workflows.intake.reviewed import ReviewedRow

_Answer = tuple[str, Sequence[mo.Html]]


def open_answers(page: Page, place: Place, look: Look, draft: Draft) -> Lines:
    """The card of the opened row; nothing without one."""
    review = place.at("review")
    row = opened_row(review, look) if review is not None else None
    if review is None or row is None:
        return Lines()
    cells = Cells(review)
    wrong = cells.faults(row)
    done = page.button(say("Done"), lambda: draft.look_at(replace(look, row=None)), "success")
    answers = list(_answers(page, row, cells, draft))
    told = each(
        Markup('<p class="mk-wrong">{}</p>'), map(page.speak, about_the_row(row.findings, bool(wrong)))
    )
    first = _table(page, [one for one in answers if one[0] in wrong], wrong)
    others = [one for one in answers if one[0] not in wrong]
    rest = _table(page, others, wrong)
    if wrong:
        title = say_count("{n} other answer", "{n} other answers", len(others))
        rest = markup_of(page.fold(title, rest))
    card = Markup('<section class="mk-card">{}</section>')
    panel = card.format(markup_of(page.title(row_title(row.name, row.at.row)), told, first, rest, done))
    return Lines(panel, (done, *(field for _, fields in answers for field in fields)))


def _answers(page: Page, row: ReviewedRow, cells: Cells, draft: Draft) -> Iterator[_Answer]:
    sheet = cells.sheet(row.at)
    for column in sheet.columns.fields:
        name = name_of(sheet.table, column)
        yield name, cell_fields(page, CellAt(*row.at, name), cells, draft)


def _table(page: Page, answers: Sequence[_Answer], wrong: dict[str, list[Message]]) -> Markup:
    """The answers with their fields; one that is wrong is marked, with what is wrong beneath it."""
    if not answers:
        return Markup("")
    marked = Markup('<div class="mk-faulty">{}{}</div>')
    said = {name: each(Markup("<p>{}</p>"), map(page.speak, messages)) for name, messages in wrong.items()}
    rows = [
        (name, marked.format(markup_of(*fields), said[name]) if name in said else markup_of(*fields))
        for name, fields in answers
    ]
    return html_table((say("Column"), say("In the file")), rows, page.speak)
