"""What she should know about people who are taken in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mentorkit.intake.people.check import SheetRecords
from mentorkit.intake.people.people import name_of_person, same_person
from mentorkit.intake.people.record import Record
from mentorkit.intake.understand.roles import Kind
from mentorkit.intake.words.vocabulary import is_one_of
from mentorkit.model import Finding
from mentorkit.text import Message, say, say_count
from mentorkit.text.compare import folded
from mentorkit.workflows.intake.staff_lines import staff_findings

_LISTED = 20


def with_remarks(found: SheetRecords, kind: Kind) -> SheetRecords:
    """What a sheet gives, with what there is to tell about the people in it."""
    lines = staff_findings(found.records) if kind == "hr" else ()
    return replace(found, findings=(*found.findings, *remarks(found.records, kind), *lines))


def remarks(records: Sequence[Record], kind: Kind) -> Iterator[Finding]:
    """About single people and about all of them, in the order of their rows."""
    for record in records:
        yield from _about(record)
    yield from _possible_doubles(records)
    yield from _one_address(records)
    if kind != "hr":
        yield from _without_role(records)
    else:
        yield from _inactive(records)


def _about(record: Record) -> Iterator[Finding]:
    name = record.full_name
    if name_of_person(record.answers) is None:
        yield _warning(record, say("There is no name in this row, so {name} stands in its place.", name=name))
    if same_person(record):
        message = say("{name} is named as her or his own manager, so no manager was kept.", name=name)
        yield _warning(record, message)
    if record.is_nomination:
        message = say(
            "{name} was put forward by {colleague}. "
            "Ask {name} first; until then this stays out of the pairing.",
            name=name,
            colleague=record.nominated_by,
        )
        yield _warning(record, message)
    elif record.consent is False:
        message = say(
            "{name} does not agree to the use of these details, so this sign-up stays out of the pairing.",
            name=name,
        )
        yield Finding(record.file, record.row, None, None, message, "notice")


def _possible_doubles(records: Sequence[Record]) -> Iterator[Finding]:
    """The same name with another address or number; only a suggestion."""
    per_name: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        per_name[folded(record.full_name)].append(record)
    for same in per_name.values():
        first = same[0]
        for other in (one for one in same[1:] if one.key != first.key):
            message = say(
                "Rows {row} and {other} have the same name, {name}, with different addresses or numbers. "
                "If it is one person, skip one of the rows.",
                row=str(first.row),
                other=str(other.row),
                name=first.full_name,
            )
            yield _warning(other, message)


def _one_address(records: Sequence[Record]) -> Iterator[Finding]:
    """Different people with one address: that of whoever filled in the form for them."""
    per_address: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.email and record.key != record.email:
            per_address[record.email].append(record)
    for address, same in per_address.items():
        message = say(
            "Rows {rows} have one address, {address}, with different names and numbers. "
            "They were read as different people; give each the right address.",
            rows=_listed([one.row for one in same]),
            address=address,
        )
        yield _warning(same[0], message)


def _without_role(records: Sequence[Record]) -> Iterator[Finding]:
    rows = [record.row for record in records if record.role is None]
    if rows:
        message = say_count(
            "One row does not tell whether it is of a mentor or a mentee: {rows}. Choose the role.",
            "{n} rows do not tell whether they are of mentors or mentees: {rows}. Choose the role.",
            len(rows),
            rows=_listed(rows),
        )
        yield Finding(records[0].file, None, None, None, message, "warning")


def _inactive(records: Sequence[Record]) -> Iterator[Finding]:
    """People who left stay in the reporting line, and she is told."""
    rows = [
        record.row
        for record in records
        if is_one_of(str(record.answers.get("status") or ""), "preview", "inactive")
    ]
    if rows:
        message = say_count(
            "One person is not active any more (row {rows}) and counts only in the reporting line.",
            "{n} people are not active any more (rows {rows}) and count only in the reporting line.",
            len(rows),
            rows=_listed(rows),
        )
        yield Finding(records[0].file, None, None, None, message, "notice")


def _listed(rows: Sequence[int]) -> list[str]:
    return [str(row) for row in rows[:_LISTED]] + ["…"] * (len(rows) > _LISTED)


def _warning(record: Record, message: Message) -> Finding:
    return Finding(record.file, record.row, None, None, message, "warning")
