"""Which column is which answer: what we think and why, for her to change."""

from collections.abc import Mapping, Sequence

import marimo as mo
from markupsafe import Markup

from mentorkit.intake.understand.column_uses import ColumnUse, uses_of
from mentorkit.intake.understand.columns import name_of
from mentorkit.model.fields import ANSWERS
from mentorkit.text import Speaker, say
from mentorkit.ui.frame.page import html, paragraph, shown, stacked
from mentorkit.ui.intake.draft import Draft, Step
from mentorkit.ui.intake.sheets import sheet_name
from mentorkit.views.table import html_table
from mentorkit.workflows.intake.edits import ColumnAt
from mentorkit.workflows.intake.review import Review, Sheet

_LONGEST = 120

Fields = Mapping[ColumnAt, mo.ui.dropdown]


def column_fields(here: Step, review: Review | None, draft: Draft, speak: Speaker) -> Fields:
    """A list of answers to choose from for every column of the sheets that are read."""
    if here != "columns" or review is None:
        return {}
    names = field_names(speak)
    return {
        at: _field(at, sheet.columns.fields.get(column), names, draft, speak)
        for sheet in _read_sheets(review)
        for column, at in _columns(sheet)
        if not _uses(sheet)[column].is_refused
    }


def field_names(speak: Speaker) -> Mapping[str, str]:
    """What every field that a column can be is called."""
    return {key: speak(answer.label) for key, answer in ANSWERS.items() if answer.is_offered}


def column_panel(fields: Fields, review: Review | None, speak: Speaker) -> mo.Html | None:
    """A table of columns for every sheet."""
    if not fields or review is None:
        return None
    return stacked(
        *(part for sheet in _read_sheets(review) for part in _sheet_parts(sheet, fields, speak)), gap=0.8
    )


def _sheet_parts(sheet: Sheet, fields: Fields, speak: Speaker) -> Sequence[mo.Html | None]:
    heads = (
        say("Column"),
        say("Heading"),
        say("Examples"),
        say("Filled in"),
        say("Is read as"),
        say("Why"),
    )
    names, uses = field_names(speak), _uses(sheet)
    rows = [_line(uses[column], fields.get(at), names, speak) for column, at in _columns(sheet)]
    saved = say("You took in this form before: the columns are as you chose them then.")
    return (
        html(Markup("<h2>{}</h2>").format(sheet_name(sheet))),
        paragraph(saved if sheet.is_known else None, speak, "quiet"),
        html(Markup('<div class="mk-columns">{}</div>').format(html_table(heads, rows, speak))),
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
        speak(say("never taken in")) if field is None else shown(field),
        Markup('<span class="mk-quiet">{}</span>').format(" ".join(speak(line) for line in why if line)),
    )


def _field(
    at: ColumnAt, now: str | None, names: Mapping[str, str], draft: Draft, speak: Speaker
) -> mo.ui.dropdown:
    nothing = speak(say("do not take in"))
    options = {nothing: "", **{name: field for field, name in names.items()}}
    if now and now not in names:
        options[now] = now
    value = names.get(now, now) if now else nothing

    def choose(field: str) -> None:
        draft.put(("column", at), lambda edits: edits.column(at, field or None))

    return mo.ui.dropdown(options, value=value, allow_select_none=False, on_change=choose)


def _uses(sheet: Sheet) -> Sequence[ColumnUse]:
    return uses_of(sheet.table, sheet.columns, "mentee" if sheet.kind == "mentee" else "mentor")


def _columns(sheet: Sheet) -> list[tuple[int, ColumnAt]]:
    """The columns that she can find back: with a heading or with answers."""
    names = ((column, name_of(sheet.table, column)) for column in range(len(sheet.table.headers)))
    return [(column, ColumnAt(*sheet.at, name)) for column, name in names if name]


def _read_sheets(review: Review) -> list[Sheet]:
    return [sheet for sheet in review.sheets if sheet.kind != "none"]
