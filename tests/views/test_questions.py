"""The table of the library tells of every question what becomes of its answer."""

import pytest

from mentorkit.matching import CRITERIA
from mentorkit.questions.library import library, questions_for
from mentorkit.questions.readiness import ACTIONS
from mentorkit.text import say, speaker
from mentorkit.views.intake.questions import (
    PURPOSES,
    leads_to,
    question_table,
    readiness_table,
    readiness_text,
)

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize("role", ["mentor", "mentee"])
def test_a_role_has_one_line_for_each_question_by_what_it_is_for(role):
    page = str(question_table(library(), role, ACTIONS, speaker("en")))
    lines = page.split("<tr>")[2:]
    assert len(lines) == len(questions_for(role))
    order = [
        next(str(PURPOSES[use].id) for use in PURPOSES if f"<td>{PURPOSES[use].id}</td>" in line)
        for line in lines
    ]
    assert order == sorted(order, key=[message.id for message in PURPOSES.values()].index)


def test_private_questions_are_marked_and_only_those():
    page = str(question_table(library(), "mentee", ACTIONS, speaker("en")))
    assert page.count("<td>Only the coordinator</td>") == sum(q.is_private for q in questions_for("mentee"))


def test_an_answer_that_a_criterion_reads_says_which():
    read = {field for one in CRITERIA for field in (*one.mentee_answers, *one.mentor_answers)}
    for question in library():
        told = leads_to(question, ACTIONS)
        assert ("{criteria}" in told.id) == (question.field in read)
        assert told.values.get("action") == ACTIONS.get(question.action)


def test_people_stand_in_the_order_of_the_alphabet_and_only_with_something_to_do():
    found = [("zoë", [say("A")]), ("Bo", []), ("Ann", [say("B"), say("A")])]
    page = str(readiness_table(found, speaker("en")))
    assert page.endswith(
        "<tbody><tr><td>Ann</td><td>B<br>A</td></tr><tr><td>zoë</td><td>A</td></tr></tbody></table>"
    )
    assert readiness_text(found, speaker("en")) == "Ann: B A\nzoë: A\n"


def test_a_name_is_text_whatever_it_looks_like():
    assert "<img" not in readiness_table([(HOSTILE, [say("A")])], speaker("en"))
