"""When people are asked, under which code, and who did not answer."""

from datetime import timedelta
from random import Random

import pytest

from mentorkit.model.codes import codes_in, is_code, new_code, spelt
from mentorkit.progress.known import known_pairs
from mentorkit.progress.pulses import due_pulses, pulse_moments, response, to_remind
from tests.progress.programmes import CODES, day, known, meeting, pair, programme, pulse

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def moments(today: int, *rows, **more) -> list[tuple[int, str, int]]:
    found = pulse_moments(known(today, *rows, **more))
    return [((one.day - day(0)).days, one.occasion, one.number) for one in found]


def test_a_pair_is_asked_after_its_first_talk_after_a_month_and_every_two_months():
    asked = moments(215, meeting(10))
    first = [(11, "first_talk", 1), (30, "month", 1), (90, "rhythm", 1), (150, "rhythm", 2)]
    assert asked == [*first, (210, "rhythm", 3)]
    assert moments(29, meeting(10)) == asked[:1]


def test_a_moment_falls_out_that_comes_within_two_weeks_of_another():
    assert moments(60, meeting(25)) == [(26, "first_talk", 1)]
    assert moments(60, meeting(15)) == [(16, "first_talk", 1), (30, "month", 1)]
    assert moments(60, meeting(16)) == [(17, "first_talk", 1)]


def test_the_last_pulse_comes_a_week_before_the_end():
    assert moments(200, ends_on=day(170))[-2:] == [(90, "rhythm", 1), (163, "closing", 1)]
    assert moments(200, ends_on=day(171))[-2:] == [(150, "rhythm", 2), (164, "closing", 1)]
    assert moments(162, ends_on=day(170))[-1] == (90, "rhythm", 1)


def test_both_are_due_until_each_was_asked_and_what_was_let_go_by_is_not_made_good():
    now = known(95, meeting(10))
    assert [(one.side, one.moment.occasion) for one in due_pulses([now])] == [
        ("mentee", "rhythm"),
        ("mentor", "rhythm"),
    ]
    asked = known(95, meeting(10), pulses=(pulse(91),))
    assert [one.side for one in due_pulses([asked])] == ["mentor"]
    assert due_pulses([known(95, meeting(10), pulses=(pulse(91), pulse(91, "mentor")))]) == ()


@pytest.mark.parametrize(("after", "is_reminded"), [(6, False), (7, True), (20, True), (21, False)])
def test_who_did_not_answer_is_reminded_for_two_weeks(after, is_reminded):
    assert bool(to_remind(known(90 + after, pulses=(pulse(90),)))) is is_reminded
    assert to_remind(known(90 + after, pulses=(pulse(90, answered_after=91, going=4),))) == ()


def test_an_answer_that_came_later_is_not_known_before():
    rows = (pair(), pulse(90, answered_after=95, going=2, wants_contact=True))
    (before,) = known_pairs(programme(*rows), day(94))
    (then,) = known_pairs(programme(*rows), day(95))
    assert before.pulses == (pulse(90),)
    assert [one.going for one in then.replies["mentee"]] == [2]
    assert known_pairs(programme(*rows), day(89))[0].pulses == ()


def test_the_response_counts_each_moment_and_each_side_by_itself():
    rows = [
        pulse(30, occasion="month", answered_after=31),
        pulse(30, occasion="month", pair_id="k02"),
        pulse(30, "mentor", occasion="month", answered_after=32),
    ]
    assert [(one.side, one.asked, one.answered) for one in response(rows)] == [
        ("mentee", 2, 1),
        ("mentor", 1, 1),
    ]


@pytest.mark.parametrize("code", CODES[:20])
def test_one_wrong_sign_or_two_that_changed_places_is_no_code(code):
    assert is_code(code)
    others = {code[:at] + sign + code[at + 1 :] for at in range(8) for sign in SIGNS} - {code}
    swapped = {code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in range(7)} - {code}
    assert not any(map(is_code, others | swapped))


def test_a_code_is_found_in_a_text_however_it_is_written():
    code = CODES[0]
    for written in (code, spelt(code), code.lower(), f"Re: {spelt(code)}", f"({code[:4]} {code[4:]})"):
        assert codes_in(f"Dag Carla, {written}, tot later") == [code]
    assert codes_in(f"{code}9") == codes_in(f"a{code}") == []


def test_a_code_that_is_taken_is_not_given_again():
    first = new_code(Random(1))  # noqa: S311 -- codes of nobody
    assert new_code(Random(1), {first}) != first  # noqa: S311 -- codes of nobody


@pytest.mark.parametrize("later", [meeting(200), pulse(190, answered_after=195)])
def test_what_happens_later_changes_no_earlier_moment(later):
    rows = [pair(), meeting(12)]
    for after in range(0, 180, 11):
        then = due_pulses(known_pairs(programme(*rows), day(after)))
        assert then == due_pulses(known_pairs(programme(*rows, later), day(after)))
        assert all(one.moment.day <= day(0) + timedelta(days=after) for one in then)
