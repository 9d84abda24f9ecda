"""Which column holds which answer.

A field may have several columns when they are one question: options with a column each, a family
with numbers, or the branches of a form. They then stand in `Mapping.fields` side by side, and
reading joins them.
"""

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from openpyxl.utils import get_column_letter

from mentorkit.intake.tables.table import Table, name_of
from mentorkit.intake.understand.assign import assigned
from mentorkit.intake.understand.evidence import How
from mentorkit.intake.understand.layout import Layout, recognise
from mentorkit.intake.understand.looks import is_refused
from mentorkit.intake.understand.questions import questions_of
from mentorkit.intake.understand.roles import is_reporting
from mentorkit.intake.values.answers import Chosen
from mentorkit.intake.values.cells import as_text
from mentorkit.intake.words.headings import headings, told
from mentorkit.model import Finding, Role
from mentorkit.model.fields import ANSWERS, IDENTIFYING, LISTED, of_kind
from mentorkit.text import Message, say
from mentorkit.text.compare import folded

_STOOD_IN = say("The file has no column of its own for “{field}”, so this column is read for it.")
_LEFT_OUT = say(
    "This column was not imported: pairing does not need such personal details. Leave it out of "
    "the file if you can."
)
_DOUBLE = say(
    "Two columns hold the same answer. Column {used} is read, this one is not. "
    "Delete the wrong column from the file if that is not what you want."
)
_OTHERWISE = say(
    "Column {used} is read for this question. This column asks the same and says something else. "
    "Choose which of the two counts."
)


@dataclass(frozen=True)
class Mapping:
    """Column number, from 0, to field; a column that is not taken in is not there.

    `how` tells of every column in `fields` why it is read so, and `near` has those whose words and
    answers nearly tell. `asked` are columns that may be a field, for somebody to say. `chosen` tells
    of columns with ranks or points which count. `layout` is the system that made the table, None
    when it is not known.
    """

    fields: dict[int, str]
    how: dict[int, How] = field(default_factory=dict)
    layout: Layout | None = None
    near: frozenset[int] = frozenset()
    asked: dict[int, str] = field(default_factory=dict)
    chosen: dict[int, Chosen] = field(default_factory=dict)

    @property
    def identifies(self) -> bool:
        """Whether any column can tell who a row is about."""
        return not IDENTIFYING.isdisjoint(self.fields.values())


def map_columns(
    table: Table,
    role: Role = "mentor",
    saved: AnyMapping[str, str | None] | None = None,
    chosen: AnyMapping[str, str | None] | None = None,
) -> Mapping:
    """The columns of a table by the system that made it, their headings and their answers.

    `saved` and `chosen` give columns, by `name_of` or heading, their field, or None to leave
    them out: what she confirmed for this form before, and what she chooses now. A national
    number is left out even then. Without `role`, a heading of both roles means topics.
    """
    layout = recognise(table)
    said = {**_told(table, saved or {}, "saved"), **_told(table, chosen or {}, "choice")}
    questions = questions_of(table, _readable(table, layout), layout)
    rest = [tuple(at for at in one.columns if at not in said) for one in questions]
    left = [replace(one, columns=columns) for one, columns in zip(questions, rest, strict=True) if columns]
    settled = frozenset(name for name, _ in said.values() if name and name not in LISTED)
    found = assigned(table, left, layout, role, settled)
    fields: dict[int, tuple[str, How]] = {at: (one.field, one.how) for at, one in found.read.items()}
    taken = {name for name, _ in fields.values()} | settled
    stand_ins = {at: name for at, name in _stand_ins(table, role).items() if at not in said}
    fields |= {at: (name, "alias") for at, name in stand_ins.items() if name not in taken}
    fields |= {at: (name, how) for at, (name, how) in said.items() if name}
    fields |= _numbers_of_people({at: name for at, (name, _) in fields.items()}, found.asked)
    in_order = sorted(fields.items())
    return Mapping(
        {at: name for at, (name, _) in in_order},
        {at: how for at, (_, how) in in_order},
        layout,
        frozenset(at for at, one in found.read.items() if one.is_near),
        {at: name for at, name in found.asked.items() if at not in fields},
        {at: one.chosen for one in questions if one.chosen for at in one.columns},
    )


