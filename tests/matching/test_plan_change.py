"""What a step changed, told by hand."""

import pytest

from mentorkit.matching import Move, plan_change
from tests.matching.small import mentee, mentor, override, plan, snapshot

PEOPLE = (
    mentee("ann", goals=["planning"], city="Zwolle"),
    mentee("bea", goals=["coaching"], city="Utrecht"),
    mentee("cas", goals=["design"], city="Breda"),
    mentor("kim", topics=["planning"], city="Utrecht"),
    mentor("lou", topics=["coaching"], city="Zwolle"),
    mentor("mo", topics=["design"], city="Breda"),
)


def test_a_slider_that_turns_two_pairs_round_moves_two_people_and_gains_two():
    by_goals = plan(snapshot(*PEOPLE))
    by_city = plan(snapshot(*PEOPLE), goal_coverage=0, proximity=100)
    told = plan_change(by_goals, by_city)
    # The city alone counts now: from 0 to 1 for ann and for bea; cas stays with mo.
    assert told.moves == (Move("ann", "kim", "lou", 1.0), Move("bea", "lou", "kim", 1.0))
    assert told.gain == pytest.approx(2.0)


def test_a_lock_that_costs_points_says_how_many():
    told = plan_change(
        plan(snapshot(*PEOPLE)), plan(snapshot(*PEOPLE, overrides=[override("lock", "ann", "lou")]))
    )
    assert told.moves == (Move("ann", "kim", "lou", -1.0), Move("bea", "lou", "kim", -1.0))
    assert told.gain == pytest.approx(-2.0)


def test_who_loses_her_place_comes_first_and_has_no_gain():
    fewer = [entry for entry in PEOPLE if entry.person.id != "kim"]
    told = plan_change(plan(snapshot(*PEOPLE)), plan(snapshot(*fewer)))
    assert told.moves[0] == Move("ann", "kim", None, None)
    back = plan_change(plan(snapshot(*fewer)), plan(snapshot(*PEOPLE)))
    assert Move("ann", None, "kim", None) in back.moves


def test_a_newcomer_is_no_move():
    fewer = [entry for entry in PEOPLE if entry.person.id not in {"cas", "mo"}]
    told = plan_change(plan(snapshot(*fewer)), plan(snapshot(*PEOPLE)))
    assert told.moves == ()
    assert told.gain == 0.0
