"""Hodges–Lehmann: the middle of all averages of two changes, with an exact interval.

The median of (dᵢ + dⱼ) / 2 for i ≤ j, in the units of the score (Hodges & Lehmann 1963). The limits are the
k-th average from below and above, k the quantile of the signed-rank distribution. A missing value takes its
pair along.
"""

import numpy as np

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE
from mentorkit.evaluation.statistics.samples import complete, enough
from mentorkit.evaluation.statistics.signed_ranks import quantile, tails


def _of_lists(pre: kinds.Numbers, post: kinds.Numbers, confidence: kinds.Confidence = 0.95) -> Result:
    before, after = complete(pre, post)
    return _of_differences(after - before, confidence)


def _of_differences(differences: kinds.Numbers, confidence: kinds.Confidence = 0.95) -> Result:
    (known,) = complete(differences)
    n = len(known)
    enough(n, 2)
    row, column = np.triu_indices(n)
    averages = np.sort(np.round((known[row] + known[column]) / 2, 12))
    k = quantile(n, (1 - confidence) / 2)
    return {
        "estimate": float(np.median(averages)),
        "ci_low": float(averages[k - 1]),
        "ci_high": float(averages[-k]),
        "reached_confidence": 1 - 2 * tails(np.arange(1.0, n + 1), k - 1)[0],
        "n": n,
    }


STATISTIC = Statistic.of_file(__name__, FROM_CHANGE, _of_lists, _of_differences)
