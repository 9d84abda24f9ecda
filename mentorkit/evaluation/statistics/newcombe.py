"""The difference of two shares with Newcombe's hybrid score interval.

p₁ − p₂ with limits −√((p₁ − l₁)² + (u₂ − p₂)²) and +√((u₁ − p₁)² + (p₂ − l₂)²) from both Wilson intervals
(Newcombe 1998, method 10), −1 to 1. A missing answer is no answer.
"""

from math import hypot

from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_SCALE
from mentorkit.evaluation.statistics.tables import two_shares
from mentorkit.evaluation.statistics.wilson import wilson_limits


def difference_limits(x1: int, n1: int, x2: int, n2: int, confidence: float) -> Result:
    """The first share minus the second, −1 to 1, with the interval of Newcombe's method 10."""
    one, other = wilson_limits(x1, n1, confidence), wilson_limits(x2, n2, confidence)
    p1, p2 = x1 / n1, x2 / n2
    return {
        "estimate": p1 - p2,
        "ci_low": p1 - p2 - hypot(p1 - one["ci_low"], other["ci_high"] - p2),
        "ci_high": p1 - p2 + hypot(one["ci_high"] - p1, p2 - other["ci_low"]),
    }


STATISTIC = Statistic.of_file(__name__, FROM_SCALE, *two_shares(difference_limits))
