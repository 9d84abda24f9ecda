"""Which column is which answer: what we think and why, for the coordinator to change."""

from collections.abc import Mapping, Sequence

import marimo as mo
from markupsafe import Markup

from mentorkit.intake.understand.account import ColumnAccount, not_read
from mentorkit.model.fields import ANSWERS
from mentorkit.text import Speaker, say, say_count
from mentorkit.ui.frame.page import Page, html, markup_of, stacked
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.fix import choice
from mentorkit.ui.intake.seen import read_sheets, sheet_name, spoken_cell
from mentorkit.views.table import html_table
from mentorkit.workflows.intake.edits import ColumnAt
from mentorkit.workflows.intake.reviewed import Review
from mentorkit.workflows.intake.sheets import Sheet

_LONGEST = 120

Fields = Mapping[ColumnAt, mo.ui.dropdown]
_Listed = tuple[ColumnAccount, mo.ui.dropdown | None]


def column_fields(page: Page, place: Place, draft: Draft) -> Fields:
    """A list of answers to choose from for every column of the sheets that are read."""
    review = place.at("columns")
    return {
        at: _field(page, at, one.field, draft)
        for sheet in (read_sheets(review) if review is not None else ())
        for one, at in _listed(sheet)
        if not one.is_refused
    }


def field_names(speak: Speaker) -> Mapping[str, str]:
    """What every field that a column can be is called."""
    return {key: speak(answer.label) for key, answer in ANSWERS.items() if answer.is_offered}


def column_panel(page: Page, fields: Fields, review: Review | None) -> mo.Html | None:
    """A table of columns for every sheet: those in doubt, and folded the others."""
    if not fields or review is None:
        return None
    parts = (part for sheet in read_sheets(review) for part in _sheet_parts(page, sheet, fields))
    return stacked(*parts, gap=0.8)


def _listed(sheet: Sheet) -> list[tuple[ColumnAccount, ColumnAt]]:
    return [(one, ColumnAt(*sheet.at, one.name)) for one in sheet.account]


def _sheet_parts(page: Page, sheet: Sheet, fields: Fields) -> Sequence[mo.Html | None]:
    columns = [(one, fields.get(at)) for one, at in _listed(sheet)]
    doubtful = [column for column in columns if column[0].is_doubtful]
    rest = [column for column in columns if not column[0].is_doubtful]
    certain, out = ([one for one in rest if (one[0].status == "read") is it] for it in (True, False))
    saved = say("You imported this form before: the columns are as you chose them then.")
    sure = say_count("{n} column is certain", "{n} columns are certain", len(certain))
    left = say_count("{n} column is not imported", "{n} columns are not imported", len(out))
    return (
        html(Markup("<h2>{}</h2>").format(sheet_name(sheet))),
        page.quiet(saved if sheet.is_known else None),
        html(_table(page, doubtful)) if doubtful else None,
        page.fold(sure, _table(page, certain)) if certain else None,
        page.fold(left, _table(page, out)) if out else None,
        page.quiet(not_read(sheet.account)),
    )


def _table(page: Page, columns: Sequence[_Listed]) -> Markup:
    heads = (say("Column"), say("Heading"), say("Examples"), say("Filled in"), say("Is read as"), say("Why"))
    table = html_table(heads, (_line(*one, page.speak) for one in columns), page.speak)
    return Markup('<div class="mk-columns">{}</div>').format(table)


def _line(one: ColumnAccount, field: mo.ui.dropdown | None, speak: Speaker) -> Sequence[object]:
    samples = Markup("<br>").join(spoken_cell(cell, speak)[:_LONGEST] for cell in one.samples)
    maybe = say("Perhaps: {field}.", field=field_names(speak).get(one.suggested or "", ""))
    why = [one.why, maybe if one.suggested else None]
    return (
        one.letter,
        one.heading,
        Markup('<span class="mk-quiet">{}</span>').format(samples),
        Markup('<span class="mk-number">{}</span>').format(
            speak(say("{percent}%", percent=round(100 * one.filled)))
        ),
        speak(say("never imported")) if field is None else markup_of(field),
        Markup('<span class="mk-quiet">{}</span>').format(" ".join(speak(line) for line in why if line)),
    )


def _field(page: Page, at: ColumnAt, now: str | None, draft: Draft) -> mo.ui.dropdown:
    nothing, names = page.speak(say("do not import")), field_names(page.speak)
    options = {nothing: "", **{name: field for field, name in names.items()}}
    value = page.speak(ANSWERS[now].label) if now else nothing
    options |= {value: now or ""}
    key = ("column", at)
    return choice(options, value, key, lambda edits, field: edits.column(at, field or None), draft, at.column)
