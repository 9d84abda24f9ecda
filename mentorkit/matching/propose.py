"""From weights to a proposal: score every pair, keep what is decided, solve the rest."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mentorkit.matching.aims import aim_of
from mentorkit.matching.aims.aim import Aim
from mentorkit.matching.candidates import Floats, Mask, Pairing, given
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.criteria.criterion import Criterion
from mentorkit.matching.duals import Nearby
from mentorkit.matching.ground import Ground
from mentorkit.matching.pool import Pool
from mentorkit.matching.problem import Counts, Places, Problem, Solution, Target
from mentorkit.matching.rules import RULES
from mentorkit.matching.rules.rule import Rule
from mentorkit.matching.solvers.blocks import SILENT, Watch
from mentorkit.model import AimKey
from mentorkit.model.fields import OFFERED, ROOM, WANTED

DEFAULT_WEIGHTS: Mapping[str, float] = {criterion.key: criterion.weight for criterion in CRITERIA}


@dataclass(frozen=True)
class Settings:
    """What the coordinator set: a weight 0–100 per criterion key, the rules switched off, the aim.

    A criterion that is not named has its default weight. `unplaced_price` is what leaving
    a mentee out costs, in scores; it counts only under an aim that has such a price.
    """

    weights: Mapping[str, float]
    rules_off: frozenset[str] = frozenset()
    aim: AimKey = "placed"
    unplaced_price: float = 0.0

    @property
    def goal(self) -> Target:
        """How a problem is posed under the aim."""
        return aim_of(self.aim).goal(self.unplaced_price)

    @cached_property
    def rules_on(self) -> tuple[Rule, ...]:
        """The conditions that count, in their order."""
        return tuple(rule for rule in RULES if rule.is_on(self.rules_off))

    @cached_property
    def criteria_on(self) -> dict[int, Criterion]:
        """The criteria that weigh anything, by their place."""
        return {place: one for place, one in enumerate(CRITERIA) if self.vector[place]}

    def reads(self, answer: str) -> bool:
        """Whether a criterion with a weight, or a condition that is on, reads this answer."""
        counted = any(one.reads(answer) for one in self.criteria_on.values())
        return counted or any(answer in rule.answers for rule in self.rules_on)

    @cached_property
    def vector(self) -> Floats:
        """The weights in the order of the criteria."""
        return np.array([float(self.weights.get(key, usual)) for key, usual in DEFAULT_WEIGHTS.items()])


class Scores(NamedTuple):
    """What every pair is worth; all of shape `(n_mentees, n_mentors)`.

    `score` is 0–1, 0 where nothing is known; `weight_known` is the share of the weights
    that could be applied to a pair. `kind` numbers the kind of mentoring that suits a pair
    best: 0 for that of the programme, then its other kinds in their order.
    """

    score: Floats
    weight_known: Floats
    allowed: Mask
    kind: NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class Proposal:
    """A plan for everybody in the pool.

    What every pair is worth stands in it as in `Scores`. `mentor_of` gives per mentee the
    column of her mentor or -1. `held` marks mentees whose mentor was locked or chosen,
    `refused` lists wishes of the coordinator that no lawful plan can keep. `free` are the rows that
    were not decided before; `problem` and `solution` are theirs alone.
    """

    pool: Pool
    settings: Settings
    score: Floats
    weight_known: Floats
    allowed: Mask
    kind: NDArray[np.int8]
    mentor_of: Counts
    held: Mask
    refused: tuple[Pairing, ...]
    free: Counts
    problem: Problem
    solution: Solution

    @property
    def aim(self) -> Aim:
        """What makes it the best plan."""
        return aim_of(self.settings.aim)

    def pool_of(self, row: int, column: int) -> Pool:
        """The pool for the kind of mentoring that suits a pair best."""
        kind = int(self.kind[row, column])
        return self.pool.others[kind - 1] if kind else self.pool

    @cached_property
    def near(self) -> Nearby:
        """What stands around the plan, for those who were not decided before."""
        return Nearby(self.problem, self.solution)

    @property
    def placed(self) -> Counts:
        """Rows of the mentees who have a mentor."""
        return np.flatnonzero(self.mentor_of >= 0)

    @cached_property
    def is_confirmed(self) -> Mask:
        """True for mentees whose pair was confirmed before and therefore stands."""
        return np.isin(np.arange(len(self.mentor_of)), [row for row, _ in self.pool.confirmed])

    @cached_property
    def pair_scores(self) -> Floats:
        """The score of each mentee's own pair; NaN for who is not placed."""
        scores = np.full(len(self.mentor_of), np.nan)
        scores[self.placed] = self.score[self.placed, self.mentor_of[self.placed]]
        return scores

    @cached_property
    def answered(self) -> Floats:
        """The share of the weights for which a mentee's pair answered all that is compared; 1 without a pair.

        Where a criterion is the mean of several comparisons it counts as far as these could be made.
        """
        rows, found = self.placed, np.ones(len(self.mentor_of))
        columns, weights = self.mentor_of[rows], self.settings.vector
        people, known = self.pool.candidates, self.pool.known[:, rows, columns]
        lost = np.zeros(len(rows))
        for place, one in self.settings.criteria_on.items():
            if one.is_mean:
                both = [
                    given(people.mentees, a)[rows] & given(people.mentors, b)[columns] for a, b in one.answers
                ]
                lost += weights[place] * known[place] * (1 - np.mean(both, axis=0))
        found[rows] = self.weight_known[rows, columns] - lost / (weights.sum() or 1.0)
        return found

    @cached_property
    def ground(self) -> Ground:
        """What the points rest on."""
        rows, people = self.placed, self.pool.candidates
        meant = self.allowed.copy()
        meant[rows, self.mentor_of[rows]] = True
        is_known = len(rows) and self.weight_known[meant].any()
        asked = ((people.mentors, OFFERED), (people.mentees, WANTED))
        return Ground(
            round(float(self.answered[rows].mean()), 9) if is_known else 0.0,
            bool(self.score[meant].any()),
            [key for side, key in asked if self.settings.reads(key) and not given(side, key).any()],
            people.mentors[ROOM].null_count(),
        )

    @property
    def total(self) -> float:
        """The sum of the scores of all pairs."""
        return float(np.nansum(self.pair_scores))


