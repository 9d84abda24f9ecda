"""Which rows are sign-ups for this role; notes, totals and the other role are set aside."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mentorkit.intake.read import Cells, Table
from mentorkit.intake.vocabulary import is_one_of, mentioned
from mentorkit.model import Problem, Role
from mentorkit.text import say, say_count


@dataclass(frozen=True)
class Rows:
    """The sign-ups of one role with their row numbers, and a notice about every row set aside."""

    signups: tuple[tuple[int, Cells], ...]
    notices: tuple[Problem, ...]


def choose_rows(table: Table, fields: Mapping[int, str], role: Role) -> Rows:
    """The rows of a table that are sign-ups for a role."""
    notes = set(_notes(table, fields))
    other = {number for number, cells in table.rows if _is_other_role(cells, fields, role)} - notes
    kept = tuple((number, cells) for number, cells in table.rows if number not in notes | other)
    notices = [
        Problem(
            table.file,
            number,
            None,
            None,
            say("This row was not read: it looks like a total or a note, not like a sign-up."),
            "notice",
        )
        for number in sorted(notes)
    ]
    return Rows(kept, (*notices, *_about_other_role(table.file, len(other))))


def _notes(table: Table, fields: Mapping[int, str]) -> Iterator[int]:
    """Totals, and text on its own in the first column after a blank row."""
    keys = [column for column, field in fields.items() if field in {"email", "employee_id"}]
    before, in_note = table.header_row, False
    for number, cells in table.rows:
        first = next(cell for cell in cells if cell is not None)
        is_total = isinstance(first, str) and is_one_of(first, "footers", "words")
        in_note = _is_lone_text(cells) and (in_note or number > before + 1)
        if in_note or (is_total and all(cells[column] in (None, first) for column in keys)):
            yield number
        before = number


def _is_lone_text(cells: Cells) -> bool:
    first, *rest = cells
    is_words = isinstance(first, str) and "@" not in first and any(letter.isalpha() for letter in first)
    return bool(rest) and is_words and all(cell is None for cell in rest)


def _is_other_role(cells: Cells, fields: Mapping[int, str], role: Role) -> bool:
    said = [cells[column] for column, field in fields.items() if field == "role"]
    roles = mentioned(str(said[0]), "roles") if said else ()
    return bool(roles) and role not in roles


def _about_other_role(file: str, count: int) -> list[Problem]:
    if not count:
        return []
    message = say_count(
        "One row is a sign-up for the other role, so it was not read here. Read this file for that role too.",
        "{n} rows are sign-ups for the other role, so they were not read here. "
        "Read this file for that role too.",
        count,
    )
    return [Problem(file, None, None, None, message, "notice")]
