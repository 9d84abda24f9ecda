"""How sure a plan is, all together: the same for the same seed, and a step for each draw and criterion."""

import numpy as np

from mentorkit.matching import CRITERIA
from mentorkit.matching.insight.how_sure import HowSure, at_once, steps_of, tried
from mentorkit.matching.insight.stability import DRAWS, keep_shares, margins, weight_intervals
from tests.matching.test_stability import two_mentors

SEED = 7


def test_other_weights_give_the_shares_and_intervals_of_this_plan_step_by_step():
    plan, steps = two_mentors(goals=10, unit=9), []
    found = tried(plan, SEED, lambda: steps.append(1))
    shares = keep_shares(plan, np.random.default_rng(SEED))
    assert found.shares is not None
    assert 0 < shares[0] < 1
    assert found.shares.tolist() == shares.tolist()
    assert found.intervals == tuple(weight_intervals(plan))
    assert len(steps) == steps_of(plan) == DRAWS + len(CRITERIA)


def test_at_once_there_are_margins_only():
    plan = two_mentors(goals=10, unit=9)
    assert at_once(plan).margins.tolist() == margins(plan).tolist()
    assert (at_once(plan).shares, at_once(plan).draws, at_once(plan).intervals) == (None, 0, ())


def test_nothing_is_known_without_a_margin_and_without_shares():
    unknown = np.array([np.nan])
    assert not HowSure(unknown).is_known
    assert HowSure(unknown, shares=np.array([0.5])).is_known
    assert at_once(two_mentors(goals=10, unit=9)).is_known
