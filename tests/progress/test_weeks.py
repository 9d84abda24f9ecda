"""What the table of weeks shows of a pair."""

from mentorkit.progress.weeks import asked_weeks, known_weeks, monday_of
from tests.progress.programmes import day, known, meeting, step


def test_of_two_talks_in_a_week_the_one_that_took_place_is_shown():
    both = known(75, meeting(7, minutes=30), meeting(9, is_held=False), meeting(15, is_held=False))
    assert {week: what["state"] for week, what in known_weeks(both).items()} == {
        day(7).isoformat(): "held",
        day(14).isoformat(): "not_held",
    }
    assert known_weeks(both)[day(7).isoformat()]["minutes"] == 30


def test_the_first_talk_that_the_start_knows_is_shown():
    assert known_weeks(known(75, step(3, "talked"))) == {day(0).isoformat(): {"state": "held"}}


def test_weeks_are_asked_for_from_a_day_on_when_nothing_is_known_of_a_planned_talk():
    one = known(75, meeting(40))
    assert asked_weeks(one, day(0)) == [monday_of(day(after)).isoformat() for after in (10, 70)]
    assert asked_weeks(one, day(11)) == [monday_of(day(70)).isoformat()]
