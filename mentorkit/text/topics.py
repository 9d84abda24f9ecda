"""The topics of mentoring, by whatever name people write them: the glossary topics.toml."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from mentorkit.text.compare import bare

_WORD = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")
_folded = lru_cache(maxsize=20_000)(bare)

Words = tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """One topic: a stable key, and per language its name followed by other words for it."""

    key: str
    phrases: Mapping[str, tuple[str, ...]]

    def label(self, language: str) -> str:
        """The name a reader of `nl`, `en` or `fr` knows the topic by."""
        return self.phrases[language][0]


def spoken(text: str) -> list[tuple[str, str]]:
    """The words of a text, each as it is compared and as it was written.

    Compared are small letters without accents, apostrophes and punctuation.

    >>> spoken("Thema’s: COÖRDINEREN")
    [('themas', 'Thema’s'), ('coordineren', 'COÖRDINEREN')]
    """
    written = _WORD.findall(unicodedata.normalize("NFKC", text))
    return [(_folded(word), word) for word in written]


@cache
def topics() -> Mapping[str, Topic]:
    """All topics by key, in the order of the glossary."""
    return {key: Topic(key, {of: tuple(said) for of, said in row.items()}) for key, row in _told("topics")}


@cache
def stop_words() -> frozenset[str]:
    """Dutch and English words that say nothing about a wish or an offer, as `spoken` compares them."""
    return frozenset(word for _, listed in _told("stop") for word in listed)


def topics_in(text: str) -> dict[str, str]:
    """The keys of the topics a text names, each with the words it was named by.

    A topic is named by a whole phrase of the glossary in any language, never by a part of
    a word; at each place the longest phrase counts, and a topic named twice is quoted once.

    >>> topics_in("Presenteren, en AI in de retail")
    {'presenting': 'Presenteren', 'artificial_intelligence': 'AI'}
    """
    return topics_among(spoken(text))


def as_compared(text: str) -> str:
    """The words of a text as they are compared, in one line.

    >>> as_compared("Thema’s: COÖRDINEREN")
    'themas coordineren'
    """
    return " ".join(word for word, _ in spoken(text))


def meaning_of(answer: str, own: Mapping[str, str]) -> str | None:
    """What an answer means: one of the programme's own topics, or the only topic of ours it names.

    `own` are the names of the programme's own topics by every way to write them, as compared;
    they go before ours. Gives a name of hers or a key of ours, None for any other answer.

    >>> meaning_of("Spreken in het openbaar", {}), meaning_of("AI en presenteren", {})
    ('presenting', None)
    >>> meaning_of("leiderschap", {"leiderschap": "Leiderschap bij ons"})
    'Leiderschap bij ons'
    """
    if hers := own.get(as_compared(answer)):
        return hers
    named = topic_keys_in(answer)
    return named[0] if len(named) == 1 else None


@lru_cache(maxsize=20_000)
def topic_keys_in(answer: str) -> tuple[str, ...]:
    """The keys of the topics an answer names; remembered, because people choose the same answers."""
    return tuple(topics_in(answer))


def topics_among(words: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The same for a text that was taken apart by `spoken`."""
    starts, named, place = _by_first_word(), dict[str, str](), 0
    while place < len(words):
        length = 1
        for phrase, key in starts.get(words[place][0], ()):
            here = words[place : place + len(phrase)]
            if tuple(word for word, _ in here) == phrase:
                length = len(phrase)
                named.setdefault(key, " ".join(written for _, written in here))
                break
        place += length
    return named


@cache
def _by_first_word() -> Mapping[str, list[tuple[Words, str]]]:
    """The phrases that begin with a word, longest first, each with its topic."""
    starts: dict[str, list[tuple[Words, str]]] = {}
    for topic in topics().values():
        for phrase in (phrase for said in topic.phrases.values() for phrase in said):
            words = tuple(word for word, _ in spoken(phrase))
            starts.setdefault(words[0], []).append((words, topic.key))
    return {word: sorted(found, key=lambda entry: -len(entry[0])) for word, found in starts.items()}


def _told(table: str) -> list[tuple[str, Any]]:
    text = (files("mentorkit.text") / "topics.toml").read_text("utf-8")
    return list(tomllib.loads(text)[table].items())
