"""Every column as she checks it: what it is read as, why, and what it may be instead."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.columns import Mapping, name_of
from mentorkit.intake.understand.suggest import is_refused, is_yes_no, sample, suggest
from mentorkit.intake.values.cells import as_text
from mentorkit.intake.words.headings import headings
from mentorkit.model import Role
from mentorkit.model.fields import ANSWERS, LISTED, of_kind
from mentorkit.text import Message, say
from mentorkit.text.compare import folded

_SAMPLES = 3
_ONCE = LISTED - of_kind("language codes")
_WHY = {
    "saved": say("As you chose for this form before."),
    "choice": say("As you chose."),
    "content": say("By the answers."),
    "alias": say("By the heading."),
}


@dataclass(frozen=True)
class ColumnUse:
    """One column.

    `letter` is the one in Excel. `suggestion` is the field that a column may be which is not
    taken in, for her to confirm. `reason` tells why; None when nothing is known of the column.
    `samples` are up to three different answers as they stand in their cells, none of a sensitive
    column nor of one of yes and no that is not read, as nobody knows what it tells. `filled` is the share of
    rows with one, from 0 to 1. A refused column is never taken in.
    """

    letter: str
    heading: str
    reason: Message | None
    samples: tuple[object, ...]
    filled: float
    suggestion: str | None
    is_refused: bool

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody had better look at it: only its answers say what it is, or it may be a field."""
        return self.suggestion is not None or self.reason == _WHY["content"]


def uses_of(table: Table, mapping: Mapping, role: Role = "mentor") -> tuple[ColumnUse, ...]:
    """What is done with every column of a table; answers of sensitive columns are not shown."""
    return tuple(_use(table, column, mapping, role) for column in range(len(table.headers)))


def _use(table: Table, column: int, mapping: Mapping, role: Role) -> ColumnUse:
    heading, refused = table.headers[column], is_refused(table, column)
    sensitive = refused or headings().is_sensitive(heading)
    is_shown = column in mapping.fields or not is_yes_no(table, column)
    suggestion = None
    if column in mapping.fields:
        why: Message | None = _reason(column, mapping)
    elif refused:
        why = say("A national number is never imported: the law allows few to use it.")
    elif sensitive:
        why = say("Pairing does not need such personal details, so this stays out unless you choose a field.")
    else:
        suggestion, why = _suggestion(table, column, mapping, role)
    return ColumnUse(
        get_column_letter(column + 1),
        heading,
        why,
        _samples(table, column) if is_shown and not sensitive else (),
        len(table.answers(column)) / max(1, len(table.rows)),
        suggestion,
        refused,
    )


def _samples(table: Table, column: int) -> tuple[object, ...]:
    return tuple({as_text(cell): cell for cell in sample(table, column)}.values())[:_SAMPLES]


def _suggestion(table: Table, column: int, mapping: Mapping, role: Role) -> tuple[str | None, Message | None]:
    if mapping.layout is not None and mapping.layout.leaves_out(table, column):
        return None, say("{system} adds this column by itself.", system=mapping.layout.name)
    name = headings().field_of(table.headers[column], role) or _repeated(table, column, role)
    other = next((at for at, taken in mapping.fields.items() if taken == name), None)
    if other is not None and table.answers(column):
        return name, say("Column {used} holds the same answer and is read.", used=name_of(table, other))
    taken = [field for field in mapping.fields.values() if field not in _ONCE]
    found = name or suggest(table, column, taken)
    if found is None or not ANSWERS[found].is_offered:
        return None, None
    return found, say("The heading or the answers look like this. Choose it if that is right.")


def _repeated(table: Table, column: int, role: Role) -> str | None:
    """The field of a heading with a number behind it because the form has that question twice."""
    heading = table.headers[column]
    bare = heading.rstrip("0123456789").rstrip()
    is_twice = bare != heading and folded(bare) in map(folded, table.headers)
    return headings().field_of(bare, role) if is_twice else None


def _reason(column: int, mapping: Mapping) -> Message:
    if (how := mapping.how[column]) == "layout" and mapping.layout:
        return say("{system} writes it so.", system=mapping.layout.name)
    return _WHY[how]
