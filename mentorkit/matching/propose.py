"""From weights to a proposal: score every pair, keep what is decided, solve the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.pool import Pairing, Pool
from mentorkit.matching.solvers.exact import Assignment, solve

DEFAULT_WEIGHTS: Mapping[str, float] = {criterion.key: criterion.weight for criterion in CRITERIA}


@dataclass(frozen=True)
class Settings:
    """What she set: a weight 0–100 per criterion key and the rules she switched off.

    A criterion that is not named has its default weight.
    """

    weights: Mapping[str, float]
    rules_off: frozenset[str] = frozenset()

    @cached_property
    def vector(self) -> Floats:
        """The weights in the order of the criteria."""
        return np.array([float(self.weights.get(key, usual)) for key, usual in DEFAULT_WEIGHTS.items()])


@dataclass(frozen=True)
class Proposal:
    """A plan for everybody in the pool.

    `score` is 0–1 for every pair, 0 where nothing is known; `weight_known` is the share
    of the weights that could be applied to a pair. `mentor_of` gives per mentee the
    column of her mentor or -1. `held` marks mentees whose mentor she locked or chose,
    `refused` lists wishes of hers that no lawful plan can keep.
    """

    pool: Pool
    settings: Settings
    score: Floats
    weight_known: Floats
    allowed: Mask
    mentor_of: Assignment
    held: Mask
    refused: tuple[Pairing, ...]

    @property
    def placed(self) -> Assignment:
        """Rows of the mentees who have a mentor."""
        return np.flatnonzero(self.mentor_of >= 0)

    @cached_property
    def is_confirmed(self) -> Mask:
        """True for mentees whose pair was confirmed before and therefore stands."""
        confirmed = np.zeros(len(self.mentor_of), dtype=np.bool_)
        confirmed[[row for row, _ in self.pool.confirmed]] = True
        return confirmed

    @cached_property
    def pair_scores(self) -> Floats:
        """The score of each mentee's own pair; NaN for who is not placed."""
        scores = np.full(len(self.mentor_of), np.nan)
        scores[self.placed] = self.score[self.placed, self.mentor_of[self.placed]]
        return scores

    @property
    def total(self) -> float:
        """The sum of the scores of all pairs."""
        return float(np.nansum(self.pair_scores))

    @cached_property
    def seats_left(self) -> Assignment:
        """Free places per mentor after this plan."""
        taken = np.bincount(self.mentor_of[self.placed], minlength=len(self.pool.capacity))
        left: Assignment = np.maximum(self.pool.capacity - taken, 0)
        return left


def propose(pool: Pool, settings: Settings) -> Proposal:
    """The best lawful plan for these weights; confirmed pairs and her wishes are kept.

    A wish is kept only when the pair is lawful and the mentor has room; what cannot be
    kept is reported in `refused`, and those mentees take part in the solve as usual.
    """
    score, weight_known = score_pairs(pool, settings.vector)
    allowed = pool.allowed(settings.rules_off)
    assignment, refused = _keep(pool, allowed)
    held = assignment >= 0
    held[[row for row, _ in pool.confirmed]] = False
    free = np.flatnonzero(assignment < 0)
    taken = np.bincount(assignment[assignment >= 0], minlength=len(pool.capacity))
    assignment[free] = solve(
        score[free], allowed[free], np.maximum(pool.capacity - taken, 0), pool.ties[free]
    )
    return Proposal(pool, settings, score, weight_known, allowed, assignment, held, refused)


def score_pairs(pool: Pool, weights: Floats) -> tuple[Floats, Floats]:
    """Score 0–1 of every pair, and the share 0–1 of the weights that apply to it.

    The score is the weighted mean of the criteria that apply; the weights of the others
    are shared out, so that a missing answer never counts as zero. Where none applies the
    score is 0 and so is the share.
    """
    applied = np.tensordot(weights, pool.known, axes=1)
    points = np.tensordot(weights, pool.values, axes=1)
    score = np.divide(points, applied, out=np.zeros_like(points), where=applied > 0)
    return np.clip(score, 0.0, 1.0), applied / max(float(weights.sum()), 1e-12)


def _keep(pool: Pool, allowed: Mask) -> tuple[Assignment, tuple[Pairing, ...]]:
    """Mentees whose mentor is decided, and the wishes that cannot be kept."""
    assignment = np.full(pool.candidates.shape[0], -1, dtype=np.int64)
    room = pool.capacity.copy()
    for row, column in pool.confirmed:
        assignment[row] = column
        room[column] -= 1
    refused = []
    for row, column in pool.wished:
        if assignment[row] == column:
            continue
        if assignment[row] < 0 and allowed[row, column] and room[column] > 0:
            assignment[row] = column
            room[column] -= 1
        else:
            refused.append((row, column))
    return assignment, tuple(refused)
