"""The rules that name a pair: one file each, and this tuple, which is also their order in a list."""

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals import (
    agreement,
    cancelled,
    few_talks,
    first_talk,
    no_contact,
    not_reached,
    one_sided,
    silence,
    wants_out,
)
from mentorkit.progress.signals.signal import Signal, SignalRule

RULES: tuple[SignalRule, ...] = (
    wants_out.RULE,
    first_talk.RULE,
    silence.RULE,
    cancelled.RULE,
    few_talks.RULE,
    not_reached.RULE,
    one_sided.RULE,
    no_contact.RULE,
    agreement.RULE,
)


def signals_of(known: KnownPair) -> tuple[Signal, ...]:
    """Every rule that names a pair, urgent ones first."""
    found = [signal for rule in RULES if (signal := rule(known)) is not None]
    return tuple(sorted(found, key=lambda one: not one.is_red))
