"""A pair rests for long."""

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say


def _compute(known: KnownPair) -> Found | None:
    """Days since the pause began, as long as it lasts."""
    began = known.pause.starts_on if known.pause else None
    return ((known.today - began).days, began) if began else None


RULE = SignalRule(
    key="long_pause",
    label=say("Away for long"),
    found=say("they rest since {day}: {value} days"),
    ask=say("“{called}, shall you and {other} take it up again, or would you rather stop? Both are fine.”"),
    source=say("pairs that fade out end early (Spencer 2014); the limit is our own"),
    compute=_compute,
    amber=fixed(30),
    family="frame",
)
