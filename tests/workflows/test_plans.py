"""What pairs plan: goals, steps, levels and days, each kept, changed, taken away and undone."""

from datetime import date, timedelta

import pytest

from mentorkit.documents.plan_returned import ReturnedPlan
from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot, applied
from mentorkit.model import Changes, Expectation, Goal, GoalLevel, GoalStep, Insert, Rhythm, SchoolBreak
from mentorkit.progress.cadence import in_force
from mentorkit.progress.closing import planned_ends
from mentorkit.store import Store
from mentorkit.workflows.pairing.pairing import release
from mentorkit.workflows.start.plans import (
    drop_goal,
    note_level,
    plan_talks,
    take_over_plans,
    typed_goal,
    typed_goal_step,
)
from tests.store.cases import BY, NOW
from tests.workflows.pursued import LATE, PRIVATE, STEPS, WHOLE, pursuing
from tests.workflows.started import PAIRS, TODAY, started

GIVEN = {"pair_id": "ann-bo", "text": "Netwerken", "starts_on": "1-10-2026", "due_on": "14 mei 2027"}
STEP = {"goal_id": "g1", "text": "Bellen", "kind": "action", "owner": "mentee", "due_on": "", "done_on": ""}
TALKS = {
    "starts_on": "28-9-2026",
    "ends_on": "29-3-2027",
    "interval_days": 14,
    "is_agreed": True,
    "starts_at": "10:00",
    "country": "BE",
    "breaks": "21-12-2026 t/m 3-1-2027\n11 november 2026\n",
}
BOTH = [pair.id for pair in PAIRS]


def test_a_goal_is_added_changed_and_taken_away_again():
    after = applied(started(), typed_goal(started(), GIVEN, TODAY))
    (goal,) = after.rows(Goal)
    assert (goal.text, goal.owner, goal.due_on) == ("Netwerken", "mentee", date(2027, 5, 14))
    other = applied(after, typed_goal(after, {**goal.model_dump(), **GIVEN, "text": "Leiden"}, TODAY))
    assert [one.text for one in other.rows(Goal)] == ["Leiden"]
    assert applied(other, drop_goal(other, goal.id)).rows(Goal) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "  "}, "text"),
        ({"due_on": "ooit"}, "due_on"),
        ({"starts_on": "x"}, "starts_on"),
    ],
)
def test_a_goal_without_words_and_a_day_that_is_none_are_refused_at_their_field(change, field):
    with pytest.raises(NotLawful) as refused:
        typed_goal(started(), GIVEN | change, TODAY)
    assert refused.value.field == field


def test_what_levels_mean_has_the_day_on_which_it_was_last_changed():
    first = applied(started(), typed_goal(started(), GIVEN | {"hoped": "Drie keer"}, TODAY))
    (goal,) = first.rows(Goal)
    assert goal.levels_on == TODAY
    later = TODAY + timedelta(days=40)
    same = {**goal.model_dump(), **GIVEN, "reason": "Nieuw"}
    assert applied(first, typed_goal(first, same, later)).rows(Goal)[0].levels_on == TODAY
    assert applied(first, typed_goal(first, same | {"hoped": "Vaak"}, later)).rows(Goal)[0].levels_on == later


def test_a_goal_that_becomes_private_keeps_its_level_and_loses_its_words_and_steps():
    before = pursuing()
    given = {**WHOLE.model_dump(), "starts_on": "", "due_on": "", "is_private": True}
    after = applied(before, typed_goal(before, given, TODAY))
    (goal,) = (one for one in after.rows(Goal) if one.id == "g1")
    assert (goal.text, goal.reason, "".join(goal.levels)) == ("", "", "")
    assert after.rows(GoalStep) == []
    assert after.frame(GoalLevel).height == before.frame(GoalLevel).height


