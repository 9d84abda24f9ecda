"""Each rule below, at and above its limits, and none of them looks ahead."""

from random import Random
from typing import Any

import pytest

from mentorkit.model import Closure, Goal, Rhythm, Snooze
from mentorkit.progress.background import Background
from mentorkit.progress.known import KnownPair, known_pairs
from mentorkit.progress.signals import RULES, all_signals_of, are_too_many, is_urgent, signals_of
from mentorkit.progress.signals.signal import Signal
from mentorkit.progress.this_week import calls
from tests.progress.programmes import (
    contact,
    day,
    fit,
    goal,
    known,
    level,
    logged,
    made_up,
    meeting,
    pair,
    programme,
    pulse,
    rest,
    step,
)
from tests.sources import ROOT

RULE = {rule.key: rule for rule in RULES}


def colour(key: str, one: KnownPair) -> str:
    signal = RULE[key](one)
    return "none" if signal is None else "red" if signal.is_red else "amber"


def held(*after: int, **more):
    return [meeting(one, **more) for one in after]


def missed(*after: int):
    return [meeting(one, is_held=False) for one in after]


def said(after: int, points: int, side: Any = "mentee"):
    return pulse(after, side, answered_after=after + 1, going=points)


ENDS = day(200)
BY_MENTOR = [meeting(after, initiative="mentor") for after in (10, 40, 70)]
CASES = [
    ("first_talk", 14, (), "none"),
    ("first_talk", 15, (), "amber"),
    ("first_talk", 28, (), "amber"),
    ("first_talk", 29, (), "red"),
    ("first_talk", 29, held(20), "none"),
    ("first_talk", 29, [step(20, "talked")], "none"),
    ("silence", 52, held(0), "none"),
    ("silence", 53, held(0), "amber"),
    ("silence", 67, held(0), "amber"),
    ("silence", 68, held(0), "red"),
    ("silence", 68, (), "none"),
    ("cancelled", 80, missed(40), "none"),
    ("cancelled", 80, missed(40, 70), "amber"),
    ("cancelled", 110, missed(40, 70, 100), "red"),
    ("cancelled", 110, [*missed(40, 70), *held(100)], "none"),
    ("cancelled", 110, [*missed(40, 70), step(71, "talked")], "none"),
    ("few_talks", 139, [*held(70, 100), *missed(130)], "none"),
    ("few_talks", 140, [*held(70), *missed(100)], "none"),
    ("few_talks", 140, [*held(70), *missed(100, 130)], "red"),
    ("few_talks", 45, missed(10, 40), "none"),
    ("not_reached", 50, [contact(40, "no_answer")], "none"),
    ("not_reached", 50, [contact(40, "no_answer"), contact(45, "no_answer")], "amber"),
    ("not_reached", 50, [contact(after, "no_answer") for after in (40, 45, 48)], "red"),
    ("not_reached", 50, [contact(40, "no_answer"), contact(45, "no_answer"), contact(48)], "none"),
    ("one_sided", 110, BY_MENTOR, "none"),
    ("one_sided", 140, [*BY_MENTOR, meeting(100, initiative="mentor")], "amber"),
    ("one_sided", 140, [*BY_MENTOR, meeting(100, initiative="mentee")], "none"),
    ("one_sided", 140, [*BY_MENTOR, meeting(100)], "none"),
    (
        "one_sided",
        140,
        [*BY_MENTOR, meeting(100, initiative="mentor"), meeting(130, initiative="both")],
        "amber",
    ),
    ("wants_out", 50, [contact(40), fit(45, "another")], "red"),
    ("wants_out", 50, [contact(47), fit(45, "another")], "none"),
    ("wants_out", 50, [fit(45, "unsure")], "none"),
    ("wants_contact", 50, [pulse(40, answered_after=41, wants_contact=True)], "red"),
    ("wants_contact", 50, [pulse(40, answered_after=41, wants_contact=False)], "none"),
    ("wants_contact", 50, [pulse(40, answered_after=41, wants_contact=True), contact(42)], "none"),
    (
        "wants_contact",
        50,
        [pulse(40, answered_after=41, wants_contact=True), contact(42, "no_answer")],
        "red",
    ),
    (
        "wants_contact",
        50,
        [pulse(40, answered_after=41, wants_contact=True), contact(42, side="mentor")],
        "red",
    ),
    ("low_pulse", 50, [said(30, 2)], "red"),
    ("low_pulse", 50, [said(30, 3)], "none"),
    ("low_pulse", 110, [said(30, 3), said(90, 3)], "amber"),
    ("low_pulse", 110, [said(30, 2), said(90, 3)], "amber"),
    ("low_pulse", 110, [said(30, 3), said(90, 4)], "none"),
    ("low_pulse", 110, [said(30, 3), said(90, 3, "mentor")], "none"),
    ("falling_pulse", 110, [said(30, 4), said(90, 4)], "none"),
    ("falling_pulse", 110, [said(30, 5), said(90, 4)], "none"),
    ("falling_pulse", 110, [said(30, 4), said(90, 3)], "none"),
    ("falling_pulse", 110, [said(30, 5), said(90, 3)], "amber"),
    ("falling_pulse", 110, [said(30, 5), said(90, 3), contact(92)], "none"),
    ("falling_pulse", 110, [said(30, 5), said(90, 3), contact(90)], "amber"),
    ("low_pulse", 110, [said(30, 1), contact(31)], "none"),
    ("low_pulse", 110, [said(30, 1), contact(31, side="mentor")], "red"),
    ("two_views", 50, [said(30, 5), said(30, 2, "mentor"), contact(31)], "none"),
    ("falling_pulse", 110, [said(30, 5), said(90, 2)], "red"),
    ("falling_pulse", 110, [said(30, 3), said(90, 5)], "none"),
    ("two_views", 50, [said(30, 5), said(30, 4, "mentor")], "none"),
    ("two_views", 50, [said(30, 5), said(30, 3, "mentor")], "amber"),
    ("two_views", 50, [said(30, 5), said(30, 2, "mentor")], "red"),
    ("two_views", 50, [said(30, 1)], "none"),
    ("missed_pulses", 150, [pulse(30)], "none"),
    ("missed_pulses", 110, [pulse(30), pulse(90)], "none"),
    ("missed_pulses", 111, [pulse(30), pulse(90)], "amber"),
    ("missed_pulses", 171, [pulse(30), pulse(90), pulse(150)], "red"),
    ("missed_pulses", 171, [pulse(30), pulse(90), said(150, 4)], "none"),
    ("missed_pulses", 171, [pulse(30), pulse(90, "mentor")], "none"),
    ("no_goals", 30, [Background()], "none"),
    ("no_goals", 31, [Background()], "amber"),
    ("no_goals", 45, [Background()], "amber"),
    ("no_goals", 46, [Background()], "red"),
    ("no_goals", 46, [Background(are_goals_noted=False)], "none"),
    ("no_goals", 46, [Background(), goal(is_agreed_by_mentee=True)], "red"),
    ("no_goals", 46, [Background(), goal(is_agreed_by_mentee=True, is_agreed_by_mentor=True)], "none"),
    ("stale_goals", 90, [goal(), level(30, 0)], "none"),
    ("stale_goals", 91, [goal(), level(30, 0)], "amber"),
    ("stale_goals", 61, [goal()], "amber"),
    ("stale_goals", 61, [goal(), Background(are_levels_noted=False)], "none"),
    ("stale_goals", 91, (), "none"),
    ("goals_behind", 99, [goal(), level(30, -1), ENDS], "none"),
    ("goals_behind", 100, [goal(), level(30, -1), ENDS], "amber"),
    ("goals_behind", 100, [goal(), level(30, -1), level(90, 0), ENDS], "none"),
    ("goals_behind", 100, [goal(), goal("g2"), level(30, -2), level(40, 0, "g2"), ENDS], "none"),
    ("overload", 10, [Background(load={"m1": (2, 2)})], "none"),
    ("overload", 10, [Background(load={"m1": (3, 2)})], "amber"),
    ("long_pause", 60, [rest(30)], "none"),
    ("long_pause", 61, [rest(30)], "amber"),
    ("reporting_line", 10, [Background(superiors={"e1": frozenset({"m1"})})], "red"),
    ("reporting_line", 10, [Background(superiors={"m1": frozenset({"e1", "m2"})})], "red"),
    ("reporting_line", 10, [Background(superiors={"e1": frozenset({"m2"})})], "none"),
    ("no_closing_talk", 169, [ENDS], "none"),
    ("no_closing_talk", 170, [ENDS], "amber"),
    ("no_closing_talk", 170, [ENDS, Closure(id="w", pair_id="k01", talk_planned_on=day(190))], "none"),
    ("agreement", 21, (), "none"),
    ("agreement", 22, (), "amber"),
    ("agreement", 35, (), "amber"),
    ("agreement", 36, (), "red"),
    ("agreement", 36, [step(30, "signed")], "none"),
    ("no_contact", 17, (), "none"),
    ("no_contact", 18, (), "amber"),
    ("no_contact", 37, (), "amber"),
    ("no_contact", 38, (), "red"),
    ("no_contact", 47, [contact(10)], "none"),
    ("no_contact", 48, [contact(10)], "amber"),
    ("no_contact", 70, [contact(10)], "amber"),
    ("no_contact", 71, [contact(10)], "red"),
    ("no_contact", 71, [contact(10), contact(60, "no_answer")], "red"),
    ("wants_out", 50, [contact(40, "stop")], "red"),
    ("wants_out", 50, [contact(40, "stop"), contact(45, "no_answer")], "red"),
    ("wants_out", 50, [contact(40, "stop"), contact(45, "fine")], "none"),
    ("wants_out", 50, [contact(40, "stop"), contact(45, "fine", side="mentor")], "red"),
    ("wants_out", 50, [contact(40, "worry")], "none"),
]


