"""The question library: a form made from it maps by itself, and no answer ranks people."""

import csv
import io
from datetime import date
from itertools import product

import openpyxl
import pytest

from mentorkit.intake.understand.columns import map_columns
from mentorkit.questions.library import library, questions_for
from mentorkit.questions.readiness import ACTIONS, first_actions
from mentorkit.text import Message, speaker
from mentorkit.text.compare import folded
from mentorkit.workbook.question_workbook import question_workbook
from tests.intake.tables import book_of, intake_of
from tests.sources import ROOT

CASES = list(product(("nl", "en"), ("mentor", "mentee")))
ADDED = {
    "nl": ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"],
    "en": ["ID", "Start time", "Completion time", "Email", "Name"],
}


def fields_of(table, role):
    return {table.headers[column]: field for column, field in map_columns(table, role).fields.items()}


def wanted(role, language):
    return {q.wording[language]: q.field for q in questions_for(role) if q.field}


def answer(question, language):
    if question.options:
        return next(iter(question.options.values()))[language]
    return {"email": "noor@example.org", "full_name": "Noor Vos", "start": "2026-10-01"}.get(
        question.key, "3"
    )


@pytest.mark.parametrize(("language", "role"), CASES)
def test_every_matching_question_of_a_filled_template_has_its_field(book, language, role):
    asked = questions_for(role)
    rows = [[q.wording[language] for q in asked], [answer(q, language) for q in asked]]
    table = book_of("x.xlsx", book(("Form", rows))).tables[0]
    assert fields_of(table, role).items() >= wanted(role, language).items()


@pytest.mark.parametrize(("language", "role"), CASES)
def test_every_matching_question_of_an_anonymous_microsoft_form_has_its_field(book, language, role):
    asked = questions_for(role)
    sender = [1, "2026-01-01 10:00", "2026-01-01 10:05", "anonymous", None]
    rows = [
        [*ADDED[language], *(q.wording[language] for q in asked)],
        [*sender, *(answer(q, language) for q in asked)],
    ]
    table = book_of("x.xlsx", book(("Sheet1", rows))).tables[0]
    assert fields_of(table, role).items() >= wanted(role, language).items()


@pytest.mark.parametrize(("language", "role"), CASES)
def test_every_matching_question_of_a_google_form_has_its_field(csv_file, language, role):
    asked = questions_for(role)
    rows = [
        ["Timestamp", *(q.wording[language] for q in asked)],
        ["2026/01/01 10:00:00 AM GMT+1", *(answer(q, language) for q in asked)],
    ]
    table = book_of("x.csv", csv_file(rows, ",")).tables[0]
    assert fields_of(table, role).items() >= wanted(role, language).items()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_matching_question_is_known_with_its_number_before_it(csv_file, language):
    asked = [question for question in questions_for("mentee") if question.field]
    heads = [f"{number}. {question.wording[language]}" for number, question in enumerate(asked, 1)]
    table = book_of("x.csv", csv_file([heads, [answer(one, language) for one in asked]])).tables[0]
    assert list(fields_of(table, "mentee").values()) == [question.field for question in asked]


def test_every_option_differs_from_the_others_and_splits_nowhere():
    for question, language in product(library(), ("nl", "en")):
        texts = [option[language] for option in question.options.values()]
        assert len(set(map(folded, texts))) == len(texts)
        assert not any(sign in text for text in texts for sign in ";,\n|")


def test_every_question_to_choose_from_has_options_and_no_other_has():
    chosen = {"choice", "choices", "scale", "yes_no"}
    assert {q.key for q in library() if q.options} == {q.key for q in library() if q.kind in chosen}


def test_what_the_table_of_requirements_places_here_is_asked_here():
    with (ROOT / "tests" / "requirements.csv").open(encoding="utf-8", newline="") as file:
        placed = {row["id"] for row in csv.DictReader(file) if "mentorkit.questions.library:" in row["where"]}
    assert placed
    assert placed <= {id for question in library() for id in question.requirements}


def test_a_question_counts_for_the_matching_only_with_a_field_and_never_when_private():
    for question in library():
        assert (question.purpose == "matching") == (question.field is not None)
        assert not (question.is_private and question.field)
        assert question.action is None or (question.action in ACTIONS and question.is_private)


def test_an_answer_leads_to_actions_in_words_and_to_no_number():
    answers = {question.key: "not_yet" for question in library()}
    found = first_actions(answers)
    assert found == tuple(ACTIONS.values())
    assert all(isinstance(one, Message) and not one.values and not one.count for one in found)
    assert first_actions({}) == first_actions(dict.fromkeys(answers, "yes")) == ()


@pytest.mark.parametrize(("language", "role"), CASES)
def test_a_filled_in_workbook_is_taken_in_without_any_mapping(language, role):
    filled = openpyxl.load_workbook(io.BytesIO(question_workbook(library(), speaker(language))))
    sheet = filled.worksheets[1 + ("mentor", "mentee").index(role)]
    for column, question in enumerate(questions_for(role), start=1):
        sheet.cell(2, column, answer(question, language))
    target = io.BytesIO()
    filled.save(target)
    intake = intake_of("form.xlsx", target.getvalue(), role)
    [person], [application] = intake.people, intake.applications
    assert (person.full_name, person.email) == ("Noor Vos", "noor@example.org")
    assert (application.feedback_style, application.hours_per_month) == (1, 3)
    assert (application.learning_style, application.channels) == ("doing", ("in_person",))
    assert (application.available_from, application.has_consented) == (date(2026, 10, 1), True)
    assert person.languages == ("nl",)
    assert len(application.topics or application.goals) == 1
