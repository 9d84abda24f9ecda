"""Which column holds which answer.

A field may have several columns when each of them is one option of one question: they then
stand in `Mapping.fields` side by side, and reading joins them. `Mapping.gathered` lists them.
"""

import re
from collections import defaultdict
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from openpyxl.utils import get_column_letter

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.layout import Layout, recognise
from mentorkit.intake.understand.meaning import meant, spread
from mentorkit.intake.understand.suggest import asks_consent, certain, is_refused, is_yes_no, options_of
from mentorkit.intake.words.headings import headings
from mentorkit.intake.words.vocabulary import is_one_of
from mentorkit.model import Finding, Role
from mentorkit.model.fields import ANSWERS, of_kind
from mentorkit.text import say
from mentorkit.text.compare import folded, forms_of

How = Literal["alias", "layout", "saved", "content", "choice"]
"""Why a column is read as it is: its heading, the system, an earlier import, its answers, her choice."""

_SENDER_FIELDS = ("email", "full_name")
_NUMBER = re.compile(r"(.*\D)[ _#.-]*\d{1,2}")
_ASKED_YES_NO = frozenset({"is_mentor", "is_mentee", "is_both"})
IDENTIFYING = frozenset(key for key, answer in ANSWERS.items() if answer.identifies == "always")
LISTED = of_kind("list", "choices", "languages")


@dataclass(frozen=True)
class Mapping:
    """Column number, from 0, to field; `unused` names every column that is not taken in.

    A field has one column: of several, the one with the most answers. Only the options of one
    question share a field. `how` tells of every column in `fields` why it is read so.
    `layout` is the system that made the table, None when it is not known.
    """

    fields: dict[int, str]
    unused: tuple[str, ...]
    how: dict[int, How] = field(default_factory=dict)
    layout: Layout | None = None

    @property
    def identifies(self) -> bool:
        """Whether any column can tell who a row is about."""
        return not IDENTIFYING.isdisjoint(self.fields.values())

    @property
    def gathered(self) -> dict[str, tuple[int, ...]]:
        """The fields that several columns share, one for each option."""
        columns: dict[str, list[int]] = defaultdict(list)
        for column, name in sorted(self.fields.items()):
            columns[name].append(column)
        return {name: tuple(found) for name, found in columns.items() if len(found) > 1}


def map_columns(
    table: Table,
    role: Role | None = None,
    layout: Layout | None = None,
    saved: AnyMapping[str, str | None] | None = None,
    chosen: AnyMapping[str, str | None] | None = None,
) -> Mapping:
    """The columns of a table by the system that made it, their headings and their answers.

    `saved` and `chosen` give columns, by `name_of` or heading, their field, or None to leave
    them out: what she confirmed for this form before, and what she chooses now. A national
    number is left out even then. Without `role`, a heading of both roles means topics.
    """
    layout = layout or recognise(table)
    role = role or "mentor"
    told: dict[int, tuple[str | None, How]] = {
        **_told(table, saved or {}, "saved"),
        **_told(table, chosen or {}, "choice"),
    }
    wanted, how = _wanted(table, role, layout)
    for column, (name, _) in told.items():
        wanted[column] = None
        if name and name not in LISTED:
            wanted = [None if other == name else other for other in wanted]
    fields = _one_each(table, wanted)
    stand_ins = _one_each(table, [headings().stand_in(heading, role) for heading in table.headers])
    free = {column: name for column, name in stand_ins.items() if column not in told}
    fields |= {column: name for column, name in free.items() if name not in fields.values()}
    fields |= {column: name for column, (name, _) in told.items() if name}
    rest = [column for column in range(len(table.headers)) if column not in fields and column not in told]
    if "email" not in fields.values() and (found := certain(table, rest)) is not None:
        fields[found], how[found] = "email", "content"
    how |= {column: why for column, (_, why) in told.items()}
    unused = (name_of(table, column) for column in range(len(table.headers)) if column not in fields)
    return Mapping(
        dict(sorted(fields.items())),
        tuple(name for name in unused if name),
        {column: how.get(column, "alias") for column in sorted(fields)},
        layout,
    )


def fingerprint(headers: Sequence[str]) -> str:
    """What tells one form from another: its headings, in whatever order.

    >>> fingerprint(["Naam", "E-mail"]) == fingerprint(["e-mail", "NAAM"])
    True
    """
    return sha256("\n".join(sorted(map(folded, headers))).encode()).hexdigest()[:32]


def _wanted(table: Table, role: Role, layout: Layout | None) -> tuple[list[str | None], dict[int, How]]:
    """The field of every column by system and heading, and by its answers where it is an option."""
    known, how, numbers = headings(), dict[int, How](), _numbered(table, role)
    wanted: list[str | None] = []
    for column, heading in enumerate(table.headers):
        name = layout.field_of(table, column) if layout else None
        if name is not None:
            how[column] = "layout"
        elif not (layout and layout.leaves_out(table, column)):
            name = known.field_of(layout.label(heading) if layout else heading, role) or numbers.get(column)
        if name in _ASKED_YES_NO and not is_yes_no(table, column):
            name = None
        if name is None and asks_consent(table, column):
            name, how[column] = "has_consented", "content"
        wanted.append(None if is_refused(table, column) or known.is_sensitive(heading) else name)
    _by_content(table, {**options_of(table, role), **spread(table, role, layout)}, wanted, how)
    _spread(table, wanted, layout, how)
    _by_content(table, _meant(table, wanted, layout, role), wanted, how)
    _spread(table, wanted, layout, how)
    return wanted, how


