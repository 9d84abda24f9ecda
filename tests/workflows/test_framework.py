"""What a coordinator decides about the programme: kept as typed, refused at the field that is wrong."""

from datetime import date
from itertools import groupby

import pytest

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, applied
from mentorkit.matching import CRITERIA
from mentorkit.matching.candidates import Candidates
from mentorkit.matching.rules.training import RULE
from mentorkit.model import Objective, Training
from mentorkit.model.training import TECHNIQUES
from mentorkit.questions.guidance import cards, points
from mentorkit.text import speaker
from mentorkit.views.programme.checklist import PROOFS, STEPS, checked_points
from mentorkit.views.programme.profiles import DEFAULTS
from mentorkit.workflows.programme.framework import (
    choose_profile,
    set_framework,
    set_objective,
    set_terms,
    set_tick,
)
from mentorkit.workflows.programme.trainings import drop_training, record_training, typed_training
from tests.matching.small import earlier, mentee, mentor, snapshot

TWO = snapshot(
    mentee("ann", full_name="Ann Aa", is_trained=False),
    mentor("kim", full_name="Kim Kuipers", email="kim@x.org", is_trained=False),
    mentor("lou", full_name="Lou Lam", is_trained=False),
)
DAY = date(2026, 9, 14)


def chosen(before: Snapshot, profile: str) -> tuple[Snapshot, str]:
    changes, told = choose_profile(before, profile)
    return applied(before, changes), speaker("en")(told)


def test_numbers_are_read_with_either_sign_and_empty_is_not_decided():
    typed = {"duration_weeks": "26", "hours_a_month": "1,5", "talk_minutes": " ", "mission": " Samen verder "}
    framework = applied(TWO, set_framework(TWO, typed)).programme.framework
    assert (framework.duration_weeks, framework.hours_a_month, framework.talk_minutes) == (26, 1.5, None)
    assert framework.mission == "Samen verder"
    assert set_framework(TWO, {"mission": ""}).items == ()


@pytest.mark.parametrize("typed", ["0", "300", "2,5", "a year", "many"])
def test_a_number_that_cannot_be_is_refused_at_its_field(typed):
    with pytest.raises(NotLawful) as refused:
        set_framework(TWO, {"duration_weeks": typed})
    assert refused.value.field == "duration_weeks"


def test_there_are_at_most_three_objectives_and_each_says_something():
    now = TWO
    for text in ("One", "Two", "Three"):
        now = applied(now, set_objective(now, {"text": text, "question": "results"}))
    for fields in ({"text": "Four"}, {"text": "  "}):
        with pytest.raises(NotLawful):
            set_objective(now, fields)
    first = min(now.rows(Objective), key=lambda one: one.text)
    now = applied(now, set_objective(now, {"text": "First", "target": "9"}, first))
    assert sorted(one.text for one in now.rows(Objective)) == ["First", "Three", "Two"]


def test_a_sort_fills_in_what_is_open_and_leaves_what_was_chosen():
    mine = applied(TWO, set_framework(TWO, {"duration_weeks": "40"}))
    now, told = chosen(mine, "onboarding")
    framework = now.programme.framework
    assert (framework.duration_weeks, framework.meeting_interval_days, framework.plan) == (40, 14, "light")
    assert now.programme.relation_type == "buddy"
    assert now.programme.weights == DEFAULTS["onboarding"]["weights"]
    assert "What you chose yourself stays: duration in weeks 40." in told
    again, told = chosen(now, "flash")
    assert (again.programme.framework.plan, again.programme.relation_type) == ("none", "flash")
    assert again.programme.framework.duration_weeks == 40
    assert "kind of mentoring flash" in told
    assert chosen(again, "own")[0].programme.relation_type == "flash"


def test_every_sort_names_criteria_that_there_are():
    keys = {criterion.key for criterion in CRITERIA}
    assert all(set(usual.get("weights", {})) <= keys for usual in DEFAULTS.values())


def is_lawful(now: Snapshot) -> list[bool]:
    return RULE.compute(Candidates.of(now))[0].tolist()


