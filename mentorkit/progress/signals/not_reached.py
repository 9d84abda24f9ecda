"""The coordinator could not reach anybody, time after time."""

from itertools import takewhile
from operator import ge

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say, say_count


def _compute(known: KnownPair) -> Found | None:
    """The last attempts in a row without an answer."""
    missed = [*takewhile(lambda one: one.outcome == "no_answer", reversed(known.contacts))]
    return (len(missed), missed[-1].day) if missed else None


RULE = SignalRule(
    key="not_reached",
    label=say("Cannot be reached"),
    found=say("not reached {value} times in a row, from {day} on"),
    ask=say("“{called}, I do not get hold of you and {other}. Is there a better moment or another way?”"),
    source=say("no answer is a sign by itself; the limits are our own"),
    compute=_compute,
    amber=fixed(2),
    red=fixed(3),
    beyond=ge,
    family="own",
    unit=say_count("{n} time", "{n} times in a row", 0),
    is_silence=True,
)