@pytest.mark.parametrize(("key", "today", "rows", "expected"), CASES)
def test_a_rule_names_a_pair_from_its_limit_on(key, today, rows, expected):
    assert colour(key, known(today, *rows)) == expected


def test_few_talks_has_an_amber_side_between_two_limits():
    """Two of four is 50 per cent, above 40 and not above 60; two of five is 40, which is not above it."""
    talks = [*held(10, 40), *missed(70, 90)]
    often = {"planned": tuple(day(after) for after in (10, 40, 70, 90)), "interval_days": 30}
    assert colour("few_talks", known(95, *talks, **often)) == "amber"
    more = {"planned": tuple(day(after) for after in (10, 25, 40, 70, 90)), "interval_days": 30}
    assert colour("few_talks", known(95, *held(10, 25, 40), *missed(70, 90), **more)) == "none"


def test_a_talk_nobody_noted_is_no_reason_to_call_it_cancelled():
    assert colour("few_talks", known(140)) == "none"
    assert colour("cancelled", known(140)) == "none"


def test_where_signing_is_noted_of_no_pair_no_pair_is_named_for_it():
    assert colour("agreement", known(36, Background(is_signing_noted=False))) == "none"
    two = pair(), pair(2)
    assert [one.common.is_signing_noted for one in known_pairs(programme(*two), day(36))] == [False, False]
    rows = *two, step(30, "signed", "k02")
    assert [colour("agreement", one) for one in known_pairs(programme(*rows), day(36))] == ["red", "none"]
    assert not any(one.common.is_signing_noted for one in known_pairs(programme(*rows), day(29)))


