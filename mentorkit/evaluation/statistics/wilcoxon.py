"""Wilcoxon's signed-rank test, exact also where differences are equally large.

Ranks of |post − pre| are added by sign; p is the share of all 2ⁿ divisions of the signs whose sum lies as
far out (Wilcoxon 1945), with midranks as they are. Without unit; a missing value takes its pair along.
"""

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE
from mentorkit.evaluation.statistics.samples import complete, enough, p_of
from mentorkit.evaluation.statistics.signed_ranks import EXACT_TO, ranked_signs, tails


def _of_lists(
    pre: kinds.Numbers, post: kinds.Numbers, alternative: kinds.Alternative = "two-sided"
) -> Result:
    before, after = complete(pre, post)
    return _of_differences(after - before, alternative)


def _of_differences(differences: kinds.Numbers, alternative: kinds.Alternative = "two-sided") -> Result:
    (known,) = complete(differences)
    ranks, plus, minus = ranked_signs(known)
    enough(len(ranks), 1)
    return {
        "statistic": min(plus, minus) if alternative == "two-sided" else plus,
        "p": p_of(*tails(ranks, plus), alternative),
        "w_plus": plus,
        "w_minus": minus,
        "rank_biserial": (plus - minus) / (plus + minus),
        "is_exact": len(ranks) <= EXACT_TO,
        "zeros": len(known) - len(ranks),
        "n": len(known),
    }


STATISTIC = Statistic.of_file(__name__, FROM_CHANGE, _of_lists, _of_differences)
