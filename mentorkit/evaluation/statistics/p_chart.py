"""A control chart of shares: worse than usual, or noise?

p̄ ± 3 √(p̄ (1 − p̄) / nᵢ), shares 0–1, cut at 0 and 1 (Shewhart 1931). A point with a missing value is left
out.
"""

from math import sqrt

import numpy as np

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import NO_RULE
from mentorkit.evaluation.statistics.samples import NotComputable, complete, enough
from mentorkit.text import say


def _of_sizes(counts: kinds.Tallies, sizes: kinds.Tallies, sigmas: kinds.Positive = 3) -> Result:
    count, size = complete(counts, sizes)
    enough(len(count), 2)
    if np.any(count > size) or np.any(size < 1):
        raise NotComputable(say("Each size must be at least 1 and at least the count beside it."))
    centre = float(count.sum() / size.sum())
    margin = sigmas * sqrt(centre * (1 - centre)) / np.sqrt(size)
    lower, upper = np.clip(centre - margin, 0, 1), np.clip(centre + margin, 0, 1)
    share = count / size
    out = np.flatnonzero((share < lower - 1e-12) | (share > upper + 1e-12)) + 1
    lines = {"shares": share, "lower": lower, "upper": upper, "out": out}
    return {"centre": centre, **{name: line.tolist() for name, line in lines.items()}, "points": len(share)}


def _of_one_size(counts: kinds.Tallies, n: kinds.Size, sigmas: kinds.Positive = 3) -> Result:
    return _of_sizes(counts, np.full(len(counts), n), sigmas)


STATISTIC = Statistic.of_file(__name__, NO_RULE, _of_sizes, _of_one_size)
