"""The rows of all files that are about the same person, and which of them count."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from mentorkit.intake.people.identity import Answers, Known, Who
from mentorkit.intake.people.record import Aside
from mentorkit.intake.tables.oddities import shortened
from mentorkit.intake.values.names import same_name
from mentorkit.model import Finding, Role
from mentorkit.model.difference import Difference
from mentorkit.model.fields import LISTED, kept_by
from mentorkit.text import say, say_count
from mentorkit.workflows.intake.edits import RowAt, SheetAt
from mentorkit.workflows.intake.readings import SentRow
from mentorkit.workflows.intake.reviewed import PossibleDouble

_Claim = tuple[str | SheetAt, str, Role | None]
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


Alike = dict[str, Mapping[str, Who]]
"""By the id of somebody new the people with her name, by their ids."""


def identified(
    rows: Sequence[SentRow], known: Known, chosen: Mapping[RowAt, str | None]
) -> tuple[list[SentRow], Alike]:
    """Every row with the person it is about in the programme, and the people whom the new ones may be.

    `chosen` says so for single rows, which come first. Who gives an address comes before who gives only
    a number, and that before a name, so that the order of the rows does not matter. Exports of the staff
    come last, so that they find the people of the sign-ups in the same import; they alone go by
    a name, when only one has it. From a row that is not taken in nobody becomes known.
    """
    staff = Counter(row.record.who.spelled for row in rows if row.is_staff)
    ids: dict[RowAt, str] = {}
    alike: Alike = {}
    for row in sorted(rows, key=lambda row: (row.at not in chosen, *_surest(row))):
        who, at = row.record.who, row.at
        if at in chosen:
            ids[at] = chosen[at] or who.id
        else:
            ids[at] = known.find(who, by_name=row.is_staff and staff[who.spelled] == 1)
            if row.roles and ids[at] == who.id and not known.has(who.id):
                alike[who.id] = known.alike(who)
        if row.roles:
            known.add(ids[at], who)
    return [replace(row, person_id=ids[row.at]) for row in rows], alike


def _one_each(rows: Sequence[SentRow]) -> tuple[list[SentRow], dict[RowAt, Aside]]:
    """The rows, with one for somebody of whom several in a file say one thing together, and the others aside.

    The first row with a role is kept; see `_together` for those that are added to it.
    """
    same: dict[tuple[str, str], list[SentRow]] = defaultdict(list)
    for row in rows:
        if not row.is_staff:
            same[row.at.file, row.person_id].append(row)
    full: dict[RowAt, SentRow] = {}
    gone: dict[RowAt, Aside] = {}
    for several in same.values():
        main = next((row for row in several if row.roles), several[0])
        for row in several:
            if row.at != main.at and (answers := _together(main, row)):
                main = replace(main, record=replace(main.record, answers=answers))
                gone[row.at] = _merged(row, main, is_added=True)
        full[main.at] = main
    return [full.get(row.at, row) for row in rows if row.at not in gone], gone


def _together(main: SentRow, row: SentRow) -> Answers | None:
    """What two rows of one person say together; None where they stay apart.

    On another sheet a row that tells no role, as in a list of addresses, or the same roles in another form
    fills in what is open. On one sheet they differ in what they list only, as with a row for every topic;
    answers to a form have a time, and of those the last one counts.
    """
    mine, more = (
        {k: said for k, said in one.record.answers.items() if said not in (None, ())} for one in (main, row)
    )
    if row.sheet is not main.sheet:
        is_again = row.roles == main.roles and row.sheet.form_id != main.sheet.form_id
        return {**more, **mine} if main.roles and (row.is_unclear or is_again) else None
    lists = {k: tuple(dict.fromkeys((*mine.get(k, ()), *more.get(k, ())))) for k in LISTED & {*more, *mine}}
    is_same = all(mine.get(k, said) == said for k, said in more.items() if k not in LISTED)
    is_one = is_same and row.roles == main.roles and row.record.sent_at is None
    return {**more, **mine, **lists} if is_one and any(mine.get(k) != lists[k] for k in lists) else None


def doubles_of(kept: Iterable[SentRow], alike: Alike) -> Iterator[PossibleDouble]:
    """Whom somebody new may be, told once, at a row that counts."""
    taken = {row.person_id: row for row in kept if row.roles and row.person_id in alike}
    for person_id, row in taken.items():
        for other_id, other in alike[person_id].items():
            yield PossibleDouble(row.at, row.record.who, other_id, other)


def in_two_roles(kept: Iterable[SentRow]) -> Iterator[Finding]:
    """Who signed up for each of the roles in an answer of its own, told once."""
    rows: dict[str, list[SentRow]] = defaultdict(list)
    for row in kept:
        rows[row.person_id] += [row] if any(row.roles) else []
    both = [mine for mine in rows.values() if len({row.roles for row in mine}) > 1]
    if both:
        message = say_count(
            "One person signed up as mentor and as mentee: {people}. Skip one answer if that is wrong.",
            "{n} people signed up as mentor and as mentee: {people}. Skip one answer if that is wrong.",
            len(both),
            people=shortened([f"{mine[0].record.who.name} ({_places(mine)})" for mine in both]),
        )
        yield Finding(both[0][0].at.file, None, None, None, message, "warning")


def _places(mine: Sequence[SentRow]) -> str:
    here = mine[0].at.file
    return ", ".join(f"{row.at.file * (row.at.file != here)} {row.at.row}".strip() for row in mine)


def _surest(row: SentRow) -> tuple[bool, bool, bool, bool, str, str, str]:
    who = row.record.who
    return not row.roles, row.is_staff, not who.address, not who.number, who.key, who.number, who.name


def latest(rows: Sequence[SentRow]) -> tuple[list[SentRow], dict[RowAt, Aside]]:
    """The rows that count, and every other one set aside for the one that is used in its stead.

    Of several rows of one form, person and role the one handed in last is used; without
    times, or at the same time, the last one in the files. A row that does not tell its role
    gives way to a later one in its sheet, and never takes the place of one that does.
    """
    rows, merged = _one_each(rows)
    newest: dict[_Claim, SentRow] = {}
    for row in sorted(rows, key=lambda one: one.record.sent_at or _LONG_AGO):
        for role in row.claims:
            newest[_claim(row, role)] = row
    kept = []
    for row in rows:
        asked = row.roles or row.claims
        used = tuple(role for role in asked if newest[_claim(row, role)] is row)
        if used:
            kept.append(replace(row, roles=used) if row.roles and used != row.roles else row)
        else:
            merged[row.at] = _merged(row, newest[_claim(row, asked[0])])
    return kept, merged


def _claim(row: SentRow, role: Role | None) -> _Claim:
    is_of_form = role is not None or row.is_staff
    return row.sheet.form_id if is_of_form else row.sheet.at, row.person_id, role


def _merged(earlier: SentRow, used: SentRow, *, is_added: bool = False) -> Aside:
    """A row in whose stead another one of the same person is used; a different name is a warning."""
    name, other = used.record.who.name, earlier.record.who.name
    place = str(used.at.row)
    if earlier.sheet.at != used.sheet.at:
        is_one_file = earlier.at.file == used.at.file
        place = f"{place} ({used.at.sheet if is_one_file else used.at.file})"
    is_alike = same_name(name, other)
    message = (
        say("Row {row} is from the same person as row {latest}, {name}. What it says was added there.")
        if is_alike and is_added
        else say(
            "Rows {row} and {latest} are from the same person, {name}. "
            "Row {latest} is the later one and is used."
        )
        if is_alike
        else say(
            "Rows {row} and {latest} have the same e-mail address or number, but the names {name} and "
            "{other}. Row {latest} is used. If they are two people, correct this.",
            other=other,
        )
    ).filled(name=name, row=str(earlier.at.row), latest=place)
    at, differences = earlier.at, tuple(_differences(earlier, used))
    finding = Finding(at.file, at.row, None, None, message, "notice" if is_alike else "warning")
    return Aside(at.row, "merged", finding, earlier.record, used.at.row, differences)


def _differences(earlier: SentRow, used: SentRow) -> Iterator[Difference]:
    """The answers that are not the same in two rows of one person; nothing said is a difference too."""
    before, after = earlier.record.answers, used.record.answers
    for name in (*kept_by("person"), *kept_by("application")):
        old, new = before.get(name) or None, after.get(name) or None
        if old != new:
            yield Difference(used.person_id, name, old, new)
