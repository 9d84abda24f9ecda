"""Pairs over time: their history, their stage, curves of talks, and what more pairs would ask."""

import random
from datetime import date, timedelta

import pytest

from mentorkit.model import Goal, GoalLevel, OwnStage, PairStage, Pause, Promise, WorkLog
from mentorkit.progress.curves import by_month, drop_off
from mentorkit.progress.expected import TalkBounds, bounds_of_all
from mentorkit.progress.history import history_of
from mentorkit.progress.known import known_pairs
from mentorkit.progress.staffing import staffing
from mentorkit.progress.stages import stages_of
from mentorkit.text import speaker
from tests.progress.programmes import TODAY, contact, day, known, made_up, meeting, pair, programme, step

EN = speaker("en")


def promise(number: int, due: date, **more) -> Promise:
    told = {"kind": "read", "owner": "mentee", "agreed_on": day(10), **more}
    return Promise(id=f"p{number}", pair_id="k01", due_on=due, **told)


def test_the_history_of_a_pair_has_each_day_once_and_nothing_of_another_pair():
    rows = (
        *(pair(), pair(2), step(3, "introduced"), meeting(12, minutes=45, initiative="mentee")),
        *(meeting(30, of="k02"), contact(20, "worry", look_again_on=day(27))),
        *(Goal(id="g", pair_id="k01", text="Present", due_on=day(90)), promise(1, day(40), done_on=day(35))),
        *(GoalLevel(id="l", goal_id="g", noted_on=day(60), reached=1), promise(2, day(50))),
    )
    told = [(one.day, EN(one.said)) for one in history_of(programme(*rows), pair())]
    assert told == [
        (day(90), "a goal is to be ready: Present"),
        (day(60), "how far a goal is: more than hoped"),
        (day(50), "to be ready: read or look up something (the mentee)"),
        (day(35), "done: read or look up something (the mentee)"),
        (day(27), "you wanted to look again"),
        (day(20), "you had contact with the mentee: I am not at ease about it"),
        (day(12), "they talked (45 minutes and initiative: the mentee)"),
        (day(10), "agreed: read or look up something (the mentee)"),
        (day(10), "agreed: read or look up something (the mentee)"),
        (day(3), "they were introduced"),
        (day(0), "confirmed as a pair"),
    ]


@pytest.mark.parametrize(
    ("rows", "stage"),
    [
        ((), "begins"),
        ((meeting(170),), "talks"),
        ((meeting(100),), "quiet"),
        ((meeting(170), Pause(id="a", pair_id="k01", starts_on=day(175))), "rests"),
        ((meeting(170), Pause(id="a", pair_id="k01", starts_on=day(175), ends_on=day(180))), "talks"),
    ],
)
def test_without_own_stages_a_pair_stands_where_what_is_known_puts_it(rows, stage):
    now = programme(pair(), *rows)
    assert stages_of(now, known_pairs(now, day(183))) == {"k01": stage}


def test_own_stages_take_the_place_of_ours():
    own = (OwnStage(id="s1", name="Warm", rank=0), PairStage(id="k01", pair_id="k01", stage_id="s1"))
    now = programme(pair(), pair(2), *own)
    assert stages_of(now, known_pairs(now, TODAY)) == {"k01": "s1", "k02": ""}


@pytest.mark.parametrize("seed", range(6))
def test_the_curves_count_each_planned_talk_once(seed):
    pairs = known_pairs(programme(*made_up(seed)), day(200))
    whole = bounds_of_all(pairs)
    assert sum(drop_off(pairs), TalkBounds()) == sum(by_month(pairs).values(), TalkBounds()) == whole
    counts = [one.planned for one in drop_off(pairs)]
    assert counts == sorted(counts, reverse=True)
    assert list(by_month(pairs)) == sorted(by_month(pairs))


def test_a_talk_counts_by_its_number_and_in_its_month():
    one, other = known(45, meeting(10)), known(15, pair=pair(2))
    assert drop_off([one, other]) == (TalkBounds(held=1, unknown=1), TalkBounds(unknown=1))
    june, july = TalkBounds(held=1), TalkBounds(unknown=1)
    assert by_month([one]) == {date(2026, 6, 1): june, date(2026, 7, 1): july}


def minutes(weeks: list[int], kind="contact") -> list[WorkLog]:
    monday = date(2026, 6, 8)
    return [
        WorkLog(id=f"{kind}{number}", day=monday + timedelta(weeks=number, days=2), kind=kind, minutes=one)
        for number, one in enumerate(weeks)
    ]


def test_more_pairs_ask_as_much_as_the_weeks_that_were_kept_tell():
    pairs = [pair(number) for number in range(1, 21)]
    now = programme(*pairs, *minutes([200, 220, 180, 200]), *minutes([500] * 4, "reports"))
    found = staffing(now, TODAY)
    assert (found.weeks, found.rate) == (4, 10.0)
    most, least, highest = found.hours(8)
    assert most == pytest.approx(8 * 10 / 60)
    assert least == pytest.approx(8 * (10 - 3.182446 * 0.816497 / 2) / 60, abs=1e-5)
    assert highest - most == pytest.approx(most - least)


def test_a_week_in_which_nothing_was_kept_is_no_week_without_work():
    kept = minutes([200, 220, 180, 200])
    later = WorkLog(id="late", day=date(2026, 9, 2), kind="contact", minutes=200)
    found = staffing(programme(pair(), *kept, later), TODAY)
    assert (found.weeks, found.rate) == (5, 200.0)


def test_few_weeks_give_no_estimate_and_neither_do_weeks_without_pairs():
    assert staffing(programme(pair(), *minutes([200] * 3)), TODAY) is None
    assert staffing(programme(pair(confirmed_on=TODAY), *minutes([200] * 8)), TODAY) is None
    assert staffing(programme(pair(), *minutes([200] * 4)), date(2026, 6, 30)) is None


def test_the_interval_holds_the_truth_as_often_as_it_says():
    chance, hits = random.Random(3), 0  # noqa: S311 -- made-up minutes
    for _ in range(600):
        weeks = [max(1, round(chance.gauss(200, 40))) for _ in range(10)]
        found = staffing(programme(*(pair(number) for number in range(1, 21)), *minutes(weeks)), TODAY)
        hits += found.low <= 10 <= found.high
    assert 0.93 <= hits / 600 <= 0.97
