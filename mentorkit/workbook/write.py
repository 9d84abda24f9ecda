"""A whole programme as one Excel workbook that can be edited and read back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import polars as pl
from openpyxl.styles import Font, Protection

from mentorkit.frames import Snapshot, schema_of
from mentorkit.model import SIDES, Application, Person
from mentorkit.text import Speaker, say
from mentorkit.views.names import Names
from mentorkit.workbook.choices import LISTS, MANY, OPEN, as_read, as_shown, list_of, menu
from mentorkit.workbook.fields import SHEETS, WEIGHTS, heading, is_confided, rows_by_sheet, step_of, whom_in
from mentorkit.writing import sheets
from mentorkit.writing.style import as_cell, mark

_ROOM = 500
"""Empty rows below the last one that have drop-downs as well."""

_NARROW, _TWO_LINES = 16, 30
"""So many characters of a heading stand on one line, and the height of two lines in points."""

_NAMED = frozenset({"person", "programme"})
"""Sheets with a name among their own fields."""

_OPEN = {**sheets.WRAPPED, "protection": Protection(locked=False)}
_FIXED = {**sheets.WRAPPED, "font": Font(**sheets.FONT, color="FF595959")}
_DAY = {**_OPEN, "number_format": "yyyy-mm-dd"}
_TEXT = {**_OPEN, "number_format": "@"}
"""Otherwise Excel makes 612345678 of a phone number that is typed."""

_KINDS = {**schema_of(Person), **schema_of(Application)}
_TEXTS = {name for name, kind in _KINDS.items() if isinstance(kind, pl.String)}
_SEVERAL = MANY | {name for name, kind in _KINDS.items() if isinstance(kind, pl.List)}


def programme_workbook(snapshot: Snapshot, speak: Speaker, exported_at: datetime) -> bytes:
    """A new .xlsx: row 1 holds the hidden names of the fields, row 2 the headings to read.

    Hidden columns hold the id, the revision and a mark of each cell as it was exported, so that it shows
    later what was edited. Closed lists have drop-downs; the sheets are protected without a password.
    What was told in confidence is left out.
    """
    book, writer = sheets.new_book(), _Writer(snapshot, speak)
    for name, rows in rows_by_sheet(snapshot).items():
        told = [row for row in rows if not is_confided(row)]
        sheet = book.create_sheet(sheets.title_of(speak(SHEETS[name].title)))
        writer.fill(sheet, name, sorted(told, key=lambda row: writer.who(row).casefold()))
    sheets.add_hidden(book, "_lists", ([name, *menu(name, speak)] for name in LISTS))
    sheets.add_hidden(book, "_mentorkit", [[snapshot.programme.id, exported_at.isoformat()]])
    return sheets.saved(book)


class _Writer:
    """Fills the sheets of one workbook."""

    def __init__(self, snapshot: Snapshot, speak: Speaker) -> None:
        self.speak = speak
        self.names = Names.named(snapshot)

    def fill(self, sheet: Any, name: str, rows: list[dict[str, Any]]) -> None:
        fields = SHEETS[name].fields
        looks, heads = [*map(_look_of, fields)], [self.speak(heading(SHEETS[name], one)) for one in fields]
        sheets.add_row(sheet, [f"_{name}", "revision", " ".join(["marks", *fields]), "who", *fields], None)
        shown_heads = ["id", "revision", "marks", self.speak(say("Who")), *heads]
        sheets.add_row(sheet, shown_heads, sheets.style_of(sheet, sheets.HEAD))
        fixed, *styles = (sheets.style_of(sheet, look) for look in (_FIXED, *looks))
        table = [[as_shown(field, row.get(field), self.speak) for field in fields] for row in rows]
        for row, cells in zip(rows, table, strict=True):
            marks = " ".join(mark(as_read(field, row.get(field))) for field in fields)
            who = "" if name in _NAMED else self.who(row)
            # A cell without a value is left out: it looks like its column, which is open for new rows.
            told = row["id"], row["revision"], marks, who, *cells
            sheets.add_row(sheet, told, None, None, None, fixed, *styles)
        widths = [None, None, None, None if name in _NAMED else 24]
        for place, (field, head) in enumerate(zip(fields, heads, strict=True)):
            widths.append(sheets.width_for(head[:_NARROW], (cells[place] for cells in table)))
            self._check(sheet, len(widths), field, len(rows) + 3 + _ROOM)
        sheets.set_columns(sheet, widths, [None, None, None, _OPEN, *looks])
        sheet.row_dimensions[1].hidden, sheet.row_dimensions[2].height = True, _TWO_LINES
        sheets.protect(sheet, "autoFilter", "sort", "formatColumns", "insertRows")
        sheets.arrange(sheet, "F3" if name in _NAMED else "E3", "D")

    def who(self, row: Mapping[str, Any]) -> str:
        names = " – ".join(str(as_cell(self.names[one])) for one in whom_in(row) or [row["id"]])
        if row.get("goal_words"):
            return step_of(names, row["goal_words"])
        side = row.get("side")
        return f"{names} ({self.speak(SIDES[side])})" if side else names

    def _check(self, sheet: Any, column: int, field: str, last: int) -> None:
        """A drop-down in a column with a closed list, also where new rows can come."""
        name = list_of(field)
        if name and field not in MANY:
            choices = sheets.list_at(list(LISTS).index(name) + 1, 2, len(menu(name, self.speak)))
            style = "information" if field in OPEN else "stop"
            rule = {"type": "list", "formula1": choices, "errorStyle": style}
        elif field in WEIGHTS:
            rule = {"type": "decimal", "operator": "between", "formula1": "0", "formula2": "100"}
        elif field in _SEVERAL:
            rule = {"prompt": self.speak(say("More than one? Put a semicolon between them."))}
        else:
            return
        sheets.check(sheet, column, (3, last), **rule)


def _look_of(field: str) -> sheets.Look:
    if field.endswith(("_on", "_from")):
        return _DAY
    return _TEXT if field in _TEXTS and list_of(field) is None else _OPEN
