"""The sample programme under way: every story in both languages, and nothing of it is late by accident."""

import tempfile
from collections import Counter
from datetime import UTC, datetime

import pytest

from mentorkit.documents.calendar import Diaries
from mentorkit.frames import Snapshot
from mentorkit.model import Expectation, Goal, GoalLevel, GoalStep, Pair, Rhythm, StartStep
from mentorkit.questions.library import expectations
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.start.two import pairs_at_start
from mentorkit.workflows.made_up import made_up_programme
from mentorkit.workflows.set_up import open_programme
from mentorkit.workflows.under_way import sample_under_way

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="module", params=LANGUAGES)
def under_way(request, tmp_path_factory) -> Snapshot:
    path = tmp_path_factory.mktemp("under_way") / "sample.mentorkit"
    sample_under_way(path, request.param, NOW)
    return open_programme(path)


def test_every_pair_is_confirmed_and_was_introduced_six_weeks_ago(under_way):
    pairs = under_way.rows(Pair)
    assert len(pairs) > 10
    assert {pair.confirmed_on.isoformat() for pair in pairs} == {"2026-10-20"}
    introduced = {row.pair_id for row in under_way.rows(StartStep) if row.kind == "introduced"}
    assert introduced == {pair.id for pair in pairs}


def test_no_step_is_to_come_but_a_first_talk_and_none_is_before_the_pair(under_way):
    for row in under_way.rows(StartStep):
        assert row.kind == "planned" or row.day <= NOW.date()
    done = [row.done_on for row in under_way.rows(GoalStep) if row.done_on]
    assert done
    assert max(done) <= NOW.date()


def test_there_is_one_of_everything_to_look_at(under_way):
    goals = under_way.rows(Goal)
    assert {goal.owner for goal in goals} == {"mentee", "mentor"}
    assert any(goal.is_private for goal in goals)
    assert any(goal.levels_on and goal.starts_on and goal.levels_on > goal.starts_on for goal in goals)
    assert {step.kind for step in under_way.rows(GoalStep)} == {"action", "milestone", "skill"}
    assert under_way.rows(GoalLevel)
    steps = Counter(row.kind for row in under_way.rows(StartStep))
    assert steps["introduced"] > steps["planned"] >= steps["talked"] > steps["signed"] > 0


def test_every_answer_on_expectations_can_be_chosen(under_way):
    options = {one.key: set(one.options) for one in expectations()}
    for row in under_way.rows(Expectation):
        assert all(choice in options[key] for key, choice in row.choices.items())


def test_pairs_with_a_planned_talk_have_a_calendar(under_way):
    diaries = Diaries(under_way, NOW, speaker("nl"))
    planned = {row.pair_id for row in under_way.rows(StartStep) if row.kind == "planned"}
    assert {row.pair_id for row in under_way.rows(Rhythm)} == planned
    assert all(len(talks) > 5 for talks in diaries.talks.values())


def test_made_again_it_says_the_same_of_the_same_people(under_way, tmp_path):
    sample_under_way(tmp_path / "again.mentorkit", under_way.programme.language, NOW)
    again = open_programme(tmp_path / "again.mentorkit")

    def told(snapshot: Snapshot) -> list[tuple[str, str]]:
        called = {two.pair.id: two.called for two in pairs_at_start(snapshot)}
        return sorted((called[goal.pair_id], goal.text) for goal in snapshot.rows(Goal))

    assert told(again) == told(under_way)


def test_the_demo_opens_the_one_that_is_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert open_programme(made_up_programme("en")).rows(Pair) == []
    assert open_programme(made_up_programme("en", is_under_way=True)).rows(Goal)
