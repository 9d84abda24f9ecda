"""Several rows of one person: the latest counts, and she sees which ones were earlier."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from mentorkit.intake.people.people import employee_key, in_utc
from mentorkit.intake.people.record import Aside, Record
from mentorkit.intake.values.names import same_name
from mentorkit.model import Finding
from mentorkit.text import say
from mentorkit.text.compare import folded

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def merge(records: Sequence[Record]) -> tuple[list[Record], list[Aside]]:
    """One record per person and role: the one sent last, or else the last in the file.

    Somebody who signs up once as mentor and once as mentee has both; a row for both roles
    is a later or earlier version of either. Rows with one address and each its own number and
    name are different people: somebody filled in the form for her colleagues.
    """
    per_person: dict[str, list[Record]] = defaultdict(list)
    for record in _apart(records):
        per_person[record.key].append(record)
    kept, earlier = [], []
    for rows in per_person.values():
        for same in _per_role(rows):
            latest = max(same, key=lambda one: (in_utc(one.submitted_at) or _LONG_AGO, one.row))
            kept.append(latest)
            earlier += [_merged(one, latest) for one in same if one is not latest]
    return sorted(kept, key=lambda one: one.row), earlier


def _apart(records: Sequence[Record]) -> list[Record]:
    """The records, with people who share an address known by their numbers."""
    per_address: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.email and record.employee_id:
            per_address[record.email].append(record)
    shared = {
        address
        for address, same in per_address.items()
        if 1 < len({one.employee_id for one in same}) == len({folded(one.full_name) for one in same})
    }
    return [
        replace(one, key=employee_key(one.employee_id)) if one.email in shared and one.employee_id else one
        for one in records
    ]


def _per_role(rows: Sequence[Record]) -> Iterable[Sequence[Record]]:
    roles = {row.role for row in rows}
    if len(rows) == 1 or not {"mentor", "mentee"} <= roles or "both" in roles or None in roles:
        return [rows]
    return [[row for row in rows if row.role == role] for role in ("mentor", "mentee")]


def _merged(earlier: Record, latest: Record) -> Aside:
    rows = {"row": str(earlier.row), "latest": str(latest.row)}
    if same_name(earlier.full_name, latest.full_name):
        message = say(
            "Rows {row} and {latest} are from the same person, {name}. "
            "Row {latest} is the later one and is used.",
            name=latest.full_name,
            **rows,
        )
        finding = Finding(earlier.file, earlier.row, None, None, message, "notice")
    else:
        message = say(
            "Rows {row} and {latest} have the same e-mail address or number, but the names {name} and "
            "{other}. Row {latest} is used. If they are two people, correct this.",
            name=latest.full_name,
            other=earlier.full_name,
            **rows,
        )
        finding = Finding(earlier.file, earlier.row, None, None, message, "warning")
    return Aside(earlier.row, "merged", finding, earlier, latest.row)
