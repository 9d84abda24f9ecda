"""The sample programme under way, six weeks and a year after its pairs were confirmed, in both languages."""

import tempfile
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mentorkit.documents.calendar import Diaries
from mentorkit.frames import Snapshot
from mentorkit.model import (
    OUTCOMES,
    CheckIn,
    Employment,
    Expectation,
    Goal,
    GoalLevel,
    GoalStep,
    Meeting,
    Pair,
    Rhythm,
    StartStep,
)
from mentorkit.progress.beginning import beginnings
from mentorkit.progress.known import known_pairs
from mentorkit.progress.signals import signals_of
from mentorkit.questions.library import expectations
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.views.start.two import pairs_at_start
from mentorkit.workflows.evaluation.answered import evaluation_of
from mentorkit.workflows.made_up import made_up_programme
from mentorkit.workflows.set_up import open_programme
from mentorkit.workflows.under_way import sample_under_way

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
SIX_WEEKS, YEAR = 6, 52


def made(folder: Path, language: Language, weeks: int) -> Snapshot:
    path = folder / "sample.mentorkit"
    sample_under_way(path, language, NOW, weeks)
    return open_programme(path)


@pytest.fixture(scope="module", params=LANGUAGES)
def under_way(request, tmp_path_factory) -> Snapshot:
    return made(tmp_path_factory.mktemp("under_way"), request.param, SIX_WEEKS)


@pytest.fixture(scope="module", params=LANGUAGES)
def year(request, tmp_path_factory) -> Snapshot:
    return made(tmp_path_factory.mktemp("year"), request.param, YEAR)


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


LATE = {
    "en": {"answer", "expect", "talk", "sign", "goal"},
    "nl": {"answer", "expect", "talk", "sign", "goal"},
}
"""The stages in which a pair is late after six weeks, in each language."""


def test_after_six_weeks_there_are_late_pairs_of_every_sort(under_way):
    far = beginnings(under_way, NOW.date()).values()
    assert {one.stage for one in far if one.late} == LATE[under_way.programme.language]
    assert sum(one.stage == "under_way" for one in far) >= len(far) / 3


def test_nothing_in_it_is_from_a_day_to_come(year):
    today = NOW.date()
    noted = [one.day for model in (Meeting, CheckIn) for one in year.rows(model)]
    noted += [one.noted_on for one in year.rows(GoalLevel)]
    assert max(noted) <= today
    assert all(pair.ended_on is None or pair.ended_on <= today for pair in year.rows(Pair))


def test_after_a_year_there_is_something_to_do_and_something_to_learn(year):
    pairs = year.rows(Pair)
    ended = [pair for pair in pairs if pair.ended_on]
    assert 0.15 <= len(ended) / len(pairs) <= 0.5
    assert any(pair.has_failed for pair in ended)
    assert not all(pair.has_failed for pair in ended)
    named = {signal.rule.key for one in known_pairs(year, NOW.date()) for signal in signals_of(one)}
    assert {"silence", "few_talks", "one_sided", "no_contact", "agreement", "wants_out"} <= named
    assert {one.outcome for one in year.rows(CheckIn)} == set(OUTCOMES)


def test_after_a_year_the_personnel_list_tells_who_stayed_and_before_there_is_none(year, under_way):
    told = {
        one.group for one in evaluation_of(year, NOW.date()).measures if one.key == "stayed" and one.claim
    }
    assert {"mentee", "other", "beside"} <= told
    assert under_way.rows(Employment) == []


def test_made_again_it_says_the_same_of_the_same_people(under_way, tmp_path):
    again = made(tmp_path, under_way.programme.language, SIX_WEEKS)

    def told(snapshot: Snapshot) -> list[tuple[str, str, date]]:
        called = {two.pair.id: two.called for two in pairs_at_start(snapshot)}
        goals = [(called[one.pair_id], one.text, one.due_on) for one in snapshot.rows(Goal)]
        return sorted(
            [*goals, *((called[one.pair_id], one.kind, one.day) for one in snapshot.rows(StartStep))]
        )

    assert told(again) == told(under_way)


def test_the_demo_opens_the_one_that_is_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert open_programme(made_up_programme("en")).rows(Pair) == []
    assert open_programme(made_up_programme("en", SIX_WEEKS)).rows(Goal)
