"""Each rule below, at and above its limits, and none of them looks ahead."""

import pytest

from mentorkit.progress.known import KnownPair, known_pairs
from mentorkit.progress.signals import RULES, signals_of
from mentorkit.progress.signals.signal import Signal
from tests.progress.programmes import contact, day, known, logged, made_up, meeting, pair, programme, step
from tests.sources import ROOT

RULE = {rule.key: rule for rule in RULES}


def colour(key: str, one: KnownPair) -> str:
    signal = RULE[key](one)
    return "none" if signal is None else "red" if signal.is_red else "amber"


def held(*after: int, **more):
    return [meeting(one, **more) for one in after]


def missed(*after: int):
    return [meeting(one, is_held=False) for one in after]


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
    assert colour("agreement", known(36, is_signing_noted=False)) == "none"
    two = pair(), pair(2)
    assert [one.is_signing_noted for one in known_pairs(programme(*two), day(36))] == [False, False]
    rows = *two, step(30, "signed", "k02")
    assert [colour("agreement", one) for one in known_pairs(programme(*rows), day(36))] == ["red", "none"]
    assert not any(one.is_signing_noted for one in known_pairs(programme(*rows), day(29)))


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
