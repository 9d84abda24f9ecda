import io
import tracemalloc
import zipfile
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.errors import FileRefused
from mentorkit.reading.apart import read_apart, read_here
from mentorkit.reading.refusals import Refusal, refusal
from mentorkit.reading.screen import MAX_FILE, screen
from mentorkit.reading.xlsx import xml
from mentorkit.text import LANGUAGES, speaker
from tests.intake.tables import book_of, read_table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def code_of(name: str, content: bytes) -> str:
    with pytest.raises(FileRefused) as refused:
        read_table(name, content)
    return refused.value.code


def outcome(name: str, content: bytes) -> str:
    try:
        book_of(name, content)
    except FileRefused as refused:
        return refused.code
    return "read"


def zipped(*parts: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as package:
        for name, data in parts:
            package.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize("content", [b"", b"  \r\n\t"])
def test_a_file_without_anything_is_empty(content):
    assert code_of("a.csv", content) == "EMPTY_FILE"


def test_a_file_behind_a_password_is_recognised():
    assert code_of("a.xlsx", OLE + b"\0" * 100 + "EncryptedPackage".encode("utf-16-le")) == "ENCRYPTED"


def test_a_zip_with_an_encrypted_part_is_behind_a_password(small):
    flagged = bytearray(small)
    central = flagged.index(b"PK\x01\x02")
    flagged[central + 8] |= 1
    assert code_of("a.xlsx", bytes(flagged)) == "ENCRYPTED"


@pytest.mark.parametrize(
    ("name", "inside"), [("a.xls", b""), ("renamed.xlsx", "Workbook".encode("utf-16-le"))]
)
def test_an_old_workbook_is_recognised_by_name_or_content(name, inside):
    assert code_of(name, OLE + b"\0" * 600 + inside) == "OLD_XLS"


def test_a_workbook_of_before_that_time_is_old_too():
    assert code_of("a.xls", b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(100)) == "OLD_XLS"


def test_an_old_word_document_is_not_a_spreadsheet():
    assert code_of("a.doc", OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le")) == "NOT_A_SPREADSHEET"


@pytest.mark.parametrize(
    "content",
    [
        b"<html><table><tr><td>Naam</td></tr></table></html>",
        b"\xef\xbb\xbf\n <!DOCTYPE html><p>x",
        b'<?xml version="1.0"?><Workbook/>',
        b"<!-- export -->\n<table><tr><td>Naam</td></tr></table>",
        "<html><table></table></html>".encode("utf-16"),
        b"MIME-Version: 1.0\nContent-Type: multipart/related",
    ],
)
def test_a_web_page_with_an_excel_name_is_recognised(content):
    assert code_of("a.xls", content) == "HTML_AS_XLS"


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 x",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"{\\rtf1 x}",
        zipped(("word/document.xml", b"<x/>")),
        b'[{"Naam": "Noor"}]',
        bytes(range(256)) * 4,
    ],
)
def test_other_kinds_of_file_are_not_spreadsheets(content):
    assert code_of("a.xlsx", content) == "NOT_A_SPREADSHEET"


@pytest.mark.parametrize(
    "content",
    [
        zipped(("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<x/>")),
        b'<?xml version="1.0"?>\n<office:document xmlns:office="urn:x"/>',
    ],
)
@pytest.mark.parametrize("name", ["a.ods", "renamed.xlsx"])
def test_an_open_document_is_refused_by_name(name, content):
    assert code_of(name, content) == "OPEN_DOCUMENT"


@pytest.mark.parametrize(
    ("program", "content"),
    [
        ("Excel (.xlsb)", zipped(("xl/workbook.bin", b"x"))),
        (
            "Apple Numbers (.numbers)",
            zipped(("Index/Document.iwa", b"x"), ("Metadata/Properties.plist", b"x")),
        ),
        ("Apple Numbers (.numbers)", zipped(("signups.numbers/Index.zip", b"x"))),
        ("Google Sheets (.gsheet)", b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}'),
        ("Excel (.slk)", b'ID;PWXL;N;E\nC;Y1;X1;K"Naam"\nE'),
        ("Excel (.dif)", b'TABLE\r\n0,1\r\n"EXCEL"\r\n'),
        ("SPSS (.sav)", b"$FL2@(#) SPSS DATA FILE"),
        ("Parquet", b"PAR1" + bytes(40)),
    ],
)
def test_a_file_of_another_program_is_refused_by_the_name_of_the_program(program, content):
    for read in (read_here, read_apart):
        with pytest.raises(FileRefused) as refused:
            read("a.xlsx", content)
        assert (refused.value.code, refused.value.message.values["program"]) == ("OTHER_FORMAT", program)


