"""Ties: the people's own numbers choose among the best plans, never the order of rows or columns."""

from dataclasses import replace

import numpy as np
import pytest

from mentorkit.matching.aims import best as solve
from mentorkit.matching.problem import AimKey, Counts
from tests.matching.instances import AIMS, Case, mentors_of, random_case, random_ties, worth


def shuffled(case: Case, rows: Counts, columns: Counts) -> Case:
    seen = np.ix_(rows, columns)
    return replace(
        case,
        score=case.score[seen],
        allowed=case.allowed[seen],
        capacity=case.capacity[columns],
        least=case.least[columns],
        ties=case.ties[seen],
    )


def plan(case: Case, aim: AimKey) -> Counts:
    problem = case.problem(aim)
    return mentors_of(problem, solve(problem).lane_of)


@pytest.mark.parametrize("aim", AIMS)
@pytest.mark.parametrize(("most", "steps", "count"), [(7, 1, 200), (7, 4, 100), (40, 1, 8), (40, 20, 8)])
def test_the_plan_is_the_same_whatever_the_order_of_rows_and_columns(
    aim: AimKey, most: int, steps: int, count: int
):
    rng = np.random.default_rng(7)
    for _ in range(count):
        case = random_case(rng, most, steps)
        rows, columns = (rng.permutation(size) for size in case.score.shape)
        again = np.append(columns, -1)[plan(shuffled(case, rows, columns), aim)]
        assert again.tolist() == plan(case, aim)[rows].tolist()


@pytest.mark.parametrize("aim", AIMS)
def test_other_ties_choose_another_plan_that_is_just_as_good(aim: AimKey):
    rng, differ = np.random.default_rng(8), 0
    for _ in range(100):
        case = random_case(rng, most=7, steps=1)
        other = replace(case, ties=random_ties(rng, case.score.shape))
        first, second = plan(case, aim), plan(other, aim)
        assert worth(case, first, aim) == worth(case, second, aim)
        differ += first.tolist() != second.tolist()
    assert differ > 20


@pytest.mark.parametrize("aim", AIMS)
@pytest.mark.parametrize("least", [0, 1])
@pytest.mark.parametrize("mentors", [1, 2])
def test_who_is_left_out_when_all_are_equal_is_chosen_by_ties_too(aim: AimKey, least: int, mentors: int):
    """Ten equal mentees, too few places: the first half is left out as often as the second."""
    rng, first_half = np.random.default_rng(9), 0
    for _ in range(60):
        case = Case(
            score=np.ones((10, mentors)),
            allowed=np.ones((10, mentors), dtype=np.bool_),
            capacity=np.ones(mentors, dtype=np.int64),
            least=np.full(mentors, least),
            price=0.5,
            ties=random_ties(rng, (10, mentors)),
        )
        first_half += int((plan(case, aim)[:5] >= 0).sum())
    assert 0.3 < first_half / (60 * mentors) < 0.7
