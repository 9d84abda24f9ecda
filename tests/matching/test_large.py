"""A programme of thousands is solved over likely pairs, to the same plan as any other."""

from itertools import count

import numpy as np
import pytest

from mentorkit.matching.aims import best, proof
from mentorkit.matching.problem import Places, Problem, Target
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.matching.solvers.exact import LARGE, assign


@pytest.fixture(scope="module")
def problem() -> Problem:
    """Scores to a hundredth, so that thousands of plans are equally good."""
    rng = np.random.default_rng(12)
    shape = (1200, 900)
    score = (rng.random((1200, 3)) @ rng.random((3, 900)) / 3).round(2)
    places = Places(rng.integers(0, 3, 900), np.zeros(900, dtype=np.int64))
    ties = rng.integers(0, 2**64, shape, dtype=np.uint64)
    return Problem.of(score, rng.random(shape) < 0.7, places, ties, Target())


def test_the_plan_is_proven_and_as_good_as_the_one_over_all_pairs(problem: Problem):
    assert problem.loss.size >= LARGE
    solution = best(problem)
    assert proof(problem, solution).is_optimal
    assert problem.total(solution.lane_of) == problem.total(assign(problem))


def test_ties_are_settled_by_the_people_there_too(problem: Problem):
    rng = np.random.default_rng(1)
    rows, columns = rng.permutation(1200), rng.permutation(900)
    seen = np.ix_(rows, columns)
    shuffled = Problem(
        problem.loss[seen],
        problem.allowed[seen],
        problem.capacity[columns],
        problem.unplaced,
        problem.ties[seen],
        problem.mentor,
    )
    again = np.append(columns, -1)[best(shuffled).lane_of]
    assert (again == best(problem).lane_of[rows]).all()


@pytest.mark.parametrize("asked", [0, 1, 40, 90])
def test_a_stopped_solve_gives_a_lawful_plan_that_says_it_is_not_proven(problem: Problem, asked: int):
    times = count()
    found = proof(problem, best(problem, Watch(should_stop=lambda: next(times) >= asked)))
    assert found.is_lawful
    assert found.gap >= 0
