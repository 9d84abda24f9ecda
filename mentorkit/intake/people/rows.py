"""Which rows are sign-ups; notes, totals and previews are set aside."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from mentorkit.intake.tables.header import Cells, Numbered
from mentorkit.intake.tables.table import Table
from mentorkit.intake.words.vocabulary import is_one_of, starts_as
from mentorkit.model import Finding
from mentorkit.model.fields import IDENTIFYING, of_kind
from mentorkit.text import say

Unfinished = Literal["partial", "excluded"]

_COUNTED = re.compile(r"[\s:=]*\d[\d.,]*\W*$")
_KEYS = IDENTIFYING - of_kind("name")


@dataclass(frozen=True)
class Rows:
    """The sign-ups with their row numbers, and a notice about every note or total.

    `unfinished` are "excluded" rows that somebody made while trying the form, and "partial" ones
    of people who stopped halfway.
    """

    signups: tuple[Numbered, ...]
    notices: tuple[Finding, ...]
    unfinished: Mapping[Unfinished, tuple[Numbered, ...]]


def choose_rows(table: Table, fields: Mapping[int, str], unfinished: Collection[str] = ()) -> Rows:
    """The rows of a table that are sign-ups.

    In a form that keeps answers of people who stopped halfway, they are known by a column
    with a status, or by an empty answer to one of the fields `unfinished`.
    """
    notes = set(_notes(table, fields))
    found: dict[Unfinished | None, list[Numbered]] = {None: [], "partial": [], "excluded": []}
    for number, cells in table.rows:
        if number not in notes:
            found[_state(cells, fields, unfinished)].append((number, cells))
    message = say("This row was not read: it looks like a total, a note or the title of a group.")
    notices = (Finding(table.file, number, None, None, message, "notice") for number in sorted(notes))
    left = {state: tuple(rows) for state, rows in found.items() if state}
    return Rows(tuple(found[None]), tuple(notices), left)


def _state(cells: Cells, fields: Mapping[int, str], unfinished: Collection[str]) -> Unfinished | None:
    """Whether a row is a preview or only partial; None for one that is whole."""
    for column, field in fields.items():
        said = "" if cells[column] is None else str(cells[column])
        if field == "status" and is_one_of(said, "preview", "preview"):
            return "excluded"
        is_halfway = field == "status" and is_one_of(said, "preview", "partial")
        if is_halfway or (field == "is_finished" and is_one_of(said, "yes_no", "no")):
            return "partial"
    is_open = any(cells[column] is None for column, field in fields.items() if field in unfinished)
    return "partial" if is_open else None


def _notes(table: Table, fields: Mapping[int, str]) -> Iterator[int]:
    """Totals, titles of groups, and text on its own in the first column after a blank row."""
    keys = [column for column, field in fields.items() if field in _KEYS]
    before, in_note = table.header_row, False
    for number, cells in table.rows:
        first = next(cell for cell in cells if cell is not None)
        is_total = isinstance(first, str) and is_one_of(_COUNTED.sub("", first), "footers", "words")
        in_note = _is_lone_text(cells) and (in_note or number > before + 1)
        is_title = _is_lone_text(cells) and starts_as(str(first), "groups") is not None
        said = {str(cells[column]) for column in keys if cells[column] not in (None, first)}
        if in_note or is_title or (is_total and all(map(str.isdigit, said))):
            yield number
        before = number


def _is_lone_text(cells: Cells) -> bool:
    first, *rest = cells
    is_words = isinstance(first, str) and "@" not in first and any(letter.isalpha() for letter in first)
    return bool(rest) and is_words and all(cell is None for cell in rest)
