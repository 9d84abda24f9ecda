"""Free texts made comparable: the words that say something, and their n-grams of letters."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_array

from mentorkit.matching.candidates import Floats
from mentorkit.text.topics import spoken, stop_words, topics, topics_in

SIZES = (3, 4, 5)
"""Lengths of the n-grams; a blank before and after the word counts as a letter."""

Texts = tuple[str, ...]
"""All that one person wrote: her own sentences and the entries of her lists."""


def texts_of(frame: pl.DataFrame, columns: tuple[str, ...]) -> list[Texts]:
    """What each person of a frame wrote in columns of text or of lists; empty where nothing."""
    return [
        tuple(
            text
            for answer in row
            for text in (answer if isinstance(answer, list) else [answer])
            if text is not None
        )
        for row in frame.select(columns).iter_rows()
    ]


def words_of(texts: Texts) -> dict[str, str]:
    """The different words of one person without stop words: as compared, and as first written."""
    found: dict[str, str] = {}
    for text in texts:
        for word, written in spoken(text):
            found.setdefault(word, written)
    return {word: written for word, written in found.items() if word not in stop_words()}


def topics_of(texts: Texts) -> dict[str, str]:
    """The topics one person names, each with the words it was first named by."""
    return {key: written for text in reversed(texts) for key, written in topics_in(text).items()}


def ngrams(word: str) -> set[str]:
    """The runs of 3, 4 and 5 letters of a word with a blank on both sides.

    >>> sorted(ngrams("ai"))
    [' ai', ' ai ', 'ai ']
    """
    padded = f" {word} "
    return {padded[i : i + size] for size in SIZES for i in range(len(padded) - size + 1)}


@dataclass(frozen=True)
class Weighing:
    """Texts as vectors of length 1, shape `(texts, n-grams)`, and the weight of every n-gram."""

    vectors: csr_array
    rarity: Mapping[str, float]


def weigh(texts: Sequence[Collection[str]]) -> Weighing:
    """The tf-idf vectors of texts, each given as its different words; a text without words is 0.

    An n-gram weighs the number of words of the text it stands in, times
    1 + ln((1 + n texts) / (1 + texts that have it)). Weights and cosine as in Salton &
    Buckley 1988 (doi:10.1016/0306-4573(88)90021-0), n-grams of padded words as in Cavnar
    & Trenkle 1994 (SDAIR-94, 161-175); counting a repeated word once is our own heuristic.
    """
    vocabulary = {word: place for place, word in enumerate(sorted(set().union(*texts)))}
    grams: dict[str, int] = {}
    spelled = [[grams.setdefault(gram, len(grams)) for gram in sorted(ngrams(word))] for word in vocabulary]
    counts = _incidence([[vocabulary[word] for word in sorted(text)] for text in texts], len(vocabulary))
    counts = csr_array(counts @ _incidence(spelled, len(grams)))
    seen_in = np.bincount(counts.indices, minlength=len(grams))
    rarity = 1 + np.log((1 + len(texts)) / (1 + seen_in))
    counts.data *= rarity[counts.indices]
    length = np.sqrt(np.asarray(counts.multiply(counts).sum(axis=1)))
    counts.data /= np.repeat(length, np.diff(counts.indptr))
    return Weighing(counts, dict(zip(grams, rarity.tolist(), strict=True)))


def _incidence(rows: Sequence[Sequence[int]], width: int) -> csr_array:
    """1 at every place a row lists, 0 elsewhere."""
    ends = np.cumsum([0, *map(len, rows)])
    places = np.fromiter((place for row in rows for place in row), dtype=np.int64, count=int(ends[-1]))
    return csr_array((np.ones(len(places)), places, ends), shape=(len(rows), width))
