"""The coordinator did not speak with either of the two for long."""

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule
from mentorkit.text import say

_FIRST, _LATER = 17, 37
"""A week after a planned contact: the first one, and those of every month."""

_TWICE = 60


def _compute(known: KnownPair) -> Found | None:
    """Days since the last contact, or since they were introduced."""
    return known.waits, known.reached_on or known.started_on


def _amber(known: KnownPair) -> float:
    return _LATER if known.reached_on else _FIRST


def _red(known: KnownPair) -> float:
    return _TWICE if known.reached_on else _LATER


RULE = SignalRule(
    key="no_contact",
    label=say("Not spoken with"),
    found=say("you did not speak with them since {day}: {value} days"),
    ask=say("“{called}, how are your talks with {other} going? What would help?”"),
    source=say(
        "contact by staff goes with fewer early ends in 1,451 programmes (doi 10.1007/s11121-020-01200-9)"
    ),
    compute=_compute,
    amber=_amber,
    red=_red,
)
