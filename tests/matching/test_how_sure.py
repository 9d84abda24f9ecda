"""How sure a plan is, all together: the same for the same seed, and a step for each draw and criterion."""

import numpy as np
import pytest

from mentorkit.matching import CRITERIA
from mentorkit.matching.aims import other_pairs
from mentorkit.matching.insight import stability
from mentorkit.matching.insight.stability import (
    DRAWS,
    HowSure,
    at_once,
    draw_keeps,
    margins,
    steps_of,
    tried,
    weight_intervals,
)
from mentorkit.matching.solvers.blocks import Stopped, Watch
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.matching.test_stability import two_mentors

SEED = 7


def test_other_weights_give_the_shares_and_intervals_of_this_plan_step_by_step():
    proposal, steps = two_mentors(goals=10, unit=9), []
    found = tried(proposal, SEED, lambda: steps.append(1))
    shares = np.mean([*draw_keeps(proposal, np.random.default_rng(SEED))], axis=0)
    assert found.shares is not None
    assert 0 < shares[0] < 1
    assert found.shares.tolist() == shares.tolist()
    assert found.intervals == tuple(weight_intervals(proposal))
    assert len(steps) == steps_of(proposal) == DRAWS + len(CRITERIA)


def test_who_is_not_placed_has_no_share():
    alone = plan(snapshot(mentee("ann"), mentee("bea"), mentor("kim", capacity=1)))
    shares = tried(alone, SEED, lambda: None).shares
    assert np.array_equal(np.isnan(shares), alone.mentor_of < 0)
    assert np.isnan(shares).sum() == 1


def test_at_once_there_are_margins_only():
    proposal = two_mentors(goals=10, unit=9)
    assert at_once(proposal).margins.tolist() == margins(proposal).tolist()
    assert (at_once(proposal).shares, at_once(proposal).draws, at_once(proposal).intervals) == (None, 0, ())


def test_nothing_is_known_without_a_margin_and_without_shares():
    unknown = np.array([np.nan])
    assert not HowSure(unknown).is_known
    assert HowSure(unknown, shares=np.array([0.5])).is_known
    assert at_once(two_mentors(goals=10, unit=9)).is_known


def stopping(after: int) -> tuple[Watch, list[int]]:
    """A watch that asks to stop after so many looks, and the looks."""
    looks: list[int] = []
    return Watch(should_stop=lambda: looks.append(1) or len(looks) > after), looks


def test_it_stops_at_once_when_nobody_waits_for_it_any_more(monkeypatch: pytest.MonkeyPatch):
    """1,500 mentees held up the next card for two seconds, and ten minutes with other weights."""
    proposal, done = two_mentors(goals=10, unit=9), []
    search, solve = other_pairs.dijkstra, stability.best
    monkeypatch.setattr(other_pairs, "dijkstra", lambda *told, **how: done.append(1) or search(*told, **how))
    monkeypatch.setattr(stability, "best", lambda problem: done.append(1) or solve(problem))
    for after, most in ((0, 1), (1, 3)):
        done.clear()
        watch, looks = stopping(after)
        with pytest.raises(Stopped):
            at_once(proposal, watch)
        assert (len(done) <= most, len(looks)) == (True, after + 1)
    done.clear()
    watch, _ = stopping(4)
    with pytest.raises(Stopped):
        tried(proposal, SEED, lambda: None, watch)
    assert len(done) == 5
    watch, looks = stopping(DRAWS + 2)
    with pytest.raises(Stopped):
        tried(proposal, SEED, lambda: None, watch)
    assert len(looks) == DRAWS + 3
