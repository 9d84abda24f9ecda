"""Own words: what a mentee wants, as written, beside what a mentor wrote as introduction."""

from itertools import product

import numpy as np
import polars as pl

from mentorkit.matching.candidates import Candidates, Floats, Mask
from mentorkit.matching.criteria.criterion import Criterion
from mentorkit.matching.features import shared_counts, sizes, texts_of
from mentorkit.matching.similar_words import TextComparison, Voice, compare_texts
from mentorkit.text import say

_WANTED = ("goal_text", "goals")
_OFFERED = ("biography", "topics")


def _compute(pool: Candidates) -> Floats:
    """The mean of two parts, 0–1: topics of the mentee that the mentor names too, and likeness of words.

    The first is the share of the mentee's glossary topics that the mentor names, in either
    language; where the mentee names none, only words count. The second is the cosine of tf-idf
    vectors of character n-grams (see `compare_texts`). NaN when either side wrote no word that
    says something. Likeness depends a little on everybody's texts: a word that all use
    counts less. The combination is our own heuristic, weight 0 until asked for.
    """
    texts = compared_texts(pool)
    wanted, offered = _topics(texts.wanted), _topics(texts.offered)
    count = sizes(wanted)[:, None]
    covered = shared_counts(wanted, offered) / np.maximum(count, 1)
    value = np.where(count > 0, (covered + texts.likeness) / 2, texts.likeness)
    spoke = _spoke(texts.wanted)[:, None] & _spoke(texts.offered)[None, :]
    return np.where(spoke, value, np.nan)


def compared_texts(pool: Candidates) -> TextComparison:
    """The texts that this criterion reads, compared for all pairs of a pool."""
    return compare_texts(texts_of(pool.mentees, _WANTED), texts_of(pool.mentors, _OFFERED))


def _topics(voices: tuple[Voice, ...]) -> pl.Series:
    return pl.Series([[*voice.named] for voice in voices], dtype=pl.List(pl.String))


def _spoke(voices: tuple[Voice, ...]) -> Mask:
    return np.array([bool(voice.words) for voice in voices], dtype=np.bool_)


CRITERION = Criterion(
    key="text_fit",
    label=say("Own words"),
    reason=say("What people write says more than what they tick. It does not count until you ask for it."),
    weight=0,
    answers=tuple(product(_WANTED, _OFFERED)),
    compute=_compute,
    compares="texts",
)
