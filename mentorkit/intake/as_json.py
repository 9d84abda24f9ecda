"""What a file gave, as one object for other programs."""

from collections.abc import Iterator
from typing import Any

from mentorkit.errors import FileRefused
from mentorkit.intake.people.record import Aside
from mentorkit.intake.take_in import Taken, TakenSheet
from mentorkit.model import Finding
from mentorkit.text import Speaker

_LISTS = ("sheets", "valid", "invalid", "partial", "merged", "excluded", "warnings")
_COUNTS = ("rows", "valid", "invalid", "partial", "merged", "excluded")


def refused_json(file: str, refusal: FileRefused, speak: Speaker) -> dict[str, Any]:
    """A file that is not read: its code and the sentence, and nothing else."""
    head = {"file": file, "code": refusal.code, "message": speak(refusal.message)}
    told: dict[str, Any] = {"layout": None, "language": None, **{name: [] for name in _LISTS}}
    return head | told | {"counts": dict.fromkeys(_COUNTS, 0)}


def taken_json(taken: Taken, speak: Speaker) -> dict[str, Any]:
    """A file that is read. `counts` add up: rows are valid, invalid, partial, merged or excluded.

    `sheets` has every sheet with its use; only rows of those with the use "people" are counted.
    """
    asides = [(sheet, aside) for sheet in taken.sheets for aside in sheet.intake.asides]
    told = {
        state: [_aside(sheet, aside, speak) for sheet, aside in asides if aside.state == state]
        for state in ("error", "partial", "merged", "excluded")
    }
    counts = [sheet.intake.counts for sheet in taken.sheets if sheet.use == "people"]
    return {
        "file": taken.file,
        "code": taken.code,
        "layout": taken.layout,
        "language": taken.language,
        "sheets": [_sheet(sheet) for sheet in taken.sheets],
        "valid": [record.shown() for record in taken.records],
        "invalid": told["error"],
        "partial": told["partial"],
        "merged": told["merged"],
        "excluded": told["excluded"],
        "warnings": list(_warnings(taken, speak)),
        "counts": {name: sum(count[name] for count in counts) for name in _COUNTS},
    }


def finding_json(finding: Finding, speak: Speaker) -> dict[str, Any]:
    """One problem, without the file or the sheet it stands in."""
    return {
        "row": finding.row,
        "column": finding.column,
        "value": finding.value,
        "message": speak(finding.message),
    }


def finding_line(finding: Finding, sheet: str, speak: Speaker) -> str:
    """One problem with its place first: row, sheet and column."""
    place = [] if finding.row is None else [f"row {finding.row}" + (f" ({sheet})" if sheet else "")]
    if finding.row is None and sheet:
        place.append(sheet)
    if finding.column:
        place.append(f"“{finding.column}”")
    said = speak(finding.message)
    return f"{', '.join(place)}: {said}" if place else said


def _sheet(sheet: TakenSheet) -> dict[str, Any]:
    table = sheet.table
    return {
        "name": table.sheet,
        "header_row": table.header_row,
        "rows": sheet.rows,
        "use": sheet.use,
        "role": sheet.kind if sheet.use == "people" else None,
    }


def _aside(sheet: TakenSheet, aside: Aside, speak: Speaker) -> dict[str, Any]:
    told = finding_json(aside.finding, speak) | {"row": aside.row, "sheet": sheet.table.sheet}
    if aside.into is not None:
        told["into"] = aside.into
    return told if aside.record is None else aside.record.shown() | told


def _warnings(taken: Taken, speak: Speaker) -> Iterator[str]:
    for finding in taken.findings:
        yield finding_line(finding, "", speak)
    is_one = len(taken.sheets) == 1
    for sheet in taken.sheets:
        name = "" if is_one else sheet.table.sheet
        asides = [aside.finding for aside in sheet.intake.asides if aside.finding.severity == "warning"]
        for finding in sorted((*sheet.intake.findings, *asides), key=lambda one: one.row or 0):
            yield finding_line(finding, name, speak)
