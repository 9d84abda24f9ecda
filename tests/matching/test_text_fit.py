"""Own words: likeness of texts, and the words that made it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.matching.candidates import Candidates
from mentorkit.matching.criteria.text_fit import CRITERION
from mentorkit.matching.insight.matched_words import MOST, Match, matched_words
from mentorkit.matching.similar_words import ngrams
from mentorkit.text.topics import spoken
from tests.matching.small import mentee, mentor, snapshot

PLAIN = ("tuin", "tuinman", "bos", "retail", "é", "ik", "wil", "的")
"""Words of no topic."""

WORDS = (*PLAIN, "presenteren", "Presentatie", "public speaking", "AI")
TEXTS = st.none() | st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=5).map(" ".join)
SIDES = st.lists(TEXTS, min_size=1, max_size=5)
PLAIN_TEXTS = st.lists(st.sampled_from(PLAIN), max_size=5).map(" ".join)
PLAIN_SIDES = st.lists(PLAIN_TEXTS, min_size=1, max_size=5)


def pool_of(goals: list[str | None], biographies: list[str | None]) -> Candidates:
    """Mentees and mentors with these texts, in this order."""
    return Candidates.of(
        snapshot(
            *(mentee(f"mentee{place}", goal_text=text) for place, text in enumerate(goals)),
            *(mentor(f"mentor{place}", biography=text) for place, text in enumerate(biographies)),
        )
    )


def values(goals: list[str | None], biographies: list[str | None]) -> np.ndarray:
    return CRITERION.compute(pool_of(goals, biographies))


def match(goal: str, biography: str) -> tuple[Match, ...]:
    return matched_words(pool_of([goal], [biography]), 0, 0)


def quoted(goal: str, biography: str) -> list[tuple[str, str, str | None]]:
    return [(one.wanted, one.offered, one.topic and one.topic.key) for one in match(goal, biography)]


@settings(max_examples=100)
@given(SIDES, SIDES)
def test_values_lie_between_0_and_1_and_are_missing_per_person(goals: list[str], biographies: list[str]):
    found = values(goals, biographies)
    assert ((found >= 0) & (found <= 1) | np.isnan(found)).all()
    silent = np.isnan(found)
    assert (silent == silent.all(axis=1, keepdims=True) | silent.all(axis=0, keepdims=True)).all()
    assert all(silent[row].all() for row, text in enumerate(goals) if not text)
    assert all(silent[:, column].all() for column, text in enumerate(biographies) if not text)


@settings(max_examples=100)
@given(SIDES, SIDES, st.randoms())
def test_the_order_of_the_people_changes_nothing(goals: list[str], biographies: list[str], random):
    rows, columns = list(range(len(goals))), list(range(len(biographies)))
    random.shuffle(rows)
    random.shuffle(columns)
    mixed = values([goals[row] for row in rows], [biographies[column] for column in columns])
    expected = values(goals, biographies)[np.ix_(rows, columns)]
    assert np.array_equal(mixed, expected, equal_nan=True)


@settings(max_examples=100)
@given(SIDES)
def test_the_same_text_on_both_sides_is_a_perfect_fit(texts: list[str]):
    same = np.diag(values(texts, texts))
    assert (np.isnan(same) | (np.abs(same - 1) < 1e-9)).all()


@settings(max_examples=100)
@given(PLAIN_SIDES, PLAIN_SIDES)
def test_without_topics_likeness_is_the_same_both_ways(goals: list[str], biographies: list[str]):
    assert np.allclose(values(goals, biographies), values(biographies, goals).T, equal_nan=True)


def test_dutch_meets_english_through_the_glossary_and_beats_texts_about_something_else():
    (found,) = values(
        ["Ik wil beter leren presenteren voor grote groepen"],
        [
            "I help people with public speaking and stage fright",
            "Ik weet veel van boekhouden en begrotingen",
            "Ik sta graag in de moestuin",
        ],
    )
    assert found[0] >= 0.5
    assert (found[0] - found[1:] > 0.4).all()


def test_forms_of_a_word_are_alike_and_other_words_are_not():
    (found,) = values(["tuinieren"], ["tuinier", "bos"])
    assert found[0] > 0.5
    assert found[1] == 0


def test_ai_is_not_in_retail():
    (found,) = values(["Iets met AI"], ["Werkte in retail", "Alles van AI"])
    assert found[0] == 0
    assert found[1] > 0.5
    assert quoted("Iets met AI", "Werkte in retail") == []
    assert set(ngrams("ai")) & set(ngrams("retail")) == set()


def test_a_word_that_everybody_writes_counts_less_than_one_that_two_people_share():
    (found,) = values(["kaart zomer"], ["kaart bocht", "steel zomer", "kaart vlieg", "kaart dwing"])
    assert found[1] > found[0] > 0


def test_a_repeated_word_counts_once():
    assert values(["tuin bos"], ["tuin zee"]) == values(["tuin tuin tuin bos"], ["tuin zee zee"])


@pytest.mark.parametrize(
    ("goal", "biography", "expected"),
    [
        ("Presenteren!", "Public Speaking", [("Presenteren", "Public Speaking", "presenting")]),
        ("Moestuinen", "de moestuin", [("Moestuinen", "moestuin", None)]),
        ("tuin", "bos", []),
        ("Ik wil", "ik wil", []),
        ("onderwerp", "onderzoeker", []),
        (
            "tuin, presenteren, encyclopedie",
            "encyclopedie over tuin en presentaties",
            [
                ("presenteren", "presentaties", "presenting"),
                ("encyclopedie", "encyclopedie", None),
                ("tuin", "tuin", None),
            ],
        ),
        ("wandeling wandelingen", "wandelingen", [("wandelingen", "wandelingen", None)]),
    ],
)
def test_matched_words_are_quoted_topics_first_then_the_strongest(
    goal: str, biography: str, expected: object
):
    assert quoted(goal, biography) == expected


def test_at_most_six_matches_are_quoted():
    text = "appel peer banaan kersen pruim druif meloen ananas"
    assert len(match(text, text)) == MOST


@settings(max_examples=100)
@given(SIDES, SIDES)
def test_only_what_people_wrote_is_quoted(goals: list[str | None], biographies: list[str | None]):
    pool = pool_of(goals, biographies)
    for one in matched_words(pool, 0, 0):
        for words, text in ((one.wanted, goals[0]), (one.offered, biographies[0])):
            assert set(words.split()) <= {written for _, written in spoken(text or "")}


def test_a_topic_does_not_run_on_from_one_answer_into_the_next():
    pool = Candidates.of(
        snapshot(mentee(goals=["Project", "Management"]), mentor(biography="Project management"))
    )
    assert all(one.topic is None for one in matched_words(pool, 0, 0))
