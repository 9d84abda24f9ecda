"""The words of a programme in what it writes, and in what comes back from it."""

import io
import re
import zipfile
from datetime import UTC, datetime
from random import Random

import openpyxl
import pytest

from mentorkit.documents.agreement import agreement
from mentorkit.documents.calendar import Diaries, calendars
from mentorkit.documents.closing_pack import closing_pack, self_checks
from mentorkit.documents.expectations import expectation_form, expectation_sheet
from mentorkit.documents.introductions import letters, merge_workbook
from mentorkit.documents.kick_off import kick_off
from mentorkit.documents.plan_of_development import career_paths, development_plans
from mentorkit.documents.plan_workbook import plan_workbook
from mentorkit.documents.programme_papers import announcement, programme_manual
from mentorkit.documents.pulses import pulse_sheets, pulse_workbook
from mentorkit.documents.recognition import recognition, thank_you_list
from mentorkit.documents.stand_in import stand_in_pages
from mentorkit.documents.talk_log import log_form, log_workbook
from mentorkit.documents.texts import FIELDS, TEXTS, field_name
from mentorkit.documents.yes_or_no import yes_or_no_form
from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.frames import applied
from mentorkit.intake.words.headings import headings
from mentorkit.model import SIDES, Pair, Programme, Pulse, Response
from mentorkit.model.rhythm import Rhythm
from mentorkit.progress.ahead import absence
from mentorkit.progress.known import known_pairs
from mentorkit.progress.pursued import goals_of
from mentorkit.questions.library import library
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.names import Names
from mentorkit.views.start.two import pairs_at_start
from mentorkit.workbook.question_workbook import form_text, question_workbook
from mentorkit.workbook.write import programme_workbook
from mentorkit.workflows.evaluation.answered import evaluation_of
from mentorkit.workflows.evaluation.asking import ask_wave
from mentorkit.workflows.evaluation.sending import asked_people, wave_sheets, wave_workbook
from mentorkit.workflows.evaluation.to_the_board import board_document, board_page
from tests.documents.test_calendar import NOW
from tests.documents.test_closing_papers import LATER
from tests.documents.test_programme_papers import lines
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.views.test_terms import LEFT, OWN, speaking
from tests.workflows.pursued import pursuing
from tests.workflows.started import TODAY, started

CODES = re.compile(r"@mentorkit|//mentorkit//|ment(ee|or)12")
"""What stands in a file for programs and not for people, and the codes of the test."""

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


def papers(language) -> dict[str, bytes | str]:
    """Everything that is printed or filled in along the way of a pair, by what it is."""
    now, speak = pursuing(), speaking(language)
    now = now.with_table(
        Rhythm, [Rhythm(id="r", pair_id="ann-bo", starts_on=TODAY, ends_on=LATER, interval_days=28)]
    )
    twos = pairs_at_start(now)
    by_id = {two.pair.id: two for two in twos}
    told = {"pair_id": "ann-bo", "asked_on": TODAY, "occasion": "month"}
    asked = [Pulse(id=side, side=side, code=f"{side}12"[:8], **told) for side in SIDES]
    found = goals_of(now, now.rows(Pair))
    answering = applied(now, ask_wave(now, "closing", Random(3), TODAY))  # noqa: S311 -- made-up people
    waiting = asked_people(answering, answering.rows(Response))
    away = absence(now, known_pairs(now, LATER), LATER, 6, 12)
    people = snapshot(mentee("Ann", goals=["a"]), mentee("Cas"), mentor("Kim", topics=["a"]))
    return {
        "stand-in": stand_in_pages(away, by_id, now.programme.name, speak),
        "report": board_document(now, evaluation_of(now, LATER), LATER, speak),
        "report, as a page": visible(board_page(now, evaluation_of(now, LATER), LATER, speak)),
        "questionnaires": wave_workbook(waiting, questionnaires()[CORE], speak),
        "questionnaires, printed": wave_sheets(waiting, questionnaires()[CORE], speak),
        "proposal": plan_workbook(people, plan(people), speak),
        "manual": programme_manual(now, speak),
        "announcement": announcement(now, speak),
        "expectations": expectation_form(speak),
        "expectations, printed": expectation_sheet(speak),
        "yes or no": yes_or_no_form(speak),
        "plans": development_plans(now.programme, twos, found, speak),
        "career paths": career_paths(twos, found, speak),
        "calendars": calendars(Diaries(now, NOW, speak), twos, lambda *_: None),
        "talks": log_workbook([(two, [TODAY]) for two in twos], speak),
        "talks, as a form": log_form(speak),
        "pulses": pulse_workbook(asked, by_id, speak),
        "pulses, printed": pulse_sheets(asked, by_id, speak),
        "self-checks": self_checks(list(twos), speak),
        "closing": closing_pack(now, twos[0], LATER, speak),
        "recognition": recognition(now, LATER, speak),
        "thanks": thank_you_list(now, LATER, speak),
    }


def visible(page: bytes | str) -> str:
    """A page without its styles and tags."""
    text = page.decode() if isinstance(page, bytes) else page
    return re.sub(r"<style.*?</style>|<[^>]*>", "\n", text, flags=re.DOTALL)


def pieces(content: bytes | str) -> list[str]:
    """What can be read in a document, a workbook or a text, or in every file of a zip, with its name."""
    if isinstance(content, str) or not content.startswith(b"PK"):
        return (content if isinstance(content, str) else content.decode().replace("\r\n ", "")).splitlines()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        if "[Content_Types].xml" not in names:
            return [*names, *(piece for name in names for piece in pieces(packed.read(name)))]
    return lines(content) if "word/document.xml" in names else texts(content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_of_the_programme_has_them(language):
    found = {name: pieces(content) for name, content in papers(language).items()}
    assert all(any(map(str.strip, said)) for said in found.values())
    left = {name: [one for one in said if LEFT.search(CODES.sub("", one))] for name, said in found.items()}
    assert {name: said for name, said in left.items() if said} == {}
