"""What we see in the files: which sheets, whose sign-ups they hold, and where their headings stand."""

from collections.abc import Mapping, Sequence

import marimo as mo
from markupsafe import Markup

from mentorkit.text import Message, Speaker, say
from mentorkit.ui.frame.page import html, paragraph, shown, side_by_side, stacked
from mentorkit.ui.intake.draft import Draft, Step
from mentorkit.views.table import html_table
from mentorkit.workflows.intake.edited import cell_text
from mentorkit.workflows.intake.edits import Kind
from mentorkit.workflows.intake.review import Review, Sheet

KINDS: Mapping[Kind, Message] = {
    "mentor": say("sign-ups of mentors"),
    "mentee": say("sign-ups of mentees"),
    "both": say("sign-ups of both, told by a column"),
    "hr": say("a list of the staff"),
    "none": say("do not read"),
}
"""Whose sign-ups a sheet can hold."""

_LANGUAGES = {"nl": say("Dutch"), "en": say("English"), "fr": say("French")}
_HEADINGS_SHOWN = 5
_ROWS_SHOWN = 3

Fields = tuple[tuple[mo.ui.dropdown, mo.ui.number], ...]


def sheet_fields(here: Step, review: Review | None, draft: Draft, speak: Speaker) -> Fields:
    """For every sheet whose sign-ups it holds and the row of its headings, as we think."""
    if here != "seen" or review is None:
        return ()
    return tuple(
        (_kind_field(sheet, draft, speak), _header_field(sheet, draft, speak)) for sheet in review.sheets
    )


def again_button(here: Step, draft: Draft, speak: Speaker) -> mo.ui.button | None:
    """Looks at the sheets again with what she changed."""
    if here != "seen":
        return None
    return mo.ui.button(label=speak(say("Look again")), on_click=lambda _: draft.check())


def sheet_panel(
    fields: Fields, again: mo.ui.button | None, review: Review | None, speak: Speaker
) -> mo.Html | None:
    """The sheets in a table, and the first rows of each as they are read now."""
    if not fields or review is None:
        return None
    heads = (
        say("Sheet"),
        say("Form"),
        say("Rows"),
        say("What it holds"),
        say("Headings in row"),
        say("Headings"),
    )
    rows = [_line(sheet, *pair, speak) for sheet, pair in zip(review.sheets, fields, strict=True)]
    previews = [_preview(sheet, speak) for sheet in review.sheets if sheet.kind != "none"]
    hint = say("Changed something? ‘Look again’ shows the rows as they are read then.")
    return stacked(
        html(html_table(heads, rows, speak)),
        side_by_side(again, paragraph(hint, speak, "quiet")),
        *(html(preview) for preview in previews),
        gap=0.8,
    )


def sheet_name(sheet: Sheet) -> str:
    """A sheet as she knows it: its file, and its name when it has one."""
    return f"{sheet.at.file} · {sheet.at.sheet}" if sheet.at.sheet else sheet.at.file


def _kind_field(sheet: Sheet, draft: Draft, speak: Speaker) -> mo.ui.dropdown:
    kinds = {speak(label): kind for kind, label in KINDS.items()}

    def choose(kind: Kind) -> None:
        draft.put(("kind", sheet.at), lambda edits: edits.kind(sheet.at, kind))

    return mo.ui.dropdown(kinds, value=speak(KINDS[sheet.kind]), allow_select_none=False, on_change=choose)


def _header_field(sheet: Sheet, draft: Draft, speak: Speaker) -> mo.ui.number:
    def choose(row: float | None) -> None:
        if row is not None and row != sheet.table.header_row:
            draft.put(("header", sheet.at), lambda edits: edits.header(sheet.at, int(row)))

    last = max((row for row, _ in sheet.table.rows), default=sheet.table.header_row)
    return mo.ui.number(1, last, step=1, value=sheet.table.header_row, on_change=choose)


def _line(sheet: Sheet, kind: mo.ui.dropdown, header: mo.ui.number, speak: Speaker) -> Sequence[object]:
    table = sheet.table
    titles = [" ".join(title.split()) for title in table.headers if title]
    more = len(titles) - _HEADINGS_SHOWN
    listed = " · ".join(titles[:_HEADINGS_SHOWN]) + (f" · +{more}" if more > 0 else "")
    hidden = Markup("<br>") + speak(say("hidden sheet")) if table.state != "visible" else Markup("")
    return (
        Markup("{}{}").format(sheet_name(sheet), hidden),
        speak(_form_name(sheet)),
        len(table.rows),
        shown(kind),
        Markup('<div class="mk-short">{}</div>').format(shown(header)),
        Markup('<span class="mk-quiet">{}</span>').format(listed),
    )


def _form_name(sheet: Sheet) -> Message:
    layout = sheet.columns.layout
    name = say("a form of your own") if layout is None else say("{form}", form=layout.name)
    language = _LANGUAGES.get(layout.language or "") if layout else None
    if language is not None:
        name = say("{form}, {language}", form=name, language=language)
    return say("{form}, taken in before", form=name) if sheet.is_known else name


def _preview(sheet: Sheet, speak: Speaker) -> Markup:
    """The first rows as they are read, folded away."""
    heads = [say("Row"), *(say("{title}", title=title) for title in sheet.table.headers)]
    rows = [(number, *map(cell_text, cells)) for number, cells in sheet.table.rows[:_ROWS_SHOWN]]
    title = speak(say("The first rows of {sheet}", sheet=sheet_name(sheet)))
    return Markup('<details><summary>{}</summary><div class="mk-wide">{}</div></details>').format(
        title, html_table(heads, rows, speak)
    )
