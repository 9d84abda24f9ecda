"""Which column holds which answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from mentorkit.intake.read import Table
from mentorkit.intake.vocabulary import headings, is_one_of
from mentorkit.model import Problem, Role
from mentorkit.text import say

_SENDER_FIELDS = ("email", "full_name")
IDENTIFYING = frozenset({"email", "employee_id", "full_name", "first_name", "last_name"})


@dataclass(frozen=True)
class Mapping:
    """Column number, from 0, to field; `unused` names every column that is not taken in.

    A field has at most one column: with more, the one with the most answers.
    """

    fields: dict[int, str]
    unused: tuple[str, ...]

    @property
    def identifies(self) -> bool:
        """Whether any column can tell who a row is about."""
        return not IDENTIFYING.isdisjoint(self.fields.values())


def map_columns(table: Table, role: Role) -> Mapping:
    """The columns of a table by their headings, in Dutch or English, for files of one role."""
    known = headings()
    fields = _one_each(table, [known.field_of(heading, role) for heading in table.headers])
    stand_ins = _one_each(table, [known.stand_in(heading, role) for heading in table.headers])
    fields |= {column: field for column, field in stand_ins.items() if field not in fields.values()}
    unused = tuple(name_of(table, column) for column, _ in _columns(table) if column not in fields)
    return Mapping(dict(sorted(fields.items())), tuple(name for name in unused if name))


def name_of(table: Table, column: int) -> str:
    """A column as she can find it: its heading, with its letter when the heading is not enough.

    Empty for a column without heading and without values.
    """
    heading = table.headers[column]
    if table.headers.count(heading) == 1 and heading:
        return " ".join(heading.split())
    if heading or any(cells[column] is not None for _, cells in table.rows):
        return f"{heading} ({get_column_letter(column + 1)})".strip()
    return ""


def column_notices(table: Table, mapping: Mapping, role: Role) -> list[Problem]:
    """What she should know about the columns: left out on purpose, double, or standing in."""
    known = headings()
    notices = []
    for column, heading in _columns(table):
        field = known.field_of(heading, role)
        if column in mapping.fields and field != mapping.fields[column]:
            notices.append(_stand_in(table, column, mapping.fields[column]))
        elif column not in mapping.fields and known.is_sensitive(heading):
            notices.append(_sensitive(table, column))
        elif column not in mapping.fields and field is not None:
            used = next(other for other, taken in mapping.fields.items() if taken == field)
            notices.append(_double(table, column, used))
    return notices


def _one_each(table: Table, wanted: Sequence[str | None]) -> dict[int, str]:
    """At most one column a field: the one with the most answers, then the first."""
    best: dict[str, int] = {}
    for column, field in enumerate(wanted):
        if field is not None and (
            field not in best or _filled(table, column, field) > _filled(table, best[field], field)
        ):
            best[field] = column
    return {column: field for field, column in best.items()}


def _filled(table: Table, column: int, field: str) -> int:
    """How many rows have an answer; the sender of an anonymous form is none."""
    cells = [cells[column] for _, cells in table.rows if cells[column] is not None]
    if field in _SENDER_FIELDS:
        cells = [cell for cell in cells if not is_one_of(str(cell), "nothing", "sender")]
    return len(cells)


def _columns(table: Table) -> Sequence[tuple[int, str]]:
    return list(enumerate(table.headers))


def _stand_in(table: Table, column: int, field: str) -> Problem:
    match field:
        case "topics":
            message = say("The file has no column with topics to mentor on, so this column is read for it.")
        case "goals":
            message = say("The file has no column with goals, so this column is read for it.")
        case _:
            message = say("The file has no column with departments, so this column is read for it.")
    return Problem(table.file, None, name_of(table, column), None, message, "notice")


def _sensitive(table: Table, column: int) -> Problem:
    message = say(
        "This column was not taken in: pairing does not need such personal details. "
        "Leave it out of the file if you can."
    )
    return Problem(table.file, None, name_of(table, column), None, message, "notice")


def _double(table: Table, column: int, used: int) -> Problem:
    message = say(
        "Two columns hold the same answer. Column {used} is read, this one is not. "
        "Delete the wrong column from the file if that is not what you want.",
        used=get_column_letter(used + 1),
    )
    return Problem(table.file, None, name_of(table, column), None, message, "warning")