def test_a_mentor_in_the_register_meets_the_condition_and_a_mentee_does_not_need_to():
    assert is_lawful(TWO) == [False, False]
    now = applied(TWO, record_training(TWO, ["kim", "ann"], "Start", DAY, False, ("plan",)))
    assert is_lawful(now) == [True, False]
    again = applied(now, record_training(now, ["kim"], " start ", DAY, True))
    noted = sorted((row.person_id, row.name, row.is_done) for row in again.rows(Training))
    assert noted == [("ann", "Start", False), ("kim", "Start", True)]
    gone = applied(again, drop_training(again, "Start"))
    assert (gone.rows(Training), gone.participants("mentor")["is_trained"].to_list()) == ([], [None, False])


NAMES = "kim@x.org\n\nLOU LAM "
TYPED = {"who": "named", "names": NAMES, "name": "Start", "day": "14-9-2026", "is_done": True}
NONE = dict.fromkeys(TECHNIQUES, False)


def test_who_was_there_is_pasted_as_names_or_addresses():
    now = applied(TWO, typed_training(TWO, TYPED | NONE | {"feedback": True}))
    rows = now.rows(Training)
    assert {row.person_id for row in rows} == {"kim", "lou"}
    assert {(row.held_on, row.techniques) for row in rows} == {(DAY, ("feedback",))}
    everybody = applied(TWO, typed_training(TWO, TYPED | NONE | {"who": "mentor", "names": "", "day": ""}))
    assert {row.person_id for row in everybody.rows(Training)} == {"kim", "lou"}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"names": "Nobody"}, "names"), ({"day": "soon"}, "day"), ({"name": " "}, "name"), ({"names": ""}, "")],
)
def test_a_training_that_cannot_be_noted_is_refused_at_its_field(wrong, field):
    with pytest.raises(NotLawful) as refused:
        typed_training(TWO, TYPED | NONE | wrong)
    assert refused.value.field == field


def test_a_day_that_is_none_is_spoken_of_as_one():
    with pytest.raises(NotLawful) as refused:
        typed_training(TWO, TYPED | NONE | {"day": "soon"})
    said = speaker("nl")(refused.value.message)
    assert said == "Dit is geen dag: soon. Schrijf de dag als 14-9-2026."


def test_a_point_is_ticked_with_the_day_and_the_tick_is_taken_away():
    ticked = applied(TWO, set_tick(TWO, "voluntary", True, DAY, "Carla"))
    (met,) = [one for one in checked_points(ticked) if one.tick]
    assert (met.point.key, met.tick.ticked_on, met.tick.ticked_by) == ("voluntary", DAY, "Carla")
    assert set_tick(ticked, "voluntary", True, DAY, "Carla").items == ()
    open_again = applied(ticked, set_tick(ticked, "voluntary", False, DAY, ""))
    assert not any(one.tick for one in checked_points(open_again))


def test_own_words_are_kept_without_spaces_around_them():
    now = applied(TWO, set_terms(TWO, {"nl.mentor": " het  maatje ", "nl.mentee": " "}))
    assert now.programme.terms == {"nl.mentor": "het maatje"}


def test_the_checklist_has_its_41_points_and_every_proof_is_of_one():
    assert len(points()) == 41
    assert PROOFS.keys() <= {point.key for point in points() if point.page}
    assert [step for step, _ in groupby(points(), key=lambda point: point.step)] == list(STEPS)


@pytest.mark.parametrize(("room", "is_proven"), [(0, False), (None, True), (1, True)])
def test_a_pair_of_a_mentor_without_room_proves_no_room(room, is_proven):
    now = snapshot(mentee("ann"), mentor("kim", capacity=room), pairs=[earlier("ann", "kim")])
    assert (PROOFS["room"](now) is not None) == is_proven


def test_there_is_a_card_for_every_piece_of_guidance_in_both_languages():
    assert {card.key for card in cards()} == {
        f"R{number}" for number in (111, *range(144, 148), *range(179, 208))
    }
    assert all(card.fits and {*card.title} == {*card.text} == {"nl", "en"} for card in cards())
