"""Rows that say one thing together: one for each topic of a person, or two sheets about the same one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from mentorkit.intake.people.check import SheetRecords
from mentorkit.intake.people.identity import Answers
from mentorkit.intake.people.record import Aside, Record
from mentorkit.intake.tables.header import Cells, Numbered
from mentorkit.model import Finding
from mentorkit.model.fields import LISTED
from mentorkit.text import say


def continued(rows: Sequence[Numbered], fields: Mapping[int, str]) -> Iterator[Numbered]:
    """The rows, of which one that only lists more for the person above it says again who that is."""
    above: Cells = ()
    can_go_on = "submitted_at" not in fields.values()
    for number, cells in rows:
        said = {fields.get(column, "") for column, cell in enumerate(cells) if cell is not None}
        if can_go_on and above and said <= LISTED:
            above = tuple(before if cell is None else cell for before, cell in zip(above, cells, strict=True))
        else:
            above = cells
        yield number, above


def put_together(found: SheetRecords) -> SheetRecords:
    """What a sheet gives, with one record for a person whose rows differ in what they list only.

    Answers to a form have a time and stay apart, as the last of them counts; so do rows that
    contradict each other. The first row is kept, and the others are set aside for it.
    """
    same: dict[tuple[str, str | None], list[Record]] = defaultdict(list)
    for record in found.records:
        same[record.who.key, record.role].append(record)
    joined: dict[int, Record] = {}
    asides = list(found.asides)
    for first, *others in same.values():
        answers = _joined([first, *others]) if others and first.sent_at is None else None
        if answers is not None and answers != first.answers:
            doubts = tuple(chain(first.doubts, *(one.doubts for one in others)))
            joined |= {first.row: replace(first, answers=answers, doubts=doubts)}
            asides += (_added(one, first) for one in others)
    gone = {aside.row for aside in asides}
    records = (joined.get(record.row, record) for record in found.records if record.row not in gone)
    return replace(found, records=tuple(records), asides=tuple(sorted(asides, key=lambda one: one.row)))


def _joined(rows: Iterable[Record]) -> Answers | None:
    """What rows say together; None when one of them says otherwise than another."""
    joined: dict[str, Any] = {}
    for name, value in chain(*(row.answers.items() for row in rows)):
        before = joined.get(name)
        if name in LISTED and isinstance(value, tuple):
            joined[name] = tuple(dict.fromkeys((*(before or ()), *value)))
        elif before in (None, ()):
            joined[name] = value
        elif value not in (None, (), before):
            return None
    return joined


def _added(one: Record, first: Record) -> Aside:
    message = say("What this row lists was added to row {first}, of the same person.", first=str(first.row))
    finding = Finding(one.file, one.row, None, None, message, "notice")
    return Aside(one.row, "merged", finding, one, first.row)
