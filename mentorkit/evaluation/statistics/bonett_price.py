"""The change of a share among the same people, by Bonett and Price.

p̃₁₀ = (f₁₀ + 1) / (n + 2), p̃₀₁ alike; p̃₁₀ − p̃₀₁ ± z √((p̃₁₀ + p̃₀₁ − (p̃₁₀ − p̃₀₁)²) / (n + 2)), −1 to 1
(Bonett & Price 2012). A missing answer takes its pair along.
"""

from math import sqrt

from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE
from mentorkit.evaluation.statistics.samples import limits, z_of
from mentorkit.evaluation.statistics.tables import paired_shares


def _adjusted(f10: int, f01: int, n: int, confidence: float) -> Result:
    p10, p01 = (f10 + 1) / (n + 2), (f01 + 1) / (n + 2)
    se = sqrt((p10 + p01 - (p10 - p01) ** 2) / (n + 2))
    found = limits(p10 - p01, z_of(confidence) * se)
    clipped = {"ci_low": max(-1.0, found["ci_low"]), "ci_high": min(1.0, found["ci_high"])}
    return {"estimate": (f10 - f01) / n, "adjusted_estimate": p10 - p01, "se": se, **clipped}


STATISTIC = Statistic.of_file(__name__, FROM_CHANGE, *paired_shares(_adjusted))
