"""The words that two people's texts share, on their card."""

import pytest

from mentorkit.text import Language, speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.card import card
from mentorkit.views.pairing.matched import matched_row
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.workflows.cases import only

ROW = 'colspan="5"'
GOAL, BIOGRAPHY = "Presenteren in Zwolle & feedback geven", "Public speaking, zwolle, FEEDBACK GEVEN"


def row_of(goal: str, biography: str, language: Language, hidden: frozenset[str] = frozenset()) -> str:
    pool = plan(snapshot(mentee("ann", goal_text=goal), mentor("kim", biography=biography))).pool.candidates
    return str(matched_row(pool, (0, 0), speaker(language), Names({}, hidden)))


@pytest.mark.parametrize("hidden", ["ann", "kim"])
def test_of_people_without_a_name_only_topics_are_quoted(hidden: str):
    said = row_of(GOAL, BIOGRAPHY, "en", frozenset({hidden}))
    assert "presenting" in said
    assert "zwolle" not in said


def test_words_stand_on_the_card_below_both_texts_and_only_when_they_count():
    people = snapshot(mentee("ann", goal_text=GOAL), mentor("kim", biography=BIOGRAPHY))
    who, read = Names.of(people), speaker("en")
    assert ROW not in card(plan(people), 0, 0, read, who)
    shown = card(plan(people, **only(text_fit=10, proximity=10)), 0, 0, read, who)
    assert shown.index("Presenteren in Zwolle &amp; feedback geven") < shown.index(ROW)
    assert shown.index("Public speaking, zwolle") < shown.index(ROW)


def test_own_words_are_hidden_with_the_names():
    people = snapshot(mentee("ann", goal_text=GOAL), mentor("kim", biography=BIOGRAPHY))
    who = Names({}, frozenset({"ann", "kim"}))
    assert "wolle" not in card(plan(people, **only(text_fit=10)), 0, 0, speaker("en"), who)
