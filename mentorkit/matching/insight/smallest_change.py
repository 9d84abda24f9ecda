"""The smallest single change that makes a pair part of a best plan: each one tried, none guessed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeAlias

import numpy as np

from mentorkit.matching.candidates import Pairing
from mentorkit.matching.insight.changed_answer import ChangedAnswer, answered, possible_answers
from mentorkit.matching.insight.other_weights import OtherWeight, nearest_weights
from mentorkit.matching.insight.why_not import Verdict, is_in_a_best_plan, plan_with, why_not
from mentorkit.matching.pool import Pool
from mentorkit.matching.propose import Proposal, Settings, propose
from mentorkit.matching.rules.rule import Rule


@dataclass(frozen=True)
class MorePlace:
    """One place more with a mentor (column)."""

    column: int


@dataclass(frozen=True)
class WithoutRule:
    """One condition switched off."""

    rule: Rule


WhatIf: TypeAlias = MorePlace | OtherWeight | WithoutRule | ChangedAnswer


@dataclass(frozen=True)
class SmallChange:
    """A change after which the pair is part of a best plan.

    `moved` counts the mentees, this one included, who have another mentor in that plan.
    """

    what: WhatIf
    moved: int


def smallest_changes(proposal: Proposal, row: int, column: int) -> tuple[SmallChange, ...]:
    """Every kind of single change that suffices, the smallest first.

    Smallest is what moves fewest mentees, and then the shortest turn of a weight; our own
    measure. Per criterion it is the nearest whole weight, up or down (the nearest of
    every fifth where a try takes longer), per answer the first that suffices, entries
    of a list one by one before all. Every change was tried by a new solve. Empty for a
    pair that is part of a best plan already, or whose mentee is decided.
    """
    answer = why_not(proposal, row, column).answer
    if answer in {Verdict.PAIR, Verdict.TOSS, Verdict.DECIDED}:
        return ()
    tries: list[Iterator[WhatIf]] = [iter((MorePlace(column),))]
    if answer is not Verdict.FULL:
        tries = [
            (WithoutRule(rule) for rule in proposal.settings.rules_on if rule.is_priced),
            possible_answers(proposal, row, column),
        ]
    if answer is Verdict.COSTS:
        tries += [iter((MorePlace(column),)), nearest_weights(proposal, row, column)]
    return tuple(sorted(_sufficient(proposal, chain(*tries), (row, column)), key=_size))


def with_change(what: WhatIf, pool: Pool, settings: Settings) -> tuple[Pool, Settings]:
    """The pool and the settings after a change."""
    match what:
        case MorePlace(column):
            more = pool.capacity + (np.arange(len(pool.capacity)) == column)
            return replace(pool, capacity=more), settings
        case OtherWeight():
            return pool, what.applied(settings)
        case WithoutRule(rule):
            return pool, replace(settings, rules_off=settings.rules_off | {rule.key})
        case ChangedAnswer():
            return answered(pool, what, settings), settings


def _sufficient(proposal: Proposal, tries: Iterator[WhatIf], pair: Pairing) -> Iterator[SmallChange]:
    """The changes that suffice; once one does, no other change of the same answer is tried."""
    done: set[tuple[str, str] | None] = set()
    for what in tries:
        answer = (what.side, what.answer) if isinstance(what, ChangedAnswer) else None
        if answer in done:
            continue
        after = propose(*with_change(what, proposal.pool, proposal.settings))
        if is_in_a_best_plan(after, *pair):
            plan = plan_with(after, why_not(after, *pair))
            yield SmallChange(what, int(np.count_nonzero(plan != proposal.mentor_of)))
            if answer:
                done.add(answer)


def _size(change: SmallChange) -> tuple[int, float]:
    what = change.what
    return change.moved, abs(what.weight - what.before) if isinstance(what, OtherWeight) else 0.0
