"""Another solver (HiGHS) finds no better plan, for each of the three aims.

It solves a row of linear programmes, one per thing that matters, each on the plans that
the earlier ones leave. The constraints are those of a flow, so that a corner is a plan.
"""

from collections.abc import Iterator

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array, vstack

from mentorkit.matching.aims import best as solve
from mentorkit.matching.aims import proof
from mentorkit.matching.candidates import Floats
from mentorkit.matching.problem import SCALE, AimKey
from tests.matching.instances import AIMS, Case, assert_lawful, mentors_of, random_case, worth

GRID = 5
"""Under the aim "leximin" a score is one of so many steps, so that a few programmes decide."""

SIZES = [*[12] * 262, *[30] * 28, *[60, 60, 65, 70, 75, 80, 80, 80, 80, 80]]
"""Three hundred instances for each aim: most of them small."""

pytestmark = pytest.mark.no_cover  # thousands of problems


@pytest.mark.no_cover  # hundreds of problems
@pytest.mark.parametrize("aim", AIMS)
def test_on_300_problems_up_to_80_by_60_a_second_solver_finds_no_better_plan(aim: AimKey):
    rng = np.random.default_rng(20260915)
    for most in SIZES:
        case = any_case(rng, most, GRID if aim == "leximin" else 1000)
        problem = case.problem(aim)
        solution = solve(problem)
        plan = mentors_of(problem, solution.lane_of)
        assert_lawful(case, plan)
        assert proof(problem, solution).is_optimal
        assert told(case, worth(case, plan, aim), aim) == referee(case, aim)


def any_case(rng: np.random.Generator, most: int, steps: int) -> Case:
    """Up to 80 mentees; the large ones in full, so that not all of them come out small."""
    case = random_case(rng, most, steps)
    if most < 60:
        return case
    shape = (most, 3 * most // 4)
    return Case(
        score=rng.integers(0, steps + 1, shape) / steps,
        allowed=rng.random(shape) < rng.choice([0.05, 0.2, 0.6]),
        capacity=rng.integers(0, 4, shape[1]),
        least=rng.integers(0, 3, shape[1]),
        price=case.price,
        ties=rng.integers(0, 2**64, shape, dtype=np.uint64),
    )


def told(case: Case, found: tuple[int, ...], aim: AimKey) -> list[int]:
    """What a plan is worth in the words of the referee: how many pairs at each score, not a list of them."""
    if aim != "leximin":
        return list(found)
    return [*found[:2], *(found[2:].count(level) for level in levels(case))]


def levels(case: Case) -> list[int]:
    return np.unique(case.points[case.allowed]).tolist()


def referee(case: Case, aim: AimKey) -> list[int]:
    """The best that each objective can be, given the best of those before it."""
    rows, columns = np.nonzero(case.allowed)
    if not len(rows):
        return [0] * (3 if aim == "placed" else 2) if aim != "total" else [0, -price(case) * len(case.score)]
    constraints, ceiling = flow(case, rows, columns)
    found: list[int] = []
    held, targets = constraints[:0], np.empty(0)
    for wanted, constant, sign in objectives(case, aim):
        result = linprog(-sign * wanted, constraints, ceiling, held, targets, (0, 1), method="highs")
        assert result.success
        value = round(-sign * result.fun)
        found.append(value + constant)
        held, targets = vstack([held, csr_array(wanted[None, :])]).tocsr(), np.append(targets, value)
    return found


def price(case: Case) -> int:
    return round(SCALE * case.price)


def objectives(case: Case, aim: AimKey) -> Iterator[tuple[Floats, int, int]]:
    """Over pairs, then minimum places: what counts, a constant, and 1 for the more the better."""
    points = case.points[case.allowed].astype(np.float64)
    minimums = np.zeros(int(case.least.sum()))
    pair, point = np.append(np.ones_like(points), minimums), np.append(points, minimums)
    if aim != "total":
        yield pair, 0, 1
    yield 1 - pair, 0, 1
    if aim == "placed":
        yield point, 0, 1
    elif aim == "total":
        yield point + price(case) * pair, -price(case) * len(case.score), 1
    else:
        for level in levels(case):
            yield np.append(points == level, minimums).astype(np.float64), 0, -1


def flow(case: Case, rows: Floats, columns: Floats) -> tuple[csr_array, Floats]:
    """Each mentee at most one pair, each mentor at most her places, each minimum place filled by a pair."""
    mentees, mentors = case.score.shape
    pairs, owner = np.arange(len(rows)), np.repeat(np.arange(mentors), case.least)
    places = len(pairs) + np.arange(len(owner))
    ones, width = np.ones(len(pairs)), len(pairs) + len(owner)
    one_each = coo_array((ones, (rows, pairs)), shape=(mentees, width))
    room = coo_array((ones, (columns, pairs)), shape=(mentors, width))
    fills = coo_array((np.ones(len(owner)), (owner, places)), shape=(mentors, width))
    ceiling = np.concatenate([np.ones(mentees), case.capacity, np.zeros(mentors)])
    return vstack([one_each, room, fills - room]).tocsr(), ceiling
