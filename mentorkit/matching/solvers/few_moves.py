"""The best plans for every number of people who may leave the place they have: exact, in whole numbers.

The least loss with at most k moves is an assignment with one condition on the side, which no price alone
solves for every k. A price per move gives a bound for every k and the plans on the lower hull (Lagrangian
relaxation; Geoffrion 1974, doi:10.1007/BFb0120690); the gap that is left is closed by cases: somebody stays,
or moves (branch and bound; Land and Doig 1960, doi:10.2307/1910129). Every solve is the exact one.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NamedTuple

import numpy as np

from mentorkit.matching.candidates import Mask
from mentorkit.matching.duals import priced, tight
from mentorkit.matching.problem import Counts, Problem
from mentorkit.matching.solvers import exact
from mentorkit.matching.solvers.blocks import SILENT, Watch
from mentorkit.matching.solvers.settle import cheapest, undecided

MOST_SOLVES = 2_000
"""Solves that are spent on proving single numbers of moves; what is not proven by then is left out."""


class Arranged(NamedTuple):
    """A plan: its loss, how many left the place they had, and per mentee her lane or −1."""

    loss: float
    moves: int
    lane_of: Counts


@dataclass
class Rearranging:
    """A problem in which some mentees have a place already.

    `own` has shape `(n_mentees, n_lanes)`: True for the lanes of the mentor somebody has, nowhere for
    who waits. Staying is lawful for all of them at once, and no plan may leave one of them out: see
    `Problem.before_others`.
    """

    problem: Problem
    own: Mask
    watch: Watch = SILENT
    most_solves: int = MOST_SOLVES
    solves: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.stands: Mask = np.any(self.own, axis=1)
        lawful = self.problem.allowed
        spans = self.problem.loss.max(axis=1, initial=0.0, where=lawful)
        spans -= self.problem.loss.min(axis=1, initial=0.0, where=lawful)
        self.dear = 2.0 * (self.problem.unplaced + (len(self.own) + 1) * (spans.max(initial=0.0) + 1))

    def all_stay(self) -> Arranged:
        """The best plan in which nobody leaves her place."""
        return self._at(0.0, self._case(self.stands, ~self.stands & self.stands))

    def free(self) -> Arranged:
        """The best plan of all; of those as good, one with the fewest moves."""
        lane_of = exact.assign(self.problem)
        solution = priced(self.problem, lane_of)
        open_to = tight(self.problem, solution)
        cost = np.column_stack([self.stands[:, None] & ~self.own, self.stands])[undecided(open_to)]
        if len(cost):
            is_full = solution.v < 0
            lane_of = cheapest(cost.astype(float), open_to, is_full, self.problem.capacity, lane_of)
        return self._arranged(lane_of)

    def hull(self, fewest: Arranged, most: Arranged, depth: int) -> Iterator[Arranged]:
        """Plans between two, in the order of their moves, each the best for its number of moves.

        At most one between the two, one on either side of that, and so on, `depth` times.
        """
        if most.moves - fewest.moves < 2 or not depth:
            return
        price = (fewest.loss - most.loss) // (most.moves - fewest.moves)
        found = self._at(price, self.problem.allowed)
        on_line = fewest.loss + price * fewest.moves, most.loss + price * most.moves
        if fewest.moves < found.moves < most.moves and found.loss + price * found.moves < min(on_line):
            yield from self.hull(fewest, found, depth - 1)
            yield found
            yield from self.hull(found, most, depth - 1)

    def best_within(self, moves: int, known: Arranged) -> Arranged | None:
        """The best plan with at most so many moves; None when it could not be proven.

        `known` is such a plan, which is given back when none is better.
        """
        order, nobody = count(), np.zeros(len(self.own), dtype=np.bool_)
        best, cases = known, [(-np.inf, next(order), nobody, nobody)]
        while cases:
            bound, _, stays, goes = heapq.heappop(cases)
            if bound >= best.loss or goes.sum() > moves:
                continue
            if self.solves >= self.most_solves:
                return None
            bound, found, split = self._bounded(moves, stays, goes, best.loss)
            best = found if found and found.loss < best.loss else best
            if bound < best.loss and split >= 0:
                here = np.arange(len(stays)) == split
                heapq.heappush(cases, (bound, next(order), stays | here, goes))
                heapq.heappush(cases, (bound, next(order), stays, goes | here))
        return best

    def _case(self, stays: Mask, goes: Mask) -> Mask:
        """What is lawful when these mentees stay and those leave."""
        return self.problem.allowed & ~(stays[:, None] & ~self.own) & ~(goes[:, None] & self.own)

    def _bounded(
        self, moves: int, stays: Mask, goes: Mask, enough: float
    ) -> tuple[float, Arranged | None, int]:
        """What no plan of a case is below, the best one that was seen, and whom to tell apart next.

        Two plans, one with few enough moves and one with too many, give the next price of a move, as long
        as that raises the bound. Nobody is to be told apart (−1) once the best plan is found.
        """
        allowed = self._case(stays, goes)
        over = self._at(0.0, allowed)
        if over.moves <= moves:
            return over.loss, over, -1
        within = best = self._at(self.dear, allowed)
        bound = max(over.loss, within.loss + self.dear * (within.moves - moves))
        while within.moves <= moves and bound < enough:
            price = (within.loss - over.loss) // (over.moves - within.moves)
            found = self._at(price, allowed)
            if (raised := found.loss + price * (found.moves - moves)) <= bound:
                break
            bound = raised
            within, over = (found, over) if found.moves <= moves else (within, found)
            best = min(best, within, key=lambda one: one.loss)
        is_within = best.moves <= moves
        told = goes | self.left(within.lane_of) if is_within else goes
        differs = self.left(over.lane_of) & ~told
        return bound, best if is_within else None, int(differs.argmax()) if differs.any() else -1

    def _at(self, price: float, allowed: Mask) -> Arranged:
        """The best plan of a case when every move costs this much; staying is worth it instead."""
        self.watch.go_on()
        self.solves += 1
        loss = self.problem.loss - price * self.own
        return self._arranged(exact.assign(replace(self.problem, loss=loss, allowed=allowed)))

    def _arranged(self, lane_of: Counts) -> Arranged:
        return Arranged(self.problem.total(lane_of), int(self.left(lane_of).sum()), lane_of)

    def left(self, lane_of: Counts) -> Mask:
        """Who does not have the place any more that she had."""
        kept = np.column_stack([self.own, ~self.stands])[np.arange(len(lane_of)), lane_of]
        return self.stands & ~kept
