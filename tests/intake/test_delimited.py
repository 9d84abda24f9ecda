import pytest

from mentorkit.errors import FileRefused
from mentorkit.intake.tables.table import Table
from mentorkit.reading.csv import read_delimited
from tests.intake.tables import book_of


def table_of(text: str, encoding: str = "utf-8") -> Table:
    return book_of("a.csv", text.encode(encoding)).tables[0]


def refused(content: bytes) -> FileRefused:
    with pytest.raises(FileRefused) as error:
        book_of("a.csv", content)
    return error.value


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_answers_may_hold_every_other_separator(separator):
    others = "".join({";", ",", "\t", "|"} - {separator}).replace("\t", "")
    rows = f"Naam{separator}E-mail{separator}Talen\nNoor{separator}n@example.org{separator}a{others}b\n"
    assert table_of(rows).rows == ((2, ("Noor", "n@example.org", f"a{others}b")),)


@pytest.mark.parametrize("line", ["sep=|", '"sep=|"', "SEP=|"])
def test_a_line_that_names_the_separator_is_row_one(line):
    table = table_of(f"{line}\r\nNaam|E-mail\r\nNoor|n@example.org\r\n")
    assert (table.headers, table.rows) == (("Naam", "E-mail"), ((3, ("Noor", "n@example.org")),))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig", "cp1252"])
def test_every_alphabet_gives_the_same_letters(encoding):
    assert table_of("Naam\tE-mail\nZoë\tz@example.org\n", encoding).rows == ((2, ("Zoë", "z@example.org")),)


def test_each_row_may_have_its_own_alphabet():
    content = "Naam;E-mail\nZoë;z@x.org\n".encode() + "Inès – €;i@x.org\n".encode("cp1252")
    book = book_of("a.csv", content)
    assert [cells[0] for _, cells in book.tables[0].rows] == ["Zoë", "Inès – €"]
    assert (book.code, book.tables[0].findings[0].message.values["rows"]) == ("MIXED_ENCODING", ["3"])


def test_line_breaks_within_quotes_stay_in_the_answer():
    table = table_of('Naam;E-mail;Over mij\nNoor;n@x.org;"een\r\ntwee; drie"\nSem;s@x.org;vier\n')
    assert [cells[2] for _, cells in table.rows] == ["een\ntwee; drie", "vier"]
    assert [number for number, _ in table.rows] == [2, 3]


def test_a_quotation_mark_inside_an_answer_is_a_character():
    assert table_of('Naam;E-mail\nJan "de Man" Bos;j@x.org\n').rows[0][1][0] == 'Jan "de Man" Bos'


def test_a_quotation_mark_that_never_closes_is_refused_with_its_row():
    error = refused(b'Naam;E-mail;Talen\nSem;s@x.org;nl\n"Noor;n@x.org;nl\nAnna;a@x.org;nl\n')
    assert (error.code, error.message.values["row"]) == ("BAD_CSV", 3)
    assert "Noor" not in str(error)


def test_a_quotation_mark_that_closes_in_a_later_row_is_refused_with_its_row():
    rows = [b'"Noor;n@x.org;nl', b"Anna;a@x.org;nl", b'Sem;s@x.org;"nl']
    error = refused(b"Naam;E-mail;Talen\nEva;e@x.org;nl\n" + b"\n".join(rows) + b"\n")
    assert (error.code, error.message.values["row"]) == ("BAD_CSV", 3)


def test_a_cell_larger_than_any_answer_is_refused():
    assert refused(b'Naam;E-mail\n"' + b"a" * 200_000 + b'";x\n').code == "BAD_CSV"


def test_a_line_longer_than_any_row_is_refused():
    assert refused(b"Naam;E-mail\n" + b";" * 2_000_000).code == "TOO_LARGE"


def test_a_row_with_more_cells_than_headings_cannot_be_trusted():
    book = book_of("a.csv", b"Naam;E-mail;Talen\nNoor;n@x.org;nl\nSem;s@x.org;nl;en\nAnna;a@x.org;nl\n")
    assert book.code == "BAD_CSV"
    assert [(one.row, one.severity) for one in book.tables[0].findings] == [(3, "error")]


def test_a_row_with_fewer_cells_cannot_be_trusted_where_the_others_are_filled_up():
    book = book_of("a.csv", b"Naam;E-mail;Talen\nNoor;n@x.org;\nSem;s@x.org\nAnna;a@x.org;nl\n")
    assert (book.code, [one.row for one in book.tables[0].findings]) == ("BAD_CSV", [3])


def test_a_line_break_that_cuts_a_row_in_two_is_seen_on_both_halves():
    rows = b"Noor;n@x.org;\nSem;s@x.org;een\ntwee;\nEva;e@x.org;half\nhelft\nAnna;a@x.org;nl\n"
    book = book_of("a.csv", b"Naam;E-mail;Talen\n" + rows)
    assert (book.code, [one.row for one in book.tables[0].findings]) == ("BAD_CSV", [4, 6])


def test_lines_may_end_as_on_an_old_mac():
    assert [number for number, _ in table_of("Naam;E-mail\rNoor;n@x.org\rSem;s@x.org\r").rows] == [2, 3]


@pytest.mark.parametrize(
    "content",
    [
        b"Naam;E-mail;Talen\nNoor;n@x.org;nl\nSem;s@x.org\nAnna;a@x.org;nl\n",  # leaves empty ends out
        b"Naam;E-mail\nNoor;n@x.org;ja\nSem;s@x.org;nee\n",  # has a column without a heading
        b"Naam;E-mail\nNoor;n@x.org;\nSem;s@x.org;\n",  # ends every row with a separator
        b"Naam;E-mail;Talen\nNoor;n@x.org;\nAnna;a@x.org;nl\n\n(vertrouwelijk)\n",  # a note below
    ],
)
def test_other_ways_to_end_a_row_are_fine(content):
    assert book_of("a.csv", content).code == "OK"


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ('="00123"', "00123"),
        ("'=1+1", "=1+1"),
        ("'+31612345678", "+31612345678"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
    ],
)
def test_what_guards_a_cell_against_excel_is_taken_off(cell, kept):
    assert table_of(f"Naam;E-mail\n{cell};n@x.org\n").rows[0][1][0] == kept


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_a_text_without_rows_has_none(content):
    assert [row for row in read_delimited(content).rows if any(row)] == []


def test_rows_of_nothing_but_separators_take_no_room_and_keep_their_numbers():
    rows = read_delimited(b"Naam;Rol\n" + (b";" * 400 + b"\n") * 3 + b"Noor;mentee\n").rows
    assert rows == [["Naam", "Rol"], [], [], [], ["Noor", "mentee"]]


def test_more_cells_than_any_form_has_are_refused():
    assert refused(b"Naam;Rol\n" + (b"x" + b";" * 499 + b"\n") * 8_001).code == "TOO_LARGE"
