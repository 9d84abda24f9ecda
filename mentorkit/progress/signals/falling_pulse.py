"""One of the two finds that it goes less well than the last time."""

from collections.abc import Iterator
from operator import ge

from mentorkit.model import SIDES, Side
from mentorkit.progress.known import KnownPair
from mentorkit.progress.pulses import replies_of
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say


def _compute(known: KnownPair) -> Found | None:
    """By how many points the last answer of one of the two is below the one before it, 0 or more."""
    drops = [(drop, place) for drop, place in _drops(known)]
    if not drops:
        return None
    drop, place = max(drops)
    return drop, known.pulses[place].answered_on or known.today


def _whom(known: KnownPair) -> Side | None:
    drops = list(_drops(known))
    return known.pulses[max(drops)[1]].side if drops else None


def _drops(known: KnownPair) -> Iterator[tuple[int, int]]:
    for side in SIDES:
        told = [(one.going, known.pulses.index(one)) for one in replies_of(known, side) if one.going]
        if len(told) > 1:
            yield max(told[-2][0] - told[-1][0], 0), told[-1][1]


RULE = SignalRule(
    key="falling_pulse",
    label=say("Going less well"),
    found=say("{value} points less than the last time, on {day}"),
    ask=say("“{called}, did anything change in your talks with {other}? What do you need now?”"),
    source=say("who is not satisfied stops sooner (Eby 2004, Spencer 2014); the limits are our own"),
    compute=_compute,
    amber=fixed(1),
    red=fixed(2),
    beyond=ge,
    family="satisfaction",
    unit=say("points"),
    whom=_whom,
)
