"""Two selection rates: the four-fifths rule beside Fisher's exact test.

The lower of two rates by the higher, 0–1, beside Fisher's exact p (29 CFR 1607.4(D); Fisher 1922). A
missing answer is no answer.
"""

from scipy import stats

from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.newcombe import difference_limits
from mentorkit.evaluation.statistics.rules_by_n import FROM_SCALE
from mentorkit.evaluation.statistics.samples import NotComputable
from mentorkit.evaluation.statistics.tables import two_shares
from mentorkit.text import say


def _compared(x1: int, n1: int, x2: int, n2: int, confidence: float) -> Result:
    low, high = sorted((x1 / n1, x2 / n2))
    if high == 0:
        raise NotComputable(say("Nobody was chosen in either group, so there is nothing to compare."))
    difference = difference_limits(x1, n1, x2, n2, confidence)
    return {
        "estimate": low / high,
        "is_flagged": low / high < 0.8 - 1e-12,
        "p": float(stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]]).pvalue),
        "difference": difference["estimate"],
        "ci_low": difference["ci_low"],
        "ci_high": difference["ci_high"],
    }


STATISTIC = Statistic.of_file(__name__, FROM_SCALE, *two_shares(_compared))
