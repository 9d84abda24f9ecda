"""The glossary: every topic once, in every language, found as whole words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.text import LANGUAGES
from mentorkit.text.topics import spoken, stop_words, topics, topics_in

ALL = topics().values()
PHRASES = [(topic.key, phrase) for topic in ALL for said in topic.phrases.values() for phrase in said]


def compared(phrase: str) -> str:
    return " ".join(word for word, _ in spoken(phrase))


def test_keys_are_plain_and_there_are_enough_of_them():
    assert len(topics()) >= 80
    assert [key for key in topics() if not key.isidentifier() or key != key.lower()] == []


@pytest.mark.parametrize("language", [*LANGUAGES, "fr"])
def test_every_topic_has_a_name_of_its_own_in_every_language(language: str):
    labels = [topic.label(language) for topic in ALL]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_no_phrase_stands_under_two_topics():
    owners: dict[str, set[str]] = {}
    for key, phrase in PHRASES:
        owners.setdefault(compared(phrase), set()).add(key)
    assert {phrase: sorted(keys) for phrase, keys in owners.items() if len(keys) > 1} == {}


def test_no_phrase_stands_twice_in_one_list():
    lists = [[compared(phrase) for phrase in said] for topic in ALL for said in topic.phrases.values()]
    assert [said for said in lists if len(set(said)) < len(said)] == []


def test_no_topic_is_named_by_a_stop_word_alone():
    assert [phrase for _, phrase in PHRASES if compared(phrase) in stop_words()] == []


def test_stop_words_are_written_as_they_are_compared():
    assert sorted(stop_words()) == sorted(map(compared, stop_words()))


@pytest.mark.parametrize("sentence", ["{}", "Ik wil iets met “{}”, graag.", "It is about {}!"])
def test_a_topic_is_found_by_each_of_its_phrases_however_it_is_typed(sentence: str):
    typed = [(key, sentence.format(phrase.upper())) for key, phrase in PHRASES]
    assert [(key, text) for key, text in typed if topics_in(text).keys() != {key}] == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Ik werk in de retail", set()),
        ("AI in de retail", {"artificial_intelligence"}),
        ("It is fun", set()),
        ("Werk-privé balans en netwerken", {"work_life_balance", "networking"}),
        ("work/life balance", {"work_life_balance"}),
        ("Inclusive leadership", {"inclusion"}),
        ("project\nmanagement", {"project_management"}),
        ("DIVERSITE\u0301", {"inclusion"}),
        ("", set()),
        ("…!", set()),
    ],
)
def test_topics_are_whole_phrases_and_the_longest_counts(text: str, keys: set[str]):
    assert topics_in(text).keys() == keys


def test_a_topic_is_quoted_once_as_it_was_written():
    assert topics_in("Public  Speaking! Of presenteren.") == {"presenting": "Public Speaking"}


@settings(max_examples=1000)
@given(st.text(max_size=30))
def test_words_survive_being_compared_twice(text: str):
    once = compared(text)
    assert compared(once) == once


def test_apostrophes_and_capitals_make_no_difference():
    assert {compared(word) for word in ("thema's", "Thema’s", "THEMAS", "thema`s")} == {"themas"}
