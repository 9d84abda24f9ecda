"""The card of a pair, and what is quoted on it."""

import re

import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA
from mentorkit.model.fields import ANSWERS
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.names import Names
from mentorkit.views.pairing.card import card
from mentorkit.views.quotes import COLUMNS, quoted_answers
from tests.matching.small import blind, earlier, mentee, mentor, plan, snapshot
from tests.workflows.cases import sample_plan, spoken

CHOICES = {key: label for answer in ANSWERS.values() for key, label in answer.choices.items()}

CELL = re.compile(r'<td class="mk-number">([\d,.]+) (?:of|van) ([\d,.]+)</td>')
TITLE = re.compile(r"<h3>.*: (\d+) (?:of 100 points|van de 100 punten)</h3>")


def card_of(programme: Snapshot, language: Language = "en", **weights: float) -> str:
    """The card of the first mentee with the first mentor."""
    return card(plan(programme, **weights), 0, 0, speaker(language), Names.of(programme))


def number(text: str) -> float:
    return float(text.replace(",", "."))


@pytest.mark.parametrize("language", LANGUAGES)
def test_points_on_the_card_add_up_to_the_score_in_its_title(language: Language):
    """To a rounding of a twentieth per line; what could be reached adds up to 100."""
    result = sample_plan(language)
    proposal, who = result.proposal, Names.of(result.snapshot)
    for row in proposal.placed.tolist():
        shown = card(proposal, row, int(proposal.mentor_of[row]), speaker(language), who)
        parts = [(number(points), number(most)) for points, most in CELL.findall(shown)]
        slack = 0.051 * len(parts)
        title = int(TITLE.search(shown)[1])
        assert abs(sum(points for points, _ in parts) - title) <= 0.5 + slack
        assert abs(sum(most for _, most in parts) - 100) <= slack
        assert title == round(float(proposal.score[row, proposal.mentor_of[row]]) * 100)


def test_also_a_pair_that_was_not_proposed_has_a_card():
    shown = card_of(
        snapshot(mentee("ann", full_name="Ann Vos"), mentor("kim", full_name="Kim Boer", capacity=0))
    )
    assert (TITLE.search(shown)[1], CELL.findall(shown)) == ("0", [])


def test_a_criterion_without_weight_is_not_on_the_card():
    programme = snapshot(mentee("ann", city="Gent"), mentor("kim", city="Gent"))
    assert "Gent" not in card_of(programme)
    assert "Gent" in card_of(programme, proximity=10)


def test_a_blind_card_tells_everything_but_who_they_are():
    people = (
        mentee("ann", full_name="Ann Vos", city="Gent", prefers=["Kim Boer"], goals=["Planning"]),
        mentor("kim", full_name="Kim Boer", city="Gent", topics=["Planning"]),
    )
    weights = {"proximity": 10.0, "preferences": 10.0}
    shown = card_of(blind(snapshot(*people)), **weights)
    assert not any(word in shown for word in ("Ann Vos", "Kim Boer", "Gent"))
    assert "Mentee 1" in shown
    assert "Planning" in shown
    decided = card_of(blind(snapshot(*people, pairs=[earlier("ann", "kim")])), **weights)
    assert all(word in decided for word in ("Ann Vos", "Kim Boer", "Gent"))


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda one: one.key)
def test_every_answer_a_criterion_reads_can_be_quoted(criterion):
    for column in (*criterion.mentee_answers, *criterion.mentor_answers):
        assert column in COLUMNS


@pytest.mark.parametrize("column", COLUMNS)
def test_every_answer_has_a_name_in_both_languages(column: str):
    english, dutch = speaker("en")(COLUMNS[column]), speaker("nl")(COLUMNS[column])
    assert english
    assert dutch
    assert quoted_answers({column: "x"}, (column,), speaker("en")) == f"{english}: x"


@pytest.mark.parametrize("column", ["goals", "topics", "interests", "values", "city"])
@pytest.mark.parametrize("word", CHOICES)
def test_her_own_words_are_never_taken_for_a_choice(column: str, word: str):
    """Somebody whose hobby is `reading` does not like to read instructions."""
    value = word if column == "city" else [word]
    assert quoted_answers({column: value}, (column,), speaker("nl")).endswith(f": {word}")


@pytest.mark.parametrize("choice", CHOICES)
def test_every_choice_has_its_words(choice: str):
    spoken(CHOICES[choice])


@pytest.mark.parametrize("person", [{}, {"city": None}, {"city": None, "interests": []}])
def test_no_answer_is_a_dash(person: dict[str, object]):
    assert quoted_answers(person, ("city", "interests"), speaker("en")) == "–"


def test_goals_that_are_covered_in_other_words_are_shown_beside_those_words():
    programme = snapshot(
        mentee("ann", goals=["Spreken in het openbaar", "Coaching", "<b>Wijk</b>"]),
        mentor("kim", topics=["coaching", "Presenting", "Onderhandelen"]),
    )
    beside, shown = "” / “", card_of(programme, goal_coverage=10)
    assert shown.count(beside) == shown.count("“Spreken in het openbaar” / “Presenting”") == 1
    assert beside not in card_of(programme, goal_coverage=0)
    as_written = snapshot(mentee(goals=["AI"]), mentor(topics=["ai"]))
    assert beside not in card_of(as_written, goal_coverage=10)
    assert "<b>" not in shown
