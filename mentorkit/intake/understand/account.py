"""The account of a sheet: what became of every column, why, and what it may be instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from openpyxl.utils import get_column_letter

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.columns import Mapping, name_of
from mentorkit.intake.understand.suggest import is_refused, is_yes_no, sample, suggest
from mentorkit.intake.values.cells import as_text
from mentorkit.intake.words.headings import headings
from mentorkit.model import Role
from mentorkit.model.fields import ANSWERS, LISTED, of_kind
from mentorkit.text import Message, say, say_count
from mentorkit.text.compare import folded

Status = Literal["read", "asked", "unread", "sensitive", "technical", "empty"]
"""What became of a column: read as a field, offered as one, or left out for one of four reasons."""

_Said = tuple[Status, str | None, Message]

_SAMPLES = 3
_ONCE = LISTED - of_kind("language codes")
_WHY = {
    "saved": say("As you chose for this form before."),
    "choice": say("As you chose."),
    "content": say("By the answers."),
    "alias": say("By the heading."),
}


@dataclass(frozen=True)
class ColumnAccount:
    """One column of a sheet that holds people; every column with a heading or an answer has one.

    `letter` is the one in Excel and `name` is how it can be found. `field` is what it is read as,
    and `suggested` what it may be, for the coordinator to confirm. `filled` is the share of rows
    with an answer, from 0 to 1. `samples` are up to three different answers as they stand in
    their cells, none of a sensitive column nor of one of yes and no that is not read, as nobody
    knows what it tells. A refused column is never taken in. One is doubtful
    when somebody had better look at it: only its answers say what it is, or it may be a field.
    """

    sheet: str
    letter: str
    heading: str
    name: str
    field: str | None
    status: Status
    why: Message
    filled: float
    suggested: str | None = None
    samples: tuple[object, ...] = ()
    is_refused: bool = False
    is_doubtful: bool = False


def account_of(table: Table, mapping: Mapping, role: Role = "mentor") -> tuple[ColumnAccount, ...]:
    """What became of every column of a table; `role` is whose answers it holds."""
    return tuple(_accounts(table, mapping, role))


def not_read(accounts: Sequence[ColumnAccount]) -> Message | None:
    """Which columns with answers were not read, to say last; None when all were."""
    names = [one.name for one in accounts if one.status in {"asked", "unread"}]
    said = say_count(
        "One column with answers was not read: {columns}.",
        "{n} columns with answers were not read: {columns}.",
        len(names),
        columns=names,
    )
    return said if names else None


def _accounts(table: Table, mapping: Mapping, role: Role) -> Iterator[ColumnAccount]:
    for column, heading in enumerate(table.headers):
        if not (name := name_of(table, column)):
            continue
        status, suggested, why = _said(table, column, mapping, role)
        is_shown = not headings().is_sensitive(heading) and not (
            status != "read" and is_yes_no(table, column)
        )
        yield ColumnAccount(
            table.sheet,
            get_column_letter(column + 1),
            heading,
            name,
            mapping.fields.get(column),
            status,
            why,
            len(table.answers(column)) / max(1, len(table.rows)),
            suggested,
            _samples(table, column) if is_shown else (),
            is_refused(table, column),
            suggested is not None or why == _WHY["content"],
        )


def _samples(table: Table, column: int) -> tuple[object, ...]:
    return tuple({as_text(cell): cell for cell in sample(table, column)}.values())[:_SAMPLES]


def _said(table: Table, column: int, mapping: Mapping, role: Role) -> _Said:
    if column in mapping.fields:
        return "read", None, _reason(column, mapping)
    if is_refused(table, column):
        return "sensitive", None, say("A national number is never imported: the law allows few to use it.")
    if headings().is_sensitive(table.headers[column]):
        why = say("Pairing does not need such personal details, so this stays out unless you choose a field.")
        return "sensitive", None, why
    if mapping.layout is not None and mapping.layout.leaves_out(table, column):
        return "technical", None, say("{system} adds this column by itself.", system=mapping.layout.name)
    if not table.answers(column):
        return "empty", None, say("Nobody gave an answer here.")
    suggested, why = _suggestion(table, column, mapping, role)
    return "asked" if suggested else "unread", suggested, why


def _suggestion(table: Table, column: int, mapping: Mapping, role: Role) -> tuple[str | None, Message]:
    name = headings().field_of(table.headers[column], role) or _repeated(table, column, role)
    other = next((at for at, taken in mapping.fields.items() if taken == name), None)
    if other is not None:
        return name, say("Column {used} holds the same answer and is read.", used=name_of(table, other))
    taken = [field for field in mapping.fields.values() if field not in _ONCE]
    found = name or suggest(table, column, taken)
    if found is None or not ANSWERS[found].is_offered:
        return None, say("Neither the heading nor the answers tell which of our questions this is.")
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
