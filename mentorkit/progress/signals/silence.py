"""No talk is known for long, measured by the rhythm of the pair itself."""

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule
from mentorkit.text import say


def _compute(known: KnownPair) -> Found | None:
    """Days since the last talk that is known."""
    return ((known.today - known.held[-1]).days, known.held[-1]) if known.held else None


def _amber(known: KnownPair) -> float:
    return 1.5 * known.interval_days + 7


def _red(known: KnownPair) -> float:
    return 2 * known.interval_days + 7


RULE = SignalRule(
    key="silence",
    label=say("Silent for long"),
    found=say("no talk known since {day}: {value} days"),
    ask=say("“{called}, when did you last talk with {other}? What makes it hard to find a moment?”"),
    source=say("pairs that fade out end early (Spencer 2014); the limits are our own"),
    compute=_compute,
    amber=_amber,
    red=_red,
)
