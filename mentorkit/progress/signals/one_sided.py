"""One of the two takes nearly all the initiative."""

from operator import ge

from mentorkit.model import SIDES
from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say

_ENOUGH = 4


def _compute(known: KnownPair) -> Found | None:
    """Per cent of the talks for which the same side took the initiative, of those where that is known."""
    told = [one for one in known.meetings if one.is_held and one.initiative]
    if len(told) < _ENOUGH:
        return None
    most = max(sum(one.initiative == side for one in told) for side in SIDES)
    return 100 * most / len(told), told[0].day


RULE = SignalRule(
    key="one_sided",
    label=say("Initiative from one side"),
    found=say("since {day} {value}% of the initiative came from one side"),
    ask=say("“{called}, who proposes the next talk, you or {other}? Could it be the other one this time?”"),
    source=say("mentees who take the initiative get more out of it (Ghosh 2014); the limit is our own"),
    compute=_compute,
    amber=fixed(80),
    beyond=ge,
    unit=say("{n}% of the initiative"),
)
