"""Cohen's kappa: agreement of two raters beyond chance, plain or weighted.

κ = (p_o − p_e) / (1 − p_e), at most 1 (Cohen 1960); standard error of Fleiss, Cohen & Everitt 1969. A pair
with a missing rating is left out.
"""

from math import sqrt

import numpy as np

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Floats, Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_SCALE
from mentorkit.evaluation.statistics.samples import NotComputable, enough, limits, spread, square, z_of
from mentorkit.text import say


def crossed(rater1: list[str], rater2: list[str]) -> Floats:
    """How often each label of one rater met each of the other; an empty label is missing."""
    if len(rater1) != len(rater2):
        lengths = [str(len(rater1)), str(len(rater2))]
        raise NotComputable(
            say("The lists belong together and must be equally long; they have {n} values.", n=lengths)
        )
    pairs = [(one, other) for one, other in zip(rater1, rater2, strict=True) if one and other]
    labels = sorted({label for pair in pairs for label in pair}, key=_in_order)
    table = np.zeros((len(labels), len(labels)))
    for one, other in pairs:
        table[labels.index(one), labels.index(other)] += 1
    return table


def _in_order(label: str) -> tuple[bool, float, str]:
    try:
        return False, float(label), label
    except ValueError:
        return True, 0.0, label


def _of_lists(
    rater1: kinds.Labels,
    rater2: kinds.Labels,
    confidence: kinds.Confidence = 0.95,
    weights: kinds.Weights = "none",
) -> Result:
    return _of_table(crossed(rater1, rater2), confidence, weights)


def _of_table(
    table: kinds.Cells, confidence: kinds.Confidence = 0.95, weights: kinds.Weights = "none"
) -> Result:
    cells = square(table)
    n, k = int(cells.sum()), len(cells)
    enough(n, 2)
    enough(k, 2)
    apart = np.abs(np.subtract.outer(np.arange(k), np.arange(k))) / (k - 1)
    weight = 1 - {"none": (apart > 0).astype(float), "linear": apart, "quadratic": apart**2}[weights]
    p = cells / n
    rows, columns = p.sum(axis=1), p.sum(axis=0)
    seen, chance = float((weight * p).sum()), float(rows @ weight @ columns)
    spread(1 - chance)
    kappa = (seen - chance) / (1 - chance)
    means = np.add.outer(weight @ columns, rows @ weight)
    spare = float((p * (weight - means * (1 - kappa)) ** 2).sum()) - (kappa - chance * (1 - kappa)) ** 2
    se = sqrt(max(spare, 0) / n) / (1 - chance)
    return {
        **limits(kappa, z_of(confidence) * se),
        "se": se,
        "agreement": seen,
        "expected_agreement": chance,
        "k": k,
        "n": n,
    }


def _of_cells(
    a: kinds.Count, b: kinds.Count, c: kinds.Count, d: kinds.Count, confidence: kinds.Confidence = 0.95
) -> Result:
    return _of_table(np.array([[a, b], [c, d]]), confidence)


STATISTIC = Statistic.of_file(__name__, FROM_SCALE, _of_lists, _of_table, _of_cells)
