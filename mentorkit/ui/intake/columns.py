"""Which column is which answer: what we think and why, for the coordinator to change."""

from collections.abc import Mapping, Sequence

import marimo as mo
from markupsafe import Markup

from mentorkit.intake.understand.column_uses import ColumnUse, uses_of
from mentorkit.intake.understand.columns import name_of
from mentorkit.model.fields import ANSWERS
from mentorkit.text import Speaker, say
from mentorkit.ui.frame.page import Page, html, markup_of, stacked
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.fix import choice
from mentorkit.ui.intake.seen import read_sheets, sheet_name
from mentorkit.views.table import html_table
from mentorkit.workflows.intake.edits import ColumnAt
from mentorkit.workflows.intake.reviewed import Review
from mentorkit.workflows.intake.sheets import Sheet

_LONGEST = 120

Fields = Mapping[ColumnAt, mo.ui.dropdown]


def column_fields(page: Page, place: Place, draft: Draft) -> Fields:
    """A list of answers to choose from for every column of the sheets that are read."""
    review = place.at("columns")
    return {
        at: _field(page, at, sheet.columns.fields.get(column), draft)
        for sheet in (read_sheets(review) if review is not None else ())
        for column, at in _columns(sheet)
        if not _uses(sheet)[column].is_refused
    }


def field_names(speak: Speaker) -> Mapping[str, str]:
    """What every field that a column can be is called."""
    return {key: speak(answer.label) for key, answer in ANSWERS.items() if answer.is_offered}


def column_panel(page: Page, fields: Fields, review: Review | None) -> mo.Html | None:
    """A table of columns for every sheet."""
    if not fields or review is None:
        return None
    parts = (part for sheet in read_sheets(review) for part in _sheet_parts(page, sheet, fields))
    return stacked(*parts, gap=0.8)


def _sheet_parts(page: Page, sheet: Sheet, fields: Fields) -> Sequence[mo.Html | None]:
    heads = (say("Column"), say("Heading"), say("Examples"), say("Filled in"), say("Is read as"), say("Why"))
    names, uses = field_names(page.speak), _uses(sheet)
    rows = [_line(uses[column], fields.get(at), names, page.speak) for column, at in _columns(sheet)]
    saved = say("You imported this form before: the columns are as you chose them then.")
    table = html_table(heads, rows, page.speak)
    return (
        html(Markup("<h2>{}</h2>").format(sheet_name(sheet))),
        page.quiet(saved if sheet.is_known else None),
        html(Markup('<div class="mk-columns">{}</div>').format(table)),
    )


def _line(
    use: ColumnUse, field: mo.ui.dropdown | None, names: Mapping[str, str], speak: Speaker
) -> Sequence[object]:
    samples = Markup("<br>").join(sample[:_LONGEST] for sample in use.samples)
    maybe = say("Perhaps: {field}.", field=names.get(use.suggestion or "", ""))
    why = [use.reason, maybe if use.suggestion else None]
    return (
        use.letter,
        use.heading,
        Markup('<span class="mk-quiet">{}</span>').format(samples),
        Markup('<span class="mk-number">{} %</span>').format(round(100 * use.filled)),
        speak(say("never imported")) if field is None else markup_of(field),
        Markup('<span class="mk-quiet">{}</span>').format(" ".join(speak(line) for line in why if line)),
    )


def _field(page: Page, at: ColumnAt, now: str | None, draft: Draft) -> mo.ui.dropdown:
    nothing, names = page.speak(say("do not import")), field_names(page.speak)
    options = {nothing: "", **{name: field for field, name in names.items()}}
    if now and now not in names:
        options[now] = now
    value = names.get(now, now) if now else nothing
    return choice(options, value, ("column", at), lambda edits, field: edits.column(at, field or None), draft)


def _uses(sheet: Sheet) -> Sequence[ColumnUse]:
    return uses_of(sheet.table, sheet.columns, "mentee" if sheet.kind == "mentee" else "mentor")


def _columns(sheet: Sheet) -> list[tuple[int, ColumnAt]]:
    """The columns that can be found back: with a heading or with answers."""
    names = ((column, name_of(sheet.table, column)) for column in range(len(sheet.table.headers)))
    return [(column, ColumnAt(*sheet.at, name)) for column, name in names if name]
