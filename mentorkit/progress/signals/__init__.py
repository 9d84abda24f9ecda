"""The rules that name a pair: one file each, and this tuple, which is also their order in a list."""

from collections.abc import Iterable
from dataclasses import replace

from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals import (
    agreement,
    cancelled,
    falling_pulse,
    few_talks,
    first_talk,
    goals_behind,
    long_pause,
    low_pulse,
    missed_pulses,
    no_closing_talk,
    no_contact,
    no_goals,
    not_reached,
    one_sided,
    overload,
    reporting_line,
    silence,
    stale_goals,
    two_views,
    wants_contact,
    wants_out,
)
from mentorkit.progress.signals.signal import Signal, SignalRule

RULES: tuple[SignalRule, ...] = (
    wants_out.RULE,
    wants_contact.RULE,
    first_talk.RULE,
    silence.RULE,
    cancelled.RULE,
    few_talks.RULE,
    low_pulse.RULE,
    falling_pulse.RULE,
    two_views.RULE,
    missed_pulses.RULE,
    not_reached.RULE,
    one_sided.RULE,
    no_contact.RULE,
    agreement.RULE,
    no_goals.RULE,
    goals_behind.RULE,
    stale_goals.RULE,
    reporting_line.RULE,
    overload.RULE,
    long_pause.RULE,
    no_closing_talk.RULE,
)

_OF_THE_PAIR = frozenset({"contact", "satisfaction", "goals"})

_TOO_MANY = 0.3
"""The part of the pairs that is urgent at most before other limits are proposed."""


def signals_of(known: KnownPair) -> tuple[Signal, ...]:
    """Every rule that names a pair now, urgent ones first; those that rest are left out."""
    rests = {one.rule for one in known.snoozed}
    return tuple(one for one in all_signals_of(known) if one.rule.key not in rests)


def all_signals_of(known: KnownPair) -> tuple[Signal, ...]:
    """Every rule that names a pair, urgent ones first, also those that the coordinator lets rest."""
    return known.once(_found)


def _found(known: KnownPair) -> tuple[Signal, ...]:
    found = [signal for rule in RULES if (signal := rule(known)) is not None]
    return tuple(sorted(found, key=lambda one: not one.is_red))


def is_urgent(signals: Iterable[Signal]) -> bool:
    """Whether one of these is urgent, or two of them are about different things of the pair itself.

    Those are contact, how they like it, and goals. Our own heuristic.
    """
    signals = tuple(signals)
    families = {one.rule.family for one in signals} & _OF_THE_PAIR
    return any(one.is_red for one in signals) or len(families) > 1


def are_too_many(pairs: Iterable[KnownPair]) -> bool:
    """Whether more than three in ten pairs are urgent: then the limits are to be looked at."""
    urgent = [is_urgent(signals_of(one)) for one in pairs]
    return sum(urgent) > _TOO_MANY * len(urgent)


def would_name(pairs: Iterable[KnownPair], name: str, number: float) -> tuple[int, int]:
    """How many pairs a rule would name with another limit, by its name, and how many of them are urgent."""
    rule = next(one for one in RULES if name in one.limits)
    limits = (
        replace(one, common=replace(one.common, limits={**one.common.limits, name: number})) for one in pairs
    )
    found = [signal for one in limits if (signal := rule(one)) is not None]
    return len(found), sum(one.is_red for one in found)
