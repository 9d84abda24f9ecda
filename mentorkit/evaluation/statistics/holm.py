"""Holm: p-values of several questions at once, none believed too easily.

p₍ᵢ₎ (m − i + 1), never smaller than the one before, at most 1 (Holm 1979). A missing p is no question.
"""

import numpy as np

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import NO_RULE
from mentorkit.evaluation.statistics.samples import complete, enough


def _adjusted(p: kinds.Shares, alpha: kinds.Share = 0.05) -> Result:
    (known,) = complete(p)
    m = len(known)
    enough(m, 1)
    order = np.argsort(known)
    adjusted = np.empty(m)
    adjusted[order] = np.minimum(np.maximum.accumulate(known[order] * np.arange(m, 0, -1)), 1)
    rejected = adjusted <= alpha
    found = {"adjusted": adjusted.tolist(), "rejected": rejected.tolist(), "count": int(rejected.sum())}
    return {**found, "bonferroni": np.minimum(known * m, 1).tolist(), "alpha": alpha, "m": m}


STATISTIC = Statistic.of_file(__name__, NO_RULE, _adjusted)
