from datetime import datetime

import pytest

from mentorkit.errors import FileRefused
from tests.intake.tables import read_table

HEADINGS = ["Naam", "E-mail", "Talen"]
NOOR = ["Noor Bakker", "noor@example.org", "Nederlands"]


def test_row_numbers_are_the_ones_in_excel(book):
    table = read_table("a.xlsx", book(("Blad1", [["Aanmeldingen"], [], HEADINGS, NOOR, [], NOOR])))
    assert table.sheet == "Blad1"
    assert table.header_row == 3
    assert [number for number, _ in table.rows] == [4, 6]
    assert table.above == ((1, ("Aanmeldingen", None, None)),)


def test_headings_are_found_under_titles_and_prompts(csv_file):
    rows = [
        ["Export van HR", "", ""],
        ["Naam van het programma", "Voorjaar", ""],
        ["", "", ""],
        HEADINGS,
        NOOR,
    ]
    assert read_table("a.csv", csv_file(rows)).headers == tuple(HEADINGS)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_separator_and_alphabet_reads_the_same(csv_file, separator, encoding):
    rows = [HEADINGS, ["Zoë Lefèvre", "zoe@example.org", "Frans, Duits; Turks"]]
    table = read_table("a.csv", csv_file(rows, separator, encoding))
    assert table.rows == ((2, ("Zoë Lefèvre", "zoe@example.org", "Frans, Duits; Turks")),)


def test_a_line_that_names_the_separator_counts_as_row_one():
    table = read_table("a.csv", b"sep=|\r\nNaam|E-mail\r\nNoor|noor@example.org\r\n")
    assert (table.headers, table.rows) == (("Naam", "E-mail"), ((3, ("Noor", "noor@example.org")),))


def test_a_file_in_two_alphabets_has_the_right_names_and_a_warning():
    content = "Naam;E-mail\nZoë;z@example.org\n".encode() + "Inès;i@example.org\n".encode("cp1252")
    table = read_table("a.csv", content)
    assert [cells[0] for _, cells in table.rows] == ["Zoë", "Inès"]
    assert [finding.severity for finding in table.findings] == ["warning"]
    assert table.findings[0].message.values["rows"] == ["3"]


def test_a_file_in_the_old_alphabet_alone_needs_no_warning(csv_file):
    assert (
        read_table("a.csv", csv_file([HEADINGS, ["Zoë", "z@example.org", "nl"]], ";", "cp1252")).findings
        == ()
    )


def test_cells_lose_what_nobody_can_see(book):
    rows = [["\u00a0Naam ", "E-mail"], ["Zoe\u0308\u00a0\u200b Kaya\u202e", "z@example.org"]]
    table = read_table("a.xlsx", book(("Sheet1", rows)))
    assert table.headers[0] == "Naam"
    assert table.rows[0][1][0] == "Zoë Kaya"


def test_dates_numbers_and_lines_in_a_cell_are_kept(book):
    moment = datetime(2026, 9, 14, 9, 5)  # noqa: DTZ001 - Excel knows no zones
    table = read_table(
        "a.xlsx",
        book(("S", [[*HEADINGS, "Over mij", "Tijdstempel"], [*NOOR, "een\ntwee", moment], [1, 2.5]])),
    )
    assert table.rows[0][1][3:] == ("een\ntwee", moment)
    assert table.rows[1][1][:3] == (1, 2.5, None)


def test_the_sheet_with_known_headings_is_read(book):
    sheets = ("Leesmij", [["Dit is een werkbestand"], ["Zie blad 2"]]), ("Lijst", [HEADINGS, NOOR])
    assert read_table("a.xlsx", book(*sheets)).sheet == "Lijst"


def test_a_column_far_to_the_right_is_not_read(book):
    wide = [*NOOR, *[None] * 600, "stray"]
    assert read_table("a.xlsx", book(("S", [HEADINGS, wide]))).headers == tuple(HEADINGS)


def test_a_stray_cell_thousands_of_rows_below_is_not_read(book):
    rows = [HEADINGS, NOOR, *[[]] * 1500, ["stray"]]
    assert [number for number, _ in read_table("a.xlsx", book(("S", rows))).rows] == [2]


def test_a_gap_of_some_rows_ends_nothing(book):
    rows = [HEADINGS, NOOR, *[[]] * 900, NOOR]
    assert [number for number, _ in read_table("a.xlsx", book(("S", rows))).rows] == [2, 903]


def test_more_rows_than_any_programme_has_are_refused():
    with pytest.raises(FileRefused) as refused:
        read_table("a.csv", b"Naam;E-mail\n" + b"a;b\n" * 200_001)
    assert refused.value.code == "TOO_LARGE"
