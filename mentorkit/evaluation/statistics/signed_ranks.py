"""Signed ranks: how likely each sum of ranks is when every sign is a coin's."""

import numpy as np
from scipy import stats

from mentorkit.evaluation.statistics.contract import Floats

EXACT_TO = 200
"""Above so many differences the normal curve stands in for counting all signs."""


def ranked_signs(differences: Floats) -> tuple[Floats, float, float]:
    """Midranks of the differences that are not 0, and the sums of the positive and negative ones."""
    moved = np.round(differences, 9)
    moved = moved[moved != 0]
    ranks = np.asarray(stats.rankdata(np.abs(moved)), dtype=np.float64)
    return ranks, float(ranks[moved > 0].sum()), float(ranks[moved < 0].sum())


def tails(ranks: Floats, plus: float) -> tuple[float, float]:
    """The chance of a sum of positive ranks of at most, and of at least, `plus`; midranks as they are."""
    if len(ranks) > EXACT_TO:
        sd = np.sqrt((ranks**2).sum() / 4)
        return tuple(float(stats.norm.cdf(side * (plus - ranks.sum() / 2) / sd)) for side in (1, -1))  # type: ignore[return-value]
    chance = _chances(ranks)
    at = round(2 * plus)
    return float(chance[: at + 1].sum()), float(chance[at:].sum())


def quantile(n: int, share: float) -> int:
    """The smallest sum of ranks 1…n whose chance of at most it reaches `share`, and at least 1."""
    ranks = np.arange(1.0, n + 1)
    if n > EXACT_TO:
        middle, sd = n * (n + 1) / 4, np.sqrt((ranks**2).sum() / 4)
        return max(1, int(np.ceil(middle + sd * stats.norm.ppf(share))))
    reached = np.cumsum(_chances(ranks)[::2])
    return max(1, int(np.searchsorted(reached, share)))


def _chances(ranks: Floats) -> Floats:
    """By twice the sum of positive ranks: doubled, midranks are whole."""
    chance = np.ones(1)
    for step in np.rint(2 * ranks).astype(int):
        longer = np.zeros(len(chance) + step)
        longer[: len(chance)] += chance / 2
        longer[step:] += chance / 2
        chance = longer
    return chance
