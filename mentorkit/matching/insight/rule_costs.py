"""What each condition costs: what the best plan would be without it."""

from dataclasses import dataclass

import numpy as np

from mentorkit.matching.propose import Proposal, propose, score_pairs
from mentorkit.matching.rules import RULES
from mentorkit.matching.rules.rule import Rule


@dataclass(frozen=True)
class RuleCost:
    """One rule, whether it is on, and what it costs.

    `blocks` counts the pairs that only this rule forbids; `placed` and `total` say how
    many more mentees would be placed, and how much the sum of scores would change, if
    it were off; both are 0 for a rule that is off already.
    """

    rule: Rule
    is_on: bool
    blocks: int
    placed: int
    total: float


def rule_costs(proposal: Proposal) -> tuple[RuleCost, ...]:
    """The cost of every rule that is priced; solves once more for each that alone forbids a pair."""
    return tuple(_cost(proposal, rule) for rule in RULES if rule.is_priced)


def _cost(proposal: Proposal, rule: Rule) -> RuleCost:
    if rule not in proposal.settings.rules_on:
        return RuleCost(rule, False, 0, 0, 0.0)
    pool = proposal.pool.without(rule.key)
    opened = score_pairs(pool, proposal.settings).allowed
    blocks = int(np.count_nonzero(opened & ~proposal.allowed))
    if not blocks:
        return RuleCost(rule, True, 0, 0, 0.0)
    other = propose(pool, proposal.settings)
    more = len(other.placed) - len(proposal.placed)
    return RuleCost(rule, True, blocks, more, other.total - proposal.total)
