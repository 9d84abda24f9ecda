"""Whether other weights would have told more of what came of pairs; the usual answer is that they would not.

Ridge regression towards the weights in use: Σ (y − a − b s − Σ xⱼ δⱼ)² + λ Σ δⱼ², with s the score and
b w + δ the weights; λ = ∞ keeps them (compare the targeted ridge of van Wieringen & Binder). All pairs of a
mentor are left out together, and the shortcut for linear smoothers makes this exact. The gates are our own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mentorkit.evaluation.statistics.contract import Floats
from mentorkit.evaluation.statistics.rules_by_n import EACH_GROUP, FROM_SUBSCALES

LARGEST_MOVE = 0.10
"""How much of all weight may move when one mentor is left out, and how much nonsense may get. Our own."""

_STRENGTHS = (*10.0 ** np.arange(6), np.inf)
_DRAWN, _CHANCE, _NEEDS = 999, 0.05, 0.5


@dataclass(frozen=True, eq=False)
class PairsTold:
    """Pairs of which the outcome is known.

    `parts` has shape `(n_pairs, n_criteria)`, 0–1 and NaN where a criterion did not apply; `outcome` is a
    number for each pair (0 and 1, or any scale), `mentors` says whose pair it is, and `weights` those in use.
    """

    parts: Floats
    outcome: Floats
    mentors: NDArray[np.int64]
    weights: Floats

    @cached_property
    def score(self) -> Floats:
        """The weighted mean of the criteria that apply; NaN where none with a weight does."""
        known = ~np.isnan(self.parts)
        applied = known @ self.weights
        points = np.where(known, self.parts, 0.0) @ self.weights
        return np.divide(points, applied, out=np.full(len(applied), np.nan), where=applied > 0)

    @cached_property
    def filled(self) -> Floats:
        """The parts, with the pair's own score where a criterion does not apply."""
        return np.where(np.isnan(self.parts), self.score[:, None], self.parts)

    @cached_property
    def moving(self) -> NDArray[np.int64]:
        """The criteria that apply to at least half of the pairs; the others keep their part."""
        return np.flatnonzero((~np.isnan(self.parts)).mean(axis=0) >= _NEEDS)

    @property
    def is_enough(self) -> bool:
        """Whether there are 50 pairs of 10 mentors, and 10 of each outcome where there are only two."""
        found, counts = np.unique(self.outcome, return_counts=True)
        sides = len(found) > 2 or (len(found) == 2 and counts.min() >= EACH_GROUP)
        is_wide = len(np.unique(self.mentors)) >= EACH_GROUP and np.std(self.score) > 0
        return bool(len(self.outcome) >= FROM_SUBSCALES and sides and is_wide)


@dataclass(frozen=True, eq=False)
class WeightsTried:
    """What came of trying other weights.

    `foretold` is the part of the outcome that the score foretells of mentors it has not seen (R², below 0
    when it misleads), `gain` what other weights add to that, from `gain_low` on with 95% certainty, and `p`
    how often shuffled outcomes gain as much. `shares` are the weights found, which add up to 1; `moved` is
    the most that one of them moves without one mentor, and `nonsense` the share of a random criterion.
    """

    n: int
    mentors: int
    foretold: float
    gain: float
    gain_low: float
    p: float
    shares: Floats
    moved: float
    nonsense: float

    @property
    def is_proposal(self) -> bool:
        """Whether they may be proposed: all four gates are open."""
        is_stable = max(self.moved, self.nonsense) <= LARGEST_MOVE
        return self.gain_low > 0 and self.p <= _CHANCE and is_stable


def tried_weights(told: PairsTold, rng: np.random.Generator) -> WeightsTried | None:
    """Other weights for these pairs, with what speaks for them; None where there are too few to try."""
    if not told.is_enough:
        return None
    ridge = _Ridge.of(told, told.filled[:, told.moving])
    outcome = told.outcome[:, None]
    shuffled = np.stack([told.outcome, *(rng.permutation(told.outcome) for _ in range(_DRAWN))], axis=1)
    errors = np.stack([ridge.errors(strength, shuffled) for strength in _STRENGTHS])
    sums = (errors**2).sum(axis=1)
    gains = 1 - sums.min(axis=0) / sums[-1]
    best = int(sums[:, 0].argmin())
    shares = _shares(told.weights, told.moving, ridge.slopes(_STRENGTHS[best], outcome))
    without = (
        _shares(told.weights, told.moving, one) for one in ridge.slopes_without(_STRENGTHS[best], outcome)
    )
    base = _Ridge.of(told, told.filled[:, :0], has_score=False).errors(np.inf, outcome)
    return WeightsTried(
        n=len(told.outcome),
        mentors=len(ridge.groups),
        foretold=float(1 - sums[-1, 0] / (base**2).sum()),
        gain=float(gains[0]),
        gain_low=_low(errors[-1, :, 0] ** 2 - errors[best, :, 0] ** 2, ridge.groups, rng),
        p=float(np.mean(gains >= gains[0] - 1e-12)),
        shares=shares,
        moved=float(max(np.abs(one - shares).max() for one in without)),
        nonsense=_nonsense(told, _STRENGTHS[best], rng),
    )


