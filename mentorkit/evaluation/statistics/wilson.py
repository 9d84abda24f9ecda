"""A share with Wilson's interval.

(p + z²/2n ± z √(p (1 − p)/n + z²/4n²)) / (1 + z²/n), a share 0–1 (Wilson 1927), by scipy. A missing answer
is no answer: n counts those that are there.
"""

from scipy import stats

from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_COUNTS
from mentorkit.evaluation.statistics.tables import one_share


def wilson_limits(successes: int, n: int, confidence: float) -> Result:
    """Wilson's score interval without continuity correction, as shares 0–1."""
    low, high = stats.binomtest(successes, n).proportion_ci(confidence, method="wilson")
    return {"ci_low": float(low), "ci_high": float(high)}


STATISTIC = Statistic.of_file(__name__, FROM_COUNTS, *one_share(wilson_limits))
