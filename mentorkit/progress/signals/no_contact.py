"""The coordinator did not speak with either of the two for long."""

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, Limit, SignalRule
from mentorkit.text import say

_LATER, _TWICE = 37, 60
"""A week after the contact of every month, and after two of them were let go by."""

_SOONER, _SOON = 20, 23
"""Days by which a first contact is due sooner than those of every month."""


def _compute(known: KnownPair) -> Found | None:
    """Days since the last contact, or since they were introduced, without those of a pause."""
    since = known.awake_since(known.reached_on or known.started_on)
    return (known.today - since).days, since


def _amber(known: KnownPair, days: float) -> float:
    return days if known.reached_on else max(days - _SOONER, 1)


def _red(known: KnownPair, days: float) -> float:
    return days if known.reached_on else max(days - _SOON, 1)


RULE = SignalRule(
    key="no_contact",
    label=say("Not spoken with"),
    found=say("you did not speak with them since {day}: {value} days"),
    ask=say("“{called}, how are your talks with {other} going? What would help?”"),
    source=say(
        "contact by staff goes with fewer early ends in 1,451 programmes (doi 10.1007/s11121-020-01200-9)"
    ),
    compute=_compute,
    amber=Limit(_LATER, _amber),
    red=Limit(_TWICE, _red),
    family="own",
    is_silence=True,
)
