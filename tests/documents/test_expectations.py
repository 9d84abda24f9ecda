"""The questions before a first talk: a form that comes back whole, and what is wrong in it is named."""

import csv
import io

import docx
import pytest

from mentorkit.documents.expectations import expectation_form, expectation_sheet, read_expectations
from mentorkit.model import Pair
from mentorkit.questions.library import expectations
from mentorkit.text import LANGUAGES, speaker
from tests.workflows.started import TODAY, pair, started

PROGRAMME = started()
EN = speaker("en")
ANSWERED = {"rhythm": "weekly", "duration": "long"}


def export(language, *rows, who="Email", **headings):
    """A CSV as a form gives it: one row for each (who, choices, private)."""
    speak, target = speaker(language), io.StringIO()
    writer = csv.writer(target)
    asked = expectations()
    writer.writerow(["ID", who, *(headings.get(one.key, speak.wording(one.wording)) for one in asked)])
    for number, (person, choices, private) in enumerate(rows, 1):
        said = [
            private
            if one.is_private
            else speak.wording(one.options[choices[one.key]])
            if one.key in choices
            else ""
            for one in asked
        ]
        writer.writerow([number, person, *said])
    return target.getvalue().encode()


def read(content, programme=PROGRAMME):
    return read_expectations(programme, "answers.csv", content, TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_come_back_as_they_were_given_on_the_side_of_who_gave_them(language):
    content = export(
        language, ("ann@example.org", ANSWERED, "Home"), ("BO@example.org", {"way": "phone"}, "")
    )
    found = read(content)
    assert found.findings == ()
    told = {(one.pair_id, one.side): (one.choices, one.off_limits, one.answered_on) for one in found.answers}
    assert told == {
        ("ann-bo", "mentee"): (ANSWERED, "Home", TODAY),
        ("ann-bo", "mentor"): ({"way": "phone"}, "", TODAY),
    }


def test_every_option_of_every_question_comes_back_in_both_languages():
    for language in LANGUAGES:
        for question in expectations():
            for option in question.options:
                (one,) = read(export(language, ("ann@example.org", {question.key: option}, ""))).answers
                assert one.choices == {question.key: option}


def test_who_is_in_two_pairs_answers_for_both_and_the_last_answer_counts():
    programme = PROGRAMME.with_table(Pair, [pair("ann", "bo"), pair("cas", "bo")])
    twice = (("bo@example.org", {"way": "phone"}, ""), ("bo@example.org", ANSWERED, ""))
    found = read(export("en", *twice), programme)
    assert {(one.pair_id, one.side) for one in found.answers} == {("ann-bo", "mentor"), ("cas-bo", "mentor")}
    assert all(one.choices == ANSWERED for one in found.answers)


def test_somebody_is_known_by_name_where_there_is_no_address():
    (one,) = read(export("nl", ("Dee Smit", ANSWERED, ""), who="Naam")).answers
    assert (one.pair_id, one.side) == ("cas-dee", "mentor")


def test_answers_of_nobody_in_particular_are_told_of_and_not_just_gone():
    """A file without a column for a name or an address gave no answer and no word about it."""
    found = read(export("en", ("ann@example.org", ANSWERED, ""), who="Colour"))
    assert found.answers == ()
    assert [EN(one.message) for one in found.findings] == [
        "No column tells who gave these answers. Add one with the name or the e-mail address."
    ]


def test_what_cannot_be_read_is_named_with_its_row_and_the_rest_is_kept():
    content = export("en", ("nobody@example.org", ANSWERED, ""), ("ann@example.org", ANSWERED, ""))
    content = content.replace(b"As long as possible\r\n", b"").replace(b"Every week", b"Now and then")
    found = read(content)
    assert [(one.row, one.column, one.value, one.severity) for one in found.findings] == [
        (2, "Email", "nobody@example.org", "error"),
        (3, "How often do you want to talk?", "Now and then", "warning"),
    ]
    assert [one.choices for one in found.answers] == [{"duration": "long"}]


def test_a_file_without_the_questions_is_told_so():
    (finding,) = read(b"Name,Email\r\nAnn,ann@example.org\r\n").findings
    assert "None of the questions is in this file" in EN(finding.message)


def test_an_ended_pair_gets_no_answers():
    ended = PROGRAMME.with_table(Pair, [pair("ann", "bo", ended_on=TODAY, has_failed=True)])
    found = read(export("en", ("ann@example.org", ANSWERED, "")), ended)
    assert (found.answers, len(found.findings)) == ((), 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_asks_who_answers_and_all_eight_with_their_options(language):
    speak = speaker(language)
    text = expectation_form(speak)
    for question in expectations():
        assert speak.wording(question.wording) in text
        assert all(speak.wording(option) in text for option in question.options.values())
    assert "9. " in text
    paper = "\n".join(one.text for one in docx.Document(io.BytesIO(expectation_sheet(speak))).paragraphs)
    assert paper.count("☐") == sum(len(one.options) for one in expectations())


def test_words_of_the_programme_come_back_too():
    own = started(terms={"nl.mentor": "meter", "nl.mentee": "nieuwkomer"})
    speak = speaker("nl").of(own.programme.terms)
    (initiative,) = (one for one in expectations() if one.key == "initiative")
    said = speak.wording(initiative.options["mentee"])
    assert "nieuwkomer" in said
    content = export("nl", ("ann@example.org", {"initiative": "mentee"}, "")).replace(
        b"De mentee", said.encode()
    )
    (one,) = read(content, own).answers
    assert one.choices == {"initiative": "mentee"}
