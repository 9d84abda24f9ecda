"""Events per unit of time, with the exact Poisson interval.

d / T per unit of time; limits χ²(α/2; 2d) / 2T and χ²(1 − α/2; 2d + 2) / 2T (Garwood 1936). There is no
missing value: time without a look is not in T.
"""

from scipy import stats

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import NO_RULE


def _rate(
    events: kinds.Count, time: kinds.Positive, confidence: kinds.Confidence = 0.95, per: kinds.Positive = 1
) -> Result:
    low, high = ((1 - confidence) / 2, (1 + confidence) / 2)
    exact = float(stats.chi2.ppf(low, 2 * events)) / 2 if events else 0.0
    most = float(stats.chi2.ppf(high, 2 * events + 2)) / 2
    unit = per / time
    return {
        "estimate": events * unit,
        "ci_low": exact * unit,
        "ci_high": most * unit,
        "events": events,
        "time": time,
        "per": per,
    }


STATISTIC = Statistic.of_file(__name__, NO_RULE, _rate)
