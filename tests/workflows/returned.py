"""The workbook of a programme, as somebody edits it in Excel."""

import io
from datetime import UTC, datetime
from typing import Any

import openpyxl

from mentorkit.frames import Snapshot
from mentorkit.reading.apart import read_here
from mentorkit.text import Language, speaker
from mentorkit.workbook.read import as_returned
from mentorkit.workflows.intake.programme_workbook import Comparison, compare, export_programme

NOW = datetime(2026, 11, 26, tzinfo=UTC)
SHEETS = ("person", "mentor", "mentee", "preference", "pair", "goal", "goal_step", "programme")


def exported(snapshot: Snapshot, language: Language = "nl") -> bytes:
    return export_programme(snapshot, speaker(language), NOW)


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def column(sheet: Any, field: str) -> int:
    return [cell.value for cell in sheet[1]].index(field) + 1


def saved(book: Any) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def edited(content: bytes, sheet: str, row: int, **cells: object) -> bytes:
    """The workbook with other cells in one row; `__` stands for a point in the name of a field."""
    book = opened(content)
    page = book.worksheets[SHEETS.index(sheet)]
    for field, value in cells.items():
        page.cell(row, column(page, field.replace("__", "."))).value = value
    return saved(book)


def back(
    snapshot: Snapshot,
    content: bytes,
    chosen: frozenset[tuple[str, str]] = frozenset(),
) -> Comparison:
    book = as_returned("ours.xlsx", read_here("ours.xlsx", content))
    assert book is not None
    return compare(snapshot, book, NOW.date(), chosen)
