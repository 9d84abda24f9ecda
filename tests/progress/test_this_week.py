"""Whom to call this week: the most pressing first, never more than the hours, and nobody forgotten."""

import itertools
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.model import Promise
from mentorkit.progress.known import known_pairs
from mentorkit.progress.this_week import CALL_MINUTES, calls, calls_in, contact_plan, longest_wait
from tests.progress.programmes import contact, day, known, logged, made_up, meeting, pair, programme, step

CALM = (step(5, "signed"), meeting(10), meeting(40), meeting(70))
"""A pair of which no rule says anything on day 75, when it was spoken with lately."""


def reason(today: int, *rows) -> str:
    found = calls([known(today, *CALM, *rows)])
    return found[0].reason if found else "none"


@pytest.mark.parametrize(
    ("today", "rows", "expected"),
    [
        (75, [contact(60)], "none"),
        (75, [contact(48)], "rhythm"),  # six days before the planned contact of day 54 is too early
        (77, [contact(49)], "none"),
        (78, [contact(49)], "rhythm"),  # six days before that of day 84
        (78, [contact(65)], "none"),  # it rests for a fortnight
        (84, [contact(70)], "rhythm"),
        (84, [contact(79)], "none"),
        (75, [contact(60, look_again_on=day(76))], "none"),
        (75, [contact(60, look_again_on=day(75))], "promise"),
        (75, [contact(60, "stop")], "signal"),
        (73, [contact(60, "stop")], "none"),
        (75, [contact(60), contact(73, "no_answer")], "none"),
        (76, [contact(48), contact(72, "no_answer"), contact(73, "no_answer")], "signal"),
    ],
)
def test_a_pair_is_called_for_a_promise_a_signal_or_the_rhythm(today, rows, expected):
    assert reason(today, *rows) == expected


def action(after: int, **more: Any) -> Promise:
    told = {"pair_id": "k01", "kind": "read", "owner": "mentee", "agreed_on": day(60), "due_on": day(after)}
    return Promise(**{"id": f"a{after}", **told, **more})


@pytest.mark.parametrize(
    ("today", "rows", "expected"),
    [
        (73, [action(74)], "none"),
        (74, [action(74)], "action"),
        (90, [action(74)], "action"),
        (74, [action(74), contact(70)], "none"),  # spoken with four days ago
        (74, [action(74), contact(60, "stop")], "signal"),
    ],
)
def test_an_agreed_action_that_was_to_be_ready_is_asked_after(today, rows, expected):
    assert reason(today, contact(60), *rows) == expected


def test_an_agreed_action_is_known_from_the_day_it_was_agreed_until_it_is_done():
    rows = pair(), action(74, agreed_on=day(65), done_on=day(80))
    found = {after: known_pairs(programme(*rows), day(after))[0].promises for after in (64, 65, 79, 80)}
    assert {after: len(open_) for after, open_ in found.items()} == {64: 0, 65: 1, 79: 1, 80: 0}


def test_promises_come_first_then_what_is_urgent_and_then_who_waits_longest():
    promise = known(75, *CALM, contact(60, look_again_on=day(70)), pair=pair(1))
    urgent = known(75, *CALM, contact(60, "stop"), pair=pair(2))
    longer = known(75, *CALM, contact(10), pair=pair(3))
    shorter = known(75, *CALM, contact(20), pair=pair(4))
    rhythm = known(78, *CALM, contact(45), pair=pair(5))
    found = calls([rhythm, shorter, longer, urgent, promise])
    assert [one.known.pair.id for one in found] == ["k01", "k03", "k02", "k04", "k05"]


def test_the_other_one_of_the_two_is_called_next():
    (first,) = calls([known(75, *CALM)])
    assert first.side == "mentee"
    (second,) = calls([known(75, *CALM, contact(10), contact(20, "no_answer", side="mentor"))])
    assert second.side == "mentor"


@pytest.mark.parametrize(("hours", "expected"), [(0, 0), (0.3, 0), (1 / 3, 1), (1, 3), (4, 12), (4.1, 12)])
def test_calls_never_take_more_than_the_hours(hours, expected):
    assert calls_in(hours) == expected
    assert expected * CALL_MINUTES <= hours * 60


def best_of_all(waits: Sequence[int], a_week: int, weeks: int) -> int:
    """The shortest longest wait of every plan there is."""
    chosen = list(itertools.combinations(range(len(waits)), min(a_week, len(waits))))
    return min(longest_wait(waits, plan) for plan in itertools.product(chosen, repeat=weeks))


@given(st.lists(st.integers(0, 40), min_size=1, max_size=4), st.integers(1, 2), st.integers(1, 3))
def test_no_other_plan_has_a_shorter_longest_wait(waits, a_week, weeks):
    plan = contact_plan(waits, a_week, weeks)
    assert longest_wait(waits, plan) == best_of_all(waits, a_week, weeks)
    assert all(len(week) <= a_week for week in plan)


def test_everybody_is_spoken_with_in_as_many_weeks_as_the_hours_need():
    plan = contact_plan([7] * 24, 12, 2)
    assert sorted(itertools.chain(*plan)) == list(range(24))
    assert longest_wait([7] * 24, plan) == 14
    assert longest_wait([], contact_plan([], 3, 2)) == 0


@pytest.mark.parametrize("seed", range(12))
def test_what_happens_later_changes_no_earlier_list(seed):
    rows = made_up(seed)

    def listed(seen, today: date):
        return [
            (one.known.pair.id, one.reason, one.side, one.signals) for one in calls(known_pairs(seen, today))
        ]

    for after in range(0, 200, 23):
        assert listed(programme(*logged(rows, after)), day(after)) == listed(programme(*rows), day(after))
