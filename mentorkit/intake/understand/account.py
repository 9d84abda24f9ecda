"""The account of a sheet: what became of every column, why, and what it may be instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from openpyxl.utils import get_column_letter

from mentorkit.intake.tables.table import Table, name_of
from mentorkit.intake.understand.columns import Mapping
from mentorkit.intake.understand.looks import are_yes_no, is_refused, sample
from mentorkit.intake.values.cells import as_text
from mentorkit.intake.words.headings import headings
from mentorkit.model.fields import ANSWERS
from mentorkit.text import Message, say, say_count

Status = Literal["read", "asked", "unread", "sensitive", "technical", "empty"]
"""What became of a column: read as a field, offered as one, or left out for one of four reasons."""

_Said = tuple[Status, str | None, Message]

_SAMPLES = 3
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


def account_of(table: Table, mapping: Mapping) -> tuple[ColumnAccount, ...]:
    """What became of every column of a table."""
    names = enumerate(name_of(table, column) for column in range(len(table.headers)))
    return tuple(_account(table, mapping, column, name) for column, name in names if name)


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


def _account(table: Table, mapping: Mapping, column: int, name: str) -> ColumnAccount:
    heading = table.headers[column]
    status, suggested, why = _said(table, column, mapping)
    is_untold = status != "read" and are_yes_no(sample(table, column))
    return ColumnAccount(
        table.sheet,
        get_column_letter(column + 1),
        heading,
        name,
        mapping.fields.get(column),
        status,
        why,
        len(table.answers(column)) / max(1, len(table.rows)),
        suggested,
        () if is_untold or headings().is_sensitive(heading) else _samples(table, column),
        is_refused(table, column),
        suggested is not None or column in mapping.near,
    )


def _samples(table: Table, column: int) -> tuple[object, ...]:
    return tuple({as_text(cell): cell for cell in sample(table, column)}.values())[:_SAMPLES]


def _said(table: Table, column: int, mapping: Mapping) -> _Said:
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
    suggested = mapping.asked.get(column)
    if suggested is None or not ANSWERS[suggested].is_offered:
        return "unread", None, say("Neither the heading nor the answers tell which of our questions this is.")
    used = [at for at, taken in mapping.fields.items() if taken == suggested]
    if used:
        why = say("Column {used} is read for this question.", used=name_of(table, used[0]))
        return "asked", suggested, why
    return "asked", suggested, say("The heading or the answers look like this. Choose it if that is right.")


def _reason(column: int, mapping: Mapping) -> Message:
    if (how := mapping.how[column]) == "layout" and mapping.layout:
        return say("{system} writes it so.", system=mapping.layout.name)
    return _WHY[how]
