"""How sure: against solving again with other weights."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, Pool, Proposal, Settings, propose
from mentorkit.matching.aims import best
from mentorkit.matching.aims.pair_price import insisted
from mentorkit.matching.insight.other_weights import MOST, reweighted
from mentorkit.matching.insight.stability import (
    DRAWS,
    Certainty,
    draw_keeps,
    drawn_weights,
    margins,
    tied_pairs,
    weight_intervals,
    word,
)
from mentorkit.matching.problem import AimKey, Counts, Places, Problem, Target
from mentorkit.matching.solvers import exact
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.strategies import programmes, settings_of

NOTHING = dict.fromkeys((criterion.key for criterion in CRITERIA), 0.0)
AIMS: tuple[AimKey, ...] = ("placed", "total", "leximin")


def whole_weights() -> st.SearchStrategy[dict[str, float]]:
    weight = st.sampled_from((0.0, 0.0, 1.0, 5.0, 20.0, 37.5, 99.0, 100.0))
    return st.fixed_dictionaries({key: weight for key in NOTHING})


def two_mentors(goals: float, unit: float) -> Proposal:
    """One mentor knows what she wants to learn, the other is from elsewhere; nothing else is known."""
    programme = snapshot(
        mentee("ann", goals=("AI",), department="Care"),
        mentor("kim", topics=("AI",), department="Care"),
        mentor("lee", topics=("chess",), department="ICT"),
    )
    return plan(programme, **{**NOTHING, "goal_coverage": goals, "other_unit": unit})


def a_programme() -> Snapshot:
    rng = np.random.default_rng(3)
    topics = np.array(("AI", "chess", "law", "sales", "data", "style"))

    def some() -> dict[str, object]:
        return {
            "department": str(rng.choice(("Care", "ICT", "Law"))),
            "values": tuple(rng.choice(topics, 2, replace=False).tolist()),
            "feedback_style": int(rng.integers(1, 6)),
            "years_experience": float(rng.integers(0, 20)),
        }

    wishes = [tuple(rng.choice(topics, 2, replace=False).tolist()) for _ in range(36)]
    return snapshot(
        *(mentee(f"e{i:02}", goals=wishes[i], **some()) for i in range(20)),
        *(mentor(f"o{i:02}", topics=wishes[20 + i], capacity=1, **some()) for i in range(16)),
    )


def is_as_good(problem: Problem, lane_of: Counts) -> bool:
    other = best(problem).lane_of
    if problem.aim != "leximin":
        return problem.total(lane_of) == problem.total(other)
    rows = np.arange(len(lane_of))
    return sorted(problem.levels[rows, lane_of]) == sorted(problem.levels[rows, other])


def fills(problem: Problem, lane_of: Counts, aim: AimKey) -> tuple[int, int]:
    """People placed, where that comes first, and minimum places filled."""
    placed = (lane_of >= 0).sum() if aim == "placed" else 0
    mentors = problem.mentor.max(initial=-1) + 1
    return int(placed), int((lane_of >= mentors).sum())


def test_the_interval_of_a_weight_ends_where_another_mentor_becomes_better():
    """Ann has 40/(40+30) points with Kim and 30/(40+30) with Lee, so goals may fall to 30."""
    found = {one.criterion: one for one in weight_intervals(two_mentors(40, 30))}
    assert (found["goal_coverage"].low, found["goal_coverage"].high) == (30, 100)
    assert (found["other_unit"].low, found["other_unit"].high) == (0, 40)
    assert (found["proximity"].low, found["proximity"].high) == (0, 100)


def test_a_weight_between_two_whole_ones_has_an_interval_around_it():
    found = {one.criterion: one for one in weight_intervals(two_mentors(40.5, 40.25))}
    assert (found["goal_coverage"].weight, found["goal_coverage"].low) == (40.5, 40.5)
    assert (found["other_unit"].low, found["other_unit"].high) == (0, 40.25)


@settings(max_examples=15)
@given(programmes(8), whole_weights(), st.sampled_from(AIMS))
def test_inside_its_intervals_a_plan_is_best_and_just_outside_it_is_not(
    programme: Snapshot, weights: dict[str, float], aim: AimKey
):
    proposal = propose(Pool.of(programme), Settings(weights, aim=aim))
    for one in weight_intervals(proposal):
        assert 0 <= one.low <= one.weight <= one.high <= MOST
        outside = np.ceil(one.low) - 1, np.floor(one.high) + 1
        for weight in (one.low, one.high, *outside):
            if 0 <= weight <= MOST:
                other = Settings({**weights, one.criterion: float(weight)}, aim=aim)
                problem = propose(proposal.pool, other).problem
                assert is_as_good(problem, proposal.solution.lane_of) == (weight not in outside)


@settings(max_examples=25)
@given(programmes(), settings_of(), whole_weights(), st.sampled_from(AIMS))
def test_other_weights_give_the_problem_that_a_new_proposal_has(
    programme: Snapshot, wanted: Settings, weights: dict[str, float], aim: AimKey
):
    before = propose(Pool.of(programme), replace(wanted, aim=aim))
    other = replace(before.settings, weights=weights)
    after, posed = propose(before.pool, other).problem, reweighted(before, other)
    for name in ("loss", "allowed", "capacity", "ties", "mentor"):
        assert np.array_equal(getattr(after, name), getattr(posed, name))
    assert (after.unplaced, after.least) == (posed.unplaced, posed.least)


def test_leaving_somebody_out_for_a_price_is_no_minimum_that_is_not_filled():
    """Bug: with one lawful pair, a mentor who wants two, and a price, the loss of a point was a minimum's."""
    score, lawful = np.array([[1.0, 0.5]]), np.array([[True, False]])
    places = Places(np.array([2, 1]), np.array([2, 0]))
    problem = Problem.of(score, lawful, places, np.zeros((1, 2), dtype=np.uint64), Target("total", 0.0))
    assert problem.least > problem.unplaced


