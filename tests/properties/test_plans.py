"""What holds for the plan of any programme: room, rules, wishes, and the most that is possible."""

from collections import Counter
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.frames import Snapshot
from mentorkit.matching import DEFAULT_WEIGHTS, RULES, Pool, Proposal, Settings, propose, unplaced
from mentorkit.matching.aims import proof
from mentorkit.matching.candidates import Pairing
from tests.matching.instances import Case, as_number, best
from tests.matching.small import broken, ids
from tests.strategies import programmes, settings_of


def decided(programme: Snapshot) -> set[tuple[str, str]]:
    """Confirmed pairs of people who are both still signed up, read from the tables themselves."""
    mentees, mentors = (set(programme.participants(role)["id"]) for role in ("mentee", "mentor"))
    return {
        (pair["mentee_id"], pair["mentor_id"])
        for pair in programme.pairs.to_dicts()
        if pair["ended_on"] is None and pair["mentee_id"] in mentees and pair["mentor_id"] in mentors
    }


def names(proposal: Proposal, pair: Pairing) -> tuple[str, str]:
    candidates = proposal.pool.candidates
    return candidates.mentees["id"][pair[0]], candidates.mentors["id"][pair[1]]


@settings(max_examples=50)
@given(programmes(), settings_of())
def test_nobody_gets_more_mentees_than_she_has_room_for(programme: Snapshot, wanted: Settings):
    proposal = propose(Pool.of(programme), wanted)
    room = {
        mentor["id"]: 1 if mentor["capacity"] is None else mentor["capacity"]
        for mentor in programme.participants("mentor").to_dicts()
    }
    load = Counter(ids(proposal).values())
    standing = Counter(mentor for _, mentor in decided(programme))
    assert all(load[mentor] <= max(room[mentor], standing[mentor]) for mentor in load)


@settings(max_examples=50)
@given(programmes(), settings_of())
def test_no_pair_is_unlawful_or_banned(programme: Snapshot, wanted: Settings):
    proposal = propose(Pool.of(programme), wanted)
    banned = {
        (ban["mentee_id"], ban["mentor_id"])
        for ban in programme.overrides.to_dicts()
        if ban["kind"] == "forbid"
    }
    new = set(ids(proposal).items()) - decided(programme)
    assert not new & banned
    lawful_ones = {names(proposal, (row, column)) for row, column in np.argwhere(proposal.allowed).tolist()}
    assert not lawful_ones & banned
    on = [rule for rule in RULES if rule.is_fixed or rule.key not in wanted.rules_off]
    lawful = {rule.key: rule.compute(proposal.pool.candidates) for rule in on}
    for row in proposal.placed.tolist():
        pair = (row, int(proposal.mentor_of[row]))
        assert names(proposal, pair) not in new or all(mask[pair] for mask in lawful.values())
    assert broken(proposal) == ()


@settings(max_examples=50)
@given(programmes(), settings_of())
def test_confirmed_pairs_stand(programme: Snapshot, wanted: Settings):
    proposal = propose(Pool.of(programme), wanted)
    plan = ids(proposal)
    assert decided(programme) <= set(plan.items())
    confirmed = {names(proposal, (row, 0))[0] for row in np.flatnonzero(proposal.is_confirmed).tolist()}
    assert confirmed == {mentee for mentee, _ in decided(programme)}


@settings(max_examples=60)
@given(programmes(), settings_of())
def test_a_wish_is_kept_when_lawful_with_room_and_else_refused(programme: Snapshot, wanted: Settings):
    """Retold in her order: every wish that can be kept is, and exactly the others are listed."""
    proposal = propose(Pool.of(programme), wanted)
    plan, room = ids(proposal), proposal.pool.capacity.copy()
    kept = {}
    for row, column in proposal.pool.confirmed:
        room[column] -= 1
        kept[row] = column
    standing, refused = set(kept), []
    for wish in proposal.pool.wished:
        row, column = wish
        if kept.get(row) == column:
            continue
        if row in kept or not proposal.allowed[wish] or room[column] < 1:
            refused.append(wish)
        else:
            kept[row] = column
            room[column] -= 1
    assert proposal.refused == tuple(refused)
    assert all(plan[names(proposal, pair)[0]] == names(proposal, pair)[1] for pair in kept.items())
    assert set(np.flatnonzero(proposal.held).tolist()) == set(kept) - standing


@settings(max_examples=60)
@given(programmes(most=10), settings_of())
def test_no_lawful_plan_is_better_under_her_aim(programme: Snapshot, wanted: Settings):
    """Against brute force over everybody whose mentor is not decided."""
    proposal = propose(Pool.of(programme), wanted)
    pool, is_free = proposal.pool, ~(proposal.held | proposal.is_confirmed)
    assert proposal.free.tolist() == np.flatnonzero(is_free).tolist()
    taken = np.bincount(proposal.mentor_of[~is_free], minlength=len(pool.capacity))
    room = np.maximum(pool.capacity - taken, 0)
    case = Case(
        score=proposal.score[is_free],
        allowed=proposal.allowed[is_free],
        capacity=room,
        least=np.clip(pool.least - taken, 0, room),
        price=wanted.unplaced_price,
        ties=pool.ties[is_free],
    )
    assert as_number(case, proposal.mentor_of[is_free], wanted.aim) == best(case, wanted.aim)


@settings(max_examples=40)
@given(programmes(), settings_of())
def test_every_plan_comes_with_the_prices_that_prove_it(programme: Snapshot, wanted: Settings):
    proposal = propose(Pool.of(programme), wanted)
    assert proof(proposal.problem, proposal.solution).is_optimal


@settings(max_examples=50)
@given(programmes(), settings_of())
def test_whoever_is_not_placed_is_listed_once_with_a_reason(programme: Snapshot, wanted: Settings):
    proposal = propose(Pool.of(programme), wanted)
    plan = ids(proposal)
    mentees, mentors = (set(programme.participants(role)["id"]) for role in ("mentee", "mentor"))
    listed = [(entry.role, entry.person) for entry in unplaced(proposal)]
    waiting = {("mentee", person) for person in mentees - plan.keys()}
    idle = {("mentor", person) for person in mentors - set(plan.values())}
    assert len(listed) == len(set(listed))
    assert set(listed) == waiting | idle
    assert all(entry.message.id and entry.reason for entry in unplaced(proposal))


@settings(max_examples=30)
@given(programmes(), settings_of(), st.sampled_from((0.5, 0.1, 1 / 3, 1 / 7, 2**-20)))
def test_scaling_all_weights_leaves_the_plan(programme: Snapshot, wanted: Settings, factor: float):
    pool = Pool.of(programme)
    full = dict(zip(DEFAULT_WEIGHTS, wanted.vector.tolist(), strict=True))
    scaled = {key: weight * factor for key, weight in full.items()}
    before, after = (propose(pool, replace(wanted, weights=weights)) for weights in (full, scaled))
    assert ids(before) == ids(after)
    assert np.allclose(before.score, after.score, atol=1e-12)