def test_a_half_downloaded_workbook_is_damaged(small):
    assert code_of("a.xlsx", small[: len(small) // 2]) == "DAMAGED"


def test_a_workbook_whose_parts_contradict_each_other_is_damaged(small, repack):
    broken = repack(small, lambda name, data: b"<broken" if "sheet1" in name else data, {})
    assert code_of("a.xlsx", broken) == "DAMAGED"


def test_a_file_above_the_limit_is_refused_before_anything_else():
    assert code_of("a.csv", b"a;b\n" * (MAX_FILE // 4 + 1)) == "TOO_LARGE"


def test_half_a_gigabyte_of_zeros_is_refused_with_little_memory(small, repack):
    bomb = repack(small, lambda _, data: data, {"xl/media/zeros": bytes(500_000_000)})
    assert len(bomb) < 1_000_000
    tracemalloc.start()
    assert code_of("a.xlsx", bomb) == "TOO_LARGE"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_package_that_lies_about_its_size_is_refused(small, repack):
    bomb = bytearray(repack(small, lambda _, data: data, {"xl/media/zeros": bytes(30_000_000)}))
    size = (30_000_000).to_bytes(4, "little")
    while (place := bomb.find(size)) >= 0:
        bomb[place : place + 4] = (10).to_bytes(4, "little")
    assert code_of("a.xlsx", bytes(bomb)) in {"TOO_LARGE", "DAMAGED"}


def test_a_package_that_grows_far_more_than_workbooks_do_is_refused(small, repack):
    bomb = repack(small, lambda _, data: data, {"xl/media/zeros": bytes(50_000_000)})
    assert code_of("a.xlsx", bomb) == "TOO_LARGE"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_in_any_part_is_unsafe(small, repack, encoding):
    attack = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    changed = repack(small, lambda name, data: attack.encode(encoding) if "sheet1" in name else data, {})
    assert code_of("a.xlsx", changed) == "UNSAFE_XML"


def test_a_document_type_across_two_reads_is_seen(small, repack):
    attack = b" " * (64 * 1024 - 4) + b"<!DOCTYPE x><x/>"
    assert code_of("a.xlsx", repack(small, lambda _, data: data, {"xl/x.xml": attack})) == "UNSAFE_XML"


@pytest.mark.parametrize("name", ["xl/../../evil.xml", "/etc/evil.xml", "xl\\..\\evil.xml"])
def test_a_part_that_points_outside_the_package_is_unsafe(small, repack, name):
    assert code_of("a.xlsx", repack(small, lambda _, data: data, {name: b"<x/>"})) == "UNSAFE_ZIP"


def test_a_package_of_more_parts_than_a_workbook_has_is_unsafe(small, repack):
    parts = {f"xl/part{number}.xml": b"<x/>" for number in range(201)}
    assert code_of("a.xlsx", repack(small, lambda _, data: data, parts)) == "UNSAFE_ZIP"


def test_a_package_packed_in_another_way_is_unsafe():
    assert code_of("a.xlsx", zipped(("xl/a.xml", b"<x/>"), compression=zipfile.ZIP_BZIP2)) == "UNSAFE_ZIP"


@pytest.mark.parametrize("rows", [[["Naam", "E-mail"]], [["Naam", "E-mail"], ["", ""]], [[None]]])
def test_a_table_without_a_single_answer_has_no_rows(book, rows):
    assert code_of("a.xlsx", book(("Sheet1", rows))) == "NO_ROWS"


def test_headings_alone_in_csv_have_no_rows():
    assert code_of("a.csv", b"Naam;E-mail\r\n;\r\n") == "NO_ROWS"


@pytest.mark.parametrize("reason", Refusal)
def test_every_refusal_is_a_whole_sentence_in_both_languages(reason):
    told = refusal(reason, row=3, program="Numbers").message
    english, dutch = (speaker(language)(told) for language in ("en", "nl"))
    assert LANGUAGES == ("nl", "en")
    assert english.endswith(".")
    assert dutch.endswith(".")
    assert english != dutch


def test_a_refusal_repeats_nothing_of_the_file():
    secret = b"<html>Noor Bakker noor@example.org"
    with pytest.raises(FileRefused) as refused:
        screen("a.xls", secret)
    assert "Noor" not in str(refused.value)


def test_one_cell_in_the_last_row_and_column_does_no_harm(book):
    rows = {0: ["Naam", "E-mail"], 1: ["Noor", "noor@example.org"]}
    stream = io.BytesIO(book(("Sheet1", rows.values())))
    with zipfile.ZipFile(stream) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    stray = sheet.replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    changed = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, stray if "sheet1.xml" in part.filename else old.read(part))
    assert read_table("a.xlsx", changed.getvalue()).rows == ((2, ("Noor", "noor@example.org")),)


@pytest.mark.parametrize(
    ("name", "is_book", "code"),
    [
        ("a.csv", True, "WRONG_TYPE"),
        ("a.xls", True, "WRONG_TYPE"),
        ("a.xlsx", False, "WRONG_TYPE"),
        ("a.xls", False, "WRONG_TYPE"),
        ("a.xlsx", True, "OK"),
        ("a.XLSM", True, "OK"),
        ("a.csv", False, "OK"),
        ("a.txt", False, "OK"),
        ("a", False, "OK"),
        ("a", True, "OK"),
    ],
)
def test_a_name_that_promises_another_kind_is_said_and_the_file_is_read(small, name, is_book, code):
    content = small if is_book else b"Naam;E-mail\nNoor Bakker;noor@example.org\n"
    book = book_of(name, content)
    assert (book.code, len(book.tables[0].rows), len(book.findings)) == (code, 1, code != "OK")


def test_prose_with_the_name_of_a_workbook_is_not_a_spreadsheet():
    assert code_of("a.xlsx", b"Beste coach,\nhierbij de lijst.\nGroet\n") == "NOT_A_SPREADSHEET"


def test_two_columns_with_one_heading_are_said_with_their_letters(csv_file):
    book = book_of("a.csv", csv_file([["Naam", "E-mail", "e-mail "], ["Noor", "n@x.org", "x@x.org"]]))
    assert book.code == "DUPLICATE_HEADERS"
    assert book.tables[0].findings[0].message.values["columns"] == ["B", "C"]


def test_options_of_two_questions_may_be_called_the_same(csv_file):
    rows = [["Naam", "Netwerken", "Other", "Netwerken", "Other"], ["Noor", "Netwerken", "iets", None, None]]
    assert book_of("a.csv", csv_file(rows)).code == "OK"


def test_what_looks_like_a_formula_stays_text_and_is_said(book):
    rows = [
        ["Naam", "E-mail"],
        *[[name, "n@x.org"] for name in ("=1+1", "+1+1", "-2+3", "@SUM(1+1)", "\t=1+1")],
    ]
    read = book_of("a.xlsx", book(("S", rows)))
    assert read.code == "FORMULA_TEXT"
    assert [cells[0] for _, cells in read.tables[0].rows] == ["=1+1", "+1+1", "-2+3", "@SUM(1+1)", "=1+1"]


@pytest.mark.parametrize(
    "cell", ["+31 6 12345678", "-", "- geen", "-5", "-2,5", "@noor", "- a (b)", "1+1", "+"]
)
def test_telephone_numbers_and_dashes_are_no_formulas(csv_file, cell):
    assert book_of("a.csv", csv_file([["Naam", "Telefoon"], ["Noor", cell]])).code == "OK"


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\x07", "\x00", "\x1b", "\x7f"])
def test_characters_that_can_mislead_are_left_out_and_shown(csv_file, character):
    cell = f"No{character}or"
    book = book_of("a.csv", csv_file([["Naam", "E-mail"], [cell, "n@x.org"], *[["Sem", "s@x.org"]] * 60]))
    assert (book.code, book.tables[0].rows[0][1][0]) == ("CONTROL_CHARS", "Noor")
    finding = book.tables[0].findings[0]
    assert (finding.row, finding.column, finding.value) == (2, "Naam", f"No‹U+{ord(character):04X}›or")


def test_many_cells_with_such_characters_are_counted(csv_file):
    rows = [["Naam", "E-mail"], *[["No\u202eor", "noor@example.org"]] * 25]
    findings = book_of("a.csv", csv_file(rows)).tables[0].findings
    assert (len(findings), findings[-1].message.count) == (21, 5)


@pytest.mark.parametrize("character", ["\u00a0", "\u200b", "\ufeff", "\u200e", "\u00ad"])
def test_characters_that_forms_leave_behind_need_no_word(csv_file, character):
    book = book_of("a.csv", csv_file([["Naam", "E-mail"], [f"Noor{character}", "n@x.org"]], ";", "utf-8"))
    assert (book.code, book.tables[0].rows[0][1][0]) == ("OK", "Noor")


def test_the_finding_that_matters_most_is_the_code():
    content = "Naam;Naam;E-mail\n=1+1;Zoë;z@x.org\n".encode() + "b;Inès;i@x.org\n".encode("cp1252")
    book = book_of("a.csv", content)
    assert book.code == "MIXED_ENCODING"
    assert set(book.tables[0].codes) == {"MIXED_ENCODING", "DUPLICATE_HEADERS", "FORMULA_TEXT"}


def test_sheets_without_signups_do_not_decide_the_code(book):
    sheets = ("Lijst", [["Naam", "E-mail"], ["Noor", "n@x.org"]]), ("Rooster", [["x", "x"], ["=1+1", "b"]])
    assert book_of("a.xlsx", book(*sheets)).code == "OK"


def test_an_unfinished_tag_of_megabytes_reaches_the_parser_in_few_pieces():
    """The parser looks through all of such a tag anew at each piece."""

    class Counted(io.BytesIO):
        pieces = 0

        def read(self, size: int | None = -1) -> bytes:
            self.pieces += 1
            return super().read(size)

    part = Counted(b'<sheet a="' + b"a" * 20_000_000)
    with pytest.raises(expat.ExpatError):
        xml.Walker().walk(part, xml.Listener())
    assert part.pieces <= 6


def test_elements_without_end_are_refused(small, repack, monkeypatch):
    monkeypatch.setattr(xml, "MAX_ELEMENTS", 1_000)
    change = lambda name, data: data.replace(b"</sheetData>", b"<c/>" * 1_000 + b"</sheetData>")  # noqa: E731
    assert code_of("a.xlsx", repack(small, change, {})) == "TOO_LARGE"


def test_a_document_type_in_a_sheet_that_calls_itself_a_picture_is_unsafe(small, repack):
    attack = b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'

    def moved(name: str, data: bytes) -> bytes:
        return data.replace(b"worksheets/sheet1", b"media/sheet1") if "workbook.xml.rels" in name else data

    assert code_of("a.xlsx", repack(small, moved, {"xl/media/sheet1.xml": attack})) == "UNSAFE_XML"


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.xls"]))
def test_any_bytes_are_read_or_refused(content, name):
    assert outcome(name, content) in {"read", *Refusal.__members__}


@given(data=st.data())
def test_a_workbook_with_damage_anywhere_is_read_or_refused(damageable, data):
    place = data.draw(st.integers(0, len(damageable) - 1))
    changed = bytearray(damageable)
    changed[place] = data.draw(st.integers(0, 255))
    assert outcome("a.xlsx", bytes(changed)) in {"read", *Refusal.__members__}


@pytest.fixture(scope="module")
def damageable() -> bytes:
    """A workbook that is not compressed, so that damage reaches the parser."""
    from openpyxl import Workbook  # noqa: PLC0415 - only to be packed again

    stream, stored = io.BytesIO(), io.BytesIO()
    book = Workbook()
    book.active.append(["Naam", "E-mail"])
    book.active.append(["Noor", "noor@example.org"])
    book.save(stream)
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(stored, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, old.read(part))
    return stored.getvalue()
