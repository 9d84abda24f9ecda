"""Every column read by the field it belongs to."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mentorkit.intake.choices import (
    is_nobody,
    people_in,
    read_channels,
    read_choices,
    read_kinds,
    read_languages,
    read_people,
)
from mentorkit.intake.dates import read_days, read_moments
from mentorkit.intake.names import looks_garbled, read_email
from mentorkit.intake.values import (
    Reading,
    as_text,
    is_blank,
    level,
    long_text,
    scale,
    style,
    text,
    whole,
    within,
    yes_or_no,
)
from mentorkit.text import Message, say

Column = Sequence[object]

_EXCEL_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!"})
_DAMAGED_NUMBER = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)


Doubt = tuple[int, int, str, Message]
"""What is doubtful about a cell: its row and its column, both from 0, what it says, and the doubt."""


def read_columns(
    rows: Sequence[Sequence[object]], fields: Mapping[int, str]
) -> tuple[list[dict[str, Any]], list[Doubt]]:
    """The answers of every row by field, and the doubts about single cells."""
    answers: list[dict[str, Any]] = [{} for _ in rows]
    doubts: list[Doubt] = []
    for column, field in fields.items():
        cells = [row[column] for row in rows]
        for place, (cell, read) in enumerate(zip(cells, _read(field, cells), strict=True)):
            answers[place][field] = read.value
            if field == "level" and read.value is not None:
                answers[place]["level_name"] = as_text(cell)
            if read.doubt is not None:
                doubts.append((place, column, as_text(cell)[:200], read.doubt))
    return answers, doubts


def _read(field: str, cells: Column) -> list[Reading]:
    """The readings of a column; cells in which Excel shows an error are left out before."""
    sound = [None if cell in _EXCEL_ERRORS else cell for cell in cells]
    return [
        Reading(None, _excel_error()) if cell in _EXCEL_ERRORS else read
        for cell, read in zip(cells, _READERS.get(field, _each(text))(sound), strict=True)
    ]


def _excel_error() -> Message:
    return say("Excel shows an error in this cell, so it was left out. Type the answer itself in the cell.")


def _each(read: Callable[[object], Reading]) -> Callable[[Column], list[Reading]]:
    """Cell by cell; equal cells are read once, as most columns have few different answers."""

    def column(cells: Column) -> list[Reading]:
        different = {
            (type(cell), cell): read(cell) for cell in {(type(cell), cell): cell for cell in cells}.values()
        }
        return [different[type(cell), cell] for cell in cells]

    return column


def _name(value: object) -> Reading:
    read = text(value)
    meant = looks_garbled(read.value or "")
    if meant is None:
        return read
    return Reading(
        read.value,
        say(
            "Letters in “{value}” are garbled. Is {suggestion} meant? Correct it in the file.",
            value=read.value,
            suggestion=meant,
        ),
    )


def _employee_id(value: object) -> Reading:
    read = text(value)
    if read.value is None or not _DAMAGED_NUMBER.fullmatch(read.value):
        return read
    return Reading(
        None,
        say(
            "Excel changed this number to “{value}”, so it was left out. "
            "Format the column as text in Excel and enter the number again.",
            value=read.value,
        ),
    )


def _manager(value: object) -> Reading:
    """The one manager a cell names, as people are named; nobody is None."""
    if is_blank(value) or is_nobody(as_text(value)):
        return Reading()
    named = people_in(as_text(value))
    return Reading(named[0] if len(named) == 1 else text(value).value)


_READERS: Mapping[str, Callable[[Column], list[Reading]]] = {
    "full_name": _each(_name),
    "first_name": _each(_name),
    "last_name": _each(_name),
    "email": _each(read_email),
    "employee_id": _each(_employee_id),
    "manager": _each(_manager),
    "manager_email": _each(_manager),
    "manager_id": _each(_manager),
    "other_managers": read_people,
    "prefers": read_people,
    "avoids": read_people,
    "topics": read_choices,
    "goals": read_choices,
    "values": read_choices,
    "interests": read_choices,
    "availability": read_choices,
    "languages": read_languages,
    "channels": read_channels,
    "relation_types": read_kinds,
    "goal_text": _each(long_text),
    "biography": _each(long_text),
    "level": _each(level),
    "years_experience": _each(lambda value: within(value, 0, 80)),
    "hours_per_month": _each(lambda value: within(value, 0, 200)),
    "capacity": _each(lambda value: whole(value, 50)),
    "least": _each(lambda value: whole(value, 50)),
    "working_style": _each(scale),
    "feedback_style": _each(scale),
    "learning_style": _each(style),
    "has_consented": _each(yes_or_no),
    "is_paused": _each(yes_or_no),
    "is_trained": _each(yes_or_no),
    "available_from": read_days,
    "submitted_at": read_moments,
    "modified_at": read_moments,
    "started_at": read_moments,
}
"""How the column of each field is read; every other field is text."""
