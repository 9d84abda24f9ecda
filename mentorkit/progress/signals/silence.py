"""No talk is known for long, measured by the rhythm of the pair itself."""

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, Limit, SignalRule
from mentorkit.text import say, say_count


def _compute(known: KnownPair) -> Found | None:
    """Days since the last talk that is known, without those of a pause."""
    if not known.held:
        return None
    since = known.awake_since(known.held[-1])
    return (known.today - since).days, since


def _days(known: KnownPair, rhythms: float) -> float:
    """So many times the rhythm of the pair, and a week."""
    return rhythms * known.interval_days + 7


RULE = SignalRule(
    key="silence",
    label=say("Silent for long"),
    found=say("no talk known since {day}: {value} days"),
    ask=say("“{called}, when did you last talk with {other}? What makes it hard to find a moment?”"),
    source=say("pairs that fade out end early (Spencer 2014); the limits are our own"),
    compute=_compute,
    amber=Limit(1.5, _days),
    red=Limit(2, _days),
    unit=say_count("{n} rhythm and a week", "{n} rhythms and a week", 0),
    is_silence=True,
)
