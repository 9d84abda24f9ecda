"""The exact solver: what comes before what, the edges, and sums without loss."""

from fractions import Fraction

import numpy as np
import pytest

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.problem import SCALE, Counts, Places, Problem, Target, Ties
from mentorkit.matching.solvers import exact
from tests.matching.instances import random_ties

LARGEST_SUM = 2**53
"""From here on double precision no longer holds every whole number."""


def problem(
    score: Floats,
    allowed: Mask | None = None,
    capacity: Counts | int = 1,
    ties: Ties | None = None,
    goal: Target | None = None,
    least: Counts | int = 0,
) -> Problem:
    """A problem in which all that is not said is as simple as can be."""
    allowed = np.ones(score.shape, dtype=np.bool_) if allowed is None else allowed
    ties = np.zeros(score.shape, dtype=np.uint64) if ties is None else ties
    wide = np.zeros(score.shape[1], dtype=np.int64)
    return Problem.of(score, allowed, Places(wide + capacity, wide + least), ties, goal or Target())


def plan(of: Problem) -> list[int]:
    return np.append(of.mentor, -1)[exact.solve_exactly(of).lane_of].tolist()


def test_a_tie_never_costs_a_point():
    """One millionth outweighs every tie in the plan."""
    score = np.array([[0.5, 0.500001], [0.5, 0.5]])
    highest, lowest = 2**64 - 1, 0
    ties = np.array([[lowest, highest], [highest, lowest]], dtype=np.uint64)
    assert plan(problem(score, ties=ties)) == [1, 0]


def test_of_equal_plans_the_lower_ties_win():
    ties = np.array([[2**63, 0], [0, 2**63]], dtype=np.uint64)
    assert plan(problem(np.ones((2, 2)), ties=ties)) == [1, 0]
    assert plan(problem(np.ones((2, 2)), ties=ties[::-1])) == [0, 1]


def test_one_person_more_is_worth_more_than_all_points():
    """The best pair is given up when that gives a second mentee a place."""
    score = np.array([[1.0, 0.0], [0.9, 0.0]])
    assert plan(problem(score, np.array([[True, True], [True, False]]))) == [1, 0]


def test_under_the_aim_total_points_come_first_and_a_price_brings_people_back():
    score = np.array([[1.0, 0.0], [0.9, 0.0]])
    allowed = np.array([[True, True], [True, False]])
    assert plan(problem(score, allowed, goal=Target("total", 0.0))) in ([0, -1], [0, 1])
    assert plan(problem(score, allowed, goal=Target("total", 0.099))) == [0, -1]
    assert plan(problem(score, allowed, goal=Target("total", 0.101))) == [1, 0]


def test_a_minimum_is_filled_before_points_and_after_placing():
    score = np.array([[1.0, 0.1], [1.0, 0.1]])
    assert plan(problem(score, capacity=2)) == [0, 0]
    assert sorted(plan(problem(score, capacity=2, least=np.array([0, 1])))) == [0, 1]
    assert plan(problem(score, capacity=2, least=np.array([0, 2]))) == [1, 1]
    nobody_may = np.array([[True, False], [True, False]])
    assert plan(problem(score, nobody_may, capacity=2, least=np.array([0, 2]))) == [0, 0]


def test_a_minimum_above_the_room_counts_as_far_as_there_is_room():
    score = np.array([[1.0, 0.1], [1.0, 0.1]])
    assert sorted(plan(problem(score, capacity=np.array([2, 1]), least=np.array([0, 9])))) == [0, 1]


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_an_empty_side_places_nobody(shape: tuple[int, int]):
    of = problem(np.zeros(shape))
    assert plan(of) == [-1] * shape[0]
    assert exact.solve_exactly(of).lane_of.dtype == np.int64


def test_where_all_is_forbidden_nobody_is_placed():
    assert plan(problem(np.ones((4, 3)), np.zeros((4, 3), dtype=np.bool_), 2)) == [-1] * 4


def test_mentors_without_room_get_nobody():
    assert plan(problem(np.ones((4, 3)), capacity=0)) == [-1] * 4


@pytest.mark.parametrize(("lawful", "place"), [(True, 0), (False, -1)])
def test_one_mentee_and_one_mentor(lawful: bool, place: int):
    assert plan(problem(np.array([[0.3]]), np.array([[lawful]]))) == [place]


def test_with_room_for_all_everybody_has_the_best_mentor():
    score = np.random.default_rng(3).random((60, 40))
    mentors = plan(problem(score, capacity=50))
    assert (score[np.arange(60), mentors] >= score.max(axis=1) - 1 / SCALE).all()


def test_more_room_than_there_are_mentees_changes_nothing():
    rng = np.random.default_rng(4)
    score, ties = rng.random((5, 4)), random_ties(rng, (5, 4))
    plans = [plan(problem(score, score > 0.2, room, ties)) for room in (5, 50, 10**9)]
    assert plans[0] == plans[1] == plans[2]


@pytest.mark.parametrize("goal", [Target(), Target("total", 0.3), Target("leximin")])
@pytest.mark.parametrize(("most", "least"), [(1, 0), (10, 2), (500, 0), (500, 2)])
def test_losses_are_whole_and_every_sum_of_them_is_held_exactly(goal: Target, most: int, least: int):
    rng = np.random.default_rng(5)
    score = rng.random((most, 7))
    of = problem(score, rng.random((most, 7)) < 0.7, 2, goal=goal, least=least)
    finite = of.options[np.isfinite(of.options)]
    assert (finite == np.rint(finite)).all()
    everybody = [max((int(one) for one in row[np.isfinite(row)]), key=abs) for row in of.options]
    assert sum(map(abs, everybody)) < LARGEST_SUM
    assert float(np.array(everybody, dtype=np.float64).sum()) == sum(everybody)


@pytest.mark.parametrize("least", [0, 2])
def test_each_step_in_importance_outweighs_everything_below_it(least: int):
    """One place more than all minimum places, one of those more than the points of everybody."""
    score = np.array([[0.0, 1.0], [0.5, 0.25], [1.0, 0.0]])
    of = problem(score, capacity=3, least=least)
    span = float(of.levels[np.isfinite(of.levels)].max())
    assert of.unplaced > len(score) * (span + of.least)
    assert of.least == 0 if not least else of.least > len(score) * span


@pytest.mark.parametrize(("low", "high"), [(1, 100), (-(10**9), 10**9), (10**11, 10**11 + 7), (0, 0)])
def test_bare_whole_numbers_of_any_range_keep_every_unit(low: int, high: int):
    rng = np.random.default_rng(6)
    score = rng.integers(low, high + 1, (20, 20)).astype(np.float64)
    for goal in (
        Target(is_bare=True),
        Target("total", 0.0, is_bare=True),
        Target("total", 3.0, is_bare=True),
    ):
        of = problem(score, goal=goal)
        assert Fraction(of.point) == 1
        assert (of.top - of.loss == score).all()
        assert abs(of.unplaced) * 20 < LARGEST_SUM
    assert Target(is_bare=True).unit(np.array([[0.125, 7.5]]), np.ones((1, 2), dtype=np.bool_)) == (
        1000.0,
        7.5,
    )
