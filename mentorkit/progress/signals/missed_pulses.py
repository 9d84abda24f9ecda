"""One of the two does not answer any more."""

from itertools import takewhile
from operator import ge

from mentorkit.model import SIDES
from mentorkit.progress.known import KnownPair
from mentorkit.progress.pulses import MISSED_DAYS
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say, say_count


def _compute(known: KnownPair) -> Found | None:
    """The pulses in a row to which the same side did not answer within three weeks."""
    late = [
        one for one in known.pulses if one.answered_on or (known.today - one.asked_on).days >= MISSED_DAYS
    ]
    last = (reversed([one for one in late if one.side == side]) for side in SIDES)
    missed = max(([*takewhile(lambda one: one.answered_on is None, own)] for own in last), key=len)
    return (len(missed), missed[-1].asked_on, missed[0].side) if missed else None


RULE = SignalRule(
    key="missed_pulses",
    label=say("Does not answer"),
    found=say("{value} pulses in a row without an answer, from {day} on"),
    ask=say("“{called}, I missed your answers. How are the talks with {other}? You may also just tell me.”"),
    source=say("no answer is a sign by itself; the limits are our own"),
    compute=_compute,
    amber=fixed(2),
    red=fixed(3),
    beyond=ge,
    family="satisfaction",
    unit=say_count("{n} pulse", "{n} pulses in a row", 0),
    is_silence=True,
)
