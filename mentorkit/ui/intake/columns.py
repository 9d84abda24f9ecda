"""Which column is which answer: what we think and why, for the coordinator to change."""

from collections.abc import Mapping, Sequence
from functools import partial

import marimo as mo
from markupsafe import Markup

from mentorkit.intake.understand.account import ColumnAccount, not_read
from mentorkit.model.fields import ANSWERS, OWN
from mentorkit.text import say
from mentorkit.ui.frame.page import Page, html, markup_of, stacked, together, unseen
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.fix import choice, tick
from mentorkit.ui.intake.seen import read_sheets
from mentorkit.views.intake.columns import column_table, field_names, group_titles
from mentorkit.views.intake.sheets import sheet_title
from mentorkit.workflows.intake.edits import ColumnAt, Edits
from mentorkit.workflows.intake.reviewed import Review
from mentorkit.workflows.intake.sheets import Sheet

_WITHOUT_FIELD = frozenset({"asked", "unread"})

Fields = Mapping[ColumnAt, mo.ui.dropdown]
Ticks = Mapping[ColumnAt, mo.ui.checkbox]


def column_fields(page: Page, place: Place, draft: Draft) -> Fields:
    """A list of answers to choose from for every column of the sheets that are read."""
    return {
        at: _field(page, at, one, draft, is_kept=_can_keep(sheet, one))
        for sheet, one, at in _shown(place)
        if not one.is_refused
    }


def own_ticks(page: Page, place: Place, draft: Draft) -> Ticks:
    """A box for every column that is not read, to keep it as a column of the coordinator's own."""
    label = page.speak(say("keep as own column"))
    return {
        at: tick(("own", at), partial(_keep, at), draft, f"{label}{unseen(at.column)}")
        for sheet, one, at in _shown(place)
        if one.status in _WITHOUT_FIELD and _can_keep(sheet, one)
    }


def _shown(place: Place) -> list[tuple[Sheet, ColumnAccount, ColumnAt]]:
    """The columns of the sheets that are read, on their own screen."""
    review = place.at("columns")
    sheets = read_sheets(review) if review is not None else ()
    return [(sheet, one, at) for sheet in sheets for one, at in _listed(sheet)]


def _keep(at: ColumnAt, edits: Edits, is_kept: bool) -> Edits:
    return edits.column(at, OWN if is_kept else None)


def _can_keep(sheet: Sheet, one: ColumnAccount) -> bool:
    """Whether a column can be one of the coordinator's own: no protected details, nor a list of the staff."""
    return one.status != "sensitive" and sheet.kind != "hr"


def column_panel(
    page: Page, fields: Fields, review: Review | None, ticks: Ticks | None = None
) -> mo.Html | None:
    """A table of columns for every sheet: those in doubt, those that are not read, and folded the others."""
    if not fields or review is None:
        return None
    parts = (part for sheet in read_sheets(review) for part in _sheet_parts(page, sheet, fields, ticks or {}))
    return stacked(*parts, gap=0.8)


def _listed(sheet: Sheet) -> list[tuple[ColumnAccount, ColumnAt]]:
    return [(one, ColumnAt(*sheet.at, one.name)) for one in sheet.account]


def _sheet_parts(page: Page, sheet: Sheet, fields: Fields, ticks: Ticks) -> Sequence[mo.Html | None]:
    columns = [(one, markup_of(fields.get(at), ticks.get(at))) for one, at in _listed(sheet)]
    groups: dict[str, list[tuple[ColumnAccount, Markup]]] = {key: [] for key in ("", "read", "unread", "out")}
    for one, field in columns:
        group = "" if one.is_doubtful else one.status if one.status in groups else "out"
        groups[group].append((one, field))
    tables = {key: column_table(group, page.speak) for key, group in groups.items() if group}
    saved = say("You imported this form before: the columns are as you chose them then.")
    keep = say("Give it a field, or keep it: then it is stored, shown and exported, and does not count.")
    titles = group_titles(*(len(group) for key, group in groups.items() if key))
    return (
        html(Markup("<h2>{}</h2>").format(sheet_title(sheet.table))),
        page.quiet(saved if sheet.is_known else None),
        together(tables.get("")),
        page.title(titles["unread"], 3) if groups["unread"] else None,
        page.quiet(keep if groups["unread"] and ticks else None),
        together(tables.get("unread")),
        page.fold(titles["read"], tables["read"]) if groups["read"] else None,
        page.fold(titles["out"], tables["out"]) if groups["out"] else None,
        page.quiet(not_read(sheet.account)),
    )


def _field(page: Page, at: ColumnAt, one: ColumnAccount, draft: Draft, *, is_kept: bool) -> mo.ui.dropdown:
    now, nothing, names = one.field, page.speak(say("do not import")), field_names(page.speak)
    options = {nothing: "", **{name: field for field, name in names.items() if is_kept or field != OWN}}
    value = page.speak(ANSWERS[now].label) if now else nothing
    options |= {value: now or ""}
    key = ("column", at)
    return choice(options, value, key, lambda edits, field: edits.column(at, field or None), draft, at.column)
