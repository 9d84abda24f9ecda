"""Whose answers a sheet holds: mentors, mentees, both, an HR list, pairs, or no people at all."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain
from pathlib import PurePath
from typing import Any, Literal, get_args

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.layout import Layout
from mentorkit.intake.words.headings import told
from mentorkit.intake.words.vocabulary import is_one_of, mentioned
from mentorkit.model import Role
from mentorkit.model.fields import IDENTIFYING, MANAGERS, of_kind
from mentorkit.text.compare import words

RecordRole = Literal["mentor", "mentee", "both"]
"""The roles a row may speak for."""

Kind = RecordRole | Literal["hr"] | None
"""Whose answers a sheet or a row holds; None when nothing tells, and "hr" has no sign-ups."""

Use = Literal["people", "pairs", "list", "old", "hidden", "other"]
"""What a sheet is for; only "people" is read, the others are left until she says otherwise."""

_INCLUSIVE = re.compile(r"(?<=\w)(?:[·•∙.*:_/-]|\()(?:e|es|in|innen|rice|ne)(?!\w)\)?", re.IGNORECASE)
_PART = re.compile(r"[,;.()\n]|\b(?:wel|maar|but|mais|aber|sondern)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ROLES = frozenset({"role", "is_mentor", "is_mentee"})
_WHO = of_kind("name", "address")
_MANY_LINES = 4


@lru_cache(maxsize=10_000)
def role_said(text: str) -> RecordRole | None:
    """The role an answer speaks of, in whole words; a part that says no or perhaps is no role.

    >>> role_said("Ik zoek een mentor"), role_said("Mentor/in en mentee"), role_said("Geen mentor")
    ('mentee', 'both', None)
    """
    found: set[str] = set()
    for part in _PART.split(_INCLUSIVE.sub("", text)):
        if not mentioned(part, "hedges", is_whole=True):
            found |= set(mentioned(part, "roles", is_whole=True))
    if "both" in found or {"mentor", "mentee"} <= found:
        return "both"
    return next((role for role in get_args(Role) if role in found), None)


def role_named(text: str) -> RecordRole | None:
    """The one role the name of a sheet or a file is about.

    >>> role_named("Mentoren 2026"), role_named("mentorprogramma"), role_named("mentors en mentees")
    ('mentor', None, None)
    """
    named = mentioned(text, "role_names", is_whole=True)
    return named[0] if len(named) == 1 else None  # type: ignore[return-value]


def kind_of(table: Table, fields: Mapping[int, str], layout: Layout | None = None) -> Kind:
    """Whose answers a sheet holds, by its name, its questions, who made it and the name of the file.

    None where every row tells for itself, or nothing does.
    """
    named, asked = role_named(table.sheet), set(fields.values())
    if named is not None:
        return named
    if asked & _ROLES:
        return None
    if is_reporting(asked) or (layout and layout.role == "hr"):
        return "hr"
    return role_named(PurePath(table.file).stem) or _role_asked(table, fields)


def is_reporting(asked: AbstractSet[str]) -> bool:
    """Whether a sheet with these fields is an HR list: it has managers, and no question of a sign-up."""
    return not asked.isdisjoint(MANAGERS) and asked.isdisjoint(telling("sign_up"))


def telling(what: str) -> Sequence[str]:
    """The answers of aliases.toml that tell what a sheet is."""
    return tuple(told("aliases.toml")["telling"][what])


def _role_asked(table: Table, fields: Mapping[int, str]) -> Kind:
    """The role that alone is asked these questions, or else that those about topics and goals speak of."""
    alone = {role for role in get_args(Role) if not set(telling(role)).isdisjoint(fields.values())}
    wishes = [table.headers[at] for at, field in fields.items() if field in telling("wishes")]
    worded = set(map(role_said, wishes)) - {None}
    return next((roles.pop() for roles in (alone, worded) if len(roles) == 1), None)


def role_of(answers: Mapping[str, Any], kind: Kind) -> RecordRole | None:
    """The role of one row: what it says, or else that of its sheet.

    In a column "Mentor?", no means mentee when there is no such column for mentees.
    """
    if said := role_said(str(answers.get("role") or "")):
        return said
    mentor, mentee = answers.get("is_mentor"), answers.get("is_mentee")
    if answers.get("is_both") or (mentor and mentee):
        return "both"
    if mentor or (mentee is False and "is_mentor" not in answers):
        return "mentor"
    if mentee or (mentor is False and "is_mentee" not in answers):
        return "mentee"
    return None if kind == "hr" else kind


def use_of(table: Table, fields: Mapping[int, str], others: Sequence[Table]) -> Use:
    """What a sheet is for, beside the other sheets of its file; `others` may hold the sheet itself."""
    if table.state != "visible":
        return "hidden"
    if pair_columns(table.headers) is not None:
        return "pairs"
    asked = set(fields.values())
    is_numbered = len(asked) >= _MANY_LINES and not asked.isdisjoint(of_kind("code") & IDENTIFYING)
    if not asked & _WHO and not is_numbered:
        return "list" if len(table.headers) == 1 else "other"
    beside = [other.sheet for other in others if other is not table and other.state == "visible"]
    return "old" if _is_old(table.sheet, beside) else "people"


def pair_columns(headings: Sequence[str]) -> tuple[int, int] | None:
    """The columns that name the mentor and the mentee of a pair, from 0.

    >>> pair_columns(["Naam mentor", "Naam mentee", "Status"])
    (0, 1)
    """
    named: dict[str, int] = {}
    for column, heading in enumerate(headings):
        role = role_named(heading)
        rest = [word for word in words(heading) if role_named(word) is None]
        if role in ("mentor", "mentee") and all(is_one_of(word, "sheets", "beside") for word in rest):
            named.setdefault(role, column)
    return (named["mentor"], named["mentee"]) if len(named) == 2 else None  # noqa: PLR2004 - a pair


def _is_old(sheet: str, others: Sequence[str]) -> bool:
    """Whether the name of a sheet says that it is of an earlier round than the others."""
    year, role = _year(sheet), role_named(sheet)
    later = [one for one in others if _year(one) > year or (role_named(one) == role and not _year(one))]
    return bool(others) and ("old" in mentioned(sheet, "sheets", is_whole=True) or bool(year and later))


def _year(sheet: str) -> int:
    return max(map(int, _YEAR.findall(sheet)), default=0)


def listed_choices(tables: Sequence[Table], uses: Sequence[Use]) -> frozenset[str]:
    """The texts in sheets that hold no people: each may be a choice in a sheet that does."""
    return frozenset(
        cell
        for table, use in zip(tables, uses, strict=True)
        if use in ("list", "hidden", "other")
        for cell in (*table.headers, *chain(*table.columns))
        if isinstance(cell, str) and cell
    )
