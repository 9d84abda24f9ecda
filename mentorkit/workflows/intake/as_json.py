"""What a file gave, as one object for other programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from mentorkit.errors import FileRefused
from mentorkit.intake import Book
from mentorkit.intake.people.check import STATES
from mentorkit.intake.people.identity import with_family_name
from mentorkit.intake.people.record import Aside, Record
from mentorkit.intake.understand.account import ColumnAccount
from mentorkit.intake.values.choices import topic_keys
from mentorkit.intake.words.vocabulary import language_of_headings
from mentorkit.model import Finding
from mentorkit.model.fields import ANSWERS, TOPICS
from mentorkit.text import Speaker
from mentorkit.views.intake.findings import summed_up
from mentorkit.workflows.intake.readings import Reading
from mentorkit.workflows.intake.reviewed import Review
from mentorkit.workflows.intake.sheets import Sheet
from mentorkit.workflows.intake.three_way import json_value

_LISTS = ("sheets", "columns", "valid", *STATES, "warnings")
_COUNTS = ("rows", "valid", *STATES)


def refused_json(file: str, refusal: FileRefused, speak: Speaker) -> dict[str, Any]:
    """A file that is not read: its code and the sentence, and nothing else."""
    head = {"file": file, "code": refusal.code, "message": speak(refusal.message)}
    told: dict[str, Any] = {"layout": None, "language": None, **{name: [] for name in _LISTS}}
    return head | told | {"counts": dict.fromkeys(_COUNTS, 0)}


def file_json(book: Book, review: Review, speak: Speaker) -> dict[str, Any]:
    """A file that is read, of those in a review.

    `counts` add up: rows are valid, invalid, partial, merged or excluded. `sheets` has every
    sheet with its use; only rows of those with the use "people" are counted. `columns` has every
    column of these, once, with what became of it.
    """
    readings = [reading for reading in review.readings if reading.sheet.at.file == book.file]
    asides = [(reading, aside) for reading in readings for aside in reading.found.asides]
    told = {
        name: [_aside(reading, aside, speak) for reading, aside in asides if aside.state == state]
        for name, state in STATES.items()
    }
    counts = [reading.found.counts for reading in readings]
    layout = next((one.sheet.columns.layout for one in readings if one.sheet.columns.layout), None)
    account = [one for reading in readings for one in reading.sheet.account]
    return {
        "file": book.file,
        "code": book.code,
        "layout": layout.key if layout else None,
        "language": (layout.language if layout else None)
        or language_of_headings(one.heading for one in account),
        "sheets": [_sheet(sheet, review) for sheet in review.sheets if sheet.at.file == book.file],
        "columns": [_column(one, speak) for one in account],
        "valid": [_shown(record) for reading in readings for record in reading.found.records],
        **told,
        "warnings": list(_warnings(book, review, readings, speak)),
        "counts": {name: sum(count[name] for count in counts) for name in _COUNTS},
    }


def finding_json(finding: Finding, speak: Speaker) -> dict[str, Any]:
    """One finding, without the file or the sheet it stands in."""
    return {
        "row": finding.row,
        "column": finding.column,
        "value": finding.value,
        "message": speak(finding.message),
    }


def finding_line(finding: Finding, sheet: str, speak: Speaker) -> str:
    """One finding with its place first: row, sheet and column."""
    where = sheet if finding.row is None else f"row {finding.row}" + (f" ({sheet})" if sheet else "")
    place = ", ".join(filter(None, (where, finding.column and f"“{finding.column}”")))
    return ": ".join(filter(None, (place, speak(finding.message))))


def _sheet(sheet: Sheet, review: Review) -> dict[str, Any]:
    is_read = sheet.kind != "none"
    counts = next((one.found.counts for one in review.readings if one.sheet is sheet), None)
    return {
        "name": sheet.at.sheet,
        "header_row": sheet.table.header_row,
        "rows": counts["rows"] if counts else len(sheet.table.rows),
        "use": "people" if is_read else sheet.use,
        "role": sheet.kind if is_read and sheet.kind != "rows" else None,
    }


def _column(one: ColumnAccount, speak: Speaker) -> dict[str, Any]:
    plain = ("sheet", "letter", "heading", "field", "status", "suggested")
    told = {name: getattr(one, name) for name in plain}
    return told | {"why": speak(one.why), "filled": round(one.filled, 3)}


def _aside(reading: Reading, aside: Aside, speak: Speaker) -> dict[str, Any]:
    told = finding_json(aside.finding, speak) | {"row": aside.row, "sheet": reading.sheet.at.sheet}
    if aside.into is not None:
        told["into"] = aside.into
    return told if aside.record is None else _shown(aside.record) | told


def _shown(record: Record) -> dict[str, object]:
    """What a row says, as plain values: dates as ISO text, lists as lists, and only what is filled in."""
    answers = with_family_name(record.answers)
    told: dict[str, Any] = {"sheet": record.sheet, "row": record.row}
    told |= {
        name: answers.get(name) for name, one in ANSWERS.items() if one.is_offered and not one.is_private
    }
    told |= {f"{name.removesuffix('s')}_keys": topic_keys(answers.get(name) or ()) for name in TOPICS}
    told |= {"role": record.role, "consent": record.agrees, "level": answers.get("level_label")}
    return {name: json_value(_whole(value)) for name, value in told.items() if value not in (None, (), "")}


def _whole(value: object) -> object:
    """A number without decimals as one that has none."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _warnings(book: Book, review: Review, readings: Sequence[Reading], speak: Speaker) -> Iterator[str]:
    of_sheets = [finding for reading in readings for finding in reading.findings]
    for finding in review.findings:
        if finding.file == book.file and finding not in of_sheets:
            yield finding_line(finding, finding.sheet, speak)
    for reading in readings:
        name = reading.sheet.at.sheet if len(book.tables) > 1 else ""
        asides = [one.finding for one in reading.found.asides if one.finding.severity == "warning"]
        for finding in sorted(summed_up((*reading.findings, *asides)), key=lambda one: one.row or 0):
            yield finding_line(finding, name, speak)
