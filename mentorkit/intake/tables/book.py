"""From the bytes of a file to tables: their headings and their rows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePath

from mentorkit.intake.tables import oddities
from mentorkit.intake.tables.table import Found, Table, table_in, with_found
from mentorkit.intake.words.headings import headings
from mentorkit.intake.words.vocabulary import mentioned
from mentorkit.model import Finding
from mentorkit.model.fields import TOPICS
from mentorkit.reading.apart import read_apart
from mentorkit.reading.csv import Raw, Records
from mentorkit.reading.refusals import Refusal, refusal
from mentorkit.reading.shape import cell_at, filled_in, on_its_side, sheets_in
from mentorkit.reading.xlsx.sheet import RawSheet
from mentorkit.reading.xlsx.workbook import Workbook

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
_TEXTS = frozenset({".csv", ".tsv", ".tab", ".txt"})
_OTHERS = frozenset({".xls", ".xlsb", ".ods"})


@dataclass(frozen=True)
class Book:
    """A file that was accepted.

    `code` is OK, or the finding that matters most, such as MIXED_ENCODING. `tables` holds
    every sheet with rows under a heading, in order, hidden ones too (see their `state`);
    there is at least one. `findings` concern the file as a whole.
    """

    file: str
    code: str
    tables: tuple[Table, ...]
    findings: tuple[Finding, ...] = ()


def read_file(name: str, content: bytes) -> Book:
    """All tables in a file, which is read in a process of its own.

    Raises FileRefused when the file is not safe to read, not a table or without rows.
    """
    return as_book(name, read_apart(name, content, headings().forms))


def as_book(name: str, raw: Workbook | Records) -> Book:
    """All tables in what was read of a file; raises FileRefused when it is not a table or has no rows."""
    if isinstance(raw, Records):
        tables, others = _of_text(name, raw), _WORKBOOKS | _OTHERS
    else:
        tables = [table for sheet in raw.sheets for table in _tables(name, sheet, is_1904=raw.is_1904)]
        others = _TEXTS | _OTHERS
    filled = tuple(table for table in tables if table.rows)
    if not filled:
        raise refusal(Refusal.NO_ROWS)
    if PurePath(name).suffix.lower() not in others:
        return Book(name, _code(filled), filled)
    if max(len(table.headers) for table in filled) == 1:
        raise refusal(Refusal.NOT_A_SPREADSHEET)
    misnamed = oddities.wrong_type(name, isinstance(raw, Workbook))
    return Book(name, _code(filled, "WRONG_TYPE"), filled, (misnamed,))


def best_table(tables: Sequence[Table]) -> Table:
    """The visible sheet that has the most known headings."""
    return max(tables, key=lambda table: (table.state == "visible", table.score))


def _code(tables: Sequence[Table], *codes: str) -> str:
    """The code of a file tells of the sheets that seem to hold sign-ups, or else of all."""
    ours = [table for table in tables if table.state == "visible" and table.score] or tables
    return oddities.code_of([*codes, *(code for table in ours for code in table.codes)])


def _tables(name: str, sheet: RawSheet, found: Sequence[Found] = (), *, is_1904: bool = False) -> list[Table]:
    """Every table in a sheet; what there is to say of all of them stands with the first."""
    if (upright := on_its_side(sheet, headings().shapes)) is not None:
        return [table_in(name, upright, found=[*found, ("", oddities.turned(name))])]
    parts = [part for list_ in _lists(sheet) for part in sheets_in(list_, headings().shapes)]
    if parts[1:]:
        found = [*found, ("", oddities.several(name, [part.title for part in parts]))]
    first = table_in(name, parts[0], is_1904=is_1904, found=found)
    return [first, *(table_in(name, other, is_1904=is_1904) for other in parts[1:])]


def _lists(sheet: RawSheet) -> list[RawSheet]:
    """A list of mentors and one of mentees beside each other as a sheet for each; any other sheet as it is.

    Headings such as Mentor name and Mentee name tell whose they are. Without an empty column between the two
    they may be pairs, unless they ask for topics.
    """
    head = next((cells for _, cells in sheet.rows if len(filled_in(cells)) > 1), [])
    is_asked = any(headings().field_of(str(cell or ""), "mentor") in TOPICS for cell in head)
    turns = (at for at, cell in enumerate(head) if is_asked and _roles_in(cell) != _roles_in(head[0]))
    empty = (at for at in range(1, len(head)) if not filled_in([cell_at(row, at) for _, row in sheet.rows]))
    gap = next(empty, next(turns, len(head)))
    roles = [{*chain(*map(_roles_in, side))} for side in (head[:gap], head[gap:])]
    if {"mentor"} not in roles or {"mentee"} not in roles:
        return [sheet]
    found = []
    for (role,), start, end in zip(roles, (0, gap), (gap, None), strict=True):
        texts = [str(cell or "").split() for cell in head[start:end]]
        bare = [" ".join(word for word in text if not _roles_in(word)) for text in texts]
        rows = [
            (number, [*[None] * start, *(bare if cells is head else cells[start:end])])
            for number, cells in sheet.rows
        ]
        found.append(replace(sheet, title=f"{sheet.title} · {role}".removeprefix(" · "), rows=rows))
    return found


def _roles_in(cell: object) -> Sequence[str]:
    return mentioned(cell, "role_names", is_whole=True) if isinstance(cell, str) else ()


def _of_text(name: str, records: Records) -> list[Table]:
    found: list[Found] = [("MIXED_ENCODING", oddities.mixed(name, records.old))] if records.old else []
    sheet = RawSheet("", "visible", [(number, list(row)) for number, row in enumerate(records.rows, 1)])
    tables = _tables(name, sheet, found)
    is_turned = on_its_side(sheet, headings().shapes) is not None
    return [with_found(one, [] if is_turned else list(_uneven(name, records.rows, one))) for one in tables]


def _uneven(name: str, rows: Raw, table: Table) -> Iterator[Found]:
    """Rows of another length than the headings, where the others show that they should not be."""
    width = len(rows[max(0, table.header_row - 1)]) if rows else 0
    body = {number: rows[number - 1] for number, _ in table.rows}
    lengths = Counter(len(row) for row in body.values())
    if 2 * lengths[width] <= len(body):
        return
    is_padded = any(len(row) == width and not row[-1].strip() for row in body.values())
    for number, row in body.items():
        if any(cell.strip() for cell in row[width:]):
            yield "BAD_CSV", oddities.uneven(name, number, is_longer=True)
        elif is_padded and len(row) < width and (len(row) > 1 or number + 1 in body):
            yield "BAD_CSV", oddities.uneven(name, number, is_longer=False)
