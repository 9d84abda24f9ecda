"""Cronbach's alpha with Feldt's interval.

α = k/(k − 1) · (1 − Σs²ᵢ / s²) of the sum, at most 1 (Cronbach 1951); limits 1 − (1 − α) F of the
quantiles .975 and .025 with n − 1 and (n − 1)(k − 1) degrees of freedom (Feldt et al. 1987). A row with
a missing answer is left out.
"""

from scipy import stats

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_SCALE
from mentorkit.evaluation.statistics.samples import complete_rows, enough, spread


def _of_table(items: kinds.Table, confidence: kinds.Confidence = 0.95) -> Result:
    rows = complete_rows(items)
    n, k = rows.shape
    enough(n, 3)
    enough(k, 2)
    total = float(rows.sum(axis=1).var(ddof=1))
    spread(total)
    found = k / (k - 1) * (1 - float(rows.var(axis=0, ddof=1).sum()) / total)
    return _of_summary(found, k, n, confidence)


def _of_summary(
    alpha: kinds.Alpha, k: kinds.Size, n: kinds.Size, confidence: kinds.Confidence = 0.95
) -> Result:
    enough(k, 2)
    enough(n, 2)
    f = stats.f(n - 1, (n - 1) * (k - 1))
    low, high = (1 - (1 - alpha) * float(f.ppf(0.5 + side * confidence / 2)) for side in (1, -1))
    return {"estimate": alpha, "ci_low": low, "ci_high": high, "k": k, "n": n}


STATISTIC = Statistic.of_file(__name__, FROM_SCALE, _of_table, _of_summary)