def test_every_rule_has_a_case_that_names_a_pair_and_one_that_does_not():
    named = {key for key, _, _, expected in CASES if expected != "none"}
    quiet = {key for key, _, _, expected in CASES if expected == "none"}
    assert named == quiet == RULE.keys()
    folder = ROOT / "mentorkit" / "progress" / "signals"
    assert {path.stem for path in folder.glob("*.py")} - {"__init__", "signal"} == RULE.keys()


def test_a_signal_tells_value_limit_and_the_day_from_which_it_counts():
    signal = RULE["silence"](known(60, *held(0)))
    assert isinstance(signal, Signal)
    assert (signal.value, signal.limit, signal.day) == (60, 52, day(0))
    assert signal.message.values == {"value": 60, "limit": 52, "day": day(0)}


def test_urgent_signals_come_first():
    found = signals_of(known(60, *held(0), contact(55, "stop")))
    assert [one.is_red for one in found] == sorted((one.is_red for one in found), reverse=True)
    assert {one.rule.key for one in found} == {"wants_out", "silence", "agreement"}


@pytest.mark.parametrize("seed", range(12))
def test_what_happens_later_changes_no_earlier_signal(seed):
    rows = made_up(seed)
    for after in range(0, 200, 23):
        then = known_pairs(programme(*logged(rows, after)), day(after))
        assert then == known_pairs(programme(*rows), day(after))
        assert all(signal.day <= day(after) for one in then for signal in signals_of(one))


