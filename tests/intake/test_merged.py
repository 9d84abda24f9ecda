"""Headings and answers that are merged downwards in Excel."""

import io

import openpyxl

from mentorkit.intake.tables.table import Table
from tests.intake.tables import read_table


def merged(*cells: tuple[str, str], over: tuple[str, str]) -> Table:
    """A sheet with these cells, and one that is merged over others."""
    stream = io.BytesIO()
    book = openpyxl.Workbook()
    area, title = over
    book.active[area.partition(":")[0]] = title
    for place, text in cells:
        book.active[place] = text
    book.active.merge_cells(area)
    book.save(stream)
    return read_table("a.xlsx", stream.getvalue())


def test_a_heading_merged_over_two_rows_makes_both_of_them_headings():
    table = merged(
        *(("B1", "E-mail"), ("C1", "Beschikbaar"), ("C2", "ochtend"), ("D2", "middag")),
        *(("A3", "Noor"), ("B3", "n@example.org"), ("C3", "x")),
        over=("A1:A2", "Naam"),
    )
    assert table.header_rows == (1, 2)
    assert table.headers == ("Naam", "E-mail", "Beschikbaar [ochtend]", "Beschikbaar [middag]")
    assert table.rows == ((3, ("Noor", "n@example.org", "x", None)),)


def test_an_answer_merged_over_two_rows_counts_for_both_and_not_for_a_third():
    table = merged(
        *(("A1", "Naam"), ("B1", "E-mail"), ("C1", "Afdeling")),
        *((f"A{row}", f"Persoon {row}") for row in (2, 3, 4)),
        *((f"B{row}", f"p{row}@example.org") for row in (2, 3, 4)),
        over=("C2:C3", "Zorg"),
    )
    assert [cells[2] for _, cells in table.rows] == ["Zorg", "Zorg", None]
