"""Which column holds which answer.

A field may have several columns when they are one question: options with a column each, a family
with numbers, or the branches of a form. They then stand in `Mapping.fields` side by side, and
reading joins them.
"""

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from math import inf

from mentorkit.intake.tables.table import Table, places_of
from mentorkit.intake.understand.assign import assigned
from mentorkit.intake.understand.evidence import How, Score
from mentorkit.intake.understand.layout import Layout, recognise
from mentorkit.intake.understand.looks import is_refused
from mentorkit.intake.understand.questions import questions_of
from mentorkit.intake.understand.roles import is_reporting
from mentorkit.intake.values.answers import Chosen
from mentorkit.intake.words.headings import headings, told
from mentorkit.model import Role
from mentorkit.model.fields import IDENTIFYING, LISTED, of_kind
from mentorkit.text.compare import folded


@dataclass(frozen=True)
class Mapping:
    """What is read of a table, by the number of the column, from 0.

    `read` has the columns that are taken in, each with its field and what speaks for it. `asked` are
    columns that may be a field, for somebody to say. `chosen` tells of columns with ranks or points
    which count. `layout` is the system that made the table, None when it is not known.
    """

    read: AnyMapping[int, Score]
    layout: Layout | None = None
    asked: AnyMapping[int, Score] = field(default_factory=dict)
    chosen: AnyMapping[int, Chosen] = field(default_factory=dict)

    @cached_property
    def fields(self) -> AnyMapping[int, str]:
        """The field of every column that is taken in, from the left."""
        return {at: one.field for at, one in sorted(self.read.items())}

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
    said = _told(table, {"saved": saved or {}, "choice": chosen or {}})
    named = [at for name, at in places_of(table).items() if name and not kept_out(table, layout, at)]
    questions = questions_of(table, named, layout)
    rest = [tuple(at for at in one.columns if at not in said) for one in questions]
    left = [replace(one, columns=columns) for one, columns in zip(questions, rest, strict=True) if columns]
    settled = frozenset(one.field for one in said.values()) - LISTED
    read, asked = assigned(table, left, layout, role, settled)
    taken = settled.union(one.field for one in read.values())
    stand_ins = _stand_ins(table, role).items()
    read |= {at: one for at, one in stand_ins if at not in said and one.field not in taken}
    read |= {at: one for at, one in said.items() if one.field}
    read |= _numbers_of_people(read, asked)
    ranked = {at: one.chosen for one in questions if one.chosen for at in one.columns}
    return Mapping(read, layout, {at: one for at, one in asked.items() if at not in read}, ranked)


def fingerprint(headers: Sequence[str]) -> str:
    """What tells one form from another: its headings, in whatever order.

    >>> fingerprint(["Naam", "E-mail"]) == fingerprint(["e-mail", "NAAM"])
    True
    """
    return sha256("\n".join(sorted(map(folded, headers))).encode()).hexdigest()[:32]


def _stand_ins(table: Table, role: Role) -> dict[int, Score]:
    """Columns that are read for a field that no column has, the fullest of several."""
    names = {at: headings().stand_in(heading, role) for at, heading in enumerate(table.headers)}
    fullest = {names[at]: at for at in sorted(names, key=lambda at: len(table.answers(at)))}
    return {at: Score(inf, name, "instead") for name, at in fullest.items() if name}


def _numbers_of_people(read: AnyMapping[int, Score], asked: AnyMapping[int, Score]) -> dict[int, Score]:
    """In a list of employees ID is their number; and codes tell people apart where nothing else does."""
    (number,) = of_kind("code") & IDENTIFYING
    fields = {one.field for one in read.values()}
    meant = told("evidence.toml")["sheet"]["hr"] if is_reporting(fields) else {}
    found = [at for at, one in read.items() if meant.get(one.field) == number]
    if IDENTIFYING.isdisjoint(fields):
        found = [at for at, one in asked.items() if one.field == number]
    return {at: Score(inf, number) for at in found[:1] if number not in fields}


def _told(table: Table, told: AnyMapping[How, AnyMapping[str, str | None]]) -> dict[int, Score]:
    """What was said of columns, the last word on each; without a field one is left out."""
    said = {folded(name): Score(inf, to or "", how) for how, of in told.items() for name, to in of.items()}
    names = {folded(name): at for name, at in places_of(table).items()}
    return {at: said[name] for name, at in names.items() if name in said and not is_refused(table, at)}


def kept_out(table: Table, layout: Layout | None, column: int) -> str | None:
    """Why a column is not read without asking: "refused", "sensitive", "technical"; None for any other."""
    if is_refused(table, column):
        return "refused"
    if headings().is_sensitive(table.headers[column]):
        return "sensitive"
    return "technical" if layout and layout.leaves_out(table, column) else None