def _numbered(table: Table, role: Role) -> dict[int, str]:
    """Columns such as Topic 1, Topic 2 and Topic 3 share the field of a heading without number."""
    columns: dict[str, list[int]] = defaultdict(list)
    for column, heading in enumerate(table.headers):
        if found := _NUMBER.fullmatch(heading):
            columns[found[1]].append(column)
    fields = {heading: headings().field_of(heading, role) for heading in columns}
    return {
        column: name
        for heading, name in fields.items()
        if name in LISTED and len(columns[heading]) > 1
        for column in columns[heading]
    }


def _by_content(
    table: Table, found: AnyMapping[int, str], wanted: list[str | None], how: dict[int, How]
) -> None:
    """Give columns without a field the one that their answers tell, unless a heading told it before."""
    told = {name for name in wanted if name is not None}
    for column, name in found.items():
        is_open = wanted[column] is None and name not in told and not is_refused(table, column)
        if is_open and not headings().is_sensitive(table.headers[column]):
            wanted[column], how[column] = name, "content"


def _meant(table: Table, wanted: Sequence[str | None], layout: Layout | None, role: Role) -> dict[int, str]:
    """What columns without a field ask, by their words and their answers; each field once."""
    found: dict[int, str] = {}
    for column, name in enumerate(wanted):
        if name is not None or (layout and layout.leaves_out(table, column)):
            continue
        asked = meant(table, column, role)
        if asked is not None and asked not in found.values():
            found[column] = asked
    return found


def _spread(table: Table, wanted: list[str | None], layout: Layout | None, how: dict[int, How]) -> None:
    """Give the other options of a question, and the text beside them, the field of the question."""
    if layout is None:
        return
    questions = [layout.question_of(table, column) for column in range(len(table.headers))]
    fields = {
        question: name
        for question, name in zip(questions, wanted, strict=True)
        if question and name in LISTED
    }
    for column, question in enumerate(questions):
        if question in fields and wanted[column] is None:
            wanted[column], how[column] = fields[question], "layout"


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
    if heading or any(cells[column] is not None for _, cells in table.rows):
        return f"{heading} ({get_column_letter(column + 1)})".strip()
    return ""


def column_notices(table: Table, mapping: Mapping, role: Role) -> list[Finding]:
    """What she should know about the columns: left out on purpose, double, or standing in."""
    known = headings()
    notices = []
    for column, heading in enumerate(table.headers):
        field = known.field_of(heading, role)
        if column in mapping.fields and mapping.fields[column] == known.stand_in(heading, role) != field:
            notices.append(_stand_in(table, column, mapping.fields[column]))
        elif column not in mapping.fields and known.is_sensitive(heading):
            notices.append(_sensitive(table, column))
        elif column not in mapping.fields and field is not None and field != "note":
            used = next((other for other, taken in mapping.fields.items() if taken == field), None)
            notices += [] if used is None else [_double(table, column, used)]
    return notices


def _one_each(table: Table, wanted: Sequence[str | None]) -> dict[int, str]:
    """One column a field, the one with the most answers, then the first; options of one question stay."""
    columns: dict[str, list[int]] = defaultdict(list)
    for column, name in enumerate(wanted):
        if name is not None:
            columns[name].append(column)
    found: dict[int, str] = {}
    for name, several in columns.items():
        if name in LISTED and _are_options(table, several):
            found |= dict.fromkeys(several, name)
        else:
            found[max(several, key=lambda column: _filled(table, column, name))] = name
    return found


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
    cells = [cells[column] for _, cells in table.rows if cells[column] is not None]
    if field in _SENDER_FIELDS:
        cells = [cell for cell in cells if not is_one_of(str(cell), "nothing", "sender")]
    return len(cells)


def _stand_in(table: Table, column: int, field: str) -> Finding:
    match field:
        case "topics":
            message = say("The file has no column with topics to mentor on, so this column is read for it.")
        case "goals":
            message = say("The file has no column with goals, so this column is read for it.")
        case _:
            message = say("The file has no column with departments, so this column is read for it.")
    return Finding(table.file, None, name_of(table, column), None, message, "notice")


def _sensitive(table: Table, column: int) -> Finding:
    message = say(
        "This column was not imported: pairing does not need such personal details. Leave it out of "
        "the file if you can."
    )
    return Finding(table.file, None, name_of(table, column), None, message, "notice")


def _double(table: Table, column: int, used: int) -> Finding:
    message = say(
        "Two columns hold the same answer. Column {used} is read, this one is not. "
        "Delete the wrong column from the file if that is not what you want.",
        used=get_column_letter(used + 1),
    )
    return Finding(table.file, None, name_of(table, column), None, message, "warning")
