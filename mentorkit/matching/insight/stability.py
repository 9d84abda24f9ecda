"""How sure: what other weights, close to those set, would leave of a plan."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from scipy.special import ndtri

from mentorkit.matching.aims import best
from mentorkit.matching.aims.other_pairs import elsewhere, tied
from mentorkit.matching.aims.pair_price import price
from mentorkit.matching.candidates import Floats, Mask, Pairing
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.criteria.criterion import Criterion
from mentorkit.matching.insight.other_weights import MOST, OtherWeight, is_known, reweighted
from mentorkit.matching.problem import Problem
from mentorkit.matching.propose import DEFAULT_WEIGHTS, Proposal
from mentorkit.matching.solvers.blocks import SILENT, Watch

SPREAD = 0.2
"""How far weights are drawn from those set: 0.2 means that two of three draws are within a fifth."""

DRAWS = 1000
"""Draws after which a share is within 4 points of a fresh draw.

Measured for 90 mentees: the standard deviation of a share is below 1 point.
"""

FEWER = 10
"""To protect the weakest takes far longer per draw, so one in so many is drawn."""

SURE_SHARE, TOSS_UP_SHARE = 0.9, 0.5
"""From this share of draws on a pair is sure; below the other it is a toss-up; our own heuristic."""

SURE_MARGIN = 0.05
"""From 5 points that any other mentor would cost a pair is called sure before weights were drawn."""


class Certainty(StrEnum):
    """How sure a pair is, in one word."""

    DECIDED = "decided"
    SURE = "sure"
    FAIRLY = "fairly_sure"
    TOSS_UP = "toss_up"


@dataclass(frozen=True)
class Interval:
    """The whole weights 0–100 around the present one with which this very plan stays a best one.

    `criterion` is its key. An end is the present weight itself when that is not whole and
    the next whole one already makes another plan better.
    """

    criterion: str
    weight: float
    low: float
    high: float


@dataclass(frozen=True)
class HowSure:
    """What is known of a plan: margins always; shares, draws and intervals after other weights were tried."""

    margins: Floats
    shares: Floats | None = None
    draws: int = 0
    intervals: tuple[Interval, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether anything can be said of any pair."""
        return self.shares is not None or not bool(np.isnan(self.margins).all())


def at_once(proposal: Proposal, watch: Watch = SILENT) -> HowSure:
    """What is known without trying other weights; `watch` can stop it."""
    return HowSure(margins(proposal, watch))


def steps_of(proposal: Proposal) -> int:
    """How many steps trying other weights takes."""
    return _draws(proposal) + len(CRITERIA)


def tried(proposal: Proposal, seed: int, step: Callable[[], object], watch: Watch = SILENT) -> HowSure:
    """What is known after trying other weights; `step` is called after each of `steps_of` steps.

    `watch` can stop it.
    """
    draws, kept, intervals = _draws(proposal), np.zeros(len(proposal.mentor_of)), []
    for keeps in draw_keeps(proposal, np.random.default_rng(seed), draws):
        kept += keeps
        watch.go_on()
        step()
    for interval in weight_intervals(proposal, watch):
        intervals.append(interval)
        step()
    shares = np.where(proposal.mentor_of >= 0, kept / draws, np.nan)
    return HowSure(margins(proposal, watch), shares, draws, tuple(intervals))


def drawn_weights(weights: Floats, rng: np.random.Generator, draws: int) -> Floats:
    """Weights close to the given ones, shape `(draws, n_weights)`.

    Each is multiplied by its own log-normal factor, so a weight of 0 stays 0, heavy and light
    ones vary alike and none turns negative. Factors are spread evenly over their range
    (Latin hypercube: McKay, Beckman & Conover 1979, doi:10.1080/00401706.1979.10489755),
    which takes half as many draws for the same precision. How far they vary is our own heuristic.
    """
    size = (draws, len(weights))
    place = np.argsort(rng.random(size), axis=0) + rng.random(size)
    drawn: Floats = weights * np.exp(SPREAD * ndtri(place / max(draws, 1)))
    return drawn


