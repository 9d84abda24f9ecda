"""Why not this pair: what stands against it, what insisting on it costs, and who would have to move."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from mentorkit.matching.aims.pair_price import Price, Step, chain, insisted, price, prices_of
from mentorkit.matching.candidates import Floats
from mentorkit.matching.problem import Counts, Problem
from mentorkit.matching.propose import Proposal


class Answer(StrEnum):
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
    is by how much the lowest score of all pairs falls; it is counted under the aim
    "leximin" only, where `price.score` may be negative because points come last.
    """

    row: int
    column: int
    answer: Answer
    price: Price | None = None
    passes: tuple[Pass, ...] = ()
    lowest: float = 0.0

    @property
    def own_gain(self) -> float | None:
        """What the mentee gains herself, −1…1; None when she has no mentor now or would not move."""
        return self.passes[0].gain if self.passes else None


def why_not(proposal: Proposal, row: int, column: int) -> WhyNot:
    """The reason, exact: by dual prices and shortest paths, or by one more solve under "leximin"."""
    answer = _at_once(proposal, row, column)
    if answer:
        return WhyNot(row, column, answer, Price(0, 0, 0.0) if answer is Answer.PAIR else None)
    problem, place = proposal.problem, place_of(proposal, row)
    if problem.aim == "leximin":
        return _against_the_weakest(proposal, row, column)
    losses = prices_of(problem, proposal.solution, place)
    lane = min(lanes_of(problem, column), key=lambda one: (losses[one], one))
    passes = _passes(proposal, chain(problem, proposal.solution, place, lane))
    answer = Answer.COSTS if losses[lane] else Answer.TOSS
    return WhyNot(row, column, answer, price(problem, float(losses[lane])), passes)


def is_in_a_best_plan(proposal: Proposal, row: int, column: int) -> bool:
    """Whether the pair is in the plan or in another one that is as good."""
    if proposal.mentor_of[row] == column:
        return True
    problem = proposal.problem
    if problem.aim == "leximin" and proposal.allowed[row, column] and row in proposal.free:
        # All plans that are best for the weakest have the same losses, so only a loss that is there can be.
        level = problem.levels[place_of(proposal, row), column]
        if level not in problem.levels[np.arange(len(proposal.free)), proposal.solution.lane_of]:
            return False
    return why_not(proposal, row, column).answer is Answer.TOSS


def plan_with(proposal: Proposal, answer: WhyNot) -> Counts:
    """The column of each mentee's mentor, −1 for none, once everybody has moved who would have to."""
    mentor_of = proposal.mentor_of.copy()
    for one in answer.passes:
        mentor_of[one.row] = one.after
    return mentor_of


def losses_of(proposal: Proposal, row: int) -> Floats:
    """The price of every mentor for one mentee, in units of loss; infinity where there is no plan.

    Under the aim "leximin" a price is not one number: then what it would cost in people
    placed alone. All infinity for a mentee who is decided.
    """
    found = np.full(len(proposal.pool.capacity), np.inf)
    if row in proposal.free:
        is_leximin = proposal.problem.aim == "leximin"
        problem = proposal.problem.placing if is_leximin else proposal.problem
        by_lane = prices_of(problem, proposal.solution, place_of(proposal, row))
        np.minimum.at(found, proposal.problem.mentor, by_lane)
    return found


def alternatives(proposal: Proposal, row: int, most: int) -> tuple[WhyNot, ...]:
    """The next best mentors for a mentee, at most so many, lowest price first, then most points.

    Under the aim "leximin" these are the ones with the most points among those that cost
    fewest places, by what they do to the lowest pair. Empty for a mentee who is decided.
    """
    losses, score = losses_of(proposal, row), proposal.score[row]
    order = np.lexsort((-score, losses)).tolist()
    others = [one for one in order if np.isfinite(losses[one]) and one != proposal.mentor_of[row]]
    found = [why_not(proposal, row, one) for one in others[:most]]
    if proposal.problem.aim == "leximin":
        found.sort(key=lambda one: (one.answer is Answer.COSTS, one.price and one.price.placed, one.lowest))
    return tuple(found)


def _at_once(proposal: Proposal, row: int, column: int) -> Answer | None:
    """The answer where no plan has to be compared."""
    if proposal.mentor_of[row] == column:
        return Answer.PAIR
    if row not in proposal.free:
        return Answer.DECIDED
    if not proposal.allowed[row, column]:
        return Answer.FORBIDDEN
    return None if lanes_of(proposal.problem, column) else Answer.FULL


def place_of(proposal: Proposal, row: int) -> int:
    """The row of a mentee among those who are not decided."""
    return int(np.searchsorted(proposal.free, row))


def lanes_of(problem: Problem, column: int) -> list[int]:
    """The lanes of a mentor that have places."""
    found: list[int] = np.flatnonzero((problem.mentor == column) & (problem.capacity > 0)).tolist()
    return found


def _against_the_weakest(proposal: Proposal, row: int, column: int) -> WhyNot:
    """The best plan for the weakest that has this pair, beside the one without it."""
    problem, place, before = proposal.problem, place_of(proposal, row), proposal.solution.lane_of
    plans = [insisted(problem, place, lane) for lane in lanes_of(problem, column)]
    after = min(plans, key=lambda plan: _standing(problem, plan))
    answer = Answer.TOSS if _standing(problem, after) == _standing(problem, before) else Answer.COSTS
    moved = sorted(np.flatnonzero(before != after).tolist(), key=lambda one: (one != place, one))
    passes = _passes(proposal, tuple((one, int(before[one]), int(after[one])) for one in moved))
    placing = price(problem, problem.placing.total(after) - problem.placing.total(before))
    found = WhyNot(row, column, answer, placing, passes)
    own, now = proposal.pair_scores, _scores(proposal, plan_with(proposal, found))
    lost = Price(placing.placed, placing.least, float(np.nansum(own) - np.nansum(now)))
    fall = np.nanmin(own, initial=1.0) - np.nanmin(now, initial=1.0)
    return WhyNot(row, column, answer, lost, passes, float(fall))


def _standing(problem: Problem, lane_of: Counts) -> tuple[float, list[float]]:
    """Plans in the order of the aim to protect the weakest: the lower, the better."""
    levels = problem.levels[np.arange(len(lane_of)), lane_of]
    return problem.placing.total(lane_of), np.sort(levels[np.isfinite(levels)])[::-1].tolist()


def _scores(proposal: Proposal, mentor_of: Counts) -> Floats:
    """The score of each mentee's pair in a plan; NaN for who is not placed."""
    own = proposal.score[np.arange(len(mentor_of)), mentor_of]
    return np.where(mentor_of >= 0, own, np.nan)


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
