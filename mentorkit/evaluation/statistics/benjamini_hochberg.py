"""Benjamini and Hochberg: p-values of many questions, few false ones among those believed.

p₍ᵢ₎ m / i, never larger than the one after (Benjamini & Hochberg 1995), by scipy. A missing p is no
question.
"""

from scipy import stats

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import NO_RULE
from mentorkit.evaluation.statistics.samples import complete, enough


def _adjusted(p: kinds.Shares, alpha: kinds.Share = 0.05) -> Result:
    (known,) = complete(p)
    enough(len(known), 1)
    adjusted = stats.false_discovery_control(known, method="bh")
    rejected = adjusted <= alpha
    found = {"adjusted": adjusted.tolist(), "rejected": rejected.tolist(), "count": int(rejected.sum())}
    return {**found, "alpha": alpha, "m": len(known)}


STATISTIC = Statistic.of_file(__name__, NO_RULE, _adjusted)
