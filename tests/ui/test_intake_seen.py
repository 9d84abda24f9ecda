"""What we see in the files: whose sign-ups each sheet holds, and in which row its headings stand."""

import html

import pytest

from mentorkit.intake.tables.book import read_file
from mentorkit.ui.intake import seen as ui
from mentorkit.ui.intake.draft import Draft, Place
from mentorkit.workflows.intake.edits import Edits, SheetAt
from mentorkit.workflows.intake.review import Review, review
from tests.intake.conftest import workbook
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


def test_the_headings_can_stand_in_another_row(draft: Draft):
    ((_, header),) = ui.sheet_fields(page_of(), Place("seen", review(EMPTY, [form(NOOR, BO)])), draft)
    set_to(header, 2)
    draft.check()
    assert draft.edits.headers == {AT: 2}


@pytest.mark.parametrize("row", [1, None])
def test_headings_where_they_stood_are_no_edit(draft: Draft, row: int | None):
    ((_, header),) = ui.sheet_fields(page_of(), Place("seen", review(EMPTY, [form(NOOR, BO)])), draft)
    set_to(header, row)
    draft.check()
    assert draft.edits == Edits()


def test_a_form_without_answers_keeps_its_headings(draft: Draft):
    found = review(EMPTY, [form(NOOR)], Edits().header(AT, 2))
    ((_, header),) = ui.sheet_fields(page_of(), Place("seen", found), draft)
    assert header.value == found.sheets[0].table.header_row


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
    text = shown(review(EMPTY, [read_file("both.xlsx", content, is_ours=True)]), draft)
    assert "both.xlsx · Notes" in text
    assert "The first rows of both.xlsx · Mentors" in text
    assert "The first rows of both.xlsx · Notes" not in text


def test_on_other_screens_no_sheets_are_asked_about(draft: Draft):
    found = review(EMPTY, [form(NOOR)])
    assert ui.sheet_fields(page_of(), Place("file", found), draft) == ()
    assert ui.again_button(page_of(), Place("file", found), draft) is None
    assert ui.sheet_panel(page_of(), (), None, found) is None
    assert ui.sheet_fields(page_of(), Place("seen", None), draft) == ()
