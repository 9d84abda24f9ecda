"""What Spearman's and Pearson's correlation share: an interval on Fisher's scale."""

from collections.abc import Callable
from math import atanh, sqrt, tanh
from typing import Any

from scipy import stats

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Way
from mentorkit.evaluation.statistics.samples import complete, enough, spread, z_of


def correlation_ways(measure: Callable[..., Any], noise: Callable[[float], float]) -> tuple[Way, ...]:
    """From two lists, or r and n; `noise` is the variance on Fisher's scale times n − 3."""

    def lists(x: kinds.Numbers, y: kinds.Numbers, confidence: kinds.Confidence = 0.95) -> Result:
        one, other = complete(x, y)
        enough(len(one), 4)
        spread(float(one.std()), float(other.std()))
        return summary(float(measure(one, other).statistic), len(one), confidence)

    def summary(r: kinds.Correlation, n: kinds.Size, confidence: kinds.Confidence = 0.95) -> Result:
        enough(n, 4)
        if abs(r) >= 1 - 1e-12:
            return {"estimate": r, "ci_low": r, "ci_high": r, "p": 0.0, "n": n}
        margin = z_of(confidence) * sqrt(noise(r) / (n - 3))
        t = r * sqrt((n - 2) / (1 - r**2))
        p = 2 * float(stats.t.sf(abs(t), n - 2))
        return {
            "estimate": r,
            "ci_low": tanh(atanh(r) - margin),
            "ci_high": tanh(atanh(r) + margin),
            "p": p,
            "n": n,
        }

    return lists, summary
