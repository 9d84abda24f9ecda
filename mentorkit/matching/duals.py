"""Prices that prove a plan: what a place is worth and what a mentee costs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.problem import Counts, Problem, Solution


def exchange(options: Floats, lane_of: Counts) -> Floats:
    """What it costs to pass a place on around a plan; `options` has 'not placed' as its last column.

    Square: the least loss at which somebody in one lane moves to another, infinity where nobody may.
    """
    width = options.shape[1]
    own = lane_of % width
    order = np.argsort(own, kind="stable")
    loaded, starts = np.unique(own[order], return_index=True)
    moves = options[order] - options[order, own[order]][:, None]
    cost = np.full((width, width), np.inf)
    cost[loaded] = moves if len(loaded) == len(order) else np.minimum.reduceat(moves, starts, axis=0)
    return cost


def shortest(cost: Floats, start: Floats) -> Floats:
    """Shortest distances to every lane over exchanges, from `start`.

    From zeros these are the dual prices nearest to zero: minus the price of a lane is
    exactly what one more place in it would gain. Bellman–Ford (doi:10.1090/qam/102435),
    in which only lanes whose distance fell are looked at again.
    """
    found, fell = start.copy(), np.flatnonzero(np.isfinite(start))
    for _ in range(len(start) + 1):
        reach = (cost[fell] + found[fell, None]).min(axis=0, initial=np.inf)
        fell = np.flatnonzero(reach < found)
        if not len(fell):
            break
        found[fell] = reach[fell]
    return found


def priced(problem: Problem, lane_of: Counts) -> Solution:
    """A plan with its dual prices; they prove it when it is a best one, see `check.certificate`."""
    cost = exchange(problem.options, lane_of)
    prices = shortest(cost, np.zeros(len(cost)))
    own = problem.options[np.arange(len(lane_of)), lane_of]
    return Solution(lane_of, own - prices[lane_of], prices[:-1])


def reduced(problem: Problem, solution: Solution) -> Floats:
    """How far every option is from being used in a best plan, before anybody moves; `not placed` last.

    Never negative when the prices are right, infinity where a pair is forbidden.
    """
    return problem.options - solution.u[:, None] - np.append(solution.v, 0.0)


@dataclass(frozen=True, eq=False)
class Nearby:
    """A plan and what stands around it, worked out once for everything that is asked about it.

    `told` keeps the prices of the mentees who were asked about, by row; see `pair_price.prices_of`.
    """

    problem: Problem
    solution: Solution
    told: dict[int, Floats] = field(default_factory=dict)

    @cached_property
    def costs(self) -> Floats:
        """See `reduced`."""
        return reduced(self.problem, self.solution)

    @cached_property
    def exchange(self) -> Floats:
        """What it costs to pass a place on, beyond what the prices say."""
        return exchange(self.costs, self.solution.lane_of)

    @cached_property
    def is_free(self) -> Mask:
        """Lanes with a place left; there is always room among those who are not placed."""
        placed = self.solution.lane_of[self.solution.lane_of >= 0]
        load = np.bincount(placed, minlength=len(self.problem.capacity))
        return np.append(load < self.problem.capacity, True)

    def under(self, problem: Problem) -> "Nearby":
        """The same plan when another problem is the one that is priced."""
        return self if problem is self.problem else Nearby(problem, self.solution)


def tight(problem: Problem, solution: Solution) -> Mask:
    """The options that some best plan may use; every best plan uses only these."""
    return reduced(problem, solution) == 0


@dataclass(frozen=True)
class Stage:
    """One step of a proof from the highest loss down.

    Of the plans that the earlier steps leave open, none has fewer mentees at `loss`. `u`
    and `v` ('not placed' last) are the dual prices for costs of 1 at that loss, else 0.
    """

    loss: float
    u: Floats
    v: Floats


def stages(problem: Problem, solution: Solution) -> Iterator[Stage]:
    """The steps that prove a plan to be the best for the weakest; `check.certificate_by_steps` reads them."""
    rows = np.arange(len(solution.lane_of))
    open_to, is_full = tight(problem.placing, solution), solution.v < 0
    reached = problem.levels[rows, solution.lane_of]
    before = np.inf
    for loss in np.unique(reached[np.isfinite(reached)])[::-1].tolist():
        # Losses between two steps are those of nobody in the plan, so they can simply be closed.
        open_to = open_to & ~((problem.levels > loss) & (problem.levels < before))
        cost = np.where(open_to, problem.levels == loss, np.inf)
        u, v = stage_prices(cost, solution.lane_of, is_full)
        yield Stage(loss, u, v)
        open_to = open_to & (cost - u[:, None] - v == 0)
        is_full = is_full | (v[:-1] != 0)
        before = loss


def stage_prices(cost: Floats, lane_of: Counts, is_full: Mask) -> tuple[Floats, Floats]:
    """Dual prices of a plan for costs of 0 and 1 when some lanes must stay full; 'not placed' last in `v`."""
    count, width = cost.shape
    start = np.zeros(width)
    start[:-1][is_full] = count + 1
    v = shortest(exchange(cost, lane_of), start)
    return cost[np.arange(count), lane_of] - v[lane_of], v
