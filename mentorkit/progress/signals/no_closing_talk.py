"""The end comes near and no closing talk is planned."""

from operator import le

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say, say_count


def _compute(known: KnownPair) -> Found | None:
    """Days until the planned end, as long as no closing talk is planned or held."""
    closing = known.closing
    is_arranged = closing is not None and bool(closing.talk_planned_on or closing.talk_held_on)
    if known.ends_on is None or is_arranged:
        return None
    return (known.ends_on - known.today).days, known.started_on


RULE = SignalRule(
    key="no_closing_talk",
    label=say("No closing talk"),
    found=say("{value} days until the end, and no closing talk is planned"),
    ask=say("“{called}, when will you and {other} look back together? A closing talk is best planned now.”"),
    source=say("endings that are not closed harm (youth); 30 days is our own"),
    compute=_compute,
    amber=fixed(30),
    beyond=le,
    family="frame",
    unit=say_count("{n} day until the end", "{n} days until the end", 0),
)
