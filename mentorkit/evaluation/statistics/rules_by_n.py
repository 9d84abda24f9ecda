"""What may be shown from how many complete cases: the one place for these thresholds.

They are our own judgement; the reasons: with 5 pairs the exact two-sided Wilcoxon test cannot get
below .0625; the bootstrap is less accurate than t in small samples (Hesterberg 2015,
10.1080/00031305.2015.1089789); two groups of fewer than 10 tell next to nothing.
"""

from typing import Any

from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.samples import NotComputable
from mentorkit.text import Message, say

FROM_COUNTS, FROM_CHANGE, FROM_CHECK, FROM_SCALE, FROM_SUBSCALES = 5, 10, 20, 30, 50
EACH_GROUP = 10
NO_RULE = 0
"""For what is not counted from answers, such as costs or p-values."""

RULES_BY_N: tuple[tuple[int, Message], ...] = (
    (0, say("Nothing is added up: too few answers to show.")),
    (FROM_COUNTS, say("Counts, the median and shares with their interval; no p-values and no groups.")),
    (FROM_CHANGE, say("Also the mean change with its interval, the exact rank test and the size of effect.")),
    (FROM_CHECK, say("Also the bootstrap, as a check beside the t interval.")),
    (FROM_SCALE, say("Also reliability, NPS, and two groups compared, each of at least 10.")),
    (FROM_SUBSCALES, say("Also omega, scales within scales, and whether other weights would foretell more.")),
)


def may_be_shown(statistic: Statistic, result: Result) -> bool:
    """Whether a result rests on enough cases, in all and in each of two groups."""
    groups = [result[name] for name in ("n1", "n2") if name in result]
    return bool(
        result.get("n", statistic.needs_n) >= statistic.needs_n and min(groups, default=99) >= EACH_GROUP
    )


def reported(statistic: Statistic, **inputs: Any) -> Result | None:
    """The result when there are cases enough for it, else None; also where there is no answer at all."""
    try:
        result = statistic.of(**inputs)
    except NotComputable:
        return None
    return result if may_be_shown(statistic, result) else None