def propose(pool: Pool, settings: Settings, watch: Watch = SILENT, first: Collection[int] = ()) -> Proposal:
    """The best lawful plan for these weights; confirmed pairs and wishes of the coordinator are kept.

    Mentees in the rows `first` are placed before any other thing counts; they can all be placed at once.

    `watch` follows the solve of a large programme and can stop it; then the plan is lawful, but
    not proven.

    A wish is kept only when the pair is lawful and the mentor has room; what cannot be
    kept is reported in `refused`, and those mentees take part in the solve as usual.
    """
    scores = score_pairs(pool, settings)
    mentor_of, refused = kept_by_decision(pool, scores.allowed)
    held = mentor_of >= 0
    held[[row for row, _ in pool.confirmed]] = False
    free = np.flatnonzero(mentor_of < 0)
    taken = np.bincount(mentor_of[mentor_of >= 0], minlength=len(pool.capacity))
    places = Places(np.maximum(pool.capacity - taken, 0), np.maximum(pool.least - taken, 0))
    rows = free if len(free) < len(mentor_of) else slice(None)
    problem = Problem.of(scores.score[rows], scores.allowed[rows], places, pool.ties[rows], settings.goal)
    if first:
        problem = problem.before_others(np.isin(free, list(first)))
    solution = aim_of(settings.aim).solve(problem, watch)
    mentor_of[free] = np.append(problem.mentor, -1)[solution.lane_of]
    return Proposal(pool, settings, *scores, mentor_of, held, refused, free, problem, solution)


def score_pairs(pool: Pool, settings: Settings) -> Scores:
    """Every pair scored in the kind of mentoring that is lawful for it and suits it best.

    A seat is a seat whatever it is used for, so choosing the kind pair by pair and then the
    pairs is as good as choosing both at once.
    """
    score, weight_known = weighted_mean(pool, settings.vector)
    allowed = pool.allowed(settings.rules_off)
    kind = np.zeros(score.shape, dtype=np.int8)
    for number, other in enumerate(pool.others, start=1):
        its_score, its_known = weighted_mean(other, settings.vector)
        is_lawful = other.allowed(settings.rules_off)
        is_better = is_lawful & (~allowed | (its_score > score))
        score, weight_known = np.where(is_better, (its_score, its_known), (score, weight_known))
        kind[is_better] = number
        allowed = allowed | is_lawful
    return Scores(score, weight_known, allowed, kind)


def weighted_mean(pool: Pool, weights: Floats) -> tuple[Floats, Floats]:
    """Score 0–1 of every pair, and the share 0–1 of the weights that apply to it.

    The score is the weighted mean of the criteria that apply; the weights of the others
    are shared out, so that a missing answer never counts as zero. Where none applies the
    score is 0 and so is the share.
    """
    points, applied = summed(pool, weights)
    return ratio(points, applied), applied / max(float(weights.sum()), 1e-12)


def summed(pool: Pool, weights: Floats) -> tuple[Floats, Floats]:
    """The weighted values of each pair, and the weights that apply to it, added up."""
    shape = pool.forbidden.shape
    applied, points, part = np.zeros(shape), np.zeros(shape), np.empty(shape)
    # Layer by layer in place: twice as fast as one product, which has to read layers of weight 0 too.
    for weight, known, values in zip(weights.tolist(), pool.known, pool.values, strict=True):
        if weight:
            applied += np.multiply(known, weight, out=part)
            points += np.multiply(values, weight, out=part)
    return points, applied


def ratio(points: Floats, applied: Floats) -> Floats:
    """The score, 0–1, that these make; 0 where no weight applies."""
    score = np.divide(points, applied, out=np.zeros_like(points), where=applied > 0)
    return np.clip(score, 0.0, 1.0)


def kept_by_decision(pool: Pool, allowed: Mask) -> tuple[Counts, tuple[Pairing, ...]]:
    """Mentees whose mentor is decided, and the wishes that cannot be kept."""
    assignment = np.full(pool.candidates.shape[0], -1, dtype=np.int64)
    room = pool.capacity.copy()
    for row, column in pool.confirmed:
        assignment[row] = column
        room[column] -= 1
    refused = []
    for row, column in pool.wished:
        if assignment[row] < 0 and allowed[row, column] and room[column] > 0:
            assignment[row] = column
            room[column] -= 1
        elif assignment[row] != column:
            refused.append((row, column))
    return assignment, tuple(refused)
