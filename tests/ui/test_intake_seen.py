"""What we see in the files: whose sign-ups each sheet holds, and in which row its headings stand."""

import html
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import get_args

import pytest

from mentorkit.intake.tables.book import read_file
from mentorkit.text import speaker
from mentorkit.ui.frame.desk import Desk
from mentorkit.ui.intake import seen as ui
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.ui.intake.fix import cell_fields
from mentorkit.views.intake.sheets import HOLDS
from mentorkit.workflows.intake.edits import CellAt, Edits, FormKind, SheetAt
from mentorkit.workflows.intake.review import Review, review
from mentorkit.workflows.intake.review_cells import Cells
from mentorkit.workflows.set_up import new_programme
from tests.intake.conftest import workbook
from tests.intake.tables import book_of
from tests.ui.hands import choose, press, set_to
from tests.ui.pages import nothing, page_of
from tests.workflows.imports import BO, EMPTY, NOOR, form, taken

AT = SheetAt("mentors.csv", "")


@pytest.fixture
def draft() -> Draft:
    return Draft(nothing, nothing)


def shown(found: Review, draft: Draft) -> str:
    page, place = page_of(), Place("seen", found)
    fields = ui.sheet_fields(page, place, draft)
    again = ui.again_button(page, place, draft)
    return html.unescape(ui.sheet_panel(page, fields, again, found).text)


def test_a_sheet_is_read_as_other_peoples_after_a_look_again(draft: Draft):
    place = Place("seen", review(EMPTY, [form(NOOR)]))
    ((kind, _),) = ui.sheet_fields(page_of(), place, draft)
    choose(kind, "sign-ups of mentees")
    assert draft.edits == Edits()
    press(ui.again_button(page_of(), place, draft))
    assert draft.edits.kinds == {AT: "mentee"}
    assert review(EMPTY, [form(NOOR)], draft.edits).sheets[0].kind == "mentee"


def test_a_sheet_without_headings_says_that_there_are_none(draft: Draft):
    rows = [["Noor Bakker", "noor@example.org", "Mentor"], ["Bo Smit", "bo@example.org", "Mentee"]]
    found = review(EMPTY, [book_of("a.xlsx", workbook(("", rows)))])
    ((_, header),) = ui.sheet_fields(page_of(), Place("seen", found), draft)
    assert header.value == ""
    assert "none: the first row was read as a person" in shown(found, draft)


def test_the_headings_can_stand_in_another_row(draft: Draft):
    ((_, header),) = ui.sheet_fields(page_of(), Place("seen", review(EMPTY, [form(NOOR, BO)])), draft)
    set_to(header, "2")
    draft.check()
    assert draft.edits.headers == {AT: 2}


@pytest.mark.parametrize("row", ["1"])
def test_headings_where_they_stood_are_no_edit(draft: Draft, row: str):
    ((_, header),) = ui.sheet_fields(page_of(), Place("seen", review(EMPTY, [form(NOOR, BO)])), draft)
    set_to(header, row)
    draft.check()
    assert draft.edits == Edits()


def test_a_form_without_answers_keeps_its_headings(draft: Draft):
    found = review(EMPTY, [form(NOOR)], Edits().header(AT, 2))
    ((_, header),) = ui.sheet_fields(page_of(), Place("seen", found), draft)
    assert header.value == str(found.sheets[0].table.header_row)


def test_of_a_sheet_the_page_tells_its_form_its_headings_and_its_first_rows(draft: Draft):
    text = shown(review(EMPTY, [form(NOOR, BO)]), draft)
    assert "mentors.csv" in text
    assert "Full name · E-mail address · City" in text
    assert "The first rows of mentors.csv" in text
    assert "noor@example.org" in text
    assert "Look again" in text


def test_more_headings_than_fit_are_counted(draft: Draft):
    more = NOOR | {"Remarks": "", "Shoe size": ""}
    assert "· +2" in shown(review(EMPTY, [form(more)]), draft)


def test_a_form_that_was_taken_in_before_says_so(draft: Draft):
    book = form(NOOR)
    assert "imported before" not in shown(review(EMPTY, [book]), draft)
    assert "imported before" in shown(review(taken(EMPTY, book), [book]), draft)


