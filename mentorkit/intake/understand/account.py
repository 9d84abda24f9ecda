"""The account of a sheet: what became of every column, why, and what it may be instead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mentorkit.intake.tables.oddities import letters_of
from mentorkit.intake.tables.table import Table, places_of
from mentorkit.intake.understand.columns import Mapping, kept_out
from mentorkit.intake.understand.looks import are_yes_no, look_of, sample
from mentorkit.intake.values.cells import as_text
from mentorkit.intake.words.headings import headings
from mentorkit.model import Finding
from mentorkit.model.fields import ANSWERS
from mentorkit.text import Message, say, say_count
from mentorkit.text.compare import folded

Severity = Literal["warning", "notice"]
Status = Literal["read", "asked", "unread", "sensitive", "technical", "empty"]
"""What became of a column: read as a field, offered as one, or left out for one of four reasons."""

_SAMPLES = 3
_WHY = {
    "saved": say("As you chose for this form before."),
    "choice": say("As you chose."),
    "content": say("By the answers."),
    "alias": say("By the heading."),
    "layout": say("{system} writes it so."),
    "instead": say("The file has no column of its own for “{field}”, so this column is read for it."),
    "refused": say("A national number is never imported: the law allows few to use it."),
    "sensitive": say(
        "Pairing does not need such personal details. Leave them out of the file, or choose a field."
    ),
    "technical": say("{system} adds this column by itself."),
    "empty": say("Nobody gave an answer here."),
    "unread": say("Neither the heading nor the answers tell which of our questions this is."),
    "grid": say("Offering and wanting stand in one cell here. Make a column of each, with an x below it."),
    "asked": say("The heading or the answers look like this. Choose it if that is right."),
    "near": say("Column {used} is read for this question."),
    "double": say(
        "Column {used} says the same and is read. If it is the wrong one, choose this one instead."
    ),
    "otherwise": say(
        "Column {used} is read, asks the same and says something else. Choose which of them counts."
    ),
}
_NOTICES, _WARNINGS = ("instead", "refused", "sensitive"), ("double", "otherwise")
"""What is also told by itself, among the findings."""


@dataclass(frozen=True)
class ColumnAccount:
    """One column of a sheet that holds people; every column with a heading or an answer has one.

    `letter` is the one in Excel and `name` is how it can be found. `field` is what it is read as,
    and `suggested` what it may be, for the coordinator to confirm. `filled` is the share of rows
    with an answer, from 0 to 1. `samples` are up to three different answers as they stand in
    their cells, none of a sensitive column nor of one of yes and no that is not read, as nobody
    knows what it tells. A refused column is never taken in. One is doubtful
    when somebody had better look at it: only its answers say what it is, or it may be a field.
    `severity` is that of the finding about it, None where `why` need not be told by itself.
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
    severity: Severity | None = None


def account_of(table: Table, mapping: Mapping) -> tuple[ColumnAccount, ...]:
    """What became of every column of a table."""
    return tuple(_account(table, mapping, at, name) for name, at in places_of(table).items() if name)


def column_notices(file: str, accounts: Iterable[ColumnAccount]) -> list[Finding]:
    """What she should know about the columns: left out on purpose, double, or standing in."""
    return [Finding(file, None, one.name, None, one.why, one.severity) for one in accounts if one.severity]


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
    heading, cells, read = table.headers[column], sample(table, column), mapping.fields.get(column)
    asked = mapping.asked[column].field if column in mapping.asked else None
    used = next((at for at, field in mapping.fields.items() if field == asked), None)
    status, reason = _reason(table, mapping, column, used)
    why = _WHY[reason].filled(
        system=mapping.layout.name if mapping.layout else "",
        field=ANSWERS[read].label if read else "",
        used="" if used is None else letters_of(used),
    )
    is_untold = headings().is_sensitive(heading) or (status != "read" and are_yes_no(cells))
    return ColumnAccount(
        table.sheet,
        letters_of(column),
        heading,
        name,
        read,
        status,
        why,
        len(table.answers(column)) / max(1, len(table.rows)),
        asked if status == "asked" else None,
        () if is_untold else tuple({as_text(cell): cell for cell in cells}.values())[:_SAMPLES],
        reason == "refused",
        status == "asked" or (status == "read" and mapping.read[column].is_near),
        "notice" if reason in _NOTICES else "warning" if reason in _WARNINGS else None,
    )


def _reason(table: Table, mapping: Mapping, column: int, used: int | None) -> tuple[Status, str]:
    """What became of a column and the key of why; `used` is one that is read for the same question."""
    asked = mapping.asked.get(column)
    if column in mapping.fields:
        return "read", mapping.read[column].how
    if out := kept_out(table, mapping.layout, column):
        return "technical" if out == "technical" else "sensitive", out
    if not table.answers(column):
        return "empty", "empty"
    if asked is None or not ANSWERS[asked.field].is_offered:
        sides = [at for at in range(len(table.headers)) if look_of(sample(table, at)) == "sides"]
        return "unread", "grid" if column in sides and len(sides) > 1 else "unread"
    if used is None or asked.how != "alias":
        return "asked", "asked" if used is None else "near"
    both = [
        (cells[column], cells[used]) for _, cells in table.rows if None not in (cells[column], cells[used])
    ]
    is_same = both and all(folded(as_text(mine)) == folded(as_text(other)) for mine, other in both)
    return "asked", "double" if is_same else "otherwise"