def test_the_programme_has_limits_of_its_own():
    own = Background({"silence.amber": 2, "silence.red": 3, "first_talk.red": 20})
    for after, expected in ((67, "none"), (68, "amber"), (97, "amber"), (98, "red")):
        assert colour("silence", known(after, *held(0), own)) == expected
    assert colour("first_talk", known(21, own)) == "red"


def test_two_that_need_a_look_about_different_things_are_urgent():
    silent = RULE["silence"](known(60, *held(0)))
    sad = RULE["falling_pulse"](known(110, said(30, 5), said(90, 3)))
    late = RULE["agreement"](known(22))
    few = RULE["one_sided"](known(140, *BY_MENTOR, meeting(100, initiative="mentor")))
    assert not any(one is None or one.is_red for one in (silent, sad, late, few))
    assert is_urgent([silent, sad])
    assert not is_urgent([silent, few])
    assert not is_urgent([silent, late])
    assert is_urgent(signals_of(known(110, said(30, 2))))


def test_a_signal_that_rests_is_left_out_and_comes_back():
    rests = {"reason": "away", "snoozed_on": day(60), "until": day(70)}
    rows = (pair(), meeting(0), Snooze(id="z", pair_id="k01", rule="silence", **rests))
    for after, is_told in ((59, True), (60, False), (69, False), (70, True)):
        (one,) = known_pairs(programme(*rows), day(after))
        assert ("silence" in {signal.rule.key for signal in signals_of(one)}) is is_told
        assert "silence" in {signal.rule.key for signal in all_signals_of(one)}


def test_other_limits_are_proposed_when_more_than_three_in_ten_are_urgent():
    calm, urgent = known(10, *held(5)), known(100, contact(99, "stop"))
    assert not are_too_many([urgent] * 3 + [calm] * 7)
    assert are_too_many([urgent] * 4 + [calm] * 6)
    assert not are_too_many([])


def test_a_wish_is_told_at_once_and_to_who_asked():
    (call,) = calls([known(50, contact(45, side="mentor"), pulse(46, "mentor", 46, wants_contact=True))])
    assert (call.reason, call.side) == ("signal", "mentor")


