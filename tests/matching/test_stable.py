"""A stable plan: nobody would rather have each other, and no stable plan suits any mentee better."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.problem import Counts
from mentorkit.matching.solvers.stable import blocking_pairs, stable
from tests.matching.instances import random_ties

Market = tuple[Floats, Floats, Mask, Counts]


def market(seed: int, most: int, steps: int | None) -> Market:
    """What each side likes, lawful pairs and places; without `steps` nobody likes two people equally."""
    rng = np.random.default_rng(seed)
    shape = tuple(rng.integers(0, most + 1, 2))
    sides = [rng.integers(0, steps, shape) / steps if steps else rng.random(shape) for _ in range(2)]
    return *sides, rng.random(shape) < rng.choice([0.4, 0.8, 1.0]), rng.integers(0, 3, shape[1])


def ties_for(one: Market, seed: int = 0) -> np.ndarray:
    return random_ties(np.random.default_rng(seed), one[0].shape)


def all_stable(one: Market) -> list[Counts]:
    """Every stable plan, by trying every lawful one."""
    _, _, allowed, capacity = one
    choices = [[-1, *np.flatnonzero(row).tolist()] for row in allowed]
    plans = [np.array(chosen, dtype=np.int64) for chosen in product(*choices)]
    lawful = [
        plan for plan in plans if (np.bincount(plan[plan >= 0], minlength=len(capacity)) <= capacity).all()
    ]
    return [plan for plan in lawful if not blocking_pairs(*one, plan).any()]


@settings(max_examples=300)
@given(st.integers(0, 2**32), st.sampled_from([None, 2, 5]))
def test_a_stable_plan_is_lawful_and_nothing_blocks_it(seed: int, steps: int | None):
    """Both sides like people differently, with and without equal likings."""
    one = market(seed, 12, steps)
    plan = stable(*one, ties_for(one, seed))
    rows = np.flatnonzero(plan >= 0)
    assert one[2][rows, plan[rows]].all()
    assert (np.bincount(plan[rows], minlength=len(one[3])) <= one[3]).all()
    assert not blocking_pairs(*one, plan).any()


@pytest.mark.parametrize("seed", range(60))
def test_no_stable_plan_suits_any_mentee_better_and_all_place_the_same_people(seed: int):
    """The best for all mentees at once, and the rural hospitals theorem, against trying everything."""
    one = market(seed, 4, None)
    plan, others = stable(*one, ties_for(one)), all_stable(one)
    assert plan.tolist() in [other.tolist() for other in others]
    liking = np.column_stack([one[0], np.full(len(plan), -1.0)])
    rows, loads = (
        np.arange(len(plan)),
        [np.bincount(p[p >= 0], minlength=len(one[3])) for p in (plan, *others)],
    )
    for other in others:
        assert (liking[rows, plan] >= liking[rows, other]).all()
        assert ((plan >= 0) == (other >= 0)).all()
    assert all((load == loads[0]).all() for load in loads)


@settings(max_examples=100)
@given(st.integers(0, 2**32), st.sampled_from([None, 2]))
def test_the_order_of_rows_and_columns_does_not_matter(seed: int, steps: int | None):
    one = market(seed, 10, steps)
    ties, rng = ties_for(one, seed), np.random.default_rng(seed)
    rows, columns = (rng.permutation(size) for size in one[0].shape)
    seen = np.ix_(rows, columns)
    again = stable(one[0][seen], one[1][seen], one[2][seen], one[3][columns], ties[seen])
    assert np.append(columns, -1)[again].tolist() == stable(*one, ties)[rows].tolist()


# Ann likes mentor 0 best, Bea mentor 1; mentor 0 likes Bea best, mentor 1 Ann.
OF_MENTEES = np.array([[0.9, 0.1], [0.2, 0.8]])
OF_MENTORS = np.array([[0.3, 0.7], [0.6, 0.4]])
ALL, ONE_EACH = np.ones((2, 2), dtype=np.bool_), np.array([1, 1])


def blocking(*columns: int, allowed: Mask = ALL, capacity: Counts = ONE_EACH) -> list[list[int]]:
    found = blocking_pairs(OF_MENTEES, OF_MENTORS, allowed, capacity, np.array(columns))
    return np.argwhere(found).tolist()


def test_mentees_get_their_favourites_where_mentors_would_swap():
    plan = stable(OF_MENTEES, OF_MENTORS, ALL, ONE_EACH, np.zeros((2, 2), dtype=np.uint64))
    assert plan.tolist() == [0, 1]
    assert blocking(0, 1) == blocking(1, 0) == []


def test_two_who_would_both_rather_have_each_other_block_a_plan():
    assert blocking(-1, 1) == [[0, 0], [0, 1]]
    assert blocking(-1, 0) == [[0, 1], [1, 1]]
    assert blocking(-1, -1) == [[0, 0], [0, 1], [1, 0], [1, 1]]


def test_who_has_a_free_place_would_take_one_more():
    assert blocking(1, 1, capacity=np.array([1, 2])) == [[0, 0]]
    assert blocking(0, 0, capacity=np.array([2, 1])) == [[1, 1]]


def test_a_pair_that_may_not_be_or_has_no_place_blocks_nothing():
    assert blocking(-1, 1, allowed=np.eye(2, dtype=np.bool_)) == [[0, 0]]
    assert blocking(-1, 1, capacity=np.array([0, 1])) == [[0, 1]]


def test_equal_likings_block_nothing():
    equal = np.full((2, 2), 0.5)
    assert not blocking_pairs(equal, equal, ALL, ONE_EACH, np.array([1, 0])).any()
    assert not blocking_pairs(OF_MENTEES, equal, ALL, ONE_EACH, np.array([1, 0])).any()