@dataclass(frozen=True, eq=False)
class _Ridge:
    """The columns of the regression and the rows of each mentor; the first `free` are never drawn in."""

    columns: Floats
    free: int
    groups: tuple[NDArray[np.int64], ...]

    @classmethod
    def of(cls, told: PairsTold, moving: Floats, *, has_score: bool = True) -> "_Ridge":
        score = told.score[:, None] - told.score.mean()
        fixed = np.hstack([np.ones_like(score), score]) if has_score else np.ones_like(score)
        groups = tuple(np.flatnonzero(told.mentors == one) for one in np.unique(told.mentors))
        return cls(np.hstack([fixed, moving - moving.mean(axis=0)]), fixed.shape[1], groups)

    def _posed(self, strength: float) -> tuple[Floats, Floats]:
        """The columns that count at a strength, and the matrix of the normal equations."""
        columns = self.columns if np.isfinite(strength) else self.columns[:, : self.free]
        drawn = np.arange(columns.shape[1]) >= self.free
        return columns, columns.T @ columns + np.diag(np.where(drawn, strength, 0.0)[: len(drawn)])

    def errors(self, strength: float, outcomes: Floats) -> Floats:
        """What is missed of each outcome (a column each) without any pair of the same mentor."""
        columns, square = self._posed(strength)
        missed = outcomes - columns @ np.linalg.solve(square, columns.T @ outcomes)
        spread = np.linalg.solve(square, columns.T)
        for rows in self.groups:
            own = np.eye(len(rows)) - columns[rows] @ spread[:, rows]
            missed[rows] = np.linalg.solve(own, missed[rows])
        return missed

    def slopes(self, strength: float, outcome: Floats) -> Floats:
        """The slope of the score and of each column beside it."""
        columns, square = self._posed(strength)
        return np.asarray(np.linalg.solve(square, columns.T @ outcome)[1:, 0])

    def slopes_without(self, strength: float, outcome: Floats) -> Iterator[Floats]:
        """The same without each mentor."""
        columns, square = self._posed(strength)
        for rows in self.groups:
            own, rest = columns[rows], columns.T @ outcome - columns[rows].T @ outcome[rows]
            yield np.asarray(np.linalg.solve(square - own.T @ own, rest)[1:, 0])


def _shares(weights: Floats, moving: NDArray[np.int64], slopes: Floats) -> Floats:
    """Weights that add up to 1, none below 0, some moving; those in use where no slope goes up."""
    found = weights / weights.sum() * slopes[0]
    found[moving[: len(slopes) - 1]] += slopes[1:]
    above = np.maximum(found, 0.0)
    kept = above if above.any() else weights
    return np.asarray(kept / kept.sum())


def _nonsense(told: PairsTold, strength: float, rng: np.random.Generator) -> float:
    """The share of all weight that a criterion of random numbers would get beside the others."""
    random = rng.random((len(told.outcome), 1))
    ridge = _Ridge.of(told, np.hstack([told.filled[:, told.moving], random]))
    places = np.append(told.moving, len(told.weights))
    slopes = ridge.slopes(strength, told.outcome[:, None])
    return float(_shares(np.append(told.weights, 0.0), places, slopes)[-1])


def _low(gained: Floats, groups: tuple[NDArray[np.int64], ...], rng: np.random.Generator) -> float:
    """The lower end of the 90% interval of what is gained, mentors drawn again with all their pairs."""
    sums, sizes = (np.array([one[rows].sum() for rows in groups]) for one in (gained, np.ones_like(gained)))
    drawn = rng.multinomial(len(groups), np.full(len(groups), 1 / len(groups)), _DRAWN)
    return float(np.quantile((drawn @ sums) / (drawn @ sizes), 0.05))
