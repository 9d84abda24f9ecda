"""The exact solver: brute force, a second solver and the edges."""

from functools import cache

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, vstack

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.solvers.exact import SCALE, Assignment, costs, solve

LARGEST_SUM = 2**53
"""From here on double precision no longer holds every whole number."""


def points(score: float) -> int:
    """A score in whole millionths, as a loss, so that halves are rounded as costs are."""
    return SCALE - round(SCALE * (1.0 - score))


def value(score: Floats, assignment: Assignment) -> tuple[int, int]:
    """Mentees placed and their points, added as whole numbers."""
    rows = np.flatnonzero(assignment >= 0)
    return len(rows), sum(points(float(score[row, assignment[row]])) for row in rows)


def best(score: Floats, allowed: Mask, capacity: Assignment) -> tuple[int, int]:
    """Most placed, then most points, by trying everything: each mentee goes anywhere or nowhere."""

    @cache
    def rest(row: int, room: tuple[int, ...]) -> tuple[int, int]:
        if row == score.shape[0]:
            return 0, 0
        found = [rest(row + 1, room)]
        for column, free in enumerate(room):
            if free and allowed[row, column]:
                placed, total = rest(row + 1, (*room[:column], free - 1, *room[column + 1 :]))
                found.append((placed + 1, total + points(float(score[row, column]))))
        return max(found)

    return rest(0, tuple(capacity.tolist()))


def random_case(rng: np.random.Generator, most: int) -> tuple[Floats, Mask, Assignment, Assignment]:
    """Sizes from none up, few or many lawful pairs, coarse or fine scores, room from 0 to 3."""
    shape = tuple(rng.integers(0, most + 1, 2))
    steps = rng.choice([1, 4, 1000, 1_000_000])
    score = rng.integers(0, steps + 1, shape) / steps
    allowed = rng.random(shape) < rng.choice([0.2, 0.5, 0.9])
    return score, allowed, rng.integers(0, rng.choice([2, 4]), shape[1]), ties(rng, shape)


def ties(rng: np.random.Generator, shape: tuple[int, ...]) -> Assignment:
    return rng.integers(0, 2**64, shape, dtype=np.uint64)


def assert_lawful(assignment: Assignment, allowed: Mask, capacity: Assignment) -> None:
    rows = np.flatnonzero(assignment >= 0)
    assert allowed[rows, assignment[rows]].all()
    assert (np.bincount(assignment[rows], minlength=len(capacity)) <= capacity).all()


def test_most_placed_then_most_points_as_brute_force_finds():
    rng = np.random.default_rng(20260914)
    for _ in range(2000):
        score, allowed, capacity, tie = random_case(rng, most=6)
        assignment = solve(score, allowed, capacity, tie)
        assert_lawful(assignment, allowed, capacity)
        assert value(score, assignment) == best(score, allowed, capacity)


def test_equal_scores_give_the_same_plan_whatever_the_order():
    rng = np.random.default_rng(7)
    for _ in range(300):
        score, allowed, capacity, tie = random_case(rng, most=6)
        score = np.round(score)
        rows, columns = (rng.permutation(size) for size in score.shape)
        seen = np.ix_(rows, columns)
        shuffled = solve(score[seen], allowed[seen], capacity[columns], tie[seen])
        plain = solve(score, allowed, capacity, tie)[rows]
        again = np.array([columns[place] if place >= 0 else -1 for place in shuffled], dtype=np.int64)
        assert (again == plain).all()


def test_a_tie_never_costs_a_point():
    """One millionth outweighs every tie in the plan."""
    score = np.array([[0.5, 0.500001], [0.5, 0.5]])
    highest, lowest = 2**64 - 1, 0
    tie = np.array([[lowest, highest], [highest, lowest]], dtype=np.uint64)
    assert solve(score, np.ones((2, 2), dtype=np.bool_), np.array([1, 1]), tie).tolist() == [1, 0]


def test_one_person_more_is_worth_more_than_all_points():
    """The best pair is given up when that gives a second mentee a place."""
    score = np.array([[1.0, 0.0], [0.9, 0.0]])
    allowed = np.array([[True, True], [True, False]])
    plan = solve(score, allowed, np.array([1, 1]), np.zeros((2, 2), dtype=np.uint64))
    assert plan.tolist() == [1, 0]


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_an_empty_side_places_nobody(shape: tuple[int, int]):
    nothing = np.zeros(shape)
    plan = solve(nothing, nothing > -1, np.ones(shape[1], dtype=np.int64), nothing.astype(np.uint64))
    assert plan.tolist() == [-1] * shape[0]
    assert plan.dtype == np.int64


def test_where_all_is_forbidden_nobody_is_placed():
    score = np.ones((4, 3))
    assert (solve(score, score < 0, np.full(3, 2), score.astype(np.uint64)) == -1).all()


