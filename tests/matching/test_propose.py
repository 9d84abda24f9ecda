"""Proposals told by hand: wishes, confirmed pairs, capacity and who goes first."""

import gc
import weakref

import pytest

from mentorkit.matching import DEFAULT_WEIGHTS, Settings
from mentorkit.matching.pool import Pool
from mentorkit.matching.propose import propose
from tests.matching.small import earlier, ids, mentee, mentor, override, plan, snapshot

TWO_AND_TWO = (
    mentee("ann", goals=["planning"]),
    mentee("bea", goals=["coaching"]),
    mentor("kim", topics=["planning"]),
    mentor("lou", topics=["coaching"]),
)


def test_everybody_gets_the_mentor_who_covers_her_goals():
    assert ids(plan(snapshot(*TWO_AND_TWO))) == {"ann": "kim", "bea": "lou"}


def test_two_good_pairs_go_before_one_perfect_pair():
    """Kim suits ann best, but only kim can help bea; greedy would leave bea with nothing."""
    proposal = plan(
        snapshot(
            mentee("ann", goals=["planning", "coaching"]),
            mentee("bea", goals=["planning"]),
            mentor("kim", topics=["planning", "coaching"]),
            mentor("lou", topics=["coaching"]),
        )
    )
    assert ids(proposal) == {"ann": "lou", "bea": "kim"}
    assert proposal.total == pytest.approx(0.5 + 1.0)


@pytest.mark.parametrize("kind", ["lock", "choose"])
def test_a_lawful_wish_is_kept_against_the_points(kind: str):
    proposal = plan(snapshot(*TWO_AND_TWO, overrides=[override(kind, "ann", "lou")]))
    assert ids(proposal) == {"ann": "lou", "bea": "kim"}
    assert proposal.held.tolist() == [True, False]
    assert proposal.refused == ()


def test_a_ban_is_kept():
    assert ids(plan(snapshot(*TWO_AND_TWO, overrides=[override("forbid", "ann", "kim")]))) == {
        "ann": "lou",
        "bea": "kim",
    }


def test_a_wish_against_a_fixed_rule_is_refused_and_the_mentee_is_placed_as_usual():
    proposal = plan(
        snapshot(
            mentee("ann", avoids=["lou"]),
            mentor("kim"),
            mentor("lou"),
            overrides=[override("choose", "ann", "lou")],
        ),
        rules_off=["veto"],
    )
    assert proposal.refused == ((0, 1),)
    assert ids(proposal) == {"ann": "kim"}
    assert not proposal.held.any()


def test_a_wish_and_a_ban_on_one_pair_is_a_refused_wish():
    overrides = [override("lock", "ann", "kim"), override("forbid", "ann", "kim")]
    proposal = plan(snapshot(*TWO_AND_TWO, overrides=overrides))
    assert proposal.refused == ((0, 0),)
    assert ids(proposal)["ann"] == "lou"


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_wishes_for_one_place_the_earlier_one_is_kept(order: int):
    overrides = [override("lock", "bea", "kim", revision=3), override("lock", "ann", "kim", revision=4)]
    proposal = plan(snapshot(*TWO_AND_TWO, overrides=overrides[::order]))
    assert ids(proposal) == {"ann": "lou", "bea": "kim"}
    assert proposal.refused == ((0, 0),)


def test_a_wish_that_was_confirmed_is_neither_held_nor_refused():
    proposal = plan(
        snapshot(*TWO_AND_TWO, overrides=[override("lock", "ann", "lou")], pairs=[earlier("ann", "lou")])
    )
    assert proposal.is_confirmed.tolist() == [True, False]
    assert not proposal.held.any()
    assert proposal.refused == ()


def test_a_wish_for_a_mentee_whose_pair_is_confirmed_is_refused():
    proposal = plan(
        snapshot(*TWO_AND_TWO, overrides=[override("choose", "ann", "kim")], pairs=[earlier("ann", "lou")])
    )
    assert ids(proposal)["ann"] == "lou"
    assert proposal.refused == ((0, 0),)


def test_of_two_wishes_for_one_mentee_the_earlier_one_is_kept():
    overrides = [override("lock", "ann", "lou", revision=1), override("choose", "ann", "kim", revision=2)]
    proposal = plan(snapshot(*TWO_AND_TWO, overrides=overrides))
    assert ids(proposal)["ann"] == "lou"
    assert proposal.refused == ((0, 0),)


def test_a_confirmed_pair_stands_against_every_rule_and_takes_its_seat():
    proposal = plan(
        snapshot(
            mentee("ann", avoids=["kim"]),
            mentee("bea"),
            mentor("kim", capacity=1),
            pairs=[earlier("ann", "kim")],
        )
    )
    assert ids(proposal) == {"ann": "kim"}


def test_a_mentor_with_more_confirmed_mentees_than_room_gets_no_more():
    proposal = plan(
        snapshot(
            *(mentee(name) for name in ("ann", "bea", "cas")),
            mentor("kim", capacity=1),
            pairs=[earlier("ann", "kim"), earlier("bea", "kim")],
        )
    )
    assert ids(proposal) == {"ann": "kim", "bea": "kim"}


def test_a_pair_with_somebody_who_withdrew_takes_no_seat_in_the_matrix():
    proposal = plan(snapshot(mentee("ann"), mentor("kim"), pairs=[earlier("gone", "kim")]))
    assert ids(proposal) == {"ann": "kim"}


@pytest.mark.parametrize(("capacity", "placed"), [(None, 1), (0, 0), (2, 2), (50, 3)])
def test_room_is_what_the_mentor_said_and_one_when_she_did_not(capacity: int | None, placed: int):
    proposal = plan(snapshot(mentee("ann"), mentee("bea"), mentee("cas"), mentor("kim", capacity=capacity)))
    assert len(ids(proposal)) == placed


def test_one_person_in_both_roles_is_paired_in_both():
    proposal = plan(snapshot(mentee("ann"), mentor("ann"), mentee("bea"), mentor("kim")))
    assert ids(proposal) == {"ann": "kim", "bea": "ann"}


def test_a_criterion_that_is_not_named_has_its_default_weight():
    settings = Settings({"goal_coverage": 1.0, "no_such_criterion": 99.0})
    expected = {**DEFAULT_WEIGHTS, "goal_coverage": 1.0}
    assert settings.vector.tolist() == list(expected.values())


def test_a_proposal_does_not_change_its_pool():
    pool = Pool.of(snapshot(*TWO_AND_TWO, overrides=[override("lock", "ann", "lou")]))
    for array in (pool.capacity, pool.layers, pool.forbidden, pool.ties):
        array.flags.writeable = False
    first = propose(pool, Settings({}))
    assert ids(first) == ids(propose(pool, Settings({})))


def test_what_was_worked_out_about_a_plan_goes_with_it():
    """The last plan stayed in memory, with everybody in it, as long as mentorkit ran."""
    found = plan(snapshot(mentee("ann"), mentor("kim")))
    assert (found.answered.tolist(), found.ground.assumed) == ([0.0], 1)
    gone = weakref.ref(found)
    del found
    gc.collect()
    assert gone() is None
