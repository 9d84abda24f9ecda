"""Which column holds which answer.

A field may have several columns when each of them is one option of one question: they then
stand in `Mapping.fields` side by side, and reading joins them.
"""

import re
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Literal

from openpyxl.utils import get_column_letter

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.layout import Layout, recognise
from mentorkit.intake.understand.meaning import meant, options_of
from mentorkit.intake.understand.roles import telling
from mentorkit.intake.understand.suggest import (
    CODE,
    FULL_NAME,
    asks_consent,
    certain,
    different,
    is_refused,
    is_yes_no,
)
from mentorkit.intake.values.answers import by_field
from mentorkit.intake.words.headings import headings
from mentorkit.intake.words.vocabulary import is_one_of
from mentorkit.model import Finding, Role
from mentorkit.model.fields import CONSENT, IDENTIFYING, LISTED, NAME, NAMED_BY, OFFERED, WANTED, of_kind
from mentorkit.text import Message, say
from mentorkit.text.compare import folded, forms_of

How = Literal["alias", "layout", "saved", "content", "choice"]
"""Why a column is read as it is: its heading, the system, an earlier import, its answers, her choice."""

Found = dict[int, tuple[str, How]]
"""Columns with their field and why it is that one."""

_NUMBER = re.compile(r"(.*\D)[ _#.-]*\d{1,2}")
_ASKED_YES_NO = frozenset({"is_mentor", "is_mentee", "is_both"})
_STOOD_IN = {
    OFFERED: say("The file has no column with topics to mentor on, so this column is read for it."),
    WANTED: say("The file has no column with goals, so this column is read for it."),
}
_STOOD_IN_OTHERWISE = say("The file has no column with departments, so this column is read for it.")
_LEFT_OUT = say(
    "This column was not imported: pairing does not need such personal details. Leave it out of "
    "the file if you can."
)
_DOUBLE = say(
    "Two columns hold the same answer. Column {used} is read, this one is not. "
    "Delete the wrong column from the file if that is not what you want."
)


@dataclass(frozen=True)
class Mapping:
    """Column number, from 0, to field; a column that is not taken in is not there.

    A field has one column: of several, the one with the most answers. Only the options of one
    question share a field. `how` tells of every column in `fields` why it is read so.
    `layout` is the system that made the table, None when it is not known.
    """

    fields: dict[int, str]
    how: dict[int, How] = field(default_factory=dict)
    layout: Layout | None = None

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
    told = {**_told(table, saved or {}, "saved"), **_told(table, chosen or {}, "choice")}
    settled = {name for name, _ in told.values() if name not in LISTED}
    read = _read(table, role, layout)
    fields = _one_each(table, {at: of for at, of in read.items() if at not in told and of[0] not in settled})
    taken = _names(fields)
    instead = _one_each(table, _stand_ins(table, role))
    fields |= {at: of for at, of in instead.items() if at not in told and of[0] not in taken}
    fields |= {at: (name, how) for at, (name, how) in told.items() if name}
    (address,) = of_kind("address")
    rest = [at for at in range(len(table.headers)) if at not in fields and at not in told]
    if address not in _names(fields) and (found := certain(table, rest)) is not None:
        fields[found] = address, "content"
    fields |= _by_content(table, fields, [at for at in rest if at not in fields])
    in_order = sorted(fields.items())
    return Mapping({at: name for at, (name, _) in in_order}, {at: how for at, (_, how) in in_order}, layout)


def fingerprint(headers: Sequence[str]) -> str:
    """What tells one form from another: its headings, in whatever order.

    >>> fingerprint(["Naam", "E-mail"]) == fingerprint(["e-mail", "NAAM"])
    True
    """
    return sha256("\n".join(sorted(map(folded, headers))).encode()).hexdigest()[:32]


def _names(found: Found) -> set[str]:
    return {name for name, _ in found.values()}


def _by_content(table: Table, fields: Found, rest: Sequence[int]) -> Found:
    """Names below no heading at all, and the codes that tell people apart where nothing else does.

    What is called ID is the number of a person in a list of employees, and of an answer in a form.
    """
    taken, bare = _names(fields), [at for at in rest if not table.headers[at]]
    if of_kind("name").isdisjoint(taken) and (found := different(table, bare, FULL_NAME)) is not None:
        return {found: (NAME, "content")}
    is_list = taken.isdisjoint(telling("sign_up")) and not taken.isdisjoint(telling("staff"))
    if NAMED_BY[1] in taken or not (is_list or taken.isdisjoint(IDENTIFYING)):
        return {}
    numbered = [at for at, told in fields.items() if told == ("response_id", "alias")]
    found = different(table, numbered or rest, CODE)
    return {} if found is None else {found: (NAMED_BY[1], "content")}


def _read(table: Table, role: Role, layout: Layout | None) -> Found:
    """The field of every column by system and heading, else by its answers; several may have one field."""
    headed = {column: _by_heading(table, column, role, layout) for column in _readable(table)}
    found = {column: told for column, told in headed.items() if told}
    open_columns = [column for column, told in headed.items() if not told]
    options, taken = options_of(table, role, layout), _names(found)
    found |= {at: (options[at], "content") for at in open_columns if options.get(at) not in (None, *taken)}
    found |= _joined(table, found, layout)
    for column in open_columns:
        is_left = column in found or (layout and layout.leaves_out(table, column))
        name = None if is_left else meant(table, column, role)
        if name and name not in _names(found):
            found[column] = name, "content"
    return found | _joined(table, found, layout)


