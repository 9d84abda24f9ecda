"""Free texts made comparable: the words that say something, and their n-grams of letters."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.sparse import csr_array

from mentorkit.matching.candidates import Floats
from mentorkit.matching.features import Texts, incidence
from mentorkit.text.topics import spoken, stop_words, topics_among

_LENGTHS = (3, 4, 5)


@dataclass(frozen=True)
class Voice:
    """What one person says: the words without stop words, and the topics named.

    `words` goes from a word as it is compared to how it was written, `named` from a key of
    the glossary to the words that named it; both in the order in which they were written.
    """

    words: Mapping[str, str]
    named: Mapping[str, str]


@dataclass(frozen=True)
class TextComparison:
    """What both sides say, and how alike all their words are.

    `likeness` is the cosine of two texts, 0–1, shape `(wanted, offered)`, 0 where one has
    no words. `rarity` is the weight of every n-gram that somebody wrote.
    """

    wanted: tuple[Voice, ...]
    offered: tuple[Voice, ...]
    likeness: Floats
    rarity: Mapping[str, float]


@lru_cache(maxsize=4_000)
def voice_of(texts: Texts) -> Voice:
    """The words and the topics of one person; a topic never runs on from one text into the next."""
    words: dict[str, str] = {}
    named: dict[str, str] = {}
    for said in map(spoken, texts):
        named = topics_among(said) | named
        words = dict(said[::-1]) | words
    return Voice({word: written for word, written in words.items() if word not in stop_words()}, named)


@lru_cache(maxsize=4)
def compare_texts(wanted: tuple[Texts, ...], offered: tuple[Texts, ...]) -> TextComparison:
    """All texts of one side beside all of the other; the last few answers are kept, for it takes long.

    Vectors are tf-idf: an n-gram weighs the number of words of the text it stands in, times
    1 + ln((1 + n) / (1 + texts that have it)), with n the number of texts. Weights and cosine
    as in Salton & Buckley 1988 (doi:10.1016/0306-4573(88)90021-0), n-grams of padded words as
    in Cavnar & Trenkle 1994 (SDAIR-94, 161-175); that a word counts once per text, and the 1
    that keeps common n-grams in, are our own heuristic.
    """
    left, right = tuple(map(voice_of, wanted)), tuple(map(voice_of, offered))
    vectors, rarity = _vectors([voice.words.keys() for voice in (*left, *right)])
    likeness = (vectors[: len(left)] @ vectors[len(left) :].T).toarray().clip(0, 1)
    likeness.flags.writeable = False
    return TextComparison(left, right, likeness, rarity)


@lru_cache(maxsize=20_000)
def ngrams(word: str) -> tuple[str, ...]:
    """The runs of 3, 4 and 5 letters of a word, with a blank before and after it.

    >>> ngrams("ai")
    (' ai', 'ai ', ' ai ')
    """
    padded = f" {word} "
    runs = (padded[i : i + length] for length in _LENGTHS for i in range(len(padded) - length + 1))
    return tuple(dict.fromkeys(runs))


def _vectors(texts: Sequence[Collection[str]]) -> tuple[csr_array, dict[str, float]]:
    """Vectors of length 1, shape `(texts, n-grams)`, and the weight of every n-gram."""
    vocabulary = {word: place for place, word in enumerate(sorted(set().union(*texts)))}
    grams: dict[str, int] = {}
    spelled = [[grams.setdefault(gram, len(grams)) for gram in ngrams(word)] for word in vocabulary]
    used = incidence([sorted(vocabulary[word] for word in text) for text in texts], len(vocabulary))
    vectors = used @ incidence(spelled, len(grams))
    seen_in = np.bincount(vectors.indices, minlength=len(grams))
    rarity = 1 + np.log((1 + len(texts)) / (1 + seen_in))
    vectors.data *= rarity[vectors.indices]
    length = np.sqrt(vectors.multiply(vectors).sum(axis=1))
    vectors.data /= np.repeat(length, np.diff(vectors.indptr))
    return vectors, dict(zip(grams, rarity.tolist(), strict=True))