def draw_keeps(proposal: Proposal, rng: np.random.Generator, draws: int = DRAWS) -> Iterator[Mask]:
    """Which mentees keep their mentor, one draw of weights at a time; True per mentee of the pool.

    So that whoever waits can be shown how far it is. Decided pairs are always kept.
    """
    mentor_of = proposal.mentor_of[proposal.free]
    for drawn in drawn_weights(proposal.settings.vector, rng, draws).tolist():
        weights = dict(zip(DEFAULT_WEIGHTS, drawn, strict=True))
        problem = reweighted(proposal, replace(proposal.settings, weights=weights))
        keeps = np.ones(len(proposal.mentor_of), dtype=np.bool_)
        keeps[proposal.free] = np.append(problem.mentor, -1)[best(problem).lane_of] == mentor_of
        yield keeps


def margins(proposal: Proposal, watch: Watch = SILENT) -> Floats:
    """What the whole plan would lose if a mentee were with anybody else, in scores.

    The cheapest of all other mentors and of leaving the mentee out, exact; 0 when another plan is
    as good, infinity when nothing else places as many people or the pair is decided, NaN
    for who is not placed. Where points do not decide, all are NaN but the decided.
    """
    found = np.where(proposal.mentor_of >= 0, np.inf, np.nan)
    found[proposal.free] = np.nan
    problem, solution = proposal.problem, proposal.solution
    if not proposal.aim.sums_points or not len(proposal.free):
        return found
    own = np.append(problem.mentor, -1)[solution.lane_of]
    points = [_points(problem, one) for one in elsewhere(proposal.near, watch).tolist()]
    found[proposal.free] = np.where(own >= 0, points, np.nan)
    return found


def tied_pairs(proposal: Proposal) -> tuple[Pairing, ...]:
    """Pairs that are not in the plan but in another one that is just as good; rows and columns.

    None are listed under an aim that does not add up points.
    """
    if not proposal.aim.sums_points or not len(proposal.free):
        return ()
    rows, lanes = np.nonzero(tied(proposal.near))
    rows, columns = proposal.free[rows], proposal.problem.mentor[lanes]
    is_other = proposal.mentor_of[rows] != columns
    return tuple(sorted(set(zip(rows[is_other].tolist(), columns[is_other].tolist(), strict=True))))


def word(margin: float, share: float | None = None) -> Certainty:
    """How sure a pair is, from its margin and, once weights were drawn, its share.

    An equally good plan always makes it a toss-up. A margin that is NaN says nothing.
    """
    if margin == 0:
        return Certainty.TOSS_UP
    if share is None:
        return Certainty.SURE if margin >= SURE_MARGIN else Certainty.FAIRLY
    if share < TOSS_UP_SHARE:
        return Certainty.TOSS_UP
    return Certainty.SURE if share >= SURE_SHARE else Certainty.FAIRLY


def weight_intervals(proposal: Proposal, watch: Watch = SILENT) -> Iterator[Interval]:
    """Per criterion the weights that keep this plan, in the order of the criteria.

    Every whole step is checked from the present weight outwards up to the first that fails,
    because a missing answer makes a score a ratio and the weights that suffice may lie in
    pieces. A step holds when a new solve finds no better plan under the aim.
    """
    for place, criterion in enumerate(CRITERIA):
        now = float(proposal.settings.vector[place])
        low, high = 0.0, float(MOST)
        if is_known(proposal, place):
            low = _last(proposal, criterion, now, range(int(np.ceil(now)) - 1, -1, -1), watch)
            high = _last(proposal, criterion, now, range(int(np.floor(now)) + 1, MOST + 1), watch)
        yield Interval(criterion.key, now, low, high)


def _last(proposal: Proposal, criterion: Criterion, now: float, steps: range, watch: Watch) -> float:
    """The last weight in a row with which the plan stays a best one; the present one when none does."""
    aim, plan, last = proposal.aim, proposal.solution.lane_of, now
    for weight in map(float, steps):
        watch.go_on()
        problem = reweighted(proposal, OtherWeight(criterion, now, weight).applied(proposal.settings))
        if aim.standing(problem, plan) > aim.standing(problem, aim.assign(problem)):
            break
        last = weight
    return last


def _points(problem: Problem, loss: float) -> float:
    """A loss in scores; infinity when somebody would not be placed or a minimum not be filled."""
    if not np.isfinite(loss):
        return np.inf
    found = price(problem, loss)
    return np.inf if found.placed or found.least else found.score


def _draws(proposal: Proposal) -> int:
    return DRAWS if proposal.aim.is_quick else DRAWS // FEWER
