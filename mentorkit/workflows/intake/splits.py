"""How cells with several answers are split, shown on a few of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentorkit.intake.tables.table import name_of
from mentorkit.intake.values.cells import as_text
from mentorkit.intake.values.choices import split_choices
from mentorkit.model.fields import TOPICS
from mentorkit.workflows.intake.sheets import Sheet

_EXAMPLES = 2


@dataclass(frozen=True)
class Split:
    """A cell with several answers, and those answers."""

    column: str
    text: str
    parts: tuple[str, ...]


def splits_of(sheets: Sequence[Sheet]) -> Iterator[Split]:
    """Per column of topics or goals the cells with the most answers, a few, each only once."""
    for sheet in sheets:
        for column, field in sheet.columns.fields.items():
            if sheet.kind != "none" and field in TOPICS:
                yield from _of_column(sheet, column)


def _of_column(sheet: Sheet, column: int) -> Iterator[Split]:
    cells = [cells[column] for _, cells in sheet.table.rows]
    found = {
        as_text(cell): parts
        for cell, parts in zip(cells, split_choices(cells), strict=True)
        if len(parts) > 1
    }
    for text, parts in sorted(found.items(), key=lambda one: -len(one[1]))[:_EXAMPLES]:
        yield Split(name_of(sheet.table, column), text, parts)
