"""Goal attainment: the T score of several goals together.

T = 50 + 10 Σwx / √((1 − ρ) Σw² + ρ (Σw)²), points around 50 (Kiresuk & Sherman 1968, as the erratum of
Turner-Stokes 2009 has it). A goal without a level, or of weight 0, is dropped and counted.
"""

from math import sqrt

import numpy as np

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Floats, Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import NO_RULE
from mentorkit.evaluation.statistics.samples import NotComputable, complete, enough
from mentorkit.text import say


def _plain(levels: kinds.Numbers, rho: kinds.Share = 0.3) -> Result:
    return _weighted(levels, np.ones(len(levels)), rho)


def _by_importance(
    levels: kinds.Numbers, importance: kinds.Amounts, difficulty: kinds.Amounts, rho: kinds.Share = 0.3
) -> Result:
    level, first, second = complete(levels, importance, difficulty)
    return _weighted(level, first * second, rho)


def _weighted(levels: kinds.Numbers, weights: kinds.Amounts, rho: kinds.Share = 0.3) -> Result:
    level, weight = complete(levels, weights)
    level, used = level[weight > 0], weight[weight > 0]
    if len(level) == 0:
        raise NotComputable(say("There is no goal with a weight above 0, so there is no score."))
    if np.any(np.abs(level) > 2):
        raise NotComputable(say("A level is one of -2, -1, 0, 1 and 2."))
    return {
        "estimate": _t_score(level, used, rho),
        "t_rho_10": _t_score(level, used, 0.1),
        "t_rho_50": _t_score(level, used, 0.5),
        "share_achieved": float(np.mean(level >= 0)),
        "dropped": len(weight) - len(used),
        "rho": rho,
        "goals": len(level),
    }


def _change(baseline: kinds.Numbers, achieved: kinds.Numbers, rho: kinds.Share = 0.3) -> Result:
    return _weighted_change(baseline, achieved, np.ones(len(achieved)), rho)


def _weighted_change(
    baseline: kinds.Numbers, achieved: kinds.Numbers, weights: kinds.Amounts, rho: kinds.Share = 0.3
) -> Result:
    before, after, weight = complete(baseline, achieved, weights)
    enough(len(before), 1)
    found, start = _weighted(after, weight, rho), _weighted(before, weight, rho)["estimate"]
    return {**found, "t_baseline": start, "t_change": found["estimate"] - start}


def _t_score(levels: Floats, weights: Floats, rho: float) -> float:
    below = sqrt((1 - rho) * float((weights**2).sum()) + rho * float(weights.sum()) ** 2)
    return 50 + 10 * float(weights @ levels) / below


STATISTIC = Statistic.of_file(__name__, NO_RULE, _plain, _weighted, _by_importance, _change, _weighted_change)