def fingerprint(headers: Sequence[str]) -> str:
    """What tells one form from another: its headings, in whatever order.

    >>> fingerprint(["Naam", "E-mail"]) == fingerprint(["e-mail", "NAAM"])
    True
    """
    return sha256("\n".join(sorted(map(folded, headers))).encode()).hexdigest()[:32]


def _readable(table: Table, layout: Layout | None) -> list[int]:
    """The columns that may be taken in without asking."""
    return [
        column
        for column, heading in enumerate(table.headers)
        if name_of(table, column)
        and not (headings().is_sensitive(heading) or is_refused(table, column))
        and not (layout and layout.leaves_out(table, column) and not layout.field_of(table, column))
    ]


def _stand_ins(table: Table, role: Role) -> dict[int, str]:
    """Columns that are read for a field that no column has, the fullest of several."""
    names = {at: headings().stand_in(heading, role) for at, heading in enumerate(table.headers)}
    fullest = sorted(names, key=lambda at: len(table.answers(at)))
    return {at: name for name, at in {names[at]: at for at in fullest}.items() if name}


def _numbers_of_people(
    fields: AnyMapping[int, str], asked: AnyMapping[int, str]
) -> dict[int, tuple[str, How]]:
    """In a list of employees ID is their number; and codes tell people apart where nothing else does."""
    (number,) = of_kind("code") & IDENTIFYING
    meant = told("evidence.toml")["sheet"]["hr"] if is_reporting(fields) else {}
    found = [at for at, name in fields.items() if meant.get(name) == number]
    if IDENTIFYING.isdisjoint(fields.values()):
        found = [at for at, name in asked.items() if name == number]
    return {at: (number, "content") for at in found[:1] if number not in fields.values()}


def _told(table: Table, said: AnyMapping[str, str | None], how: How) -> dict[int, tuple[str | None, How]]:
    by_form = {folded(name): name_field for name, name_field in said.items()}
    names = [folded(name_of(table, column)) for column in range(len(table.headers))]
    return {
        column: (by_form[name], how)
        for column, name in enumerate(names)
        if name in by_form and not is_refused(table, column)
    }


def column_notices(table: Table, mapping: Mapping, role: Role) -> list[Finding]:
    """What she should know about the columns: left out on purpose, double, or standing in."""
    known = headings()
    notices = []
    for column, heading in enumerate(table.headers):
        field, read_as = known.field_of(heading, role), mapping.fields.get(column)
        if read_as is not None:
            if read_as == known.stand_in(heading, role) != field:
                notices.append(_notice(table, column, _STOOD_IN.filled(field=ANSWERS[read_as].label)))
        elif known.is_sensitive(heading):
            notices.append(_notice(table, column, _LEFT_OUT))
        elif field != "note" and (used := [at for at, taken in mapping.fields.items() if taken == field]):
            said = _DOUBLE if _is_same(table, column, used[0]) else _OTHERWISE
            double = said.filled(used=get_column_letter(used[0] + 1))
            notices.append(replace(_notice(table, column, double), severity="warning"))
    return notices


def _notice(table: Table, column: int, message: Message) -> Finding:
    return Finding(table.file, None, name_of(table, column), None, message, "notice")


def _is_same(table: Table, one: int, other: int) -> bool:
    """Whether two columns say the same wherever both have an answer."""
    pairs = [(cells[one], cells[other]) for _, cells in table.rows if None not in (cells[one], cells[other])]
    return all(folded(as_text(mine)) == folded(as_text(theirs)) for mine, theirs in pairs)
