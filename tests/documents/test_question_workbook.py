"""The empty workbook explains itself and offers its choices; the text for a form leaves nothing to set."""

import io
from itertools import product

import openpyxl
import pytest

from mentorkit.questions.library import library, questions_for
from mentorkit.text import speaker
from mentorkit.views.intake.questions import KINDS, MEANINGS, PRIVATE
from mentorkit.workbook.question_workbook import form_text, question_workbook

CASES = list(product(("nl", "en"), ("mentor", "mentee")))
PLACES = {"mentor": 1, "mentee": 2}


def opened(language, role=None):
    return openpyxl.load_workbook(io.BytesIO(question_workbook(library(), speaker(language), role)))


def columns(language, role):
    """Every question of a role with its letter."""
    sheet = opened(language).worksheets[PLACES[role]]
    return sheet, list(zip((cell.column_letter for cell in sheet[1]), questions_for(role), strict=True))


def rules(sheet):
    return {
        str(rule.sqref).rstrip("0123456789").split(":")[1]: rule
        for rule in sheet.data_validations.dataValidation
    }


@pytest.mark.parametrize(("language", "role"), CASES)
def test_the_sheet_of_a_role_asks_its_questions_in_order(language, role):
    sheet, asked = columns(language, role)
    assert [cell.value for cell in sheet[1]] == [question.wording[language] for _, question in asked]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_first_sheet_says_what_each_use_means_and_what_stays_private(language):
    told = {cell for row in opened(language).worksheets[0].iter_rows(values_only=True) for cell in row}
    assert {speaker(language)(one) for one in (*MEANINGS.values(), PRIVATE)} <= told


@pytest.mark.parametrize(("language", "role"), CASES)
def test_the_note_at_a_heading_tells_what_the_answer_is_for(language, role):
    sheet, asked = columns(language, role)
    for letter, question in asked:
        note = sheet[f"{letter}1"].comment.text
        assert speaker(language)(MEANINGS[question.purpose]) in note
        assert (speaker(language)(PRIVATE) in note) == question.is_private


@pytest.mark.parametrize(("language", "role"), CASES)
def test_a_drop_down_offers_the_options_of_the_question(language, role):
    sheet, asked = columns(language, role)
    lists, found = sheet.parent["_lists"], rules(sheet)
    for letter, question in asked:
        if question.options:
            place = found[letter].formula1.split("!")[1].replace("$", "")
            offered = [str(cell.value) for (cell,) in lists[place]]
            assert offered == [option[language] for option in question.options.values()]
    assert lists.sheet_state == "veryHidden"


@pytest.mark.parametrize(("language", "several"), [("nl", "zet er ; tussen"), ("en", "put ; between them")])
def test_only_a_question_with_several_answers_takes_other_text_and_says_how(language, several):
    sheet, asked = columns(language, "mentor")
    found = rules(sheet)
    for letter, question in asked:
        is_several = question.kind == "choices"
        assert (several in sheet[f"{letter}1"].comment.text) == is_several
        if letter in found:
            assert bool(found[letter].showErrorMessage) != is_several
            assert (several in (found[letter].prompt or "")) == is_several
            assert len(found[letter].prompt or "") <= 255  # more makes Excel repair the file


def test_a_date_is_a_date_and_a_number_a_number():
    sheet, asked = columns("nl", "mentor")
    found = rules(sheet)
    letters = {question.key: letter for letter, question in asked}
    assert (found[letters["start"]].type, found[letters["hours"]].type) == ("date", "decimal")
    assert sheet.column_dimensions[letters["start"]].number_format == "yyyy-mm-dd"


def test_a_workbook_of_one_role_has_no_sheet_of_the_other():
    assert opened("en", "mentee").sheetnames == ["Read first", "Mentees", "_lists"]


@pytest.mark.parametrize(("language", "role"), CASES)
def test_every_question_of_the_text_has_its_number_its_kind_and_its_options(language, role):
    parts = form_text(library(), role, speaker(language)).split("\n\n")
    questions = [part.splitlines() for part in parts if part.strip()[:1].isdigit()]
    wanted = [
        [
            f"{number}. {question.wording[language]}",
            f"[{speaker(language)(KINDS[question.kind])}]",
            *(option[language] for option in question.options.values()),
        ]
        for number, question in enumerate(questions_for(role), 1)
    ]
    assert questions == wanted


@pytest.mark.parametrize(("language", "role"), CASES)
def test_what_only_the_coordinator_reads_stands_together_at_the_end_and_says_so(language, role):
    private = [question.is_private for question in questions_for(role)]
    assert private == sorted(private)
    before, after = form_text(library(), role, speaker(language)).split(
        speaker(language)("Only the coordinator reads these answers. They do not count when pairs are made.")
    )
    for question in questions_for(role):
        assert (question.wording[language] in after) == question.is_private
        assert (question.wording[language] in before) != question.is_private
