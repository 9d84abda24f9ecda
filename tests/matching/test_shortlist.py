"""Talks for everybody: different lawful mentors, nobody shown too often, and the best of all such lists."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import Bounds, LinearConstraint, milp

from mentorkit.frames import Snapshot
from mentorkit.matching import Pool, Settings, propose
from mentorkit.matching.insight.shortlist import Shortlist, shortlist, shortlist_of
from tests.matching.small import earlier, mentee, mentor, override, plan, snapshot
from tests.strategies import programmes, settings_of

COARSE = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])


@st.composite
def cases(draw, most=8):
    """Scores with many ties, some pairs unlawful, some mentors full."""
    shape = draw(st.integers(0, most)), draw(st.integers(0, most))
    return (
        draw(arrays(float, shape, elements=COARSE)),
        draw(arrays(bool, shape)),
        draw(arrays(np.int64, shape[1], elements=st.integers(0, 2))),
        draw(st.integers(0, 4)),
        np.random.default_rng(draw(st.integers(0, 99))).integers(0, 2**64, shape, dtype=np.uint64),
    )


def needs(lawful, room, k):
    return np.minimum((lawful & (room > 0)).sum(axis=1), k)


def flows(open_pairs, need, cap) -> bool:
    """Whether everybody reaches her number under a cap, by augmenting paths; knows no solver of ours."""
    mentees, mentors = open_pairs.shape
    shown: set[tuple[int, int]] = set()

    def give(row: int, seen: set[int]) -> bool:
        for column in range(mentors):
            if not open_pairs[row, column] or (row, column) in shown or column in seen:
                continue
            seen.add(column)
            having = [other for other, one in shown if one == column]
            if len(having) < cap:
                shown.add((row, column))
                return True
            for other in having:
                if give(other, seen):
                    shown.discard((other, column))
                    shown.add((row, column))
                    return True
        return False

    return all(give(row, set()) for row in range(mentees) for _ in range(need[row]))


@settings(max_examples=100)
@given(cases())
def test_everybody_gets_different_lawful_mentors_with_room_as_many_as_there_are(case):
    score, lawful, room, k, _ = case
    made = shortlist(*case)
    assert made.chosen.shape == score.shape
    assert not (made.chosen & ~(lawful & (room > 0))).any()
    assert made.chosen.sum(axis=1).tolist() == needs(lawful, room, k).tolist()


@settings(max_examples=100)
@given(cases())
def test_nobody_is_shown_more_often_than_the_smallest_cap_that_works(case):
    _, lawful, room, k, _ = case
    made, open_pairs, need = shortlist(*case), lawful & (room > 0), needs(lawful, room, k)
    assert made.exposure.max(initial=0) <= made.cap
    assert flows(open_pairs, need, made.cap)
    assert made.cap == 0 or not flows(open_pairs, need, made.cap - 1)


@settings(max_examples=100)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(case, random):
    score, lawful, room, k, ties = case
    rows, columns = (np.array(random.sample(range(size), size), dtype=int) for size in score.shape)
    made = shortlist(*case)
    mixed = shortlist(
        score[rows][:, columns], lawful[rows][:, columns], room[columns], k, ties[rows][:, columns]
    )
    assert mixed.cap == made.cap
    assert np.array_equal(mixed.chosen, made.chosen[rows][:, columns])


def best_total(score, open_pairs, need, cap) -> int:
    """The most quarters of a point of any shortlist under a cap, by trying all."""
    choices = [
        list(combinations(np.flatnonzero(open_pairs[row]), int(need[row]))) for row in range(len(score))
    ]
    return max(
        sum(int(4 * score[row, column]) for row, chosen in enumerate(lists) for column in chosen)
        for lists in product(*choices)
        if np.bincount([column for chosen in lists for column in chosen], minlength=1).max() <= cap
    )


@settings(max_examples=150)
@given(cases(most=4))
def test_no_other_shortlist_under_the_cap_has_more_points(case):
    score, lawful, room, k, _ = case
    made = shortlist(*case)
    most = best_total(score, lawful & (room > 0), needs(lawful, room, k), made.cap)
    assert int(4 * score[made.chosen].sum()) == most


def most_quarters(score, open_pairs, need, cap) -> int:
    """The same by a whole-number programme, for more people than can be tried one by one."""
    rows, columns = np.nonzero(open_pairs)
    places = np.arange(len(rows))
    of_row, of_column = (np.zeros((size, len(rows))) for size in score.shape)
    of_row[rows, places] = of_column[columns, places] = 1
    found = milp(
        -4 * score[rows, columns],
        integrality=np.ones(len(rows)),
        bounds=Bounds(0, 1),
        constraints=[LinearConstraint(of_row, need, need), LinearConstraint(of_column, 0, cap)],
    )
    return round(-found.fun)


@pytest.mark.parametrize("seed", range(60))
def test_no_other_shortlist_has_more_points_where_mentors_are_wanted_unequally(seed):
    """Popular mentors and few open pairs, so that the cap binds for some and leaves room with others."""
    rng = np.random.default_rng(seed)
    shape = rng.integers(6, 14), rng.integers(6, 14)
    score = rng.integers(0, 3, shape) / 4 + rng.integers(0, 3, shape[1]) / 4
    lawful, room = rng.random(shape) < rng.uniform(0.3, 1), np.ones(shape[1], dtype=np.int64)
    k = int(rng.integers(1, 4))
    made = shortlist(score, lawful, room, k, rng.integers(0, 2**64, shape, dtype=np.uint64))
    assert int(4 * score[made.chosen].sum()) == most_quarters(score, lawful, needs(lawful, room, k), made.cap)


def test_equal_totals_are_decided_by_the_ties():
    score, lawful, room = np.full((2, 2), 0.5), np.ones((2, 2), dtype=bool), np.ones(2, dtype=np.int64)
    crossed = np.array([[9, 0], [0, 9]], dtype=np.uint64) << np.uint64(43)
    assert shortlist(score, lawful, room, 1, crossed).chosen.tolist() == [[False, True], [True, False]]
    assert shortlist(score, lawful, room, 1, crossed[::-1]).chosen.tolist() == [[True, False], [False, True]]


def test_a_mentor_everybody_likes_is_shared_out():
    """Three mentees, three mentors, two talks each: everybody is shown twice."""
    score = np.array([[1.0, 0.5, 0.4], [1.0, 0.5, 0.4], [1.0, 0.5, 0.4]])
    made = shortlist(score, score > 0, np.ones(3, np.int64), 2, np.arange(9, dtype=np.uint64).reshape(3, 3))
    assert made.cap == 2
    assert made.exposure.tolist() == [2, 2, 2]


@pytest.fixture
def decided() -> Shortlist:
    """Ann is confirmed with Kim, Bea locked with Lou, Cas is open; Lou has one place left."""
    programme = snapshot(
        *map(mentee, ("ann", "bea", "cas")),
        mentor("kim"),
        mentor("lou", capacity=2),
        pairs=[earlier("ann", "kim")],
        overrides=[override("lock", "bea", "lou")],
    )
    return shortlist_of(plan(programme), 3)


def test_who_is_decided_needs_no_talks_and_takes_room(decided: Shortlist):
    assert decided.chosen.tolist() == [[False, False], [False, False], [False, True]]


@settings(max_examples=30)
@given(programmes(), settings_of(), st.integers(1, 3))
def test_a_shortlist_of_any_programme_is_lawful(programme: Snapshot, wanted: Settings, k: int):
    proposal = propose(Pool.of(programme), wanted)
    made = shortlist_of(proposal, k)
    assert not (made.chosen & ~proposal.allowed).any()
    assert made.chosen.sum(axis=1).max(initial=0) <= k
    assert not made.chosen[proposal.is_confirmed].any()
