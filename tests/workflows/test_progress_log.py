"""What is noted of talks and contacts: a week of many pairs, one talk, one contact; all of it undone."""

from datetime import date, timedelta

import pytest

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, applied
from mentorkit.model import Changes, CheckIn, Meeting
from mentorkit.progress.weeks import monday_of
from mentorkit.store import Store
from mentorkit.workflows.progress.log import log_contact, log_meeting, log_weeks
from tests.store.cases import BY
from tests.workflows.started import TODAY, started, stored_start

ANN, CAS = "ann-bo", "cas-dee"
WEEK = timedelta(weeks=1)
HELD, NOT, UNKNOWN = ({"state": state} for state in ("held", "not_held", "unknown"))
NOW = TODAY + timedelta(days=2)
"""The Wednesday of the first week."""


def after(snapshot: Snapshot, changes: Changes) -> Snapshot:
    return applied(snapshot, changes)


def talks(snapshot: Snapshot) -> set[tuple[str, date, bool]]:
    return {(one.pair_id, one.day, one.is_held) for one in snapshot.rows(Meeting)}


def test_a_week_of_many_pairs_is_noted_at_once():
    last = TODAY - WEEK
    noted = {(ANN, last): {**HELD, "minutes": 45, "initiative": "mentee"}, (CAS, TODAY): NOT}
    now = after(started(), log_weeks(started(), noted, NOW))
    assert talks(now) == {(ANN, last + timedelta(days=4), True), (CAS, NOW, False)}
    (first,) = (one for one in now.rows(Meeting) if one.is_held)
    assert (first.minutes, first.initiative, first.medium, first.is_prepared) == (45, "mentee", None, None)
    assert log_weeks(now, noted, NOW).items == ()


def test_what_was_noted_of_a_week_is_changed_on_its_own_day_or_taken_back():
    now = after(started(), log_meeting(started(), ANN, "14-9-2026", HELD, NOW))
    other = after(now, log_weeks(now, {(ANN, TODAY): NOT}, NOW))
    assert talks(other) == {(ANN, TODAY, False)}
    assert talks(after(other, log_weeks(other, {(ANN, TODAY): UNKNOWN}, NOW))) == set()


def test_of_two_talks_in_one_week_one_stays_that_took_place():
    now = after(started(), log_meeting(started(), ANN, "14-9-2026", NOT, NOW))
    now = after(now, log_meeting(now, ANN, "15-9-2026", HELD, NOW))
    more = after(now, log_weeks(now, {(ANN, TODAY): {**HELD, "minutes": 30}}, NOW))
    assert [(one.day, one.minutes) for one in more.rows(Meeting)] == [(TODAY + timedelta(days=1), 30)]


def test_one_talk_is_noted_on_its_day_and_noting_it_again_changes_it():
    now = after(started(), log_meeting(started(), ANN, "", {**HELD, "medium": "phone"}, NOW))
    assert talks(now) == {(ANN, NOW, True)}
    assert log_meeting(now, ANN, "16-9-2026", {**HELD, "medium": "phone"}, NOW).items == ()
    assert talks(after(now, log_meeting(now, ANN, "", NOT, NOW))) == {(ANN, NOW, False)}


@pytest.mark.parametrize("typed", ["17-9-2026", "some day"])
def test_a_talk_to_come_and_what_is_no_day_are_refused_at_the_day(typed):
    with pytest.raises(NotLawful) as refused:
        log_meeting(started(), ANN, typed, HELD, NOW)
    assert refused.value.field == "day"


def test_weeks_in_which_nothing_was_changed_are_refused():
    with pytest.raises(NotLawful):
        log_weeks(started(), {}, NOW)


def test_a_contact_is_noted_with_when_to_look_again_and_once_a_day_for_each_of_both():
    now = after(started(), log_contact(ANN, "mentor", "worry", 7, started(), NOW))
    now = after(now, log_contact(ANN, "mentor", "fine", None, now, NOW))
    now = after(now, log_contact(ANN, "mentee", "no_answer", 14, now, NOW))
    found = {one.side: (one.day, one.outcome, one.look_again_on) for one in now.rows(CheckIn)}
    again = NOW + timedelta(days=14)
    assert found == {"mentor": (NOW, "fine", None), "mentee": (NOW, "no_answer", again)}


@pytest.mark.parametrize(
    "action",
    [
        lambda now: log_weeks(now, {(ANN, TODAY): HELD, (CAS, TODAY): NOT}, NOW),
        lambda now: log_meeting(now, ANN, "", HELD, NOW),
        lambda now: log_contact(ANN, "mentee", "fine", None, now, NOW),
    ],
)
def test_every_action_is_stored_and_undone_whole(action, tmp_path):
    with Store.open(stored_start(tmp_path / "p.mentorkit")) as store:
        store.apply(action(store.load()), **BY)
        assert store.load().rows(Meeting) or store.load().rows(CheckIn)
        store.undo(**BY)
        assert (store.load().rows(Meeting), store.load().rows(CheckIn)) == ([], [])


def test_a_week_begins_on_monday():
    assert monday_of(TODAY) == TODAY
    assert monday_of(TODAY + timedelta(days=6)) == TODAY
