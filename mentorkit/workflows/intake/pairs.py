"""Sheets with pairs: whom they name, and whom nobody knows."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from mentorkit.intake.people.record import Record
from mentorkit.intake.tables.table import Table, name_of
from mentorkit.intake.understand.roles import pair_columns
from mentorkit.intake.values.cells import as_text, is_blank
from mentorkit.intake.values.names import parse_name
from mentorkit.model import Finding
from mentorkit.text import say
from mentorkit.text.compare import folded

_CLOSE = 0.8


def pair_findings(table: Table, records: Sequence[Record]) -> Iterator[Finding]:
    """The names in a sheet with pairs that nobody in the file has, with the nearest one that somebody has."""
    columns = pair_columns(table.headers)
    names = {folded(record.who.name): record.who.name for record in records}
    known = names.keys() | {record.who.address for record in records}
    for number, cells in table.rows:
        for column in columns or ():
            named = "" if is_blank(cells[column]) else as_text(cells[column])
            said = folded(parse_name(named).full)
            if named and said not in known and named.lower() not in known:
                nearest = get_close_matches(said, names, 1, _CLOSE)
                yield _unknown(table, number, column, named, names[nearest[0]] if nearest else None)


def _unknown(table: Table, row: int, column: int, named: str, nearest: str | None) -> Finding:
    message = (
        say("{name} in this pair is in no list. Is {suggestion} meant?", name=named, suggestion=nearest)
        if nearest
        else say("{name} in this pair is in no list.", name=named)
    )
    return Finding(table.file, row, name_of(table, column), named, message, "warning", table.sheet)
