"""The sheets of an import in words: what was seen in a file, and what each of its sheets is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.layout import Layout
from mentorkit.model import Finding
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.intake.columns import spoken_cell
from mentorkit.views.table import html_table

HOLDS: Mapping[Any, Message] = {
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
_QUIET = Markup('<span class="mk-quiet">{}</span>')


def file_seen(
    read: Sequence[Table], others: Iterable[Table], findings: Iterable[Finding], speak: Speaker
) -> Markup:
    """What is read of a file, what was found there, and which of its sheets are not read."""
    names = [table.sheet for table in read if table.sheet]
    rows = say_count("{n} row", "{n} rows", sum(len(table.rows) for table in read))
    lines = [say("{rows} on {sheets}", rows=rows, sheets=names) if names else rows]
    seen = [Markup("{}").format(speak(line)) for line in (*lines, *(one.message for one in findings))]
    if out := [table.sheet for table in others if table.sheet]:
        seen.append(_QUIET.format(speak(say("Not read: {sheets}", sheets=out))))
    return Markup("<br>").join(seen)


def sheet_title(table: Table) -> str:
    """A sheet as the coordinator knows it: its file, and its name when it has one."""
    return f"{table.file} · {table.sheet}" if table.sheet else table.file


def sheet_cell(table: Table, speak: Speaker) -> Markup:
    """The same in a table, with whether it is hidden in the file."""
    hidden = Markup("<br>{}").format(speak(say("hidden sheet"))) if table.state != "visible" else ""
    return Markup("{}{}").format(sheet_title(table), hidden)


def form_name(layout: Layout | None, is_known: bool) -> Message:
    """What form a sheet is of, and whether it was imported before."""
    name = say("a form of your own") if layout is None else say("{form}", form=layout.name)
    language = _LANGUAGES.get(layout.language or "") if layout else None
    if language is not None:
        name = say("{form}, {language}", form=name, language=language)
    return say("{form}, imported before", form=name) if is_known else name


def headings_seen(table: Table, speak: Speaker) -> Markup:
    """The first headings of a sheet, and how many more there are; that there are none, where it has none."""
    none = "" if any(table.headers) else speak(say("none: the first row was read as a person"))
    titles = [" ".join(title.split()) for title in (*table.headers, none) if title]
    more = [f"+{len(titles) - _HEADINGS_SHOWN}"] if len(titles) > _HEADINGS_SHOWN else []
    return _QUIET.format(" · ".join([*titles[:_HEADINGS_SHOWN], *more]))


def first_rows(table: Table, speak: Speaker) -> Markup:
    """The first rows as they are read."""
    heads = [say("Row"), *(say("{title}", title=title) for title in table.headers)]
    rows = (
        (number, *(spoken_cell(cell, speak) for cell in cells)) for number, cells in table.rows[:_ROWS_SHOWN]
    )
    return Markup('<div class="mk-wide">{}</div>').format(html_table(heads, rows, speak))
