"""One of the two says that they do not get on well."""

from collections.abc import Iterator
from operator import le

from mentorkit.model import SIDES, Side
from mentorkit.progress.known import KnownPair
from mentorkit.progress.pulses import replies_of
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say

_ONCE = 2
"""An answer that is enough by itself; a better one counts when the one before it was no better."""


def _compute(known: KnownPair) -> Found | None:
    """The lowest last answer of the two, 1–5; a middling one only when it is the second in a row."""
    lowest = min(_last(known), default=None)
    return (lowest[0], known.pulses[lowest[1]].answered_on or known.today) if lowest else None


def _whom(known: KnownPair) -> Side | None:
    lowest = min(_last(known), default=None)
    return known.pulses[lowest[1]].side if lowest else None


def _last(known: KnownPair) -> Iterator[tuple[int, int]]:
    """What counts for each side, with the place of its last answer."""
    for side in SIDES:
        told = [(one.going, known.pulses.index(one)) for one in replies_of(known, side) if one.going]
        if told and (told[-1][0] <= _ONCE or len(told) > 1):
            yield told[-1][0] if told[-1][0] <= _ONCE else max(told[-1][0], told[-2][0]), told[-1][1]


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
    unit=say("of 5 points"),
    whom=_whom,
)