def test_a_step_with_the_same_words_takes_the_place_of_the_earlier_one():
    before = pursuing()
    once = applied(before, typed_goal_step(before, STEP))
    twice = applied(once, typed_goal_step(once, STEP | {"text": "BELLEN", "done_on": "1-12-2026"}))
    (step,) = (one for one in twice.rows(GoalStep) if one.id not in {one.id for one in STEPS})
    assert (step.text, step.done_on) == ("BELLEN", date(2026, 12, 1))
    with pytest.raises(NotLawful):
        typed_goal_step(before, STEP | {"text": ""})


def test_a_level_is_noted_once_a_day_and_earlier_ones_stay():
    before = pursuing()
    once = applied(before, note_level(before, "g1", 1, TODAY))
    twice = applied(once, note_level(once, "g1", 2, TODAY))
    noted = [one.reached for one in twice.rows(GoalLevel) if one.noted_on == TODAY]
    assert (noted, twice.frame(GoalLevel).height) == ([2], before.frame(GoalLevel).height + 1)


def test_what_comes_back_in_plans_is_kept_and_the_same_again_is_no_change():
    before = pursuing()
    plan = ReturnedPlan([WHOLE.model_copy(update={"reason": "Anders"}), LATE], list(STEPS))
    after = applied(before, take_over_plans(before, [plan]))
    assert {one.reason for one in after.rows(Goal)} == {"Anders", ""}
    assert take_over_plans(before, [ReturnedPlan([WHOLE, LATE], list(STEPS))]).items == ()


def test_the_talks_of_all_pairs_are_planned_at_once_with_breaks_of_one_day_and_more():
    after = applied(started(), plan_talks(started(), BOTH, TALKS, TODAY))
    rhythms = after.rows(Rhythm)
    assert {one.pair_id for one in rhythms} == set(BOTH)
    assert {(one.starts_on, one.ends_on, one.country) for one in rhythms} == {
        (date(2026, 9, 28), date(2027, 3, 29), "BE")
    }
    assert sorted((one.starts_on, one.ends_on) for one in after.rows(SchoolBreak)) == [
        (date(2026, 11, 11), date(2026, 11, 11)),
        (date(2026, 12, 21), date(2027, 1, 3)),
    ]
    assert plan_talks(after, BOTH, TALKS, TODAY).items == ()


def test_a_pair_has_the_rhythm_that_both_named_and_the_others_that_of_the_form():
    def expects(pair: str, side: str, rhythm: str) -> Expectation:
        about = {"pair_id": pair, "side": side, "answered_on": TODAY}
        return Expectation(id=f"{pair}-{side}", choices={"rhythm": rhythm}, **about)

    told = [expects("ann-bo", side, "monthly") for side in ("mentee", "mentor")]
    differing = [expects("cas-dee", "mentee", "weekly"), expects("cas-dee", "mentor", "monthly")]
    now = started().with_table(Expectation, [*told, *differing])

    def days(**more) -> dict[str, int]:
        rows = applied(now, plan_talks(now, BOTH, TALKS | more, TODAY)).rows(Rhythm)
        return {row.pair_id: row.interval_days for row in rows}

    assert days() == {"ann-bo": 28, "cas-dee": 14}
    assert days(is_agreed=False) == {"ann-bo": 14, "cas-dee": 14}
    alone = started().with_table(Expectation, told[:1])
    rows = applied(alone, plan_talks(alone, BOTH, TALKS, TODAY)).rows(Rhythm)
    assert {row.interval_days for row in rows} == {14}


