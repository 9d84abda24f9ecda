"""Plans side by side: measured with one ruler, and no plan shown as unbeaten is beaten."""

from dataclasses import astuple, replace
from math import isnan, nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.frames import Snapshot
from mentorkit.matching import Pool, Settings, propose
from mentorkit.matching.insight.scenarios import (
    CURRENT,
    STABLE,
    Measures,
    compare_plans,
    fairness,
    likings,
    measure,
    non_dominated,
    stable_plan,
    stored_settings,
)
from mentorkit.model import Programme, Scenario
from tests.matching.small import ids, mentee, mentor, override, plan, said, snapshot
from tests.strategies import programmes
from tests.strategies import settings_of as any_settings
from tests.workflows.cases import only

WORTH = st.one_of(st.floats(0, 3).map(lambda one: round(one, 2)), st.just(nan))
COUNT = st.integers(0, 3)
MEASURES = st.builds(
    Measures,
    mentees=st.just(3),
    placed=COUNT,
    total=st.floats(0, 3).map(lambda one: round(one, 2)),
    mean=WORTH,
    worst=WORTH,
    blocking=COUNT,
    fairness=WORTH,
    changed=COUNT,
    unlawful=COUNT,
)
TWO_GOALS = snapshot(
    mentee("ann", goals=["planning", "coaching"]),
    mentee("bea", goals=["planning"]),
    mentor("kim", topics=["planning", "coaching"]),
    mentor("lou", topics=["coaching"]),
)


def beats(one: Measures, other: Measures) -> bool:
    """Written out in full, apart from the code: at least as good in all seven, better in one."""
    more = [(one.placed, other.placed), (one.total, other.total)]
    more += [
        (0.0 if isnan(left) else left, 0.0 if isnan(right) else right)
        for left, right in ((one.worst, other.worst), (one.fairness, other.fairness))
    ]
    fewer = [
        (one.blocking, other.blocking),
        (one.unlawful, other.unlawful),
        (one.changed, other.changed),
    ]
    pairs = [*more, *((-left, -right) for left, right in fewer)]
    return all(left >= right for left, right in pairs) and any(left > right for left, right in pairs)


@given(st.lists(MEASURES, min_size=1, max_size=7))
def test_a_plan_is_unbeaten_exactly_when_no_other_beats_it(measured: list[Measures]):
    mask = non_dominated(measured)
    assert mask.tolist() == [not any(beats(other, one) for other in measured) for one in measured]
    assert mask.any()


def test_nothing_to_compare_is_nothing():
    assert non_dominated([]).tolist() == []


@settings(max_examples=25, deadline=None)
@given(programmes(), any_settings())
def test_compared_plans_are_lawful_and_the_first_is_the_current_one(programme: Snapshot, wanted: Settings):
    pool = Pool.of(programme)
    wanted = replace(wanted, aim="placed")
    current = propose(pool, wanted)
    plans = compare_plans(pool, {"s1": wanted}, current)
    assert [one.key for one in plans] == [CURRENT, "total", "leximin", STABLE, "s1"]
    assert plans[0].measures.changed == plans[-1].measures.changed == 0
    assert replace(plans[0].measures, mean=0, worst=0, fairness=0) == replace(
        plans[-1].measures, mean=0, worst=0, fairness=0
    )
    assert all(one.measures.unlawful == 0 for one in plans)
    assert non_dominated([one.measures for one in plans])[0]
    most = max(one.measures.placed for one in plans)
    assert plans[0].measures.placed == most
    capacity = np.maximum(
        pool.capacity, np.bincount(current.mentor_of[current.mentor_of >= 0], minlength=len(pool.capacity))
    )
    for one in plans:
        load = np.bincount(one.mentor_of[one.mentor_of >= 0], minlength=len(pool.capacity))
        assert (load <= capacity).all()


@settings(max_examples=25, deadline=None)
@given(programmes(), any_settings())
def test_in_the_stable_plan_nobody_would_rather_swap(programme: Snapshot, wanted: Settings):
    current = propose(Pool.of(programme), wanted)
    found = stable_plan(current)
    assert measure(found, current).blocking == 0
    decided = np.setdiff1d(np.arange(len(found)), current.free)
    assert (found[decided] == current.mentor_of[decided]).all()


def test_each_side_likes_with_its_own_word():
    people = (mentee("ann"), mentee("bea"), mentor("kim"), mentor("lou"))
    words = [said("mentee", "ann", "kim", "prefer"), said("mentor", "bea", "kim", "prefer")]
    of_mentees, of_mentors = likings(plan(snapshot(*people, preferences=words), **only(preferences=10)))
    assert of_mentees.tolist() == [[1.0, 0.5], [0.5, 0.0]]
    assert of_mentors.tolist() == [[0.5, 0.5], [1.0, 0.0]]


def test_without_preferences_both_sides_like_the_score():
    proposal = plan(TWO_GOALS, **only(goal_coverage=10))
    of_mentees, of_mentors = likings(proposal)
    assert (of_mentees == of_mentors).all()
    assert of_mentees == pytest.approx(proposal.score)


def test_measures_of_a_plan_worked_out_by_hand():
    """Ann covers 2 of 2 goals with Kim, 1 of 2 with Lou; Bea 1 of 1 with Kim, 0 with Lou."""
    proposal = plan(TWO_GOALS, **only(goal_coverage=10))
    assert ids(proposal) == {"ann": "lou", "bea": "kim"}
    swapped = measure(np.array([0, 1]), proposal)
    assert astuple(swapped) == (2, 2, 1.0, 0.5, 0.0, 0, 0.0, 2, 0)
    now = measure(proposal.mentor_of, proposal)
    assert astuple(now) == (2, 2, 1.5, 0.75, 0.5, 0, 0.5, 0, 0)


def test_who_is_not_placed_gets_nothing_and_who_could_get_nothing_is_left_out():
    programme = snapshot(
        mentee("ann", goals=["planning"]),
        mentee("bea", goals=["planning"]),
        mentee("cas", goals=["planning"], is_paused=True),
        mentor("kim", topics=["planning"]),
    )
    proposal = plan(programme, **only(goal_coverage=10))
    assert len(proposal.placed) == 1
    assert fairness(proposal.mentor_of, proposal) == 0.0
    alone = plan(snapshot(mentee("cas", is_paused=True), mentor("kim")))
    assert isnan(fairness(alone.mentor_of, alone))


def test_a_plan_with_a_pair_that_is_banned_now_is_told_so():
    programme = snapshot(mentee("ann"), mentor("kim"), overrides=[override("forbid", "ann", "kim")])
    assert measure(np.array([0]), plan(programme)).unlawful == 1


def test_who_takes_no_part_is_not_counted_among_the_mentees_of_a_plan():
    current = plan(snapshot(mentee("ann"), mentee("bob", has_consented=False), mentor("kim")))
    assert measure(current.mentor_of, current).mentees == 1


def test_a_row_gives_its_settings():
    wanted = Settings({"proximity": 5.0}, frozenset({"language"}), "total", 0.25)
    same = {"weights": wanted.weights, "rules_off": ("language",), "aim": "total", "unplaced_price": 0.25}
    assert stored_settings(Scenario(id="s", name="S", **same)) == wanted
    assert stored_settings(Programme(id="p", name="P", **same)) == wanted
    assert stored_settings(Programme(id="p", name="P")) == Settings({})
