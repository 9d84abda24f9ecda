"""One of the two says that they do not get on well."""

from operator import le

from mentorkit.model import SIDES
from mentorkit.progress.known import KnownPair
from mentorkit.progress.pulses import open_points, told_by
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say

_ONCE = 2
"""An answer that is enough by itself; a better one counts when the one before it was no better."""


def _compute(known: KnownPair) -> Found | None:
    """The lowest last answer of the two, 1–5; a middling one only when it is the second in a row.

    Nothing once the coordinator spoke with who gave it.
    """
    found = []
    for side in SIDES:
        last = [(one.going or 0, one) for one in open_points(known, side)[-2:]]
        if last and last[-1][0] <= _ONCE:
            found.append(last[-1])
        elif len(last) > 1:
            found.append((max(points for points, _ in last), last[-1][1]))
    lowest = min(found, key=lambda one: one[0], default=None)
    return told_by(lowest, known) if lowest else None


RULE = SignalRule(
    key="low_pulse",
    label=say("Not going well"),
    found=say("one of the two gave {value} of 5 for how they get on, on {day}"),
    ask=say("“{called}, how do you find the talks with {other}? What would make them better for you?”"),
    source=say("who is not satisfied stops sooner (Eby 2004, Spencer 2014); the limits are our own"),
    compute=_compute,
    amber=fixed(3),
    red=fixed(2),
    beyond=le,
    family="satisfaction",
    unit=say("{n} of 5 points"),
)
