"""What a condition costs is what the best plan would gain without it."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings

from mentorkit.frames import Snapshot
from mentorkit.matching import RULES, Pool, Proposal, Settings, propose
from mentorkit.matching.insight.rule_costs import RuleCost, rule_costs
from tests.matching.small import mentee, mentor, override, plan, snapshot
from tests.strategies import programmes, settings_of


def cost(proposal: Proposal, key: str) -> RuleCost:
    (found,) = (one for one in rule_costs(proposal) if one.rule.key == key)
    return found


def figures(proposal: Proposal, key: str) -> tuple[int, int, float]:
    found = cost(proposal, key)
    return found.blocks, found.placed, round(found.total, 9)


@settings(max_examples=25)
@given(programmes(most=9), settings_of())
def test_the_cost_is_the_difference_with_a_plan_made_anew_without_the_rule(
    programme: Snapshot, wanted: Settings
):
    """Switched off where that is possible; else its matrix is taken out of the pool."""
    pool = Pool.of(programme)
    proposal = propose(pool, wanted)
    costs = rule_costs(proposal)
    assert [one.rule for one in costs] == list(RULES)
    for one in costs:
        key = one.rule.key
        assert one.is_on == (one.rule.is_fixed or key not in wanted.rules_off)
        without = replace(wanted, rules_off=wanted.rules_off | {key})
        opened = {**pool.lawful, key: np.ones(pool.candidates.shape, dtype=np.bool_)}
        other = propose(replace(pool, lawful=opened) if one.rule.is_fixed else pool, without)
        assert one.blocks == other.allowed.sum() - proposal.allowed.sum()
        assert one.placed == len(other.placed) - len(proposal.placed)
        assert np.isclose(one.total, other.total - proposal.total, atol=1e-12)


def test_a_language_that_is_not_shared_costs_a_place():
    programme = snapshot(mentee("ann", languages=["nl"]), mentor("kim", languages=["fr"]))
    assert figures(plan(programme), "language") == (1, 1, 0.0)
    assert figures(plan(programme), "free_moment") == (0, 0, 0.0)


def test_a_protecting_condition_has_its_cost_as_well():
    """It cannot be switched off, but she may want to know who is waiting for an agreement."""
    programme = snapshot(mentee("ann", has_consented=False), mentee("bea"), mentor("kim", capacity=2))
    assert figures(plan(programme), "consent") == (1, 1, 0.0)


def test_a_cost_in_points_alone():
    """Ann may not go to Kim, who knows what she wants to learn; Lou is there for her."""
    programme = snapshot(
        mentee("ann", goals=["planning"], languages=["nl"]),
        mentor("kim", topics=["planning"], languages=["fr"]),
        mentor("lou", topics=["coaching"], languages=["nl"]),
    )
    blocks, placed, total = figures(plan(programme, practical_fit=0), "language")
    assert (blocks, placed, total) == (1, 0, 1.0)


def test_a_pair_that_two_rules_forbid_is_on_the_account_of_neither():
    programme = snapshot(mentee("ann", languages=["nl"], is_paused=True), mentor("kim", languages=["fr"]))
    assert [figures(plan(programme), key) for key in ("language", "pause")] == [(0, 0, 0.0)] * 2


def test_a_rule_that_is_off_costs_nothing():
    programme = snapshot(mentee("ann", languages=["nl"]), mentor("kim", languages=["fr"]))
    off = plan(programme, rules_off=["language"])
    assert (cost(off, "language").is_on, figures(off, "language")) == (False, (0, 0, 0.0))


def test_her_own_ban_is_not_on_the_account_of_a_rule():
    programme = snapshot(
        mentee("ann", languages=["nl"]),
        mentor("kim", languages=["fr"]),
        overrides=[override("forbid", "ann", "kim")],
    )
    assert figures(plan(programme), "language") == (0, 0, 0.0)


def test_working_out_the_costs_leaves_the_plan_as_it_is():
    programme = snapshot(mentee("ann", languages=["nl"]), mentor("kim", languages=["fr"]))
    proposal = plan(programme)
    rule_costs(proposal)
    assert not proposal.allowed.any()
    assert not proposal.pool.lawful["language"].any()
