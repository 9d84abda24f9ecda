"""Break-even: how many people must stay, costs by what replacing one costs (our own heuristic)."""

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import NO_RULE


def _of_one(costs: kinds.Positive, replacement_cost: kinds.Positive) -> Result:
    return {"estimate": costs / replacement_cost, "costs": costs}


def _of_range(
    costs: kinds.Positive, replacement_low: kinds.Positive, replacement_high: kinds.Positive
) -> Result:
    low, high = sorted((costs / replacement_low, costs / replacement_high))
    return {"low": low, "high": high, "costs": costs}


STATISTIC = Statistic.of_file(__name__, NO_RULE, _of_one, _of_range)
