"""The coming weeks, and an absence of which every promise stands exactly once."""

from collections import Counter
from datetime import timedelta

import pytest

from mentorkit.model import Goal, GoalLevel, Promise
from mentorkit.progress.ahead import Ahead, absence, ahead
from mentorkit.progress.known import known_pairs
from mentorkit.progress.levels import levels_by_month
from tests.progress.programmes import contact, day, known, made_up, meeting, pair, programme, rest


def promise(number: int, after: int, **more) -> Promise:
    told = {"kind": "read", "owner": "mentee", "agreed_on": day(1), "pair_id": "k01", **more}
    return Promise(id=f"p{number}", due_on=day(after), **told)


def test_the_coming_weeks_hold_what_is_planned_from_today_to_the_last_day_and_no_more():
    rows = [promise(1, 70), promise(2, 97), promise(3, 98), promise(4, 80, done_on=day(60)), promise(5, 69)]
    goal = Goal(id="g", pair_id="k01", text="Lead", due_on=day(90))
    one = known(70, contact(60, look_again_on=day(75)))
    found = ahead(programme(pair(), *rows, goal), [one], day(70))
    assert found == (
        Ahead(day(70), "action", "k01"),
        Ahead(day(70), "talk", "k01"),
        Ahead(day(75), "look_again", "k01"),
        Ahead(day(84), "contact", "k01"),
        Ahead(day(90), "goal", "k01"),
        Ahead(day(97), "action", "k01"),
    )
    assert ahead(programme(pair(2), promise(1, 75)), [known(71, pair=pair(2))], day(71), 5) == ()


def test_no_talk_is_ahead_while_a_pair_rests():
    asleep = known(70, rest(60, until=99))
    found = [one.day for one in ahead(programme(pair()), [asleep], day(70), 60) if one.kind == "talk"]
    assert found == [day(100)]


@pytest.mark.parametrize("seed", range(8))
def test_in_an_absence_every_open_promise_of_that_time_stands_exactly_once(seed):
    rows = made_up(seed)
    pairs = known_pairs(programme(*rows), day(150))
    own = [promise(n, 120 + 9 * n, pair_id=one.pair.id) for n, one in enumerate(pairs)]
    found = absence(programme(*rows, *own), pairs, day(150), 6, 3)
    last = day(150) + timedelta(days=41)
    assert found.last == last
    expected = Counter(one.pair_id for one in own if one.due_on <= last)
    assert Counter(one.pair_id for one in found.lapses if one.kind == "action") == expected
    assert {one.pair.id for one in found.not_known} == {one.pair.id for one in pairs if one.waits > 60}
    assert len(found.first_week) <= 3
    waits = [one.waits for one in found.not_known]
    assert waits == sorted(waits, reverse=True)


def test_levels_stay_until_another_one_is_noted_and_later_ones_are_not_looked_at():
    def noted(after: int, reached: int, of: str = "g") -> GoalLevel:
        return GoalLevel(id=f"{of}{after}", goal_id=of, noted_on=day(after), reached=reached)

    levels = [noted(10, -1), noted(75, 1), noted(70, 0, "h"), noted(200, 2)]
    found = levels_by_month(levels, day(100))
    assert {one.month: dict(counts) for one, counts in found.items()} == {
        6: {-1: 1},
        7: {-1: 1},
        8: {1: 1, 0: 1},
        9: {1: 1, 0: 1},
    }
    assert levels_by_month([], day(10)) == {}


def test_a_talk_of_a_pair_without_rhythm_is_ahead_as_well():
    (one,) = known_pairs(programme(pair(), meeting(40)), day(42))
    assert any(found.kind == "talk" for found in ahead(programme(pair()), [one], day(42)))
