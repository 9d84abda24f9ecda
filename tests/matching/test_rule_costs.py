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
    """Only of those that have a price."""
    pool = Pool.of(programme)
    proposal = propose(pool, wanted)
    costs = rule_costs(proposal)
    assert [one.rule for one in costs] == [rule for rule in RULES if rule.is_priced]
    for one in costs:
        key = one.rule.key
        assert one.is_on == (key not in wanted.rules_off)
        without = replace(wanted, rules_off=wanted.rules_off | {key})
        other = propose(pool, without)
        assert one.blocks == other.allowed.sum() - proposal.allowed.sum()
        assert one.placed == len(other.placed) - len(proposal.placed)
        assert np.isclose(one.total, other.total - proposal.total, atol=1e-12)


def test_a_moment_that_is_not_shared_costs_a_place():
    programme = snapshot(mentee("ann", availability=["monday"]), mentor("kim", availability=["friday"]))
    assert figures(plan(programme), "free_moment") == (1, 1, 0.0)
    assert figures(plan(programme), "training") == (0, 0, 0.0)


def test_a_cost_in_points_alone():
    """Ann may not go to Kim, who knows what she wants to learn; Lou is there for her."""
    programme = snapshot(
        mentee("ann", goals=["planning"], availability=["monday"]),
        mentor("kim", topics=["planning"], availability=["friday"]),
        mentor("lou", topics=["coaching"], availability=["monday"]),
    )
    blocks, placed, total = figures(plan(programme, practical_fit=0), "free_moment")
    assert (blocks, placed, total) == (1, 0, 1.0)


def test_a_pair_that_two_rules_forbid_is_on_the_account_of_neither():
    programme = snapshot(
        mentee("ann", availability=["monday"]), mentor("kim", availability=["friday"], is_trained=False)
    )
    assert [figures(plan(programme), key) for key in ("free_moment", "training")] == [(0, 0, 0.0)] * 2


def test_a_rule_that_is_off_costs_nothing():
    programme = snapshot(mentee("ann", availability=["monday"]), mentor("kim", availability=["friday"]))
    off = plan(programme, rules_off=["free_moment"])
    assert (cost(off, "free_moment").is_on, figures(off, "free_moment")) == (False, (0, 0, 0.0))


def test_her_own_ban_is_not_on_the_account_of_a_rule():
    programme = snapshot(
        mentee("ann", availability=["monday"]),
        mentor("kim", availability=["friday"]),
        overrides=[override("forbid", "ann", "kim")],
    )
    assert figures(plan(programme), "free_moment") == (0, 0, 0.0)


def test_working_out_the_costs_leaves_the_plan_as_it_is():
    programme = snapshot(mentee("ann", availability=["monday"]), mentor("kim", availability=["friday"]))
    proposal = plan(programme)
    rule_costs(proposal)
    assert not proposal.allowed.any()
    assert not proposal.pool.lawful["free_moment"].any()
