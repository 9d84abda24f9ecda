"""The two see it differently."""

from operator import ge

from mentorkit.progress.known import KnownPair
from mentorkit.progress.pulses import gap_of
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say, say_count


def _compute(known: KnownPair) -> Found | None:
    """How many points the last answers of the two are apart; nothing until both answered.

    Nothing once the coordinator spoke with one of the two after the last answer.
    """
    gap = gap_of(known)
    return gap if gap and (known.reached_on is None or known.reached_on < gap[1]) else None


RULE = SignalRule(
    key="two_views",
    label=say("Seen differently"),
    found=say("their answers are {value} points apart, the last of {day}"),
    ask=say("“{called}, how do you look at the talks with {other}? Did you ask each other lately?”"),
    source=say("one side alone tells half (Eby 2013); the limits are our own"),
    compute=_compute,
    amber=fixed(2),
    red=fixed(3),
    beyond=ge,
    family="satisfaction",
    unit=say_count("{n} point apart", "{n} points apart", 0),
)
