"""Every column as she checks it: what it is read as, why, and what it may be instead."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.columns import LISTED, How, Mapping, name_of
from mentorkit.intake.understand.suggest import answers, is_refused, suggest
from mentorkit.intake.values.cells import as_text
from mentorkit.intake.words.headings import headings
from mentorkit.model import Role
from mentorkit.text import Message, say
from mentorkit.text.compare import folded

_SAMPLES = 3


@dataclass(frozen=True)
class ColumnUse:
    """One column.

    `column` counts from 0 and `letter` is the one in Excel. `field` is None for a column that
    is not taken in; `suggestion` is then the field it may be, for her to confirm. `reason`
    tells why; None when nothing is known of the column. `samples` are up to three different
    answers, and `filled` is the share of rows with one, from 0 to 1. A sensitive column is
    taken in only when she asks, a refused one never.
    """

    column: int
    letter: str
    heading: str
    field: str | None
    how: How | None
    reason: Message | None
    samples: tuple[str, ...]
    filled: float
    suggestion: str | None
    is_sensitive: bool
    is_refused: bool


def uses_of(table: Table, mapping: Mapping, role: Role | None = None) -> tuple[ColumnUse, ...]:
    """What is done with every column of a table; answers of sensitive columns are not shown."""
    return tuple(_use(table, column, mapping, role or "mentor") for column in range(len(table.headers)))


def _use(table: Table, column: int, mapping: Mapping, role: Role) -> ColumnUse:
    heading, field = table.headers[column], mapping.fields.get(column)
    refused = is_refused(table, column)
    sensitive = refused or headings().is_sensitive(heading)
    how = mapping.how.get(column, "choice") if field else None
    suggestion, why = (None, None) if field or sensitive else _suggestion(table, column, mapping, role)
    if refused:
        why = say("A national number is never imported: the law allows few to use it.")
    elif sensitive and field is None:
        why = say("Pairing does not need such personal details, so this stays out unless you choose a field.")
    return ColumnUse(
        column,
        get_column_letter(column + 1),
        heading,
        field,
        how,
        _reason(how, mapping) if how else why,
        () if sensitive else _samples(table, column),
        _filled(table, column),
        suggestion,
        sensitive,
        refused,
    )


def _suggestion(table: Table, column: int, mapping: Mapping, role: Role) -> tuple[str | None, Message | None]:
    if mapping.layout is not None and mapping.layout.leaves_out(table, column):
        return None, say("{system} adds this column by itself.", system=mapping.layout.name)
    name = headings().field_of(table.headers[column], role) or _repeated(table, column, role)
    other = next((at for at, taken in mapping.fields.items() if taken == name), None)
    if name is not None and other is not None and answers(table, column):
        told = say("Column {used} holds the same answer and is read.", used=name_of(table, other))
        return name, told
    taken = [field for field in mapping.fields.values() if field not in LISTED or field == "languages"]
    found = name if name is not None else suggest(table, column, taken)
    told = say("The heading or the answers look like this. Choose it if that is right.")
    return found, told if found else None


def _repeated(table: Table, column: int, role: Role) -> str | None:
    """The field of a heading with a number behind it because the form has that question twice."""
    heading = table.headers[column]
    bare = heading.rstrip("0123456789").rstrip()
    is_twice = bare != heading and folded(bare) in map(folded, table.headers)
    return headings().field_of(bare, role) if is_twice else None


def _reason(how: How, mapping: Mapping) -> Message:
    match how:
        case "layout":
            return say("{system} writes it so.", system=mapping.layout.name if mapping.layout else "")
        case "saved":
            return say("As you chose for this form before.")
        case "choice":
            return say("As you chose.")
        case "content":
            return say("By the answers.")
        case "alias":
            return say("By the heading.")


def _samples(table: Table, column: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(as_text(cell) for cell in answers(table, column)))[:_SAMPLES]


def _filled(table: Table, column: int) -> float:
    return sum(cells[column] is not None for _, cells in table.rows) / max(1, len(table.rows))
