"""What changed between two plans is said exactly, once per person."""

from dataclasses import replace
from math import isclose

import numpy as np
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.frames import Snapshot
from mentorkit.matching import DEFAULT_WEIGHTS, PlanChange, Pool, Proposal, Settings, plan_change, propose
from mentorkit.model import Application
from tests.matching.small import ids
from tests.strategies import programmes, settings_of

STEPS = 20


def people(proposal: Proposal) -> set[str]:
    return set(proposal.pool.candidates.mentees["id"].to_list())


def score(proposal: Proposal, mentee: str, mentor: str | None) -> float | None:
    """The score of two people by their ids; None when there is no such pair in the pool."""
    candidates = proposal.pool.candidates
    mentors = candidates.mentors["id"].to_list()
    if mentor not in mentors:
        return None
    return float(proposal.score[candidates.mentees["id"].to_list().index(mentee), mentors.index(mentor)])


def assert_exact(before: Proposal, after: Proposal, told: PlanChange) -> None:
    """Moves are the difference of the two plans, and nothing else; so is the gain."""
    old, new = ids(before), ids(after)
    both = people(before) & people(after)
    changed = {(m, old.get(m), new.get(m)) for m in both if old.get(m) != new.get(m)}
    moves = [(move.mentee, move.before, move.after) for move in told.moves]
    assert len(moves) == len(set(moves))
    assert set(moves) == changed
    gain = 0.0
    for move in told.moves:
        then, now = (score(after, move.mentee, mentor) for mentor in (move.before, move.after))
        expected = None if then is None or now is None else now - then
        assert move.gain == expected
        gain += expected or 0.0
    assert isclose(told.gain, gain, abs_tol=1e-9)


@settings(max_examples=50)
@given(programmes(), settings_of(), st.integers(0, 2**32))
def test_the_ripple_of_a_slider_is_the_difference_of_two_plans(
    programme: Snapshot, wanted: Settings, seed: int
):
    """Fifty programmes, twenty steps each."""
    pool, rng, keys = Pool.of(programme), np.random.default_rng(seed), list(DEFAULT_WEIGHTS)
    before = propose(pool, wanted)
    for _ in range(STEPS):
        settings_now = replace(wanted, weights={key: float(rng.integers(0, 101)) for key in keys})
        after = propose(pool, settings_now)
        assert_exact(before, after, plan_change(before, after))
        before = after


@settings(max_examples=25)
@given(programmes(), programmes(), settings_of())
def test_the_ripple_of_any_change_leaves_out_who_is_in_one_plan_only(
    first: Snapshot, second: Snapshot, wanted: Settings
):
    before, after = (propose(Pool.of(one), wanted) for one in (first, second))
    assert_exact(before, after, plan_change(before, after))


@settings(max_examples=30)
@given(programmes(), settings_of())
def test_a_mentor_who_leaves_moves_her_mentees(programme: Snapshot, wanted: Settings):
    before = propose(Pool.of(programme), wanted)
    gone = next(iter(sorted(set(ids(before).values()))), "nobody")
    is_her = (pl.col("person_id") == gone) & (pl.col("role") == "mentor")
    left = programme.applications.filter(~is_her)
    after = propose(Pool.of(programme.with_table(Application, left)), wanted)
    told = plan_change(before, after)
    assert_exact(before, after, told)
    hers = {mentee for mentee, mentor in ids(before).items() if mentor == gone}
    assert hers <= {move.mentee for move in told.moves if move.gain is None}


@settings(max_examples=20)
@given(programmes(), settings_of())
def test_between_a_plan_and_itself_nothing_moves(programme: Snapshot, wanted: Settings):
    proposal = propose(Pool.of(programme), wanted)
    assert plan_change(proposal, proposal) == PlanChange((), 0.0)
