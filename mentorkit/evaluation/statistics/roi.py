"""Return on investment: 100 · (benefits − costs) / costs, per cent (Phillips & Phillips 2019).

There is no missing value: without benefits there is no return.
"""

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import NO_RULE


def _of_amounts(benefits: kinds.NotNegative, costs: kinds.Positive) -> Result:
    return {**_of_ratio(benefits / costs), "net": benefits - costs}


def _of_ratio(bcr: kinds.NotNegative) -> Result:
    return {"estimate": 100 * (bcr - 1), "bcr": bcr}


STATISTIC = Statistic.of_file(__name__, NO_RULE, _of_amounts, _of_ratio)