def test_mentors_without_room_get_nobody():
    score = np.ones((4, 3))
    assert (solve(score, score > 0, np.zeros(3, dtype=np.int64), score.astype(np.uint64)) == -1).all()


@pytest.mark.parametrize(("lawful", "place"), [(True, 0), (False, -1)])
def test_one_mentee_and_one_mentor(lawful: bool, place: int):
    plan = solve(np.array([[0.3]]), np.array([[lawful]]), np.array([1]), np.array([[5]], dtype=np.uint64))
    assert plan.tolist() == [place]


def test_with_room_for_all_everybody_has_the_best_mentor():
    rng = np.random.default_rng(3)
    score = rng.random((60, 40))
    plan = solve(score, score >= 0, np.full(40, 50), ties(rng, score.shape))
    assert (score[np.arange(60), plan] == score.max(axis=1)).all()


def test_more_room_than_there_are_mentees_changes_nothing():
    rng = np.random.default_rng(4)
    score, tie = rng.random((5, 4)), ties(rng, (5, 4))
    plans = [solve(score, score > 0.2, np.full(4, room), tie) for room in (5, 50, 10**9)]
    assert plans[0].tolist() == plans[1].tolist() == plans[2].tolist()


@pytest.mark.parametrize("most", [1, 2, 10, 100, 500, 2000, 20_000, 40_000])
def test_costs_keep_their_order_in_double_precision(most: int):
    """Every sum the solver can meet on its way to one more pair stays a whole number it can hold."""
    score, allowed = np.array([[0.0, 1.0, 0.0]]), np.array([[True, True, False]])
    tie = np.full((1, 3), 2**64 - 1, dtype=np.uint64)
    worst, _, not_placed = (int(cost) for cost in costs(score, allowed, tie, most)[0])
    one_millionth = int(
        costs(np.array([[1 - 1 / SCALE]]), np.array([[True]]), np.zeros((1, 1), dtype=np.uint64), most)[0, 0]
    )
    highest_tie = max(
        int(costs(np.array([[1.0]]), np.array([[True]]), np.array([[bits]], dtype=np.uint64), most)[0, 0])
        for bits in range(2**64 - 1, 2**64 - 4000, -1)
    )
    assert most * highest_tie < one_millionth
    assert most * worst < not_placed
    assert 2 * not_placed + most * worst < LARGEST_SUM


@pytest.mark.parametrize("room", [1, 3])
def test_costs_of_500_by_500_are_whole_and_add_up_without_loss(room: int):
    rng = np.random.default_rng(5)
    score, tie = rng.random((500, 500)), ties(rng, (500, 500))
    allowed = rng.random((500, 500)) < 0.7
    cost = costs(score, allowed, tie, most=500)
    assert (cost == np.rint(cost)).all()
    plan = solve(score, allowed, np.full(500, room), tie)
    assert (plan >= 0).all()
    taken = cost[np.arange(500), plan]
    exactly = sum(int(one) for one in taken)
    assert exactly < LARGEST_SUM
    assert int(taken.sum()) == exactly


def referee(score: Floats, allowed: Mask, capacity: Assignment) -> tuple[int, int]:
    """Most placed, then most points, by HiGHS: two whole-number programmes over the lawful pairs."""
    rows, columns = np.nonzero(allowed)
    pair = np.arange(len(rows))
    one = np.ones(len(rows))
    at_most = [
        LinearConstraint(csr_array((one, (rows, pair)), shape=(score.shape[0], len(rows))), ub=1),
        LinearConstraint(csr_array((one, (columns, pair)), shape=(score.shape[1], len(rows))), ub=capacity),
    ]
    worth = np.array([points(float(score[row, column])) for row, column in zip(rows, columns, strict=True)])
    placed = round(-highs(-one, at_most))
    everybody = LinearConstraint(vstack([csr_array(one[None, :])]), lb=placed)
    return placed, round(-highs(-worth.astype(np.float64), [*at_most, everybody]))


def highs(objective: Floats, constraints: list[LinearConstraint]) -> float:
    found = milp(
        objective,
        integrality=np.ones(len(objective)),
        bounds=Bounds(0, 1),
        constraints=constraints,
        options={"mip_rel_gap": 0},
    )
    assert found.success
    return float(found.fun)


@pytest.mark.parametrize("seed", range(6))
def test_a_second_solver_finds_no_better_plan_for_80_mentees_and_60_mentors(seed: int):
    rng = np.random.default_rng(seed)
    score = rng.random((80, 60)).round(3)
    allowed = rng.random((80, 60)) < rng.choice([0.03, 0.1, 0.6])
    capacity = rng.integers(0, 4, 60)
    plan = solve(score, allowed, capacity, ties(rng, score.shape))
    assert_lawful(plan, allowed, capacity)
    assert value(score, plan) == referee(score, allowed, capacity)
