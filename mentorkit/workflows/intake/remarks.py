"""What she should know about the people of a sheet beside one another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from mentorkit.intake.people.record import Record
from mentorkit.intake.tables.oddities import row_numbers
from mentorkit.intake.words.vocabulary import is_one_of
from mentorkit.model import SIDES, Application, Finding, Role
from mentorkit.model.fields import TOPICS
from mentorkit.text import say, say_count
from mentorkit.workflows.intake.reporting import staff_findings

_LEAST = 3
_ABOUT = (*TOPICS, "goal_text")


def remarks(people: Sequence[tuple[str, Record]], *, is_staff: bool) -> Iterator[Finding]:
    """About several rows of a sheet, each with the id of the person it is about."""
    records = [record for _, record in people]
    yield from _possible_doubles(people)
    yield from _one_for_several(records)
    if is_staff:
        yield from _inactive(records)
        yield from staff_findings(records)
    else:
        yield from _without_role(records)


def _possible_doubles(people: Iterable[tuple[str, Record]]) -> Iterator[Finding]:
    """The same name with another address or number; only a suggestion."""
    per_name: dict[str, list[tuple[str, Record]]] = defaultdict(list)
    for person_id, record in people:
        per_name[record.who.spelled].append((person_id, record))
    for (first_id, first), *others in per_name.values():
        for other in (record for person_id, record in others if person_id != first_id):
            message = say(
                "Rows {row} and {other} have the same name, {name}, with different addresses or numbers. "
                "If it is one person, skip one of the rows.",
                row=str(first.row),
                other=str(other.row),
                name=first.who.name,
            )
            yield Finding(other.file, other.row, None, None, message, "warning")


def _one_for_several(records: Iterable[Record]) -> Iterator[Finding]:
    """Different people with one address or number: that of whoever filled in the form, or a slip."""
    per_key: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        for key in sorted(record.who.shared):
            per_key[key].append(record)
    for key, same in per_key.items():
        first, rows = same[0], row_numbers([one.row for one in same])
        message = (
            say(
                "Rows {rows} have one address, {address}, with different names and numbers. "
                "They were read as different people; give each the right address.",
                rows=rows,
                address=first.who.address,
            )
            if key == first.who.keys[0]
            else say(
                "Rows {rows} have one employee number, {number}, with different names and addresses. "
                "They were read as different people; give each the right number.",
                rows=rows,
                number=first.who.number,
            )
        )
        yield Finding(first.file, first.row, None, None, message, "warning")


def _without_role(records: Iterable[Record]) -> Iterator[Finding]:
    unclear = [record for record in records if record.role is None]
    if unclear:
        message = say_count(
            "One row does not tell whether it is of a mentor or a mentee: {rows}. Choose the role.",
            "{n} rows do not tell whether they are of mentors or mentees: {rows}. Choose the role.",
            len(unclear),
            rows=row_numbers([record.row for record in unclear]),
        )
        yield Finding(unclear[0].file, None, None, None, message, "warning")


def without_topics(applications: Sequence[Application]) -> Iterator[Finding]:
    """Nobody on one side says what it is about: a column not understood, unless they are few."""
    for role in get_args(Role):
        mine = [one for one in applications if one.role == role]
        if len(mine) >= _LEAST and not any(getattr(one, name) for one in mine for name in _ABOUT):
            message = say(
                "No topics or goals were read for any {role}, so there is little to compare. "
                "Check which column holds them.",
                role=SIDES[role],
            )
            yield Finding(mine[0].source_file or "", None, None, None, message, "warning")


def _inactive(records: Iterable[Record]) -> Iterator[Finding]:
    """People who left stay in the reporting line, and she is told."""
    gone = [one for one in records if is_one_of(str(one.answers.get("status") or ""), "preview", "inactive")]
    if gone:
        message = say_count(
            "One person is not active any more (row {rows}) and counts only in the reporting line.",
            "{n} people are not active any more (rows {rows}) and count only in the reporting line.",
            len(gone),
            rows=row_numbers([record.row for record in gone]),
        )
        yield Finding(gone[0].file, None, None, None, message, "notice")
