"""What the sheets we write have in common: any text comes back as it was, and nothing is left on the disk."""

import io
import tempfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentorkit.reading.xlsx.workbook import read_workbook
from mentorkit.writing import sheets

LOOKS_ESCAPED = st.text(st.sampled_from("_x0041\x01\r"), min_size=1)


def written(text: str, note: str | None = None) -> bytes:
    book = sheets.new_book()
    sheet = book.create_sheet("Sheet")
    sheet.append([sheets.cell_of(sheet, text, None, note)])
    return sheets.saved(book)


@given(st.text(min_size=1) | LOOKS_ESCAPED)
@example("_x0041_x0042_")
@example("_x0041\x01")
@example("\ud800\uffff")
@example("_x0041_" * 4_681)
@example("=1+1")
@example("#N/A")
def test_any_text_comes_back_as_it_was(text: str):
    (sheet,) = read_workbook(written(text)).sheets
    assert (sheet.rows, sheet.flaws) == ([(1, [text])], [])


def test_text_is_cut_where_a_cell_of_excel_is_full():
    (sheet,) = read_workbook(written("x" * 40_000)).sheets
    assert sheet.rows == [(1, ["x" * 32_767])]


def test_a_note_may_hold_what_xml_cannot():
    sheet = openpyxl.load_workbook(io.BytesIO(written("Ann", "a\x01b")))["Sheet"]
    assert sheet["A1"].comment.text == "a_x0001_b"


def test_no_part_of_a_workbook_is_put_in_a_file_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    assert read_workbook(written("Ann")).sheets[0].rows == [(1, ["Ann"])]
