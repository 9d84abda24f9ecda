"""McNemar's exact test: did more people change one way than the other?

Of the b + c who changed, b follows Bin(b + c, ½): the exact two-sided p, and its mid-p (McNemar 1947;
Fagerland et al. 2013). A missing answer takes its pair along.
"""

from scipy import stats

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.clopper_pearson import exact_limits
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE
from mentorkit.evaluation.statistics.samples import enough
from mentorkit.evaluation.statistics.tables import paired_shares


def _exact(f10: int, f01: int, _: int, confidence: float) -> Result:
    changed = f10 + f01
    enough(changed, 1)
    p = float(stats.binomtest(f10, changed).pvalue)
    odds = [
        share / (1 - share) if share < 1 else None
        for share in exact_limits(f10, changed, confidence).values()
    ]
    chi2 = (f10 - f01) ** 2 / changed
    return {
        "p": p,
        "p_mid": p - float(stats.binom.pmf(f10, changed, 0.5)) / (2 if f10 == f01 else 1),
        "statistic": min(f10, f01),
        "odds_ratio": f10 / f01 if f01 else None,
        "ci_low": odds[0],
        "ci_high": odds[1],
        "chi2": chi2,
        "chi2_corrected": max(abs(f10 - f01) - 1, 0) ** 2 / changed,
        "p_chi2": float(stats.chi2.sf(chi2, 1)),
    }


def _of_changed(f10: kinds.Count, f01: kinds.Count, confidence: kinds.Confidence = 0.95) -> Result:
    return {**_exact(f10, f01, 0, confidence), "f10": f10, "f01": f01, "n": f10 + f01}


STATISTIC = Statistic.of_file(__name__, FROM_CHANGE, *paired_shares(_exact), _of_changed)
