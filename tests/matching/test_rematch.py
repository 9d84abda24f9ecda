"""The menu of a re-match: from no pair that moves to the best plan of all, on generated programmes."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.matching import Pool, Settings, propose
from mentorkit.matching.aims import proof
from mentorkit.matching.rematch import Reach, rematches
from mentorkit.model import Override
from tests.matching.small import earlier, mentee, mentor, override, snapshot

TOPICS = ("law", "care", "data", "sales", "art", "it")


def programme(seed: int, mentees: int = 8, mentors: int = 5):
    """Mentors with room for about as many as there are, most mentees in a pair, some waiting."""
    rng = np.random.default_rng(seed)

    def some() -> tuple[str, ...]:
        return tuple(rng.choice(TOPICS, rng.integers(1, 4), replace=False).tolist())

    room = rng.integers(1, 3, mentors)
    people = [mentee(f"a{n}", goals=some(), has_consented=True) for n in range(mentees)]
    people += [
        mentor(f"m{n}", topics=some(), capacity=int(room[n]), has_consented=True) for n in range(mentors)
    ]
    seats = np.repeat(np.arange(mentors), room)
    rng.shuffle(seats)
    taken = zip(range(mentees), seats[: int(rng.integers(0, len(seats) + 1))].tolist(), strict=False)
    return snapshot(*people, pairs=[earlier(f"a{row}", f"m{column}") for row, column in taken])


def value(one) -> tuple[int, int]:
    return len(one.placed), round(one.proposal.total * 1e6)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_each_step_moves_more_pairs_and_is_better_and_the_first_moves_none(seed: int):
    pool, set_now = Pool.of(programme(seed)), Settings({})
    menu = rematches(pool, set_now)
    assert menu[0].moves == 0
    assert (menu[0].proposal.mentor_of == propose(pool, set_now).mentor_of).all()
    for one, other in pairwise(menu):
        assert one.moves < other.moves
        assert value(one) < value(other)
    for one in menu:
        plan = one.proposal
        assert all(plan.mentor_of[row] >= 0 for row, _ in pool.confirmed)
        load = np.bincount(plan.mentor_of[plan.placed], minlength=len(pool.capacity))
        assert (load <= pool.capacity).all()
        assert proof(plan.problem, plan.solution).is_optimal
        moved = {change.row for change in one.exchanges}
        kept = [pair for pair in pool.confirmed if pair[0] not in moved]
        assert all(plan.mentor_of[row] == column for row, column in kept)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_last_step_is_the_best_plan_of_all(seed: int):
    pool, set_now = Pool.of(programme(seed)), Settings({})
    free = propose(replace(pool, confirmed=()), set_now, first={row for row, _ in pool.confirmed})
    last = rematches(pool, set_now)[-1]
    assert last.proposal.total == pytest.approx(free.total, abs=1e-5)
    assert len(last.proposal.placed) == len(free.placed)


def test_the_order_of_the_rows_does_not_count():
    before = programme(7)
    turned = replace(before, tables={model: frame.reverse() for model, frame in before.tables.items()})
    one, other = (
        [step.proposal.mentor_of.tolist() for step in rematches(Pool.of(now), Settings({}))]
        for now in (before, turned)
    )
    assert one == other


def lines():
    """Bea waits and only Kim can have her; Kim has Ann, who could go to Lou."""
    return snapshot(
        mentee("ann", goals=("law",), languages=("nl", "fr")),
        mentee("bea", goals=("care",), languages=("nl",)),
        mentor("kim", topics=("law", "care"), capacity=1, languages=("nl",)),
        mentor("lou", topics=("law",), capacity=1, languages=("fr",)),
        pairs=[earlier("ann", "kim")],
    )


def test_one_pair_that_moves_makes_a_place_for_who_waits():
    stay, move = rematches(Pool.of(lines()), Settings({}))
    assert (stay.moves, stay.placed) == (0, ())
    assert (move.moves, move.placed) == (1, (1,))
    (change,) = move.exchanges
    assert (change.row, change.before, change.after) == (0, 0, 1)


def test_who_is_to_stay_stays_and_who_is_to_wait_waits():
    pool = Pool.of(lines())
    assert [one.moves for one in rematches(pool, Settings({}), Reach(stay=frozenset({"ann"})))] == [0]
    (only,) = rematches(pool, Settings({}), Reach(wait=frozenset({"bea"})))
    assert only.placed == ()


def test_a_wish_that_can_be_kept_without_a_move_is_kept_in_every_step():
    people = lines().with_table(Override, [override("lock", "bea", "kim")])
    menu = rematches(Pool.of(people), Settings({}))
    assert [one.moves for one in menu] == [0, 1]


@pytest.mark.parametrize("aim", ["placed", "total", "leximin"])
def test_every_aim_has_a_menu_and_nobody_loses_a_mentor(aim):
    pool = Pool.of(programme(11))
    menu = rematches(pool, Settings({}, aim=aim, unplaced_price=0.1))
    assert menu[0].moves == 0
    assert all(one.proposal.mentor_of[row] >= 0 for one in menu for row, _ in pool.confirmed)


def test_a_mentor_with_more_mentees_than_room_gets_nobody_new():
    full = programme(3, mentees=4, mentors=2)
    pool = replace(Pool.of(full), confirmed=((0, 0), (1, 0), (2, 0)), capacity=np.array([1, 1]))
    for one in rematches(pool, Settings({})):
        assert not {row for row in one.placed if one.proposal.mentor_of[row] == 0}
