"""Which words of two people made their texts alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from mentorkit.matching.candidates import Candidates
from mentorkit.matching.criteria.text_fit import compared_texts
from mentorkit.matching.similar_words import Voice, ngrams
from mentorkit.text.topics import Topic, spoken, topics

MOST = 6
"""Matches that are shown of one pair."""

_ALIKE = 0.45
"""From this share of n-grams on two words are forms of one word; our own heuristic.

*Plannen* and *planning* share 0.46 of theirs, *onderwijs* and *onderzoek* 0.38.
"""


@dataclass(frozen=True)
class Match:
    """Words of the mentee beside words of the mentor, as they wrote them.

    `topic` is what both name, None when the words themselves are alike.
    """

    wanted: str
    offered: str
    topic: Topic | None = None


def matched_words(pool: Candidates, row: int, column: int) -> tuple[Match, ...]:
    """What made the texts of a pair alike, strongest first, at most six; none when nothing did.

    Topics come first, then words by the weight of the n-grams they share. A word is
    matched once, and not when it already stands in a topic of both.
    """
    texts = compared_texts(pool)
    wanted, offered = texts.wanted[row], texts.offered[column]
    shared = [
        Match(written, offered.named[key], topics()[key])
        for key, written in wanted.named.items()
        if key in offered.named
    ]
    left = _without(wanted, (match.wanted for match in shared))
    right = _without(offered, (match.offered for match in shared))
    return (*shared, *_alike(left, right, texts.rarity))[:MOST]


def _without(voice: Voice, quoted: Iterable[str]) -> dict[str, str]:
    """The words somebody said outside the quoted ones."""
    said = {word for text in quoted for word, _ in spoken(text)}
    return {word: written for word, written in voice.words.items() if word not in said}


def _alike(wanted: Mapping[str, str], offered: Mapping[str, str], rarity: Mapping[str, float]) -> list[Match]:
    """Pairs of words that look like forms of one word, each word once, the rarest first."""
    spelled = {word: set(ngrams(word)) for word in (*wanted, *offered)}
    found = []
    for word, other in product(wanted, offered):
        common = spelled[word] & spelled[other]
        if len(common) >= _ALIKE * (len(spelled[word]) * len(spelled[other])) ** 0.5:
            found.append((-sum(rarity[gram] ** 2 for gram in sorted(common)), word, other))
    matches = []
    left, right = set(wanted), set(offered)
    for _, word, other in sorted(found):
        if word in left and other in right:
            left.remove(word)
            right.remove(other)
            matches.append(Match(wanted[word], offered[other]))
    return matches
