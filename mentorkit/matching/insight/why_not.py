"""Why not this pair: what stands against it, what insisting on it costs, and who would have to move."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from mentorkit.matching.aims.pair_price import Price, Step, prices_of
from mentorkit.matching.candidates import Floats
from mentorkit.matching.problem import Counts, Problem
from mentorkit.matching.propose import Proposal


class Verdict(StrEnum):
    """What kind of reason there is; the first that holds, in this order."""

    PAIR = "already_the_pair"
    DECIDED = "decided_otherwise_by_her"
    FORBIDDEN = "forbidden"
    FULL = "no_place_beside_what_is_decided"
    TOSS = "in_another_plan_that_is_as_good"
    COSTS = "costs"


@dataclass(frozen=True)
class Pass:
    """One mentee who would move, with her row; columns of mentors, −1 for not placed.

    `gain` is the score of her new pair minus that of the old one, None when one of the two
    does not exist.
    """

    row: int
    before: int
    after: int
    gain: float | None


@dataclass(frozen=True)
class WhyNot:
    """Why a mentee (row) is not with a mentor (column).

    `price` is what the best plan with this pair has less than the best plan, None where
    no lawful plan has it. `passes` are the mentees who move then, this one first. `lowest`
    is by how much the lowest score of all pairs falls; it is counted only where points do
    not decide, and there `price.score` may be negative.
    """

    row: int
    column: int
    answer: Verdict
    price: Price | None = None
    passes: tuple[Pass, ...] = ()
    lowest: float = 0.0

    @property
    def own_gain(self) -> float | None:
        """What the mentee gains herself, −1…1; None when she has no mentor now or would not move."""
        return self.passes[0].gain if self.passes else None


def why_not(proposal: Proposal, row: int, column: int) -> WhyNot:
    """The reason, exact, see `Aim.insist`."""
    answer = _at_once(proposal, row, column)
    if answer:
        return WhyNot(row, column, answer, Price(0, 0, 0.0) if answer is Verdict.PAIR else None)
    found = proposal.aim.insist(proposal.near, *_at(proposal, row, column))
    answer = Verdict.TOSS if found.is_as_good else Verdict.COSTS
    reason = WhyNot(row, column, answer, found.price, _passes(proposal, found.steps))
    return reason if proposal.aim.sums_points else _in_scores(proposal, reason, found.price)


def is_in_a_best_plan(proposal: Proposal, row: int, column: int) -> bool:
    """Whether the pair is in the plan or in another one that is as good."""
    answer = _at_once(proposal, row, column)
    if answer:
        return answer is Verdict.PAIR
    return proposal.aim.holds(proposal.near, *_at(proposal, row, column))


def plan_with(proposal: Proposal, answer: WhyNot) -> Counts:
    """The column of each mentee's mentor, −1 for none, once everybody has moved who would have to."""
    mentor_of = proposal.mentor_of.copy()
    for one in answer.passes:
        mentor_of[one.row] = one.after
    return mentor_of


def losses_of(proposal: Proposal, row: int) -> Floats:
    """The price of every mentor for one mentee, in units of loss; infinity where there is no plan.

    Where points do not decide, it is what the pair would cost in people placed alone. All
    infinity for a mentee who is decided.
    """
    found = np.full(len(proposal.pool.capacity), np.inf)
    if row in proposal.free:
        near = proposal.near.under(proposal.aim.priced(proposal.problem))
        by_lane = prices_of(near, place_of(proposal, row))
        np.minimum.at(found, proposal.problem.mentor, by_lane)
    return found


def alternatives(proposal: Proposal, row: int, most: int) -> tuple[WhyNot, ...]:
    """The next best mentors for a mentee, at most so many, lowest price first, then most points.

    Where points do not decide, these are the ones with the most points among those that cost
    fewest places, by what they do to the lowest pair. Empty for a mentee who is decided.
    """
    losses, score = losses_of(proposal, row), proposal.score[row]
    order = np.lexsort((-score, losses)).tolist()
    others = [one for one in order if np.isfinite(losses[one]) and one != proposal.mentor_of[row]]
    found = [why_not(proposal, row, one) for one in others[:most]]
    found.sort(key=lambda one: (one.answer is Verdict.COSTS, one.price and one.price.placed, one.lowest))
    return tuple(found)


def _at_once(proposal: Proposal, row: int, column: int) -> Verdict | None:
    """The answer where no plan has to be compared."""
    if proposal.mentor_of[row] == column:
        return Verdict.PAIR
    if row not in proposal.free:
        return Verdict.DECIDED
    if not proposal.allowed[row, column]:
        return Verdict.FORBIDDEN
    return None if lanes_of(proposal.problem, column) else Verdict.FULL


def place_of(proposal: Proposal, row: int) -> int:
    """The row of a mentee among those who are not decided."""
    return int(np.searchsorted(proposal.free, row))


def lanes_of(problem: Problem, column: int) -> list[int]:
    """The lanes of a mentor that have places."""
    return [*np.flatnonzero((problem.mentor == column) & (problem.capacity > 0)).tolist()]


def _at(proposal: Proposal, row: int, column: int) -> tuple[int, list[int]]:
    """A pair as the problem knows it."""
    return place_of(proposal, row), lanes_of(proposal.problem, column)


def _in_scores(proposal: Proposal, reason: WhyNot, cost: Price) -> WhyNot:
    """The same with what the plan loses in points, and its lowest pair: told where they do not decide."""
    own, after = proposal.pair_scores, plan_with(proposal, reason)
    now = np.where(after >= 0, proposal.score[np.arange(len(after)), after], np.nan)
    lost = replace(cost, score=float(np.nansum(own) - np.nansum(now)))
    fall = np.nanmin(own, initial=1.0) - np.nanmin(now, initial=1.0)
    return replace(reason, price=lost, lowest=float(fall))


def _passes(proposal: Proposal, steps: tuple[Step, ...]) -> tuple[Pass, ...]:
    """Steps between lanes as moves between mentors; between two lanes of one mentor nobody moves."""
    mentor = np.append(proposal.problem.mentor, -1)
    moves = [(int(proposal.free[one]), int(mentor[old]), int(mentor[new])) for one, old, new in steps]
    score = proposal.score
    return tuple(
        Pass(row, old, new, float(score[row, new] - score[row, old]) if min(old, new) >= 0 else None)
        for row, old, new in moves
        if old != new
    )
