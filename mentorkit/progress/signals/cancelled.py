"""Talk after talk did not take place."""

from itertools import takewhile
from operator import ge

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say, say_count


def _compute(known: KnownPair) -> Found | None:
    """The last talks in a row that did not take place."""
    last = max(known.held, default=None)
    missed = takewhile(lambda one: not one.is_held, reversed(known.meetings))
    since = [one.day for one in missed if last is None or one.day > last]
    return (len(since), since[-1]) if since else None


RULE = SignalRule(
    key="cancelled",
    label=say("Cancelled in a row"),
    found=say("{value} talks in a row did not take place, from {day} on"),
    ask=say("“{called}, I see that it did not work out a few times. What do you and {other} need?”"),
    source=say("a mentor who keeps a distance supports less (Eby 2004); the limits are our own"),
    compute=_compute,
    amber=fixed(2),
    red=fixed(3),
    beyond=ge,
    unit=say_count("{n} cancelled talk", "{n} cancelled talks in a row", 0),
    is_silence=True,
)
