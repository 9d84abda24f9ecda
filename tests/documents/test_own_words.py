"""The words of a programme in what it writes, and in what comes back from it."""

import io
from datetime import UTC, datetime

import openpyxl
import pytest

from mentorkit.documents.agreement import agreement
from mentorkit.documents.introductions import letters, merge_workbook
from mentorkit.documents.kick_off import kick_off
from mentorkit.documents.texts import FIELDS, TEXTS, field_name
from mentorkit.intake.words.headings import headings
from mentorkit.model import Programme
from mentorkit.questions.library import library
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.names import Names
from mentorkit.views.start.two import pairs_at_start
from mentorkit.workbook.question_workbook import form_text, question_workbook
from mentorkit.workbook.write import programme_workbook
from tests.documents.test_programme_papers import lines
from tests.matching.small import mentee, mentor, snapshot
from tests.views.test_terms import LEFT, OWN, speaking
from tests.workflows.started import started

TERMS = {"nl.mentor": "peter/meter", "nl.mentors": "peters/meters", "nl.mentee": "nieuwkomer"}


def texts(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    said = (text for cell in cells for text in (cell.value, cell.comment and cell.comment.text))
    return [*book.sheetnames, *(text for text in said if isinstance(text, str))]


def test_a_form_has_them_in_its_sheets_its_questions_and_its_notes():
    for language in OWN:
        speak = speaking(language)
        said = texts(question_workbook(library(), speak))
        said += form_text(library(), "mentor", speak).splitlines()
        assert [text for text in said if LEFT.search(text)] == []


def test_a_question_of_ours_is_known_whatever_a_programme_calls_a_mentor():
    for language in OWN:
        for question in library():
            if question.field:
                (role, *_) = question.roles
                known = [
                    headings().field_of(one.wording(question.wording), role)
                    for one in (speaking(language), speaker(language))
                ]
                assert known == [known[1]] * 2


def test_the_workbook_of_a_programme_has_them_above_its_columns():
    people = snapshot(mentee("ann"), mentor("kim"))
    content = programme_workbook(people, speaking("nl"), datetime(2026, 9, 1, tzinfo=UTC))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert {"Peters-meters", "Nieuwkomers"} <= set(book.sheetnames)
    shown = [cell.value for sheet in book if sheet.sheet_state == "visible" for cell in sheet[2]]
    assert [text for text in shown if LEFT.search(str(text)) and text not in {"id", "revision"}] == []


def test_who_is_called_by_a_number_is_called_by_the_word_of_the_programme():
    people = snapshot(mentee("ann"), mentor("kim"))
    programme = people.programme.model_copy(update={"is_blind": True, "terms": TERMS})
    people = people.with_table(Programme, [programme])
    assert [Names.of(people)[one] for one in ("ann", "kim")] == ["Nieuwkomer 1", "Peter/meter 1"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_pair_is_given_has_them(language):
    now, speak = started(), speaking(language)
    two = pairs_at_start(now)[0]
    said = [*lines(agreement(now.programme, two, speak)), *lines(kick_off(now.programme, two, speak))]
    for key in TEXTS:
        made = letters(now, [two], key, speak)
        said += [text for letter in made for text in (letter.text.subject, *letter.text.body.splitlines())]
        fields = {field_name(field, language) for field in FIELDS}  # what a merge in Word calls them
        said += [text for text in texts(merge_workbook(made, speak)) if text not in fields]
    assert [text for text in said if LEFT.search(text)] == []
