"""Protect the weakest: most people placed, then the lowest pair as high as can be, then the next lowest."""

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from mentorkit.matching.aims.aim import Aim, Insistence
from mentorkit.matching.aims.pair_price import differences, insisted, price
from mentorkit.matching.check import Certificate, certificate_by_steps
from mentorkit.matching.duals import Nearby
from mentorkit.matching.problem import Counts, Problem, Solution
from mentorkit.matching.solvers import weakest_first
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.text import say


@dataclass(frozen=True)
class Leximin(Aim):
    """The plan whose losses, sorted from the highest down, are lexicographically least.

    A price is not one number here: those of a solution are what a place is worth in people
    placed and in minimum places filled.
    """

    sums_points: ClassVar[bool] = False
    is_quick: ClassVar[bool] = False

    def solve(self, problem: Problem, watch: Watch) -> Solution:
        """See `weakest_first.solve_weakest_first`; it is not followed."""
        return weakest_first.solve_weakest_first(problem)

    def assign(self, problem: Problem) -> Counts:
        """A whole solve."""
        return weakest_first.solve_weakest_first(problem).lane_of

    def prove(self, problem: Problem, solution: Solution) -> Certificate:
        """See `check.certificate_by_steps`."""
        return certificate_by_steps(problem, solution)

    def priced(self, problem: Problem) -> Problem:
        """The problem of placing people alone."""
        return problem.placing

    def standing(self, problem: Problem, lane_of: Counts) -> tuple[float, ...]:
        """What the plan loses in placing people, and then its losses from the highest down."""
        levels = problem.levels[np.arange(len(lane_of)), lane_of]
        return problem.placing.total(lane_of), *np.sort(levels[np.isfinite(levels)])[::-1].tolist()

    def insist(self, near: Nearby, row: int, lanes: list[int]) -> Insistence:
        """By one more solve per lane."""
        problem, before = near.problem, near.solution.lane_of
        plans = [insisted(problem, row, lane, self.assign) for lane in lanes]
        after = min(plans, key=lambda plan: self.standing(problem, plan))
        lost = problem.placing.total(after) - problem.placing.total(before)
        is_as_good = self.standing(problem, after) == self.standing(problem, before)
        return Insistence(price(problem.placing, lost), differences(before, after, row), is_as_good)

    def holds(self, near: Nearby, row: int, lanes: list[int]) -> bool:
        """All best plans have the same losses, so a pair whose loss is not there needs no solve."""
        levels = near.problem.levels
        is_there = levels[row, lanes[0]] in levels[np.arange(len(levels)), near.solution.lane_of]
        return is_there and self.insist(near, row, lanes).is_as_good

    def outdoes(self, problem: Problem, rival: Counts, row: int, lanes: list[int]) -> bool:
        """Whether every plan with the pair has a lower lowest pair, or places fewer."""
        reached = problem.levels[np.arange(len(rival)), rival]
        highest = reached.max(initial=-np.inf, where=np.isfinite(reached))
        judged = replace(problem.placing, loss=problem.placing.loss + (problem.levels[:, :-1] > highest))
        return judged.total(rival) < min(judged.total(insisted(judged, row, lane)) for lane in lanes)


AIM = Leximin(
    key="leximin",
    is_priced=False,
    label=say("Protect the weakest"),
    meaning=say(
        "As many mentees as possible get a mentor; among those proposals, the lowest pair is as good "
        "as it can be, then the next lowest, and so on. Fits when nobody may be left with a pair "
        "that has few points."
    ),
    proven=say(
        "no other permitted proposal places more people, or as many with a better lowest pair, and so"
        " on upwards"
    ),
)
