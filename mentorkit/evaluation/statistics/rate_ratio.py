"""The ratio of two event rates, exact.

(d₁/T₁) / (d₂/T₂), 0 or more; given d₁ + d₂, d₁ is binomial, and the exact interval of its share is turned
into one of the ratio (Przyborowski & Wilenski 1940).
"""

from scipy import stats

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.clopper_pearson import exact_limits
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import NO_RULE
from mentorkit.evaluation.statistics.samples import enough


def _ratio(
    events1: kinds.Count,
    time1: kinds.Positive,
    events2: kinds.Count,
    time2: kinds.Positive,
    confidence: kinds.Confidence = 0.95,
) -> Result:
    together = events1 + events2
    enough(together, 1)
    low, high = exact_limits(events1, together, confidence).values()
    unit = time2 / time1
    return {
        "estimate": events1 / events2 * unit if events2 else None,
        "ci_low": low / (1 - low) * unit,
        "ci_high": high / (1 - high) * unit if high < 1 else None,
        "p": float(stats.binomtest(events1, together, time1 / (time1 + time2)).pvalue),
        "rate1": events1 / time1,
        "rate2": events2 / time2,
        "events": together,
    }


STATISTIC = Statistic.of_file(__name__, NO_RULE, _ratio)