def test_a_form_that_is_known_is_told_with_its_language(draft: Draft):
    known = form({"Tijdstempel": "14-9-2026 10:00:00", **NOOR})
    (sheet,) = review(EMPTY, [known]).sheets
    assert sheet.columns.layout is not None
    assert f"{sheet.columns.layout.name}, Dutch" in shown(review(EMPTY, [known]), draft)


def test_a_sheet_that_is_not_read_is_listed_without_its_rows(draft: Draft):
    content = workbook(("Mentors", [list(NOOR), list(NOOR.values())]), ("Notes", [["Remark"], ["Call Bo"]]))
    text = shown(review(EMPTY, [book_of("both.xlsx", content)]), draft)
    assert "both.xlsx · Notes" in text
    assert "The first rows of both.xlsx · Mentors" in text
    assert "The first rows of both.xlsx · Notes" not in text


def test_on_other_screens_no_sheets_are_asked_about(draft: Draft):
    found = review(EMPTY, [form(NOOR)])
    assert ui.sheet_fields(page_of(), Place("file", found), draft) == ()
    assert ui.again_button(page_of(), Place("file", found), draft) is None
    assert ui.sheet_panel(page_of(), (), None, found) is None
    assert ui.sheet_fields(page_of(), Place("seen", None), draft) == ()


@pytest.mark.parametrize("typed", ["1,5", "0", "99", "two", ""])
def test_what_is_no_row_of_the_sheet_is_told_at_its_field_and_changes_nothing(
    draft: Draft, tmp_path: Path, typed: str
):
    """In a browser in English 1,5 became row 15 without a word."""
    new_programme(tmp_path / "p.mentorkit", "P", "en", "coordinator")
    page, turns = page_of(Desk(tmp_path / "p.mentorkit")), []
    page = replace(page, refresh=turns.append).at("seen")
    ((_, header),) = ui.sheet_fields(page, Place("seen", review(EMPTY, [form(NOOR, BO)])), draft)
    set_to(header, typed)
    draft.check()
    told = page.desk.told
    assert (draft.edits, told.place, told.field, turns) == (Edits(), "seen", "heading-0", [False])
    assert f"‘{typed}’ is not a whole number from 1 to 3" in speaker("en")(told.message)


def test_every_kind_of_sheet_has_a_name_so_that_a_list_with_a_role_in_each_row_can_be_seen():
    """A list of mentors and mentees together was met by an error in place of the page."""
    assert set(HOLDS) == {*get_args(FormKind), "none"}
    both = form(NOOR | {"Role": "mentor"}, BO | {"Role": "mentee"}, name="people.csv")
    found = review(EMPTY, [both])
    assert [sheet.kind for sheet in found.sheets] == ["rows"]
    assert "told by a column" in shown(found, Draft(nothing, nothing))


def test_the_first_rows_show_numbers_and_days_in_the_way_of_the_reader():
    book = read_file(
        "m.xlsx", workbook(("S", [["E-mail", "Jaren", "Start"], ["a@b.nl", 7.5, datetime(2026, 9, 14)]]))
    )
    found = review(EMPTY, [book])
    fields = ui.sheet_fields(page_of(language="nl"), Place("seen", found), Draft(nothing, nothing))
    text = html.unescape(ui.sheet_panel(page_of(language="nl"), fields, None, found).text)
    assert "<td>7,5</td><td>14 september 2026</td>" in text


def test_a_number_in_a_cell_has_the_decimal_comma_of_the_reader_and_takes_it(draft: Draft):
    """It stood there as 7.5, and somebody who types 8,5 beside it wonders which is right."""
    book = read_file("m.xlsx", workbook(("S", [["E-mail", "Werkervaring in jaren"], ["a@b.nl", 7.5]])))
    found, at = review(EMPTY, [book]), CellAt("m.xlsx", "S", 2, "Werkervaring in jaren")
    (field,) = cell_fields(page_of(language="nl"), at, Cells(found), draft)
    assert field.value == "7,5"
    assert cell_fields(page_of(), at, Cells(found), draft)[0].value == "7.5"
    set_to(field, "7,5")
    draft.check()
    assert draft.edits == Edits()
    set_to(field, "8,5")
    draft.check()
    (person,) = [row.record.answers for row in review(EMPTY, [book], draft.edits).readings[0].rows]
    assert person["years_experience"] == 8.5
