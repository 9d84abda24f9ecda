"""Many of the planned talks surely did not take place."""

from datetime import timedelta

from mentorkit.progress.expected import bounds_of
from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say

_LOOKED_BACK = timedelta(days=90)
_ENOUGH = 3


def _compute(known: KnownPair) -> Found | None:
    """Per cent of the planned talks that did not take place; what nobody knows counts as held."""
    since = max(known.today - _LOOKED_BACK, known.started_on)
    found = bounds_of(known, since)
    return (100 * found.not_held / found.planned, since) if found.planned >= _ENOUGH else None


RULE = SignalRule(
    key="few_talks",
    label=say("Few talks"),
    found=say("{value}% of the talks planned since {day} did not take place"),
    ask=say("“{called}, does the rhythm with {other} still suit you, or shall we agree another one?”"),
    source=say("pairs that talk more often get more support (Eby 2013); the limits are our own"),
    compute=_compute,
    amber=fixed(40),
    red=fixed(60),
    unit=say("{n}% of the talks"),
    is_silence=True,
)
