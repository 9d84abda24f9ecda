"""The difference of two shares by Agresti and Caffo: one yes and one no added to each group.

p̃ᵢ = (xᵢ + 1) / (nᵢ + 2); p̃₁ − p̃₂ ± z √Σ p̃ᵢ (1 − p̃ᵢ) / (nᵢ + 2), −1 to 1 (Agresti & Caffo 2000). A
missing answer is no answer.
"""

from math import sqrt

from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_SCALE
from mentorkit.evaluation.statistics.samples import limits, z_of
from mentorkit.evaluation.statistics.tables import two_shares


def _adjusted(x1: int, n1: int, x2: int, n2: int, confidence: float) -> Result:
    p1, p2 = (x1 + 1) / (n1 + 2), (x2 + 1) / (n2 + 2)
    se = sqrt(p1 * (1 - p1) / (n1 + 2) + p2 * (1 - p2) / (n2 + 2))
    found = limits(p1 - p2, z_of(confidence) * se)
    return {**found, "estimate": x1 / n1 - x2 / n2, "adjusted_estimate": p1 - p2, "se": se}


STATISTIC = Statistic.of_file(__name__, FROM_SCALE, *two_shares(_adjusted))
