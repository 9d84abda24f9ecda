"""What mentors give and carry: hand sums, nothing of later days, other programmes by e-mail."""

from datetime import timedelta

import pytest

from mentorkit.frames import Snapshot
from mentorkit.model import Application, Meeting, Pair
from mentorkit.model.programme import Programme
from mentorkit.progress.mentors import given_by, loads
from tests.workflows.started import TODAY, pair, started

LATER = TODAY + timedelta(days=60)


def held(own: str, days: int, minutes: int | None, of: str = "ann-bo", *, took_place: bool = True) -> Meeting:
    return Meeting(id=own, pair_id=of, day=TODAY + timedelta(days=days), is_held=took_place, minutes=minutes)


def talked() -> Snapshot:
    talks = [held("1", 7, 45), held("2", 20, None), held("3", 30, 60, took_place=False), held("4", 90, 60)]
    return started().with_table(Meeting, talks)


def test_hours_are_those_of_talks_held_until_that_day():
    bo, dee = given_by(talked(), LATER)
    assert (bo.mentor, bo.talks, bo.minutes, bo.untold, bo.estimated, bo.hours) == ("bo", 2, 45, 1, 60, 1.75)
    assert (bo.pairs, bo.since, bo.until) == (1, TODAY, LATER)
    assert (dee.talks, dee.hours) == (0, 0.0)
    assert given_by(talked(), TODAY + timedelta(days=100))[0].talks == 3


def test_a_talk_without_minutes_counts_as_the_programme_plans_it():
    framework = talked().programme.framework.model_copy(update={"talk_minutes": 30})
    now = talked().with_table(Programme, [talked().programme.model_copy(update={"framework": framework})])
    assert given_by(now, LATER)[0].estimated == 30


def test_who_has_no_pair_any_more_gave_until_the_last_one_ended():
    ended = pair("ann", "bo", ended_on=TODAY + timedelta(days=40))
    now = talked().with_table(Pair, [ended])
    assert given_by(now, LATER)[0].until == TODAY + timedelta(days=40)


def offering(**answers: object) -> Snapshot:
    rows = [
        one.model_copy(update=answers) if one.id == "bo-mentor" else one
        for one in started().rows(Application)
    ]
    return started().with_table(Application, rows)


def test_hours_asked_are_those_of_the_rhythm_and_stand_next_to_the_offer():
    bo = next(one for one in loads(offering(capacity=1, hours_per_month=2.0), LATER) if one.mentor == "bo")
    assert bo.asked == pytest.approx(365.25 / 12 / 28)
    assert (bo.mentees, bo.room, bo.offered, bo.is_over) == (1, 1, 2.0, False)


@pytest.mark.parametrize("offer", [{"hours_per_month": 1.0}, {"capacity": 0}])
def test_more_than_was_offered_is_seen_in_hours_and_in_people(offer):
    assert next(one for one in loads(offering(**offer), LATER) if one.mentor == "bo").is_over


def test_what_was_not_offered_is_not_exceeded():
    assert not any(one.is_over for one in loads(started(), LATER))


def test_the_same_person_in_another_programme_counts_by_e_mail():
    own = offering(hours_per_month=1.5)
    bo = next(one for one in loads(own, LATER, [started()]) if one.mentor == "bo")
    assert (bo.elsewhere, bo.asked_elsewhere) == (1, pytest.approx(365.25 / 12 / 28))
    assert bo.is_over
    dee = next(one for one in loads(own, LATER, [started()]) if one.mentor == "dee")
    assert dee.elsewhere == 0