@settings(max_examples=40)
@given(programmes(), settings_of(), st.sampled_from(("placed", "total")))
def test_a_margin_is_what_forbidding_the_pair_costs(programme: Snapshot, wanted: Settings, aim: AimKey):
    proposal = propose(Pool.of(programme), replace(wanted, aim=aim))
    found, problem = margins(proposal), proposal.problem
    own = proposal.mentor_of[proposal.free]
    assert np.array_equal(np.isnan(found), proposal.mentor_of < 0)
    for place in np.flatnonzero(own >= 0).tolist():
        without = problem.allowed.copy()
        without[place, problem.mentor == own[place]] = False
        lane_of = exact.assign(replace(problem, allowed=without))
        cost = problem.total(lane_of) - problem.total(proposal.solution.lane_of)
        margin = found[proposal.free[place]]
        if fills(problem, lane_of, aim) < fills(problem, proposal.solution.lane_of, aim):
            assert margin == np.inf
        else:
            assert margin == pytest.approx(cost / problem.point, abs=1e-9)


@settings(max_examples=40)
@given(programmes(), settings_of())
def test_tied_pairs_are_exactly_those_of_other_best_plans(programme: Snapshot, wanted: Settings):
    proposal = propose(Pool.of(programme), wanted)
    problem, least = proposal.problem, proposal.problem.total(proposal.solution.lane_of)
    expected = []
    for place, row in enumerate(proposal.free.tolist()):
        for lane, column in enumerate(problem.mentor.tolist()):
            has_room = problem.allowed[place, lane] and problem.capacity[lane] > 0
            if has_room and proposal.mentor_of[row] != column:
                tied = problem.total(insisted(problem, place, lane)) == least
                expected += [(row, column)] if tied else []
    assert tied_pairs(proposal) == tuple(sorted(set(expected)))


def test_a_tie_has_margin_zero_and_is_a_toss_up():
    proposal = two_mentors(40, 40)
    assert margins(proposal).tolist() == [0.0]
    assert len(tied_pairs(proposal)) == 1
    assert word(0.0) == word(0.0, 1.0) == Certainty.TOSS_UP


def test_shares_of_another_draw_are_the_same_within_four_points():
    proposal = propose(Pool.of(a_programme()), Settings({}))
    first, second = (
        np.mean([*draw_keeps(proposal, np.random.default_rng(seed), DRAWS)], axis=0)[proposal.placed]
        for seed in (1, 2)
    )
    assert first.min() < 0.8, "the test proves little when every pair always stays"
    assert np.abs(first - second).max() <= 0.04


def test_a_share_is_the_number_of_solves_that_keep_the_pair():
    proposal = propose(Pool.of(a_programme()), Settings({}))
    kept = list(draw_keeps(proposal, np.random.default_rng(5), 20))
    drawn = drawn_weights(proposal.settings.vector, np.random.default_rng(5), 20)
    for keeps, weights in zip(kept, drawn, strict=True):
        again = propose(proposal.pool, Settings(dict(zip(NOTHING, weights.tolist(), strict=True))))
        assert np.array_equal(keeps, again.mentor_of == proposal.mentor_of)


def test_a_decided_pair_is_always_kept():
    pool = replace(Pool.of(a_programme()), wished=((3, 5),))
    kept = propose(pool, Settings({}))
    assert all(keeps[3] for keeps in draw_keeps(kept, np.random.default_rng(1), 5))
    assert margins(kept)[3] == np.inf


@given(st.lists(st.sampled_from((0.0, 1.0, 40.0)), min_size=1, max_size=12), st.integers(1, 30))
def test_drawn_weights_leave_zero_at_zero_and_are_positive_elsewhere(weights: list[float], draws: int):
    drawn = drawn_weights(np.array(weights), np.random.default_rng(1), draws)
    assert drawn.shape == (draws, len(weights))
    assert ((drawn > 0) == (np.array(weights) > 0)).all()


@pytest.mark.parametrize(
    ("margin", "share", "expected"),
    [
        (0.01, None, Certainty.FAIRLY),
        (0.05, None, Certainty.SURE),
        (np.inf, None, Certainty.SURE),
        (0.3, 0.49, Certainty.TOSS_UP),
        (0.001, 0.5, Certainty.FAIRLY),
        (0.001, 0.9, Certainty.SURE),
        (np.nan, 0.95, Certainty.SURE),
    ],
)
def test_a_share_counts_more_than_a_margin(margin: float, share: float | None, expected: Certainty):
    assert word(margin, share) == expected
