"""No goal that both agree on is known."""

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say


def _compute(known: KnownPair) -> Found | None:
    """Days since they were introduced, as long as both agree on no goal.

    Where goals are noted of no pair at all, nothing can be told of one.
    """
    is_told = known.common.are_goals_noted and not any(one.is_agreed for one in known.goals)
    return ((known.today - known.started_on).days, known.started_on) if is_told else None


RULE = SignalRule(
    key="no_goals",
    label=say("No goals"),
    found=say("no goal that both agree on, {value} days after {day}"),
    ask=say(
        "“{called}, what do you and {other} want to have reached by the end? Shall I send the goal sheet?”"
    ),
    source=say("the guides ask for clear goals; the limits are our own"),
    compute=_compute,
    amber=fixed(30),
    red=fixed(45),
    family="goals",
)
