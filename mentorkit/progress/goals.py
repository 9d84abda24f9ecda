"""How far a goal was reached, and whether its words tell enough."""

import re
from collections.abc import Sequence
from math import sqrt

from mentorkit.model.goal import Goal

_CORRELATION = 0.3
"""Between the levels of several goals, as the authors assume."""

_ENOUGH_WORDS = 4
_WORD = re.compile(r"[^\W\d_]{2,}")


def attainment(levels: Sequence[int], weights: Sequence[float] = ()) -> float | None:
    """The T-score of goals by their levels −2…+2: 50 when all are as expected, 10 for a standard deviation.

    T = 50 + 10·Σwx / √((1 − ρ)·Σw² + ρ·(Σw)²), with ρ = 0.3. Without weights all goals count the same; None
    without goals. Raises ValueError when a level is not −2…+2 or a weight is not above zero.

    Source: Kiresuk, T. J. & Sherman, R. E. (1968). Goal attainment scaling: a general method for evaluating
    comprehensive community mental health programs. Community Mental Health Journal 4(6), 443–453.
    https://doi.org/10.1007/BF01530764

    >>> attainment([0, 0, 0]), attainment([2])
    (50.0, 70.0)
    """
    if not levels:
        return None
    counted = weights or [1.0] * len(levels)
    if any(not -2 <= level <= 2 for level in levels) or any(weight <= 0 for weight in counted):
        raise ValueError("A level is -2 to +2, and a weight is above zero.")
    total = sum(weight * level for weight, level in zip(counted, levels, strict=True))
    spread = (1 - _CORRELATION) * sum(one * one for one in counted) + _CORRELATION * sum(counted) ** 2
    return 50 + 10 * total / sqrt(spread)


def smart_hints(goal: Goal, steps: int) -> dict[str, bool]:
    """Five things that a goal tells, each yes or no; `steps` is the number of its actions and milestones.

    Read from its words and fields, never added up: a hint helps to write and ranks nobody. Our own rules.
    """
    return {
        "specific": len(_WORD.findall(goal.text)) >= _ENOUGH_WORDS,
        "measurable": bool(goal.measure) or all(goal.levels),
        "attainable": steps > 0 or bool(goal.support),
        "relevant": bool(goal.reason),
        "timely": goal.due_on is not None,
    }
