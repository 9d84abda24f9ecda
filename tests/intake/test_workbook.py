import io
import os
import traceback
from contextlib import nullcontext
from datetime import datetime, time, timedelta

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from mentorkit.errors import FileRefused
from mentorkit.intake.tables.table import Table
from mentorkit.reading.xlsx.serials import date_format, moment
from mentorkit.reading.xlsx.workbook import read_workbook
from mentorkit.reading.xlsx.xml import Listener, Walker
from tests.intake.tables import book_of, read_table

HEADINGS = ["Naam", "E-mail", "Afdeling"]


STRUCK = Font(strike=True)
END = b"</row></sheetData>"


def packed(book) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def made(fill, *, is_1904: bool = False) -> bytes:
    """A workbook with one sheet, filled by a function."""
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900
    book.active.append(HEADINGS)
    fill(book.active)
    return packed(book)


def first(content: bytes) -> Table:
    return book_of("a.xlsx", content).tables[0]


def people(sheet, count: int) -> None:
    for row in range(1, count + 1):
        sheet.append([f"Naam {row}", f"n{row}@example.org"])


def replaced(repack, content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    def change(name: str, data: bytes) -> bytes:
        assert part not in name or old in data
        return data.replace(old, new) if part in name else data

    return repack(content, change, {})


def test_hidden_rows_are_read_and_counted():
    def fill(sheet):
        people(sheet, 3)
        sheet.row_dimensions[3].hidden = True

    table = first(made(fill))
    assert (len(table.rows), table.hidden_rows) == (3, (3,))
    assert [finding.severity for finding in table.findings] == ["notice"]


def test_a_row_with_text_that_is_struck_through_is_read_and_asked_about():
    def fill(sheet):
        people(sheet, 3)
        sheet["A3"].font = STRUCK
        sheet["C4"].font = STRUCK

    table = first(made(fill))
    assert (len(table.rows), table.struck_rows) == (3, (3,))
    assert table.findings[0].message.values["rows"] == ["3"]


def test_a_merged_cell_counts_for_all_its_rows_and_no_other():
    def fill(sheet):
        people(sheet, 5)
        sheet["C3"] = "HR"
        sheet.merge_cells("C3:C5")

    assert [cells[2] for _, cells in first(made(fill)).rows] == [None, "HR", "HR", "HR", None]


def test_a_cell_that_is_merged_over_columns_fills_no_other_answer():
    def fill(sheet):
        people(sheet, 1)
        sheet.append(["Noor", "n@example.org"])
        sheet.append(["Sem"])
        sheet.merge_cells("B3:C4")

    assert first(made(fill)).rows[1:] == (
        (3, ("Noor", "n@example.org", None)),
        (4, ("Sem", "n@example.org", None)),
    )


@pytest.mark.parametrize("area", ["A1:XFD1048576", "A2:XFD1048576", "B2:B9999999", "nonsense", ""])
def test_a_merge_over_the_whole_sheet_changes_no_answer(small, repack, area):
    merge = f'</sheetData><mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>'.encode()
    content = replaced(repack, small, "sheet1", b"</sheetData>", merge * 1)
    assert first(content).rows == ((2, ("Noor Bakker", "noor@example.org")),)


def test_a_merge_over_part_of_another_is_left_alone(small, repack):
    rows = b"".join(b'<row r="%d"><c r="B%d"><v>7</v></c></row>' % (row, row) for row in range(3, 7))
    merges = b'</sheetData><mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="A3:A6"/></mergeCells>'
    content = replaced(repack, small, "sheet1", b"</sheetData>", rows + merges)
    assert [cells[0] for _, cells in first(content).rows] == [*["Noor Bakker"] * 3, None, None]


def test_a_heading_merged_down_over_answers_fills_none_of_them(small, repack):
    rows = b"".join(b'<row r="%d"><c r="B%d"><v>7</v></c></row>' % (row, row) for row in range(3, 7))
    merges = b'</sheetData><mergeCells><mergeCell ref="A1:A6"/></mergeCells>'
    content = replaced(repack, small, "sheet1", b"</sheetData>", rows + merges)
    assert [cells[0] for _, cells in first(content).rows] == ["Noor Bakker", *[None] * 4]


def test_thousands_of_merges_over_each_other_take_no_time(small, repack):
    merges = b"<mergeCells>" + b'<mergeCell ref="A2:XFD1048576"/>' * 50_000 + b"</mergeCells>"
    content = replaced(repack, small, "sheet1", b"</sheetData>", b"</sheetData>" + merges)
    assert len(first(content).rows) == 1


def test_a_false_size_is_said_and_changes_nothing(small, repack):
    content = replaced(repack, small, "sheet1", b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    book = book_of("a.xlsx", content)
    assert (book.code, book.tables[0].headers, len(book.tables[0].rows)) == (
        "SPARSE_SHEET",
        ("Naam", "E-mail"),
        1,
    )


@pytest.mark.parametrize("place", ["XFD2", "A1048576", "A5000"])
def test_a_stray_cell_far_away_is_not_read_and_is_said(small, repack, place):
    row = place.lstrip("AXFD")
    stray = f'<row r="{row}"><c r="{place}"><v>1</v></c></row></sheetData>'.encode()
    book = book_of("a.xlsx", replaced(repack, small, "sheet1", b"</sheetData>", stray))
    assert (book.code, len(book.tables[0].headers), len(book.tables[0].rows)) == ("SPARSE_SHEET", 2, 1)


def test_a_formula_gives_its_result(repack):
    formula = b'<c r="C2" t="str"><f>"H"&amp;"R"</f><v>HR</v></c>'
    content = replaced(repack, made(lambda sheet: people(sheet, 1)), "sheet1", END, formula + END)
    table = first(content)
    assert (table.rows[0][1][2], table.flaws) == ("HR", ())


def test_a_formula_without_its_result_is_a_flaw_of_that_cell(small, repack):
    formula = b'<c r="A2"><f>UPPER(B2)</f><v></v></c><c r="B2"'
    content = replaced(repack, small, "sheet1", b'<c r="B2"', formula)
    content = replaced(repack, content, "sheet1", b'<c r="A2" t="s"><v>2</v></c>', b"")
    table = first(content)
    assert [(flaw.row, flaw.column, flaw.value) for flaw in table.flaws] == [(2, 0, "=UPPER(B2)")]
    assert table.rows[0][1] == ("=UPPER(B2)", "noor@example.org")


def test_a_formula_with_an_empty_result_is_an_empty_cell(small, repack):
    formula = (
        b'<row r="3"><c r="A3" t="str"><f>""</f><v></v></c><c r="B3" t="str"><v>x@example.org</v></c></row>'
    )
    table = first(replaced(repack, small, "sheet1", b"</sheetData>", formula + b"</sheetData>"))
    assert (table.rows[1][1], table.flaws) == ((None, "x@example.org"), ())


def test_an_error_of_excel_is_a_flaw_of_that_cell(repack):
    error = b'<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    content = replaced(repack, made(lambda sheet: people(sheet, 1)), "sheet1", END, error + END)
    assert [(flaw.row, flaw.column, flaw.value) for flaw in first(content).flaws] == [(2, 2, "#DIV/0!")]


@pytest.mark.parametrize("cell", ['<c r="XFD2" t="e"><v>#N/A</v></c>', '<c r="C2" t="e"><v>\u200b</v></c>'])
def test_an_error_in_a_cell_that_is_not_read_is_no_flaw(small, repack, cell):
    table = first(replaced(repack, small, "sheet1", END, cell.encode() + END))
    assert (table.flaws, len(table.headers)) == ((), 2)


def test_far_too_much_text_is_a_flaw_and_is_cut():
    table = first(made(lambda sheet: sheet.append(["A" * 32_000, "n@example.org"])))
    assert [(flaw.row, flaw.column) for flaw in table.flaws] == [(2, 0)]
    assert len(str(table.rows[0][1][0])) < 100


@pytest.mark.parametrize("is_1904", [False, True])
def test_dates_are_the_same_days_in_both_ways_of_counting(is_1904):
    def fill(sheet):
        people(sheet, 1)
        sheet["C2"] = datetime(2026, 9, 14)  # noqa: DTZ001 - Excel knows no zones
        sheet["C2"].number_format = "dd-mm-yyyy"

    table = first(made(fill, is_1904=is_1904))
    assert (table.rows[0][1][2], table.is_1904) == (datetime(2026, 9, 14), is_1904)  # noqa: DTZ001


def test_a_date_that_no_calendar_has_is_a_flaw():
    def fill(sheet):
        people(sheet, 1)
        sheet["C2"] = 99_999_999
        sheet["C2"].number_format = "d-m-yyyy"

    assert [flaw.column for flaw in first(made(fill)).flaws] == [2]


@pytest.mark.parametrize(
    ("code", "shows"),
    [
        ("dd-mm-yyyy", "d"),
        ("[$-413]d mmm yyyy;@", "d"),
        ("mmm", "d"),
        ("h:mm", "h"),
        ("mm:ss", "h"),
        ("[h]:mm", "[h]"),
        ("General", ""),
        ("0.00", ""),
        ('0 "dagen"', ""),
        ("[Red]0", ""),
        ("#,##0\\ \\d", ""),
        ("@", ""),
        (14, "d"),
        (22, "d"),
        (20, "h"),
        (46, "[h]"),
        (0, ""),
        (49, ""),
    ],
)
def test_a_number_format_tells_whether_it_shows_a_moment(code, shows):
    assert date_format(code) == shows


@pytest.mark.parametrize(
    ("said", "shows", "value"),
    [
        ("46279.378472222219", "d", datetime(2026, 9, 14, 9, 5)),  # noqa: DTZ001
        ("1", "d", datetime(1900, 1, 1)),  # noqa: DTZ001
        ("61", "d", datetime(1900, 3, 1)),  # noqa: DTZ001
        ("0.25", "h", time(6)),
        ("1.5", "[h]", timedelta(hours=36)),
        ("7.5", "", 7.5),
        ("3", "", 3),
        ("1e99", "d", None),
    ],
)
def test_day_numbers_count_as_in_excel(said, shows, value):
    assert moment(said, shows, is_1904=False) == value


def test_hidden_sheets_are_given_and_not_chosen():
    book = Workbook()
    book.remove(book.active)
    for title, state in (("Oud", "hidden"), ("Lijsten", "veryHidden"), ("Nu", "visible")):
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        sheet.append(HEADINGS if title == "Nu" else [*HEADINGS, "Talen"])
        people(sheet, 1)
    book.active = 2
    content = packed(book)
    tables = book_of("a.xlsx", content).tables
    assert [(table.sheet, table.state) for table in tables] == [
        ("Oud", "hidden"),
        ("Lijsten", "veryHidden"),
        ("Nu", "visible"),
    ]
    assert read_table("a.xlsx", content).sheet == "Nu"


def test_written_out_characters_are_put_back(small, repack):
    text = b'<row r="3"><c r="A3" t="inlineStr"><is><t>Noor_x005F_x0041_</t></is></c></row></sheetData>'
    assert first(replaced(repack, small, "sheet1", b"</sheetData>", text)).rows[1][1][0] == "Noor_x0041_"


def test_pieces_of_text_are_joined_without_the_reading_aids(small, repack):
    pieces = b"<si><r><t>Noor </t></r><r><t>Bakker</t></r><rPh><t>nu-ru</t></rPh></si>"
    content = replaced(repack, small, "sharedStrings", b"<si><t>Noor Bakker</t></si>", pieces)
    assert first(content).rows[0][1][0] == "Noor Bakker"


def test_a_text_in_hundreds_of_fonts_is_whole(small, repack):
    pieces = b"<si>" + b"<r><t>ab</t></r>" * 500 + b"</si>"
    content = replaced(repack, small, "sharedStrings", b"<si><t>Noor Bakker</t></si>", pieces)
    assert first(content).rows[0][1][0] == "ab" * 500


def test_rows_and_cells_without_a_place_stand_one_after_another(small, repack):
    def bare(name: str, data: bytes) -> bytes:
        if "sheet1" not in name:
            return data
        for old in (b' r="1"', b' r="2"', b' r="A1"', b' r="B1"', b' r="A2"', b' r="B2"'):
            data = data.replace(old, b"")
        return data

    assert first(repack(small, bare, {})).rows == ((2, ("Noor Bakker", "noor@example.org")),)


@pytest.mark.parametrize("place", ["\u0663\u0663\u06632", "$A2", "A2:B2", "-2"])
def test_a_cell_in_no_possible_place_is_damage(small, repack, place):
    content = replaced(repack, small, "sheet1", b'r="B2"', f'r="{place}"'.encode())
    with pytest.raises(FileRefused) as refused:
        read_workbook(content)
    assert refused.value.code == "DAMAGED"


def test_names_with_a_prefix_are_the_same_names(small, repack):
    def prefixed(name: str, data: bytes) -> bytes:
        if "sheet1" not in name:
            return data
        return (
            data.replace(b"</", b"</x:")
            .replace(b"<", b"<x:")
            .replace(b"<x:/x:", b"</x:")
            .replace(b"<x:?xml", b"<?xml")
            .replace(b"xmlns=", b"xmlns:x=")
        )

    assert len(first(repack(small, prefixed, {})).rows) == 1


def test_parts_that_hold_no_answers_may_be_anything(small, repack):
    content = repack(
        small, lambda name, data: b"broken" if "theme" in name or "docProps" in name else data, {}
    )
    assert len(first(content).rows) == 1


def test_more_cells_than_any_programme_has_are_refused(small, repack):
    cells = b"<row>" + b"<c><v>1</v></c>" * 400 + b"</row>"
    content = replaced(repack, small, "sheet1", b"</sheetData>", cells * 2_100 + b"</sheetData>")
    content = repack(content, lambda _, data: data, {"xl/media/noise.bin": os.urandom(100_000)})
    with pytest.raises(FileRefused) as refused:
        read_workbook(content)
    assert refused.value.code == "TOO_LARGE"


def test_a_long_text_that_thousands_of_cells_share_is_refused(small, repack):
    content = replaced(repack, small, "sharedStrings", b"Noor Bakker", b"A" * 32_000)
    cells = b"<row>" + b'<c t="s"><v>2</v></c>' * 100 + b"</row>"
    content = replaced(repack, content, "sheet1", b"</sheetData>", cells * 100 + b"</sheetData>")
    content = replaced(repack, content, "sheet1", b"</sheetData>", cells * 100 + b"</sheetData>")
    with pytest.raises(FileRefused) as refused:
        read_workbook(content)
    assert refused.value.code == "TOO_LARGE"


def test_what_stands_in_a_damaged_workbook_is_in_no_traceback(small, repack):
    content = replaced(repack, small, "sheet1", b'<c r="A2" t="s"><v>2</v>', b'<c r="A2"><v>Geheim</v>')
    with pytest.raises(FileRefused) as refused:
        read_workbook(content)
    assert refused.value.code == "DAMAGED"
    assert "Geheim" not in "".join(traceback.format_exception(refused.value))


@pytest.mark.parametrize(("left", "is_refused"), [(2, False), (1, True)])
def test_a_package_may_hold_as_many_elements_as_are_left_and_no_more(left: int, is_refused: bool):
    walker = Walker()
    walker.left = left
    with pytest.raises(FileRefused) if is_refused else nullcontext():
        walker.walk(io.BytesIO(b"<a><b/></a>"), Listener())
