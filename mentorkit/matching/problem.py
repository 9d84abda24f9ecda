"""What a solver gets: whole-number losses, places and ties, and no names."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.model import AimKey

Counts: TypeAlias = NDArray[np.int64]
Ties: TypeAlias = NDArray[np.uint64]

SCALE = 1_000_000
"""Scores are compared to a millionth, as whole numbers, so that ties are real ties."""

_EXACT = 2**50
"""Whole numbers up to here keep every sum on the way exact in double precision."""


@dataclass(frozen=True)
class Problem:
    """An assignment problem in whole numbers: the lower the loss, the better.

    Rows are mentees. A column is a lane: the places of one mentor, or a part of them;
    `mentor` names the mentor of each lane. `loss` and `allowed` have shape
    `(n_mentees, n_lanes)`, `capacity` counts the places of a lane, `unplaced` is the loss
    of a mentee without a mentor. `point` says how many units of loss one score of 1 is,
    `top` which score is no loss at all; `least` is what a place is worth that fills a
    minimum, 0 when nobody set one. With `is_priced` staying unplaced costs points too; else
    it is a bigger loss than all points together.
    """

    loss: Floats
    allowed: Mask
    capacity: Counts
    unplaced: float
    ties: Ties
    mentor: Counts
    aim: AimKey = "placed"
    point: float = SCALE
    top: float = 1.0
    least: float = 0.0
    is_priced: bool = False

    @classmethod
    def of(cls, score: Floats, allowed: Mask, places: "Places", ties: Ties, goal: "Target") -> "Problem":
        """The problem of placing mentees with these scores, in the order of importance of `goal`.

        Number placed (unless leaving out has a price) before minimum loads, before points.
        """
        point, top = goal.unit(score, allowed)
        loss = np.rint(point * (top - score))
        (at, capacity), price = places.lanes, goal.unplaced_price
        left_out = 0.0 if price is None else float(np.rint(point * (top + price)))
        span = max(left_out, float(loss.max(initial=0.0, where=allowed)))
        # Twice what all pairs can differ by: so a price can be taken apart again, see `pair_price.price`.
        least = 2 * (len(score) + 1) * (span + 1) if len(at) > score.shape[1] else 0.0
        everybody = 2 * (len(score) + 1) * (span + least + 1)
        unplaced = everybody if price is None else left_out
        if least:
            loss, allowed, ties = loss[:, at], allowed[:, at], ties[:, at]
            loss[:, score.shape[1] :] -= least
        is_priced = price is not None
        return cls(loss, allowed, capacity, unplaced, ties, at, goal.aim, point, top, least, is_priced)

    @cached_property
    def options(self) -> Floats:
        """Losses with 'not placed' as a last column and infinity where a pair is forbidden."""
        count, lanes = self.loss.shape
        options = np.full((count, lanes + 1), self.unplaced)
        np.copyto(options[:, :lanes], np.inf)
        np.copyto(options[:, :lanes], self.loss, where=self.allowed)
        return options

    @cached_property
    def levels(self) -> Floats:
        """Losses in points alone, shaped like `options`; infinity where forbidden and for 'not placed'."""
        levels = self.options.copy()
        levels[:, :-1][:, self.fills_minimum] += self.least
        levels[:, -1] = np.inf
        return levels

    @cached_property
    def placing(self) -> "Problem":
        """The same problem when only being placed, and filling minimum places, counts: all scores are 0."""
        lost = np.where(self.fills_minimum, -self.least, 0.0)
        return replace(self, loss=np.broadcast_to(lost, self.loss.shape), aim="placed", top=0.0)

    @property
    def fills_minimum(self) -> Mask:
        """The lanes whose places fill a minimum; they stand behind those of all mentors."""
        lanes = np.arange(len(self.mentor))
        return lanes > self.mentor.max(initial=-1) if self.least else lanes < 0

    @property
    def places(self) -> "Places":
        """The places per mentor that the lanes were made of."""
        fills = self.fills_minimum
        least = np.zeros(np.count_nonzero(~fills), dtype=np.int64)
        least[self.mentor[fills]] = self.capacity[fills]
        return Places(self.capacity[~fills] + least, least)

    def before_others(self, rows: Mask) -> "Problem":
        """The same problem in which these mentees are placed before anything else counts.

        Exact as long as they can all be placed at once: what is added outweighs all points together.
        """
        span = float(np.abs(self.loss).max(initial=0.0, where=self.allowed))
        first = self.unplaced + 2 * (len(self.loss) + 1) * (span + 1)
        return replace(self, loss=np.where(rows[:, None], self.loss - first, self.loss))

    def total(self, lane_of: Counts) -> float:
        """The loss of a plan that gives every mentee a lane, −1 for not placed."""
        return float(self.options[np.arange(len(lane_of)), lane_of].sum())


@dataclass(frozen=True)
class Places:
    """Places per mentor, and the fewest mentees each of them wants to have (0 for no wish)."""

    capacity: Counts
    least: Counts

    @property
    def lanes(self) -> tuple[Counts, Counts]:
        """The mentor and the places of each lane: one per mentor, then those that fill a minimum."""
        least = np.minimum(self.least, self.capacity)
        wanting = np.flatnonzero(least > 0)
        mentor = np.append(np.arange(len(least)), wanting)
        return mentor, np.append(self.capacity - least, least[wanting])


@dataclass(frozen=True)
class Target:
    """What the best plan is, see the aims.

    Leaving a mentee out costs `unplaced_price` (in scores); None where as many as possible
    are placed before any point counts.
    """

    aim: AimKey = "placed"
    unplaced_price: float | None = None
    is_bare: bool = False

    def unit(self, score: Floats, allowed: Mask) -> tuple[float, float]:
        """Units of loss per score of 1, and the score that is no loss at all.

        Programmes count in millionths. A bare problem of any range is counted as finely as
        double precision holds, in decimals where its scores are decimals.
        """
        if not self.is_bare:
            return float(SCALE), 1.0
        lawful = score[allowed]
        top, low = float(lawful.max(initial=0.0)), float(lawful.min(initial=0.0))
        priced = [] if self.unplaced_price is None else [self.unplaced_price]
        span = max(top - low, *(abs(top + price) for price in priced), 1e-290)
        finest = _EXACT / (span * 2 * (len(score) + 2) ** 2)
        given = np.append(lawful, priced)
        for decimal in (1.0, 1e3, 1e6):
            if decimal <= finest and np.array_equal(np.rint(given * decimal) / decimal, given):
                return decimal, top
        return float(2.0 ** np.floor(np.log2(finest))), top


@dataclass(frozen=True)
class Solution:
    """A plan with the prices that prove it.

    `lane_of` gives per mentee her lane or −1. `u` is what each mentee costs, `v` (never
    above 0) what one place in a lane is worth; both in units of loss of the problem that the
    aim has priced, see `Aim.priced`.
    """

    lane_of: Counts
    u: Floats
    v: Floats
