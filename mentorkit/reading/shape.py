"""Which tables a sheet holds: one, several below or beside each other, or one turned on its side."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise, takewhile, zip_longest
from typing import NamedTuple

from mentorkit.reading.xlsx.sheet import RawSheet
from mentorkit.text.compare import forms_of, tidy

Filled = tuple[int, tuple[object, ...]]
Block = Sequence[tuple[int, list[object]]]

_SEARCHED = 200
_LONGEST_TITLE = 60
_LEAST_ALIKE = 3
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.\w+")


class Words(NamedTuple):
    """Headings that are known, and those of them that tell who somebody is, as `forms_of` writes them."""

    known: frozenset[str]
    naming: frozenset[str]

    def head(self, cells: Sequence[object]) -> bool:
        """Whether these are headings of a table of people: all text, two known, and one tells who."""
        filled = filled_in(cells)
        texts = [cell for cell in filled if isinstance(cell, str) and "@" not in cell]
        if len(texts) <= 1 or len(texts) < len(filled):
            return False
        return (
            any(not self.naming.isdisjoint(forms_of(text)) for text in texts)
            and headings_in(texts, self.known) > 1
        )


def headings_in(cells: Iterable[object], known: frozenset[str]) -> int:
    """How many different headings that are known stand in a row."""
    forms = [forms_of(cell) for cell in map(tidy, cells) if isinstance(cell, str)]
    return len({ways[-1] for ways in forms if not known.isdisjoint(ways)})


def is_person(rows: Sequence[Sequence[object]], words: Words) -> bool:
    """Whether the first of these rows holds an address, or mostly what stands below it as well."""
    cells = {place: cell for place, cell in enumerate(rows[0]) if cell is not None}
    texts = [cell for cell in cells.values() if isinstance(cell, str)]
    if 2 * headings_in(texts, words.known) > len(cells):
        return False
    below = {place: {cell_at(row, place) for row in rows[1:]} - {None} for place in cells}
    alike = sum(_is_alike(cell, below[place]) for place, cell in cells.items())
    return any(map(_ADDRESS.fullmatch, texts)) or 2 * alike >= max(_LEAST_ALIKE, len(cells))


def _is_alike(cell: object, below: AbstractSet[object]) -> bool:
    """Whether a cell is an answer like those below it: one of several, or a number among numbers."""
    return len(below) > 1 and (
        cell in below if isinstance(cell, str) else {*map(type, below)} == {type(cell)}
    )


def sheets_in(sheet: RawSheet, words: Words) -> list[RawSheet]:
    """The sheet once for every table in it, each with what stands in that table only.

    A table begins at headings that name people. Its number, and a title directly above it, are added to
    the name of the sheet. Headings that are repeated, as on every page of a print, begin no table.
    """
    parts = [part for block in _below(sheet.rows, words) for part in _beside(block, words)]
    names = [f"{place} {_title(part, words)}".strip() for place, part in enumerate(parts, 1)]
    titles = [
        f"{sheet.title} · {name}".removeprefix(" · ") if len(parts) > 1 else sheet.title for name in names
    ]
    return [replace(sheet, title=title, rows=list(part)) for title, part in zip(titles, parts, strict=True)]


def on_its_side(sheet: RawSheet, words: Words) -> RawSheet | None:
    """The sheet turned on its side when people stand in its columns; None when they stand in rows.

    The headings then stand in the first column, and two columns or more hold an address. Rows have
    the numbers of the columns they were.
    """
    rows = [cells for _, cells in sheet.rows]
    if len(rows) > _SEARCHED or any(map(words.head, rows)):
        return None
    columns = [[cell_at(cells, at) for cells in rows] for at in range(max(map(len, rows), default=0))]
    people = sum(any("@" in str(cell) for cell in cells) for cells in columns[1:])
    if people < 2 or not words.head(columns[0]):  # noqa: PLR2004 - one may be an example
        return None
    return RawSheet(sheet.title, sheet.state, [row for row in enumerate(columns, 1) if filled_in(row[1])])


def _below(rows: Block, words: Words) -> Iterator[Block]:
    """The rows of every table, from the titles above its headings to the last before the next."""
    block: list[tuple[int, list[object]]] = []
    head: list[object] = []
    has_people, is_thin, after = False, True, 0
    for number, cells in rows:
        is_searched = len(block) < _SEARCHED or is_thin or number > after + 1 or cells == head
        is_head = is_searched and words.head(cells)
        is_thin, after = len(filled_in(cells)) <= 1, number
        if is_head and has_people:
            titles = list(takewhile(lambda row: len(filled_in(row[1])) <= 1, reversed(block)))[::-1]
            if cells == head and not any(filled_in(row) for _, row in titles):
                continue
            yield block[: len(block) - len(titles)]
            block, has_people = titles, False
        head = cells if is_head else head
        has_people = has_people or (bool(head) and not is_head and not is_thin)
        block.append((number, cells))
    yield block


def _beside(block: Block, words: Words) -> list[Block]:
    """The table of a block, or the tables that an empty column keeps apart."""
    head = next((cells for _, cells in block[:_SEARCHED] if words.head(cells)), [])
    gaps = [at for at, cell in enumerate(head) if not cell and not any(cell_at(row, at) for _, row in block)]
    edges = [0, *(gap + 1 for gap in gaps), len(head)]
    _, *starts = [start for start, end in pairwise(edges) if words.head(head[start:end])] or [0]
    width = max((len(cells) for _, cells in block), default=0)
    return [
        [(number, [*[None] * start, *cells[start:end]]) for number, cells in block] if starts else block
        for start, end in pairwise([0, *starts, width])
    ]


def _title(block: Block, words: Words) -> str:
    """What stands alone above the headings of a table, nearest to them."""
    above = [filled_in(row) for row in takewhile(lambda row: not words.head(row), (row for _, row in block))]
    return next((str(row[0])[:_LONGEST_TITLE] for row in reversed(above) if len(row) == 1), "")


def continued(rows: Iterable[Filled], columns: Collection[int]) -> Iterator[Filled]:
    """The rows, of which one that says more in these columns only says again what stands above it."""
    above: tuple[object, ...] = ()
    for number, cells in rows:
        is_more = above and all(at in columns for at, cell in enumerate(cells) if cell is not None)
        above = tuple(said if is_more and cell is None else cell for said, cell in zip_longest(above, cells))
        yield number, above


def filled_in(cells: Sequence[object]) -> list[object]:
    """The cells of a row with anything in them."""
    return [cell for cell in cells if cell is not None and cell != ""]


def cell_at(cells: Sequence[object], place: int) -> object:
    """A cell of a row by its place from 0; None beyond the end."""
    return cells[place] if place < len(cells) else None
