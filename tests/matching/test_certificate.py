"""The certificate believes nobody: it says 'best' of best plans, and of nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from mentorkit.matching.aims import best as solve
from mentorkit.matching.aims import proof
from mentorkit.matching.candidates import Floats
from mentorkit.matching.check import certificate
from mentorkit.matching.duals import priced, reduced
from mentorkit.matching.problem import AimKey, Counts, Problem, Solution
from tests.matching.instances import AIMS, Case, mentors_of, random_case, random_ties, worth


def any_plan(rng: np.random.Generator, problem: Problem) -> Counts:
    """A lawful plan in which each mentee in turn takes any place that is left, seldom none.

    Of the lanes of one mentor she takes the last, so that minimum places are filled first.
    """
    room, lane_of = problem.capacity.copy(), np.full(len(problem.loss), -1)
    for row in rng.permutation(len(lane_of)):
        open_to = np.flatnonzero(problem.allowed[row] & (room > 0))
        if len(open_to) and rng.random() < 0.95:
            mentor = problem.mentor[rng.choice(open_to)]
            lane_of[row] = open_to[problem.mentor[open_to] == mentor].max()
            room[lane_of[row]] -= 1
    return lane_of


def cases(seed: int, count: int, most: int = 6, steps: int = 4) -> list[Case]:
    rng = np.random.default_rng(seed)
    return [random_case(rng, most, steps) for _ in range(count)]


@pytest.mark.parametrize("aim", AIMS)
def test_any_lawful_plan_is_called_best_exactly_when_it_is(aim: AimKey):
    """With the right prices, whoever made the plan; with heavy ties many plans are best ones."""
    rng, best_ones = np.random.default_rng(1), 0
    for case in cases(1, 300, steps=2):
        problem = case.problem(aim)
        found = solve(problem)
        highest = worth(case, mentors_of(problem, found.lane_of), aim)
        for _ in range(5):
            lane_of = any_plan(rng, problem)
            is_best = worth(case, mentors_of(problem, lane_of), aim) == highest
            certified = proof(problem, replace(found, lane_of=lane_of))
            assert certified.is_lawful
            assert certified.is_optimal == is_best
            assert (certified.gap > 0) == (not is_best)
            best_ones += is_best
    assert 100 < best_ones < 1400


@pytest.mark.parametrize("aim", AIMS)
def test_every_best_plan_is_proven_by_the_prices_of_any_other(aim: AimKey):
    rng = np.random.default_rng(2)
    for case in cases(2, 150, steps=1):
        problem = case.problem(aim)
        other = solve(replace(problem, ties=random_ties(rng, problem.loss.shape)))
        assert proof(problem, replace(solve(problem), lane_of=other.lane_of)).is_optimal


@pytest.mark.parametrize("aim", ["placed", "total"])
def test_no_prices_whatever_give_a_bound_above_the_best_plan(aim: AimKey):
    """So a wrong price can hide that a plan is best, but never make a worse one look best."""
    rng = np.random.default_rng(3)
    for case in cases(3, 200):
        problem = case.problem(aim)
        found = solve(problem)
        for spread in (1.0, 1e6, 1e9):
            wrong = found.v + np.rint(spread * rng.normal(size=found.v.shape))
            assert certificate(problem, replace(found, v=wrong)).bound <= problem.total(found.lane_of)


def contested() -> tuple[Problem, Solution]:
    """Two mentees want the one place of mentor 0; it is worth 0.3 to have another."""
    case = Case(
        score=np.array([[0.9, 0.6], [0.8, 0.1]]),
        allowed=np.ones((2, 2), dtype=np.bool_),
        capacity=np.array([1, 2]),
        least=np.array([0, 0]),
        price=0.0,
        ties=np.zeros((2, 2), dtype=np.uint64),
    )
    problem = case.problem("placed")
    return problem, solve(problem)


def test_a_wrong_price_proves_nothing():
    problem, found = contested()
    assert found.lane_of.tolist() == [1, 0]
    assert found.v.tolist() == [-300_000, 0]
    assert certificate(problem, found).is_optimal
    for wrong in ([-299_999, 0], [0, 0], [-700_001, 0], [-300_000, -1], [5, 5]):
        refuted = certificate(problem, replace(found, v=np.array(wrong, dtype=np.float64)))
        assert refuted.is_lawful
        assert not refuted.is_optimal
        assert refuted.gap > 0


def test_the_gap_is_what_a_worse_plan_leaves_lying():
    problem, found = contested()
    refuted = certificate(problem, replace(found, lane_of=np.array([0, 1])))
    assert (refuted.is_optimal, refuted.gap) == (False, pytest.approx(0.4))


@pytest.mark.parametrize("aim", AIMS)
def test_an_unlawful_plan_is_never_best_however_good(aim: AimKey):
    problem, _ = contested()
    problem = replace(problem, aim=aim)
    found = solve(problem)
    overfull = proof(problem, replace(found, lane_of=np.array([0, 0])))
    assert (overfull.is_lawful, overfull.is_optimal) == (False, False)
    banned = replace(problem, allowed=np.array([[True, True], [True, False]]))
    assert not proof(banned, replace(solve(banned), lane_of=np.array([0, 1]))).is_lawful


@pytest.mark.parametrize("aim", AIMS)
def test_prices_are_right_on_both_sides_for_every_best_plan(aim: AimKey):
    """Nothing reduced below 0, places without a taker are free, prices never above 0."""
    for case in cases(4, 200):
        problem = case.problem(aim)
        judged = problem.placing if aim == "leximin" else problem
        found = solve(problem)
        left = reduced(judged, found)
        load = np.bincount(found.lane_of[found.lane_of >= 0], minlength=len(problem.capacity))
        assert (left >= 0).all()
        assert (left[np.arange(len(left)), found.lane_of] == 0).all()
        assert (found.v <= 0).all()
        assert (found.v[load < problem.capacity] == 0).all()
        assert np.array_equal(priced(judged, found.lane_of).v, found.v)


@pytest.mark.parametrize("aim", ["placed", "total"])
def test_minus_the_price_of_a_lane_is_exactly_what_one_more_place_gains(aim: AimKey):
    tried = 0
    for case in cases(5, 150, steps=1000):
        problem = case.problem(aim)
        found = solve(problem)
        for lane, value in enumerate(found.v.tolist()):
            more: Floats = problem.capacity + (np.arange(len(problem.capacity)) == lane)
            wider = replace(problem, capacity=more)
            gain = problem.total(found.lane_of) - problem.total(solve(wider).lane_of)
            assert gain == -value
            tried += gain > 0
    assert tried > 50
