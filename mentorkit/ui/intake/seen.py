"""What we see in the files: which sheets, whose sign-ups they hold, and where their headings stand."""

import marimo as mo

from mentorkit.text import say
from mentorkit.ui.frame.numbers import Numbers
from mentorkit.ui.frame.page import Page, boxed, marked, markup_of, side_by_side, stacked, unseen
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.fix import choice
from mentorkit.views.intake.sheets import (
    HOLDS,
    first_rows,
    form_name,
    headings_seen,
    sheet_cell,
    sheet_title,
)
from mentorkit.workflows.intake.reviewed import Review
from mentorkit.workflows.intake.sheets import Sheet

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
        (
            sheet_cell(sheet.table, page.speak),
            page.speak(form_name(sheet.columns.layout, sheet.is_known)),
            len(sheet.table.rows),
            markup_of(kind),
            markup_of(boxed("short", marked(_heading(number), header))),
            headings_seen(sheet.table, page.speak),
        )
        for number, (sheet, (kind, header)) in enumerate(zip(review.sheets, fields, strict=True))
    ]
    firsts = (
        page.fold(
            say("The first rows of {sheet}", sheet=sheet_title(sheet.table)),
            first_rows(sheet.table, page.speak),
        )
        for sheet in read_sheets(review)
    )
    hint = say("Changed something? ‘Look again’ shows the rows as they are read then.")
    return stacked(
        page.table(heads, rows),
        side_by_side(again, page.quiet(hint)),
        *firsts,
        gap=0.8,
    )


def read_sheets(review: Review) -> list[Sheet]:
    """The sheets that are read."""
    return [sheet for sheet in review.sheets if sheet.kind != "none"]


def _kind_field(page: Page, sheet: Sheet, draft: Draft) -> mo.ui.dropdown:
    now, options, name = page.speak(HOLDS[sheet.kind]), page.options(HOLDS), sheet_title(sheet.table)
    return choice(
        options, now, ("kind", sheet.at), lambda edits, kind: edits.kind(sheet.at, kind), draft, name
    )


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
    now = sheet.table.header_row if any(sheet.table.headers) else None
    return rows.box(page, now, label, choose, name)
