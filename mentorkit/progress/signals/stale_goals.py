"""How far the goals came was not noted for long."""

from datetime import date

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say


def _compute(known: KnownPair) -> Found | None:
    """Days since a level was noted, or they were introduced, without a pause; nothing without goals.

    Where levels are noted of no pair at all, nothing can be told of one.
    """
    if not known.goals or not known.common.are_levels_noted:
        return None
    noted: date = max((one.noted_on for one in known.levels), default=known.started_on)
    since = known.awake_since(noted)
    return (known.today - since).days, since


RULE = SignalRule(
    key="stale_goals",
    label=say("Goals not looked at"),
    found=say("since {day} nobody noted how far the goals came: {value} days"),
    ask=say("“{called}, shall we go through your goals with {other} and see how far you came?”"),
    source=say("the guides ask to follow goals up regularly; the limit is our own"),
    compute=_compute,
    amber=fixed(60),
    family="goals",
    is_silence=True,
)