def _readable(table: Table) -> list[int]:
    """The columns that are taken in without asking."""
    return [
        column
        for column, heading in enumerate(table.headers)
        if not (headings().is_sensitive(heading) or is_refused(table, column))
    ]


def _by_heading(table: Table, column: int, role: Role, layout: Layout | None) -> tuple[str, How] | None:
    heading = table.headers[column]
    if layout and (name := layout.field_of(table, column)):
        return name, "layout"
    name = None
    if not (layout and layout.leaves_out(table, column)):
        label = layout.label(heading) if layout else heading
        name = headings().field_of(label, role) or _numbered(table, heading, role)
    if name in _ASKED_YES_NO and not is_yes_no(table, column):
        name = None
    if name is None and asks_consent(table, column):
        return CONSENT, "content"
    return (name, "alias") if name else None


def _numbered(table: Table, heading: str, role: Role) -> str | None:
    """The field that columns such as Topic 1, Topic 2 and Topic 3 share: that of Topic."""
    bare = _NUMBER.fullmatch(heading)
    name = headings().field_of(bare[1], role) if bare else None
    if bare is None or name not in LISTED:
        return None
    alike = [found for found in map(_NUMBER.fullmatch, table.headers) if found and found[1] == bare[1]]
    return name if len(alike) > 1 else None


def _joined(table: Table, found: Found, layout: Layout | None) -> Found:
    """The other options of a question, and the text beside them: they have the field of the question."""
    if layout is None:
        return {}
    questions = {at: layout.question_of(table, at) for at in _readable(table)}
    fields = {questions[at]: name for at, (name, _) in sorted(found.items()) if name in LISTED}
    return {
        at: (fields[question], "layout")
        for at, question in questions.items()
        if question and question in fields and at not in found
    }


def _stand_ins(table: Table, role: Role) -> Found:
    names = {at: headings().stand_in(heading, role) for at, heading in enumerate(table.headers)}
    return {at: (name, "alias") for at, name in names.items() if name}


def _told(table: Table, said: AnyMapping[str, str | None], how: How) -> dict[int, tuple[str | None, How]]:
    by_form = {folded(name): name_field for name, name_field in said.items()}
    names = [folded(name_of(table, column)) for column in range(len(table.headers))]
    return {
        column: (by_form[name], how)
        for column, name in enumerate(names)
        if name in by_form and not is_refused(table, column)
    }


def name_of(table: Table, column: int) -> str:
    """A column as she can find it: its heading, with its letter when the heading is not enough.

    Empty for a column without heading and without values.
    """
    heading = table.headers[column]
    if table.headers.count(heading) == 1 and heading:
        return " ".join(heading.split())
    if heading or table.answers(column):
        return f"{heading} ({get_column_letter(column + 1)})".strip()
    return ""


def column_notices(table: Table, mapping: Mapping, role: Role) -> list[Finding]:
    """What she should know about the columns: left out on purpose, double, or standing in."""
    known = headings()
    notices = []
    for column, heading in enumerate(table.headers):
        field, read_as = known.field_of(heading, role), mapping.fields.get(column)
        if read_as is not None:
            if read_as == known.stand_in(heading, role) != field:
                notices.append(_notice(table, column, _STOOD_IN.get(read_as, _STOOD_IN_OTHERWISE)))
        elif known.is_sensitive(heading):
            notices.append(_notice(table, column, _LEFT_OUT))
        elif field != "note" and (used := [at for at, taken in mapping.fields.items() if taken == field]):
            double = _DOUBLE.filled(used=get_column_letter(used[0] + 1))
            notices.append(replace(_notice(table, column, double), severity="warning"))
    return notices


def _notice(table: Table, column: int, message: Message) -> Finding:
    return Finding(table.file, None, name_of(table, column), None, message, "notice")


def _one_each(table: Table, wanted: Found) -> dict[int, tuple[str, How]]:
    """One column a field, the one with the most answers, then the first; options of one question stay."""
    kept: list[int] = []
    for name, several in by_field({column: name for column, (name, _) in wanted.items()}).items():
        if name in LISTED and _are_options(table, several):
            kept += several
        else:
            kept.append(max(several, key=lambda column: _filled(table, column, name)))
    return {column: wanted[column] for column in kept}


def _are_options(table: Table, columns: Sequence[int]) -> bool:
    """Whether columns have different headings, so that they can be options of one question."""
    forms = [forms_of(table.headers[column]) for column in columns]
    wholes, bares = {form[0] for form in forms}, {form[-1] for form in forms}
    is_spread = max(columns) - min(columns) < len(columns)
    return len(wholes) == len(columns) and (
        len(bares) == 1 or is_spread and not wholes <= set(headings().fields)
    )


def _filled(table: Table, column: int, field: str) -> int:
    """How many rows have an answer; the sender of an anonymous form is none."""
    cells = table.answers(column)
    if field in IDENTIFYING:
        cells = [cell for cell in cells if not is_one_of(str(cell), "nothing", "sender")]
    return len(cells)
