"""The repair list in words: the exact question, a mail per person, and no one else's name in it."""

from urllib.parse import parse_qs, urlsplit

import pytest

from mentorkit.matching import CRITERIA, RULES
from mentorkit.matching.criteria.criterion import JUDGED_BY
from mentorkit.matching.insight.missing_answers import MissingAnswer, missing_answers
from mentorkit.model.fields import ASKED
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.mail import LONGEST_LINK, Mail, draft
from mentorkit.views.names import Names
from mentorkit.views.pairing.missing_answers import (
    mails,
    missing_answers_table,
    question,
    worth_asking,
)
from tests.matching.small import mentee, mentor, plan, snapshot

EN = speaker("en")
HOSTILE = "<img src=x onerror=alert(1)>"
PROGRAMME = snapshot(
    mentee("ann", full_name="Ann Smit", first_name="Ann", email="ann@example.org"),
    mentee("bea", full_name="Bea Tops", goals=("law",), languages=("nl",), availability=("mon",)),
    mentor("kim", topics=("law",), languages=("nl",), availability=("mon",), capacity=2),
)


def repair(**details: object) -> MissingAnswer:
    usual = {"pairs": 3, "fall": 0.1, "rise": 0.2, "partners": 0, "at_risk": 0, "gain": 0.124}
    usual |= {"can_change_plan": True, "is_asked": True}
    return MissingAnswer(**{"person": "ann", "sides": ("mentee",), "answer": "goals", **usual, **details})


def test_every_answer_that_can_be_missing_has_a_question():
    read = {name for rule in RULES for name in rule.answers}
    read |= {name for one in CRITERIA for part in one.answers for name in part}
    assert {JUDGED_BY.get(one, one) for one in read} - {"prefers"} == set(ASKED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_greets_one_person_and_asks_all_her_questions_once(language: Language):
    read, who = speaker(language), Names.of(PROGRAMME)
    found = worth_asking(missing_answers(plan(PROGRAMME)))
    (mail,) = mails(found, PROGRAMME, who, read)
    assert mail.to == "ann@example.org"
    assert {one.person for one in found} == {"ann"}
    for place, one in enumerate(sorted(found, key=found.index), 1):
        assert f"{place}. {read(question(one))}" in mail.body
    assert "Bea" not in mail.body
    assert draft([mail], read).count(mail.body) == 1
    assert "{" not in draft([mail], read)


def test_a_link_opens_the_whole_mail_and_a_long_one_is_no_link():
    mail = Mail("a&b@example.org", "Ann", "A & B?", "Hello\n\n1. what?")
    parts = urlsplit(mail.link)
    assert (parts.scheme, parts.path) == ("mailto", "a%26b@example.org")
    assert parse_qs(parts.query) == {"subject": ["A & B?"], "body": ["Hello\r\n\r\n1. what?"]}
    assert Mail("a@example.org", "Ann", "Q", "x" * LONGEST_LINK).link is None
    assert Mail("", "Ann", "Q", "x").link is None


def test_an_address_cannot_add_receivers_or_lines_to_a_mail():
    link = Mail("a@example.org?bcc=b@example.org\r\n", "Ann", "Q", "x").link
    assert "bcc=" not in link
    assert "\n" not in link


def test_a_name_stays_text_in_the_table():
    programme = snapshot(mentee("ann", full_name=HOSTILE), mentor("kim"))
    page = missing_answers_table([repair()], Names.of(programme), EN)
    assert "<img" not in page
    assert "&lt;img" in page
