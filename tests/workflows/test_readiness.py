"""What the answers about readiness ask for: per person, in words, the same in any order."""

import csv
import io
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.questions.library import questions_for
from mentorkit.questions.readiness import ACTIONS
from mentorkit.text import speaker
from mentorkit.views.intake.questions import readiness_table
from mentorkit.workflows.intake.edits import Edits, RowAt
from mentorkit.workflows.intake.readiness import first_steps
from mentorkit.workflows.intake.review import review
from tests.intake.tables import book_of
from tests.matching.small import snapshot

NAMES = [f"{first} {last}" for first, last in product(("Noor", "Bo", "Ann"), ("Vos", "Smit", "Kok"))]
ASKED = [question for question in questions_for("mentee") if question.action]
HEADS = ["Naam", "E-mail", "Leerdoelen", *(question.wording["nl"] for question in ASKED)]
ANSWERS = st.lists(
    st.sampled_from(["Ja", "Een beetje", "Nog niet", "", "weet ik niet"]),
    min_size=len(ASKED),
    max_size=len(ASKED),
)
PEOPLE = st.dictionaries(st.sampled_from(NAMES), ANSWERS, min_size=1)


def form(people, file="mentees.csv"):
    """A file with these people, in this order: names with their answers."""
    text = io.StringIO(newline="")
    rows = [[name, f"{name.replace(' ', '.').lower()}@example.org", "Recht", *said] for name, said in people]
    csv.writer(text).writerows([HEADS, *rows])
    return book_of(file, text.getvalue().encode())


def reviewed(people, edits=None):
    """An import of these people."""
    return review(snapshot(), [form(people)], edits)


def all_said(answer):
    return [answer] * len(ASKED)


@settings(max_examples=15, deadline=None)
@given(PEOPLE, st.randoms())
def test_shuffling_people_only_shuffles_what_comes_first_and_nothing_counts(people, random):
    shuffled = list(people.items())
    random.shuffle(shuffled)
    before, after = first_steps(reviewed(people.items())), first_steps(reviewed(shuffled))
    assert dict(before) == dict(after)
    assert [name for name, _ in after] == [name for name, _ in shuffled if name in dict(before)]
    page = readiness_table(before, speaker("nl"))
    assert page == readiness_table(after, speaker("nl"))
    assert not any(sign.isdigit() for sign in page)


@settings(max_examples=15, deadline=None)
@given(PEOPLE)
def test_what_comes_first_for_somebody_depends_on_her_own_answers_only(people):
    together = dict(first_steps(reviewed(people.items())))
    alone = [step for one in people.items() for step in first_steps(reviewed([one]))]
    assert together == dict(alone)


def test_only_not_yet_asks_for_something():
    people = [("Noor Vos", all_said("Nog niet")), ("Bo Kok", all_said("Ja")), ("Ann Smit", all_said(""))]
    wanted = {question.action for question in ASKED}
    [(name, actions)] = first_steps(reviewed(people))
    assert (name, actions) == ("Noor Vos", tuple(said for key, said in ACTIONS.items() if key in wanted))


def test_a_row_that_is_skipped_or_sent_in_again_asks_for_nothing():
    people = [
        ("Noor Vos", all_said("Nog niet")),
        ("Bo Kok", all_said("Nog niet")),
        ("Bo Kok", all_said("Ja")),
    ]
    edits = Edits().skip([RowAt("mentees.csv", "", 2)])
    assert first_steps(reviewed(people, edits)) == ()


def test_of_two_files_only_the_answers_of_the_later_one_count():
    first, later = ([("Noor Vos", all_said(answer))] for answer in ("Nog niet", ""))
    books = [form(first, "mentees 1.csv"), form(later, "mentees 2.csv")]
    assert first_steps(review(snapshot(), books)) == ()


def test_another_form_asks_for_nothing():
    book = book_of("x.csv", b"Naam,E-mail,Leerdoelen\nNoor Vos,n@example.org,Recht\n")
    assert first_steps(review(snapshot(), [book])) == ()
