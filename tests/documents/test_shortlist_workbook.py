"""The shortlist as a workbook: every talk on both sheets, only answers to fill in, no formulas."""

import io
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from mentorkit.frames import Snapshot
from mentorkit.matching.insight.shortlist import shortlist_of
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.pairing.preferences import KIND_LABELS
from mentorkit.workbook.shortlist_workbook import KEYS, shortlist_workbook
from tests.documents.test_plan_workbook import HOSTILE
from tests.matching.small import mentee, mentor, plan, said, snapshot
from tests.workflows.cases import sample_plan

HEADS = {
    "en": ["Mentee", "Mentor", "Why", "Answer", *KEYS],
    "nl": ["Mentee", "Mentor", "Waarom", "Antwoord", *KEYS],
}
TITLES = {
    "en": ["What mentees say", "What mentors say"],
    "nl": ["Wat mentees zeggen", "Wat mentoren zeggen"],
}


def opened(programme: Snapshot, language: Language = "en", k: int = 2) -> openpyxl.Workbook:
    proposal = plan(programme)
    made = shortlist_of(proposal, k)
    content = shortlist_workbook(programme, proposal, made, speaker(language))
    return openpyxl.load_workbook(io.BytesIO(content))


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.values)[1:]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return request.param


@pytest.fixture
def small() -> Snapshot:
    return snapshot(
        mentee("m1", full_name="Bea", city="Gent"),
        mentee("m2", full_name="Ann"),
        mentor("p1", full_name="Lou", city="Gent", prefers=["Bea"]),
        mentor("p2", full_name="Kim"),
    )


def test_both_sides_have_a_sheet_in_her_language(small: Snapshot, language: Language):
    book = opened(small, language)
    assert book.sheetnames == TITLES[language]
    assert [[cell.value for cell in sheet[1]] for sheet in book.worksheets] == [HEADS[language]] * 2


def test_every_talk_has_a_row_on_both_sheets_in_the_order_of_names(small: Snapshot):
    mentees, mentors = opened(small).worksheets
    assert [row[0] for row in rows(mentees)] == ["Ann", "Ann", "Bea", "Bea"]
    assert [row[1] for row in rows(mentors)] == ["Kim", "Kim", "Lou", "Lou"]
    pairs = {("m1", "p1"), ("m1", "p2"), ("m2", "p1"), ("m2", "p2")}
    for sheet, side in ((mentees, "mentee"), (mentors, "mentor")):
        assert {row[4:6] for row in rows(sheet)} == pairs
        assert {row[6] for row in rows(sheet)} == {side}


def test_only_the_answer_can_be_filled_in_and_from_a_list(small: Snapshot, language: Language):
    for sheet in opened(small, language).worksheets:
        assert sheet.protection.sheet
        unlocked = {
            cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
        }
        assert unlocked == {"D2", "D3", "D4", "D5"}
        assert all(sheet[place].value is None for place in unlocked)
        (choice,) = sheet.data_validations.dataValidation
        assert str(choice.sqref) == "D2:D5"
        labels = ",".join(speaker(language)(label) for label in KIND_LABELS.values())
        assert choice.formula1 == f'"{labels}"'
        assert len(labels) <= 255  # more makes Excel repair the file


def test_ids_are_hidden(small: Snapshot):
    for sheet in opened(small).worksheets:
        assert [letter for letter, column in sheet.column_dimensions.items() if column.hidden] == [*"EFG"]


def test_the_reason_names_what_speaks_for_them_and_nothing_told_in_confidence():
    programme = snapshot(
        mentee("ann", languages=["nl"], availability=["monday"], channels=["video"]),
        mentor("kim", languages=["nl"], availability=["monday"], channels=["video"], prefers=["ann"]),
        mentor("lou", prefers=["ann"]),
    )
    for sheet in opened(programme).worksheets:
        told = {row[1]: row[2] for row in rows(sheet)}
        assert told["kim"].startswith("kim suits ann through: ")
        assert told["lou"] == "A talk will show how lou suits ann."
        assert not any("Preferences" in why for why in told.values())


@pytest.mark.parametrize("kind", ["prefer", "neutral"])
def test_what_was_said_before_is_not_in_it(kind):
    words = [said("mentor", "ann", "kim", kind)]
    programme = snapshot(mentee("ann"), mentor("kim"), preferences=words)
    assert [row[2:4] for row in rows(opened(programme).worksheets[0])] == [
        ("A talk will show how kim suits ann.", None)
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_text_whatever_it_looks_like(text: str):
    programme = snapshot(mentee("ann", full_name=text), mentor("kim", full_name=f"{text}2"))
    for sheet in opened(programme).worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert cell.data_type == "s"
            assert cell.hyperlink is None
        assert unescape(sheet["A2"].value) == text


def test_the_sample_fits_on_a4_with_its_headings_in_sight(language: Language):
    for sheet in opened(sample_plan(language).snapshot, language, k=3).worksheets:
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_without_anybody_the_workbook_has_its_headings(language: Language):
    book = opened(snapshot(), language)
    assert [[cell.value for cell in sheet[1]] for sheet in book.worksheets] == [HEADS[language]] * 2
    assert [rows(sheet) for sheet in book.worksheets] == [[], []]
