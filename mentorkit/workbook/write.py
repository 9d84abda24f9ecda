"""A whole programme as one Excel workbook that can be edited and read back."""

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import polars as pl
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from mentorkit.frames import Snapshot, schema_of
from mentorkit.model import Application, Person
from mentorkit.text import Speaker, say
from mentorkit.views.names import Names
from mentorkit.workbook.choices import LISTS, MANY, OPEN, as_read, list_of, menu, shown
from mentorkit.workbook.fields import (
    TITLES,
    WEIGHTS,
    fields_of,
    heading,
    is_confided,
    rows_by_sheet,
)
from mentorkit.writing.cells import OPTIONS
from mentorkit.writing.style import mark, print_lying, width_for, written

_ROOM = 500
"""Empty rows below the last one that have drop-downs as well."""

_FIRST = 4
_NARROW, _TWO_LINES = 16, 30
"""So many characters of a heading stand on one line, and the height of two lines in points."""

_NAMED = frozenset({"person", "programme"})
"""Sheets with a name among their own fields."""

_KINDS = {**schema_of(Person), **schema_of(Application)}
_TEXTS = {name for name, kind in _KINDS.items() if isinstance(kind, pl.String)}
_SEVERAL = MANY | {name for name, kind in _KINDS.items() if isinstance(kind, pl.List)}


def programme_workbook(snapshot: Snapshot, speak: Speaker, exported_at: datetime) -> bytes:
    """A new .xlsx: row 1 holds the hidden names of the fields, row 2 the headings she reads.

    Hidden columns hold the id, the revision and a mark of each cell as it was exported, so that it shows
    later what was edited. Closed lists have drop-downs; the sheets are protected without a password.
    What was told in confidence is left out.
    """
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        writer = _Writer(book, snapshot, speak)
        for sheet, rows in rows_by_sheet(snapshot).items():
            told = [row for row in rows if not is_confided(row)]
            writer.sheet(sheet, sorted(told, key=lambda row: writer.who(row).casefold()))
        lists = book.add_worksheet("_lists")
        for column, name in enumerate(LISTS):
            lists.write_column(0, column, [name, *menu(name, speak)])
        about = book.add_worksheet("_mentorkit")
        about.write_column(0, 0, [snapshot.programme.id, exported_at.isoformat()])
        lists.very_hidden()
        about.very_hidden()
    return target.getvalue()


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, snapshot: Snapshot, speak: Speaker) -> None:
        self.book, self.speak = book, speak
        self.names = Names.named(snapshot)
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        look = {"text_wrap": True, "valign": "top", "locked": False}
        self.open = book.add_format(look)
        # A cell without a look of its own takes that of its column, which is open for new rows.
        self.fixed = book.add_format(look | {"locked": True, "font_color": "#595959"})
        self.day = book.add_format(look | {"num_format": "yyyy-mm-dd"})
        # Otherwise Excel makes 612345678 of a phone number that she types.
        self.text = book.add_format(look | {"num_format": "@"})

    def sheet(self, name: str, rows: list[dict[str, Any]]) -> None:
        fields = fields_of(name)
        sheet = self.book.add_worksheet(self.speak(TITLES[name]))
        sheet.write_row(0, 0, [f"_{name}", "revision", " ".join(["marks", *fields]), "who", *fields])
        heads = [self.speak(heading(name, field)) for field in fields]
        sheet.write_row(1, 0, ["id", "revision", "marks", self.speak(say("Who")), *heads], self.head)
        for place, row in enumerate(rows, 2):
            sheet.write_string(place, 0, row["id"])
            sheet.write_number(place, 1, row["revision"])
            sheet.write_string(place, 2, " ".join(mark(as_read(field, row.get(field))) for field in fields))
            sheet.write_string(place, 3, self.who(row) if name not in _NAMED else "", self.fixed)
            for column, field in enumerate(fields, _FIRST):
                self._cell(sheet, (place, column), field, row.get(field))
        for column, (field, head) in enumerate(zip(fields, heads, strict=True), _FIRST):
            width = width_for(head[:_NARROW], (written(row.get(field)) for row in rows))
            sheet.set_column(column, column, width, self._format(field))
        self._look(sheet, name)
        self._menus(sheet, fields, len(rows) + 2)
        sheet.autofilter(1, 3, max(len(rows) + 1, 2), 3 + len(fields))

    def who(self, row: Mapping[str, Any]) -> str:
        ids = [row[key] for key in ("person_id", "mentee_id", "mentor_id") if row.get(key)] or [row["id"]]
        names = " – ".join(str(written(self.names[one])) for one in ids)
        side = {"mentee": say("mentee"), "mentor": say("mentor")}.get(row.get("side", ""))
        return f"{names} ({self.speak(side)})" if side else names

    def _cell(self, sheet: Any, place: tuple[int, int], field: str, value: object) -> None:
        value, look = shown(field, value, self.speak), self._format(field)
        if value is None:
            sheet.write_blank(*place, None, look)
        elif isinstance(value, date):
            sheet.write_datetime(*place, value, look)
        elif isinstance(value, int | float):
            sheet.write_number(*place, value, look)
        else:
            sheet.write_string(*place, value, look)

    def _format(self, field: str) -> Any:
        if field.endswith(("_on", "_from")):
            return self.day
        return self.text if field in _TEXTS and list_of(field) is None else self.open

    def _menus(self, sheet: Any, fields: list[str], row: int) -> None:
        """A drop-down in every column with a closed list, also where new rows can come."""
        for column, field in enumerate(fields, _FIRST):
            name = list_of(field)
            rule: dict[str, Any] = {}
            if name and field not in MANY:
                letter = xl_col_to_name(list(LISTS).index(name))
                size = len(menu(name, self.speak))
                rule = {"validate": "list", "source": f"=_lists!${letter}$2:${letter}${size + 1}"}
                rule["error_type"] = "information" if field in OPEN else "stop"
            elif field in WEIGHTS:
                rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100}
            elif field in _SEVERAL:
                hint = self.speak(say("More than one? Put a semicolon between them."))
                rule = {"validate": "any", "input_message": hint}
            if rule:
                sheet.data_validation(2, column, row + _ROOM, column, rule)

    def _look(self, sheet: Any, name: str) -> None:
        sheet.set_column(3, 3, 24, self.open, {"hidden": name in _NAMED})
        sheet.set_column(0, 2, None, None, {"hidden": True})
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_row(1, _TWO_LINES)
        sheet.protect("", {"autofilter": True, "sort": True, "format_columns": True, "insert_rows": True})
        sheet.freeze_panes(2, _FIRST + (name in _NAMED))
        print_lying(sheet, heads_in=1)
