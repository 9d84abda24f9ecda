"""One of the two is above the other in the line."""

from operator import ge

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say, say_count


def _compute(known: KnownPair) -> Found | None:
    """1 when one of the two stands above the other, at any depth; nothing otherwise."""
    mentee, mentor = known.pair.mentee_id, known.pair.mentor_id
    above = known.common.superiors
    is_above = mentor in above.get(mentee, ()) or mentee in above.get(mentor, ())
    return (1, known.started_on) if is_above else None


RULE = SignalRule(
    key="reporting_line",
    label=say("In one line"),
    found=say("one of the two reports to the other now"),
    ask=say("“{called}, you and {other} are in one line now. Shall we look for somebody outside it?”"),
    source=say("the guides forbid it: a mentor is never a superior"),
    compute=_compute,
    amber=fixed(1),
    red=fixed(1),
    beyond=ge,
    family="frame",
    unit=say_count("{n} pair in one line", "{n} pairs in one line", 0),
)
