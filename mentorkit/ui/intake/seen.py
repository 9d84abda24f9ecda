"""What we see in the files: which sheets, whose sign-ups they hold, and where their headings stand."""

from collections.abc import Mapping, Sequence

import marimo as mo
from markupsafe import Markup

from mentorkit.text import Message, say
from mentorkit.ui.frame.numbers import Numbers
from mentorkit.ui.frame.page import Page, marked, markup_of, side_by_side, stacked, unseen
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.fix import choice
from mentorkit.views.intake.columns import spoken_cell
from mentorkit.views.table import html_table
from mentorkit.workflows.intake.edits import Kind
from mentorkit.workflows.intake.reviewed import Review
from mentorkit.workflows.intake.sheets import Sheet

KINDS: Mapping[Kind, Message] = {
    "mentor": say("sign-ups of mentors"),
    "mentee": say("sign-ups of mentees"),
    "rows": say("sign-ups of both, told by a column"),
    "both": say("sign-ups of people who are both"),
    "hr": say("a list of the staff"),
    "none": say("do not read"),
}
"""Whose sign-ups a sheet can hold."""

_LANGUAGES = {"nl": say("Dutch"), "en": say("English"), "fr": say("French")}
_HEADINGS_SHOWN = 5
_ROWS_SHOWN = 3

Fields = tuple[tuple[mo.ui.dropdown, mo.ui.text], ...]


def sheet_fields(page: Page, place: Place, draft: Draft) -> Fields:
    """For every sheet whose sign-ups it holds and the row of its headings, as we think."""
    review = place.at("seen")
    sheets = review.sheets if review is not None else ()
    return tuple(
        (_kind_field(page, sheet, draft), _header_field(page, sheet, draft, _heading(number)))
        for number, sheet in enumerate(sheets)
    )


def again_button(page: Page, place: Place, draft: Draft) -> mo.ui.button | None:
    """Looks at the sheets again with what was changed."""
    return page.button(say("Look again"), draft.check) if place.step == "seen" else None


def sheet_panel(
    page: Page, fields: Fields, again: mo.ui.button | None, review: Review | None
) -> mo.Html | None:
    """The sheets in a table, and the first rows of each as they are read now."""
    if not fields or review is None:
        return None
    found = (say("Sheet"), say("Form"), say("Rows"))
    heads = (*found, say("What it holds"), say("Headings in row"), say("Headings"))
    rows = [
        _line(page, sheet, kind, marked(_heading(number), header))
        for number, (sheet, (kind, header)) in enumerate(zip(review.sheets, fields, strict=True))
    ]
    hint = say("Changed something? ‘Look again’ shows the rows as they are read then.")
    return stacked(
        page.table(heads, rows),
        side_by_side(again, page.quiet(hint)),
        *(_preview(page, sheet) for sheet in read_sheets(review)),
        gap=0.8,
    )


def read_sheets(review: Review) -> list[Sheet]:
    """The sheets that are read."""
    return [sheet for sheet in review.sheets if sheet.kind != "none"]


def sheet_name(sheet: Sheet) -> str:
    """A sheet as the coordinator knows it: its file, and its name when it has one."""
    return f"{sheet.at.file} · {sheet.at.sheet}" if sheet.at.sheet else sheet.at.file


def _kind_field(page: Page, sheet: Sheet, draft: Draft) -> mo.ui.dropdown:
    now, key, name = page.speak(KINDS[sheet.kind]), ("kind", sheet.at), sheet_name(sheet)
    return choice(page.options(KINDS), now, key, lambda edits, kind: edits.kind(sheet.at, kind), draft, name)


def _heading(number: int) -> str:
    """What the field for the row of the headings of a sheet is called when it is marked."""
    return f"heading-{number}"


def _header_field(page: Page, sheet: Sheet, draft: Draft, name: str) -> mo.ui.text:
    def choose(row: float) -> None:
        now = sheet.table.header_row
        draft.put(
            ("header", sheet.at), lambda edits: edits if row == now else edits.header(sheet.at, int(row))
        )

    last = max((row for row, _ in sheet.table.rows), default=sheet.table.header_row)
    rows, label = Numbers(1, last, is_whole=True), unseen(page.speak(say("Headings in row")))
    return rows.box(page, sheet.table.header_row, label, choose, name)


def _line(page: Page, sheet: Sheet, kind: mo.ui.dropdown, header: Markup) -> Sequence[object]:
    table = sheet.table
    titles = [" ".join(title.split()) for title in table.headers if title]
    more = len(titles) - _HEADINGS_SHOWN
    listed = " · ".join(titles[:_HEADINGS_SHOWN]) + (f" · +{more}" if more > 0 else "")
    hidden = Markup("<br>") + page.speak(say("hidden sheet")) if table.state != "visible" else Markup("")
    return (
        Markup("{}{}").format(sheet_name(sheet), hidden),
        page.speak(_form_name(sheet)),
        len(table.rows),
        markup_of(kind),
        Markup('<div class="mk-short">{}</div>').format(header),
        Markup('<span class="mk-quiet">{}</span>').format(listed),
    )


def _form_name(sheet: Sheet) -> Message:
    layout = sheet.columns.layout
    name = say("a form of your own") if layout is None else say("{form}", form=layout.name)
    language = _LANGUAGES.get(layout.language or "") if layout else None
    if language is not None:
        name = say("{form}, {language}", form=name, language=language)
    return say("{form}, imported before", form=name) if sheet.is_known else name


def _preview(page: Page, sheet: Sheet) -> mo.Html:
    """The first rows as they are read, folded away."""
    heads = [say("Row"), *(say("{title}", title=title) for title in sheet.table.headers)]
    rows = [
        (number, *(spoken_cell(cell, page.speak) for cell in cells))
        for number, cells in sheet.table.rows[:_ROWS_SHOWN]
    ]
    wide = Markup('<div class="mk-wide">{}</div>').format(html_table(heads, rows, page.speak))
    return page.fold(say("The first rows of {sheet}", sheet=sheet_name(sheet)), wide)
