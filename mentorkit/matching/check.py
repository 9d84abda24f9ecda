"""Is a plan lawful, and is it the best? Looks at plan and prices alone and knows no solver."""

from dataclasses import dataclass, replace

import numpy as np

from mentorkit.matching.duals import stages, tight
from mentorkit.matching.problem import Problem, Solution


@dataclass(frozen=True)
class Certificate:
    """What the prices prove about a plan.

    `bound` is the least loss any lawful plan can have, `loss` that of this plan; both in
    units of loss. `gap` is what could still be won, in scores; 0 when it is the best.
    """

    is_lawful: bool
    loss: float
    bound: float
    gap: float

    @property
    def is_optimal(self) -> bool:
        """Whether no lawful plan can be better."""
        return self.is_lawful and self.loss == self.bound


def certificate(problem: Problem, solution: Solution) -> Certificate:
    """What the prices of a solution prove.

    Any prices v ≤ 0 give a bound: each mentee's cheapest option after prices, plus the
    prices of all places (weak duality of the transportation problem, Kantorovich 1942,
    doi:10.1007/s10958-006-0049-2). The sums are of whole numbers and therefore exact.
    """
    prices = np.minimum(solution.v, 0.0)
    cheapest = (problem.options - np.append(prices, 0.0)).min(axis=1, initial=problem.unplaced)
    bound = float(cheapest.sum() + (np.maximum(problem.capacity, 0) * prices).sum())
    placed = solution.lane_of[solution.lane_of >= 0]
    load = np.bincount(placed, minlength=len(problem.capacity))
    loss = problem.total(solution.lane_of)
    is_lawful = bool(np.isfinite(loss) and (load <= np.maximum(problem.capacity, 0)).all())
    return Certificate(is_lawful, loss, bound, (loss - bound) / problem.point)


def certificate_by_steps(problem: Problem, solution: Solution) -> Certificate:
    """What is proven about a plan that is to be the best for the weakest, from the highest loss down.

    The prices prove that nobody else can be placed. When a step after that fails, the gap is
    that of a plan with one mentee fewer at that loss, and not 0.
    """
    found = certificate(problem.placing, solution)
    if not found.is_optimal or _holds(problem, solution):
        return found
    return replace(found, bound=found.bound - 1.0, gap=1.0 / problem.point)


def _holds(problem: Problem, solution: Solution) -> bool:
    """Whether every step from the highest loss down is proven by its prices.

    Each step is a problem of its own in which 1 is lost per mentee at that loss. Its prices must
    not exceed any open cost, nor be positive where a lane may have an empty place, and must add up
    to what the plan loses; then the plan is one of the best of that step, and the next step may
    use only what these prices leave open.
    """
    open_to = tight(problem.placing, solution)
    may_be_empty = np.append(solution.v == 0, True)
    capacity = np.append(problem.capacity, 0)
    rows, before = np.arange(len(solution.lane_of)), np.inf
    for stage in stages(problem, solution):
        open_to = open_to & ~((problem.levels > stage.loss) & (problem.levels < before))
        cost = np.where(open_to, problem.levels == stage.loss, np.inf)
        left = cost - stage.u[:, None] - stage.v
        lost = cost[rows, solution.lane_of].sum()
        proven = stage.u.sum() + (capacity * stage.v).sum()
        if (left < 0).any() or (stage.v[may_be_empty] > 0).any() or lost != proven:
            return False
        open_to, may_be_empty, before = open_to & (left == 0), may_be_empty & (stage.v == 0), stage.loss
    return not (problem.levels[rows, solution.lane_of][solution.lane_of >= 0] < before).any()