def test_another_rhythm_keeps_the_one_before_it_and_replaces_what_had_not_begun():
    before = applied(started(), plan_talks(started(), BOTH, TALKS, TODAY))
    begun = date(2026, 11, 2)
    later = TALKS | {"starts_on": "9-11-2026", "interval_days": 28}
    after = applied(before, plan_talks(before, ["ann-bo"], later, begun))
    of_ann = [one.interval_days for one in after.rows(Rhythm) if one.pair_id == "ann-bo"]
    assert sorted(of_ann) == [14, 28]
    again = applied(after, plan_talks(after, ["ann-bo"], later | {"starts_on": "4-11-2026"}, begun))
    rhythms = [one for one in again.rows(Rhythm) if one.pair_id == "ann-bo"]
    assert [one.starts_on for one in in_force(rhythms)] == [date(2026, 9, 28), date(2026, 11, 4)]
    assert len(rhythms) == 3  # what was replaced is known, so that diaries can be told
    same_day = TALKS | {"interval_days": 7}
    anew = applied(before, plan_talks(before, ["ann-bo"], same_day, TODAY))
    assert plan_talks(anew, ["ann-bo"], same_day, TODAY).items == ()
    assert planned_ends(anew)["ann-bo"] == date(2027, 3, 29)
    shorter = applied(anew, plan_talks(anew, ["ann-bo"], same_day | {"ends_on": "1-2-2027"}, TODAY))
    assert planned_ends(shorter)["ann-bo"] == date(2027, 2, 1)
    with pytest.raises(NotLawful) as refused:
        plan_talks(before, BOTH, TALKS | {"starts_on": "12-10-2026"}, begun)
    assert refused.value.field == "starts_on"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"starts_on": ""}, "starts_on"),
        ({"starts_on": "straks"}, "starts_on"),
        ({"ends_on": "27-9-2026"}, "ends_on"),
        ({"breaks": "kerst"}, "breaks"),
        ({"breaks": "3-1-2027 – 21-12-2026"}, "breaks"),
    ],
)
def test_days_that_are_none_are_refused_at_their_field(change, field):
    with pytest.raises(NotLawful) as refused:
        plan_talks(started(), BOTH, TALKS | change, TODAY)
    assert refused.value.field == field


def test_a_pair_that_is_released_takes_its_goals_steps_levels_and_days_along():
    before = pursuing()
    planned = applied(before, plan_talks(before, BOTH, TALKS, TODAY))
    after = applied(planned, release(planned, "ann"))
    assert after.rows(Goal) == [PRIVATE]
    assert (after.rows(GoalStep), [one.goal_id for one in after.rows(GoalLevel)]) == ([], ["g3"])
    assert {one.pair_id for one in after.rows(Rhythm)} == {"cas-dee"}


def in_file(tmp_path, snapshot: Snapshot) -> Store:
    store = Store.create(tmp_path / "p.mentorkit", snapshot.programme, **BY)
    rows = [row for model in snapshot.tables for row in snapshot.rows(model) if row != snapshot.programme]
    fresh = (Insert(row.model_copy(update={"revision": 0})) for row in rows)
    store.apply(Changes("import", tuple(fresh)), **BY)
    return store


@pytest.mark.parametrize(
    "change",
    [
        lambda now: typed_goal(now, GIVEN, TODAY),
        lambda now: typed_goal_step(now, STEP),
        lambda now: note_level(now, "g1", 2, TODAY),
        lambda now: drop_goal(now, "g1"),
        lambda now: take_over_plans(now, [ReturnedPlan([Goal(id="g9", pair_id="cas-dee", text="Nieuw")])]),
        lambda now: plan_talks(now, BOTH, TALKS, TODAY),
    ],
    ids=["goal", "step", "level", "drop", "plan", "talks"],
)
def test_each_is_undone_whole(tmp_path, change):
    store = in_file(tmp_path, pursuing())
    models = Goal, GoalStep, GoalLevel, Rhythm, SchoolBreak

    def stored():
        now = store.load()
        rows = (row.model_copy(update={"revision": 0}) for model in models for row in now.rows(model))
        return {(row.table, row.id): row for row in rows}

    before = stored()
    store.apply(change(store.load()), author="Carla", now=NOW)
    assert stored() != before
    store.undo(author="Carla", now=NOW)
    assert stored() == before
