"""Answers as arrays, for any words a person can type."""

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.matching.features import mean_of, shared_counts, sizes

WORDS = st.lists(st.text(max_size=3), max_size=4)


def lists(entries: list[list[str] | None]) -> pl.Series:
    return pl.Series(entries, dtype=pl.List(pl.String))


@settings(max_examples=200)
@given(st.lists(st.none() | WORDS, max_size=4), st.lists(st.none() | WORDS, max_size=4))
def test_shared_entries_are_those_two_sets_in_lower_case_have_in_common(
    left: list[list[str] | None], right: list[list[str] | None]
):
    a, b = ([{word.lower() for word in entries or ()} for entries in side] for side in (left, right))
    expected = [[float(len(one & other)) for other in b] for one in a]
    shared = shared_counts(lists(left), lists(right))
    assert shared.shape == (len(left), len(right))
    assert shared.tolist() == expected
    assert sizes(lists(left)).tolist() == [float(len(one)) for one in a]


def test_the_mean_leaves_out_what_is_not_known():
    first, second = np.array([[0.2, np.nan, np.nan]]), np.array([[0.6, 0.6, np.nan]])
    assert np.array_equal(mean_of(first, second), np.array([[0.4, 0.6, np.nan]]), equal_nan=True)
