"""What each condition costs, in words."""

from collections.abc import Iterable

from markupsafe import Markup

from mentorkit.matching.insight.rule_costs import RuleCost
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.pairing.plan_change import in_points
from mentorkit.views.table import plain_list


def cost_list(costs: Iterable[RuleCost], speak: Speaker) -> Markup:
    """Every condition with what it costs."""
    return plain_list(f"{speak(one.rule.label)}: {speak(cost_line(one))}" for one in costs)


def cost_line(cost: RuleCost) -> Message:
    """What the plan would gain without this condition."""
    if not cost.is_on:
        return say("off")
    if not cost.blocks:
        return say("costs nothing")
    if cost.placed > 0:
        return say_count(
            "without it {n} more mentee is placed", "without it {n} more mentees are placed", cost.placed
        )
    out, points = say_count("rules out {n} pair", "rules out {n} pairs", cost.blocks), round(cost.total * 100)
    if points <= 0:
        return say("{out}, costs no points", out=out)
    return say("{out}; without it {points} more in total", out=out, points=in_points(points))