@pytest.mark.parametrize("seed", range(4))
def test_answers_goals_and_rests_that_come_later_change_no_earlier_signal(seed):
    chance = Random(seed)  # noqa: S311 -- made-up people
    rows: list[Any] = [pair(), meeting(10)]
    for at in range(30):
        after = chance.randrange(200)
        told = {"going": chance.randrange(1, 6), "wants_contact": chance.random() < 0.2, "own": f"q{at}"}
        side, answers = chance.choice(["mentee", "mentor"]), after + chance.randrange(30)
        both = {"is_agreed_by_mentee": True, "is_agreed_by_mentor": True}
        noted = {**both, "noted_on": day(after), "agreed_on": day(after + 7)}
        rows += [
            pulse(after, side, answers, **told),
            goal(f"g{at}", **noted),
            level(after + 5, chance.randrange(-2, 3), f"g{at}"),
            rest(after, own=f"r{at}", until=after + 10),
        ]
    for after in range(0, 200, 19):
        then = [as_it_was(one, day(after)) for one in rows if born(one) <= day(after)]
        before = [all_signals_of(one) for one in known_pairs(programme(*then), day(after))]
        assert before == [all_signals_of(one) for one in known_pairs(programme(*rows), day(after))]


RESTING = [
    *("silence", "first_talk", "few_talks", "cancelled", "missed_pulses"),
    *("no_contact", "not_reached", "stale_goals"),
]


@pytest.mark.parametrize("key", RESTING)
def test_a_pair_is_not_named_for_silence_while_it_rests(key):
    often = {"planned": tuple(day(after) for after in range(10, 200, 10))}
    rows = {
        "silence": held(0),
        "first_talk": [],
        "few_talks": [*held(10), *missed(20, 30, 40)],
        "cancelled": missed(20, 30, 40),
        "missed_pulses": [pulse(10), pulse(20), pulse(30)],
        "no_contact": [],
        "not_reached": [contact(after, "no_answer") for after in (20, 25, 30)],
        "stale_goals": [goal(starts_on=day(0)), level(1, 0)],
    }[key]
    assert colour(key, known(68, *rows, **often)) != "none"
    assert colour(key, known(68, *rows, rest(50), **often)) == "none"
    assert colour(key, known(68, *rows, rest(1, until=1), **often)) != "none"


def test_days_of_a_pause_do_not_count_as_days_of_silence():
    """Silent from day 0, at rest from day 31 to 60: its limit of 52 days comes 30 days later."""
    rests = rest(31, until=60)
    assert colour("silence", known(82, *held(0), rests)) == "none"
    signal = RULE["silence"](known(83, *held(0), rests))
    assert signal is not None
    assert (signal.value, signal.day) == (53, day(30))
    assert colour("first_talk", known(44, rest(5, until=34))) == "none"
    assert colour("no_contact", known(67, contact(0), rests)) == "none"
    assert colour("no_contact", known(68, contact(0), rests)) == "amber"
    assert colour("stale_goals", known(91, goal(), level(1, 0), rests)) == "none"
    assert colour("stale_goals", known(92, goal(), level(1, 0), rests)) == "amber"
    assert colour("first_talk", known(45, rest(5, until=34))) == "amber"


def test_a_closing_talk_that_is_arranged_later_changes_no_earlier_signal():
    rhythm = Rhythm(id="r1", pair_id="k01", starts_on=day(5), ends_on=day(60), interval_days=30)
    closing = Closure(id="c1", pair_id="k01", talk_planned_on=day(58), arranged_on=day(45))
    for rows in ([closing], [closing.model_copy(update={"reopened_on": day(200)})]):
        for after, named in ((29, False), (30, True), (44, True), (45, False)):
            (one,) = known_pairs(programme(pair(), rhythm, *rows), day(after))
            assert ("no_closing_talk" in {found.rule.key for found in all_signals_of(one)}) is named


def as_it_was(row: Any, on: Any) -> Any:
    """A row as it stood on a day: of a goal nobody knows yet that both agree."""
    if not isinstance(row, Goal) or row.agreed_on <= on:
        return row
    return row.model_copy(update={"is_agreed_by_mentee": False, "is_agreed_by_mentor": False})


def born(row: Any) -> Any:
    """The day on which something was first known."""
    days = ("asked_on", "noted_on", "starts_on", "confirmed_on", "day")
    return next(getattr(row, name) for name in days if hasattr(row, name))
