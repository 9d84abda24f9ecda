"""One of the two finds that it goes less well than the last time."""

from operator import ge

from mentorkit.model import SIDES
from mentorkit.progress.known import KnownPair
from mentorkit.progress.pulses import open_points, told_by
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say, say_count

_GOOD = 4
"""An answer that is good by itself, also below the one before it."""


def _compute(known: KnownPair) -> Found | None:
    """By how many points the last answer of one of the two is below the one before it, unless it is good.

    Nothing once the coordinator spoke with who gave it.
    """
    last = [told[-2:] for side in SIDES if len(told := open_points(known, side)) > 1]
    drops = [
        ((before.going or 0) - (now.going or 0), now) for before, now in last if (now.going or 0) < _GOOD
    ]
    steepest = max(drops, key=lambda one: one[0], default=None)
    return told_by(steepest, known) if steepest else None


RULE = SignalRule(
    key="falling_pulse",
    label=say("Going less well"),
    found=say("{value} points less than the last time, on {day}"),
    ask=say("“{called}, did anything change in your talks with {other}? What do you need now?”"),
    source=say("who is not satisfied stops sooner (Eby 2004, Spencer 2014); the limits are our own"),
    compute=_compute,
    amber=fixed(2),
    red=fixed(3),
    beyond=ge,
    family="satisfaction",
    unit=say_count("{n} point", "{n} points", 0),
)
