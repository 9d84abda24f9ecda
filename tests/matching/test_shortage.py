"""Shortage: the named groups really cannot be placed, and one more place really adds what is said."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.frames import Snapshot
from mentorkit.matching import Pool, Proposal, Settings, propose
from mentorkit.matching.insight.recruits import newcomers, recruits
from mentorkit.matching.insight.shortage import Shortage, core, seat_values, shortages
from mentorkit.matching.problem import AimKey, Problem
from mentorkit.matching.solvers import exact
from tests.matching.small import mentee, mentor, plan, snapshot
from tests.strategies import programmes, settings_of

TONGUES = ("nl", "en", "de", "fr")
AIMS: tuple[AimKey, ...] = ("placed", "total", "leximin")


def spoken() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(TONGUES), min_size=1, max_size=2, unique=True).map(tuple)


@st.composite
def tongues(draw: st.DrawFn) -> Snapshot:
    """Programmes in which only languages and places stand between people."""
    mentees = [mentee(f"e{i}", languages=draw(spoken())) for i in range(draw(st.integers(1, 7)))]
    mentors = [
        mentor(f"o{i}", languages=draw(spoken()), capacity=draw(st.integers(0, 2)))
        for i in range(draw(st.integers(0, 5)))
    ]
    return snapshot(*mentees, *mentors)


def fit(proposal: Proposal, mentees: Iterable[int]) -> bool:
    """Whether these mentees can all be placed, by trying every way."""
    room = proposal.pool.capacity.tolist()

    def seat(left: list[int]) -> bool:
        if not left:
            return True
        for column in np.flatnonzero(proposal.allowed[left[0]]).tolist():
            if room[column] > 0:
                room[column] -= 1
                if seat(left[1:]):
                    return True
                room[column] += 1
        return False

    return seat(list(mentees))


def test_three_mentees_who_share_one_mentor_are_short_of_two_places():
    programme = snapshot(
        *(mentee(name, languages=("de",)) for name in ("ann", "bea", "cas")),
        mentee("dik", languages=("nl",)),
        mentee("eva", languages=("fr",)),
        mentor("kim", languages=("de",), capacity=1),
        mentor("lee", languages=("nl",), capacity=2),
    )
    proposal = plan(programme)
    found = shortages(proposal)
    assert found == (Shortage((0, 1, 2), (0,), 1), Shortage((4,), (), 0))
    assert [one.short for one in found] == [2, 1]
    assert len(core(proposal, found[0]).mentees) == 2


def test_where_everybody_fits_there_is_no_shortage_and_no_place_adds_anything():
    proposal = plan(snapshot(mentee("ann"), mentor("kim", capacity=2)))
    assert shortages(proposal) == ()
    assert seat_values(proposal) == ()


@settings(max_examples=40)
@given(tongues(), st.sampled_from(AIMS))
def test_the_groups_prove_exactly_how_many_are_left_out(programme: Snapshot, aim: AimKey):
    proposal = propose(Pool.of(programme), Settings({}, aim=aim, unplaced_price=-2.0))
    found = shortages(proposal)
    people = range(len(proposal.mentor_of))
    largest = max(
        len(some)
        for size in range(len(people) + 1)
        for some in combinations(people, size)
        if fit(proposal, some)
    )
    assert sum(one.short for one in found) == len(people) - largest
    for one in found:
        assert one.short > 0
        assert one.seats == proposal.pool.capacity[list(one.mentors)].sum()
        reach = np.flatnonzero(proposal.allowed[list(one.mentees)].any(axis=0)).tolist()
        assert reach == list(one.mentors)
    columns = [column for one in found for column in one.mentors]
    assert len(columns) == len(set(columns))


@settings(max_examples=40)
@given(tongues())
def test_a_core_cannot_be_placed_but_any_part_of_it_can_and_none_is_smaller(programme: Snapshot):
    proposal = propose(Pool.of(programme), Settings({}))
    for shortage in shortages(proposal):
        smallest = core(proposal, shortage)
        assert set(smallest.mentees) <= set(shortage.mentees)
        assert len(smallest.mentees) == smallest.seats + 1
        assert not fit(proposal, smallest.mentees)
        assert all(fit(proposal, set(smallest.mentees) - {one}) for one in smallest.mentees)
        for size in range(len(smallest.mentees)):
            assert all(fit(proposal, some) for some in combinations(shortage.mentees, size))


@settings(max_examples=40)
@given(programmes(), settings_of(), st.sampled_from(AIMS))
def test_one_more_place_adds_exactly_what_is_said(programme: Snapshot, wanted: Settings, aim: AimKey):
    proposal = propose(Pool.of(programme), replace(wanted, aim=aim))
    found = {value.column: value for value in seat_values(proposal)}
    problem = proposal.problem.placing if aim == "leximin" else proposal.problem
    before = problem.total(proposal.solution.lane_of)
    for column in range(len(proposal.pool.capacity)):
        more = problem.capacity + (np.arange(len(problem.capacity)) == column)
        roomier = replace(problem, capacity=more)
        plan_then = exact.assign(roomier)
        gain = before - roomier.total(plan_then)
        assert (gain > 0) == (column in found)
        if gain > 0 and aim == "placed":
            placed = (plan_then >= 0).sum() - (proposal.solution.lane_of >= 0).sum()
            assert found[column].placed == placed
        if gain > 0 and aim == "total" and not problem.least:
            assert found[column].points == pytest.approx(gain / problem.point, abs=1e-9)


def with_newcomer(proposal: Proposal, column: int) -> Problem:
    """The problem with one more lane: somebody new with one place, who answered like this mentor."""
    problem = proposal.problem.placing if proposal.problem.aim == "leximin" else proposal.problem
    open_to, losses = newcomers(proposal)
    return replace(
        problem,
        loss=np.column_stack([problem.loss, losses[:, column]]),
        allowed=np.column_stack([problem.allowed, open_to[:, column]]),
        capacity=np.append(problem.capacity, 1),
        ties=np.column_stack([problem.ties, problem.ties[:, column]]),
        mentor=np.append(problem.mentor, column),
    )


@settings(max_examples=40)
@given(programmes(), settings_of(), st.sampled_from(AIMS))
def test_a_recruit_adds_exactly_what_is_said(programme: Snapshot, wanted: Settings, aim: AimKey):
    proposal = propose(Pool.of(programme), replace(wanted, aim=aim))
    found = recruits(proposal)
    assert len(found) <= 5
    for one in found:
        problem = with_newcomer(proposal, one.column)
        lane_of = exact.assign(problem)
        gain = problem.total(np.array(proposal.solution.lane_of)) - problem.total(lane_of)
        assert gain > 0
        if aim != "total":
            assert one.placed == (lane_of >= 0).sum() - (proposal.solution.lane_of >= 0).sum()
        elif not problem.least:
            assert one.points == pytest.approx(gain / problem.point, abs=1e-9)


def test_a_recruit_is_a_profile_and_not_a_person():
    """Kim's own report may not go to her, but would go to somebody new who offers the same."""
    boss = mentor("kim", topics=("AI",), capacity=1, email="kim@example.org")
    programme = snapshot(
        mentee("ann", goals=("AI",), manager_email="kim@example.org"),
        boss,
        mentor("lee", topics=("ai",), capacity=0),
        mentor("mo", capacity=0),
    )
    proposal = plan(programme, goal_coverage=50)
    assert proposal.mentor_of.tolist() == [-1]
    (only,) = recruits(proposal)
    assert (only.column, only.placed, only.reach) == (0, 1, 1)
