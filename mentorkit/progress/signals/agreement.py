"""The agreement is not signed."""

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals.signal import Found, SignalRule, fixed
from mentorkit.text import say


def _compute(known: KnownPair) -> Found | None:
    """Days since they were introduced, as long as the agreement is not signed.

    Where signing is noted of no pair at all, nothing can be told of one.
    """
    is_told = known.common.is_signing_noted and "signed" not in known.steps
    return ((known.today - known.started_on).days, known.started_on) if is_told else None


RULE = SignalRule(
    key="agreement",
    label=say("No agreement"),
    found=say("agreement not signed, {value} days after {day}"),
    ask=say("“{called}, did you and {other} agree how often you talk and what stays between you?”"),
    source=say("the guides for this programme; the limits are our own"),
    compute=_compute,
    amber=fixed(21),
    red=fixed(35),
    family="frame",
)
