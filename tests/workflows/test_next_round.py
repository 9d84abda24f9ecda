"""The programme of a next round: everybody is there, no pair is, and what was learnt is known."""

from datetime import date
from pathlib import Path

import pytest

from mentorkit.errors import NotLawful
from mentorkit.matching import Pool, Settings, propose
from mentorkit.model import Application, Decision, Lesson, Override, Pair, Person, Preference
from mentorkit.workflows.next_round import next_round
from mentorkit.workflows.own import begin_programme, begin_round
from mentorkit.workflows.set_up import open_programme, rename_programme
from tests.matching.small import decision, earlier, mentee, mentor, override, snapshot

TODAY = date(2027, 1, 4)
PEOPLE = (mentee("ann"), mentee("bea"), mentor("kim", capacity=2), mentor("lou"))
DECISION = decision()
BEFORE = snapshot(
    *PEOPLE,
    pairs=[earlier("ann", "kim"), earlier("bea", "kim", has_failed=True, ended_on=date(2026, 5, 1))],
    overrides=[override("lock", "ann", "kim"), override("forbid", "ann", "lou")],
).with_table(Decision, [DECISION])


@pytest.fixture
def after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MENTORKIT_HOME", str(tmp_path))
    return open_programme(begin_round(BEFORE, "  Round  two ", "Tester"))


def test_people_and_sign_ups_are_those_of_the_last_round_under_the_new_name(after):
    assert (after.programme.name, after.programme.weights) == ("Round two", BEFORE.programme.weights)
    assert after.programme.id != BEFORE.programme.id
    for model in (Person, Application, Decision):
        assert after.frame(model).drop("revision").equals(BEFORE.frame(model).drop("revision").sort("id"))


def test_no_pair_is_left_and_every_former_pair_is_known(after):
    assert after.active_pairs.is_empty()
    kept = {(pair.mentee_id, pair.has_failed): pair.ended_on for pair in after.rows(Pair)}
    assert kept.keys() == {("ann", False), ("bea", True)}
    assert kept["bea", True] == date(2026, 5, 1)
    assert kept["ann", False] is not None


def test_a_pair_that_failed_is_not_repeated_and_a_pair_ruled_out_stays_so(after):
    proposal = propose(Pool.of(after), Settings({}))
    pool = proposal.pool
    allowed = pool.allowed()
    mentees, mentors = list(pool.candidates.mentees["id"]), list(pool.candidates.mentors["id"])
    assert not allowed[mentees.index("bea"), mentors.index("kim")]
    assert not allowed[mentees.index("ann"), mentors.index("lou")]
    assert allowed[mentees.index("ann"), mentors.index("kim")]
    assert [word.kind for word in after.rows(Override)] == ["forbid"]
    assert not proposal.is_confirmed.any()


def test_of_what_people_said_of_each_other_only_what_rules_a_pair_out_goes_along():
    said = [
        Preference(id=kind, mentee_id="ann", mentor_id="kim", side="mentee", kind=kind)
        for kind in ("prefer", "avoid")
    ]
    items = next_round(BEFORE.with_table(Preference, said), TODAY).items
    assert [item.row.id for item in items if isinstance(item.row, Preference)] == ["avoid"]


def test_lessons_of_the_round_go_along_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MENTORKIT_HOME", str(tmp_path))
    lesson = Lesson(id="l", theme="start", text="Introduce within a week", noted_on=TODAY)
    after = open_programme(begin_round(BEFORE.with_table(Lesson, [lesson]), "Round two", "Tester"))
    assert [(one.theme, one.text, one.noted_on) for one in after.rows(Lesson)] == [
        ("start", "Introduce within a week", TODAY)
    ]


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_programme_has_a_name_that_fits(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MENTORKIT_HOME", str(tmp_path))
    for begin in (
        lambda: begin_programme(name, "nl", "Tester"),
        lambda: begin_round(BEFORE, name, "Tester"),
        lambda: rename_programme(BEFORE, name),
    ):
        with pytest.raises(NotLawful, match="name"):
            begin()
    assert list(tmp_path.iterdir()) == []
