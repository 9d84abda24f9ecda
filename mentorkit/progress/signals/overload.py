"""A mentor has more mentees than room was offered for."""

from operator import ge

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say, say_count


def _compute(known: KnownPair) -> Found | None:
    """How many mentees the mentor has beyond what was offered; nothing where that was not told."""
    load = known.common.load.get(known.pair.mentor_id)
    return (load[0] - load[1], known.started_on, "mentor") if load else None


RULE = SignalRule(
    key="overload",
    label=say("More mentees than offered"),
    found=say("the mentor has {value} more than there was room for"),
    ask=say("“{called}, is what you do with {other} still feasible in time? What could be less?”"),
    source=say("time is the first reason to stop (STAR, n = 356, youth); the limit is our own"),
    compute=_compute,
    amber=fixed(1),
    beyond=ge,
    family="frame",
    unit=say_count("{n} mentee beyond the room", "{n} mentees beyond the room", 0),
)
