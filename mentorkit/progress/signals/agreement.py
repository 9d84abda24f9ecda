"""The agreement is not signed."""

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say


def _compute(known: KnownPair) -> Found | None:
    """Days since they were introduced, as long as the agreement is not signed."""
    is_signed = "signed" in known.steps
    return None if is_signed else ((known.today - known.started_on).days, known.started_on)


RULE = SignalRule(
    key="agreement",
    label=say("No agreement"),
    found=say("agreement not signed, {value} days after {day}"),
    ask=say("“{called}, did you and {other} agree how often you talk and what stays between you?”"),
    source=say("the guides for this programme; the limits are our own"),
    compute=_compute,
    amber=fixed(21),
    red=fixed(35),
)
