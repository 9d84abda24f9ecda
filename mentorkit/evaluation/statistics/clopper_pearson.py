"""A share with the exact interval of Clopper and Pearson.

Quantiles α/2 of Beta(x, n − x + 1) and 1 − α/2 of Beta(x + 1, n − x), shares 0–1 (Clopper & Pearson 1934),
by scipy. A missing answer is no answer.
"""

from scipy import stats

from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_COUNTS
from mentorkit.evaluation.statistics.tables import one_share


def exact_limits(successes: int, n: int, confidence: float) -> Result:
    """The interval of a share from the binomial distribution itself, as shares 0–1."""
    low, high = stats.binomtest(successes, n).proportion_ci(confidence, method="exact")
    return {"ci_low": float(low), "ci_high": float(high)}


STATISTIC = Statistic.of_file(__name__, FROM_COUNTS, *one_share(exact_limits))
