"""What an aim is: it says which lawful plan is the best; how that is found, proven, priced and told."""

from dataclasses import dataclass
from typing import ClassVar

from mentorkit.matching.aims.pair_price import Price, Step, chain, insisted, price, prices_of
from mentorkit.matching.check import Certificate, certificate
from mentorkit.matching.duals import Nearby
from mentorkit.matching.problem import Counts, Problem, Solution, Target
from mentorkit.matching.solvers import exact
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.model import AimKey
from mentorkit.text import Message


@dataclass(frozen=True)
class Insistence:
    """The best plan that holds a certain pair, beside the best plan of all.

    `price` is what it has less, `steps` are the mentees who move, the one in question first.
    `is_as_good` says that the aim has no ground to prefer the plan without the pair.
    """

    price: Price
    steps: tuple[Step, ...]
    is_as_good: bool


@dataclass(frozen=True)
class Aim:
    """One answer to the question which plan is the best; by itself that with the most points.

    An aim under which points are not added up gives its own answer to every method here.
    `meaning` says what it does and when it fits, `proven` what it means that a plan is proven
    best. With `is_priced` leaving a mentee out costs a price that the coordinator sets; else
    as many mentees as possible are placed before any point counts. Where an aim `sums_points`,
    the dual prices of a solution price every pair in points; else points come last and are told
    as they are. Without `is_quick` every other plan that is tried takes a whole solve, so
    that questions which try many of them try fewer.

    In all methods `row` is a mentee of the problem, and `lanes` are those of one mentor, with
    places, where the pair is lawful.
    """

    key: AimKey
    is_priced: bool
    label: Message
    meaning: Message
    proven: Message
    sums_points: ClassVar[bool] = True
    is_quick: ClassVar[bool] = True

    def goal(self, unplaced_price: float, *, is_bare: bool = False) -> Target:
        """How a problem is posed; the price of leaving a mentee out counts only where the aim has one."""
        return Target(self.key, unplaced_price if self.is_priced else None, is_bare)

    def solve(self, problem: Problem, watch: Watch) -> Solution:
        """The best plan, with the prices of `priced`; `watch` follows a large one."""
        return exact.solve_exactly(problem, watch)

    def assign(self, problem: Problem) -> Counts:
        """A best plan, without a promise which of several."""
        return exact.assign(problem)

    def prove(self, problem: Problem, solution: Solution) -> Certificate:
        """What is proven about a plan."""
        return certificate(problem, solution)

    def priced(self, problem: Problem) -> Problem:
        """The problem that the prices of a solution are about: this one, or an easier part of it."""
        return problem

    def standing(self, problem: Problem, lane_of: Counts) -> tuple[float, ...]:
        """How good a plan is: the lower, the better."""
        return (problem.total(lane_of),)

    def insist(self, near: Nearby, row: int, lanes: list[int]) -> Insistence:
        """The best plan with a pair, beside the best plan; by shortest paths, without another solve."""
        losses = prices_of(near, row)
        lane = min(lanes, key=lambda one: (losses[one], one))
        loss = float(losses[lane])
        return Insistence(price(near.problem, loss), chain(near, row, lane), loss == 0)

    def holds(self, near: Nearby, row: int, lanes: list[int]) -> bool:
        """Whether the pair is in the best plan or in another one that is as good."""
        return bool(prices_of(near, row)[lanes].min() == 0)

    def outdoes(self, problem: Problem, rival: Counts, row: int, lanes: list[int]) -> bool:
        """Whether a lawful plan is found better, at little cost, than every plan with the pair."""
        return problem.total(rival) < min(problem.total(insisted(problem, row, lane)) for lane in lanes)
