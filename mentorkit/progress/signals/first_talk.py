"""They were brought together and no first talk is known of."""

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say


def _compute(known: KnownPair) -> Found | None:
    """Days since they were introduced without those of a pause, as long as no talk is known."""
    if known.held:
        return None
    since = known.awake_since(known.started_on)
    return (known.today - since).days, since


RULE = SignalRule(
    key="first_talk",
    label=say("No first talk"),
    found=say("no first talk known, {value} days after {day}"),
    ask=say("“{called}, has a day been set for your first talk with {other}? Shall I help to plan it?”"),
    source=say("standards for the start of a pair; the limits are our own"),
    compute=_compute,
    amber=fixed(14),
    red=fixed(28),
    is_silence=True,
)
