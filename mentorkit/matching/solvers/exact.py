"""The exact solver: the plan with the least loss, ties by the data, prices as proof."""

import numpy as np

from mentorkit.matching.duals import priced, tight
from mentorkit.matching.problem import Counts, Problem, Solution
from mentorkit.matching.solvers.assignment import least_cost
from mentorkit.matching.solvers.blocks import SILENT, Watch
from mentorkit.matching.solvers.large import sparse
from mentorkit.matching.solvers.settle import settle

LARGE = 1_050_000
"""From so many pairs on, looking at likely pairs first is the faster way to the same plan."""


def solve_exactly(problem: Problem, watch: Watch = SILENT) -> Solution:
    """The best plan and its prices.

    No lawful plan has a lower loss; of those with as low a loss it is the one with the
    lowest sum of ties. Steps: 1. one column per place, where a forbidden place stands for
    'not placed'; 2. solve the assignment; 3. dual prices from the residual graph;
    4. settle ties among the options that prices leave open. A large problem is solved over
    likely pairs (see `sparse.solve_sparsely`); `watch` can stop that, and then the last plan is given
    with prices that do not prove it.
    """
    if problem.loss.size >= LARGE and not problem.least:
        losses = problem.options[:, :-1]
        plan = sparse.solve_sparsely(losses, problem.capacity, problem.unplaced, watch=watch)
        solution = Solution(plan.mentor_of, plan.u, plan.v)
        if not plan.is_optimal:
            return solution
    else:
        solution = priced(problem, assign(problem))
    lane_of = settle(tight(problem, solution), solution.v < 0, problem, solution.lane_of)
    return Solution(lane_of, solution.u, solution.v)


def assign(problem: Problem) -> Counts:
    """A best plan, without a promise which of several."""
    count, lanes = problem.loss.shape
    seats = np.repeat(np.arange(lanes), np.clip(problem.capacity, 0, count))
    cost = np.minimum(problem.options[:, :-1], problem.unplaced)
    rows, taken = least_cost(cost if (problem.capacity == 1).all() else cost[:, seats])
    lane_of = np.full(count, -1, dtype=np.int64)
    lane_of[rows] = seats[taken]
    is_worse = problem.options[np.arange(count), lane_of] > problem.unplaced
    lane_of[is_worse] = -1
    return lane_of
