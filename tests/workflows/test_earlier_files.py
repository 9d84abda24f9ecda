"""A programme file that an earlier version wrote: it opens, its decision is the same, its forms are known."""

import csv
import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorkit.intake.tables.book import Book
from mentorkit.matching.decision.replay import ReplayOutcome, replay
from mentorkit.model import Decision
from mentorkit.store import Store, backups_of, is_intact
from mentorkit.workflows.intake.review import review
from tests.intake.tables import book_of
from tests.sources import ROOT

FILE = ROOT / "tests" / "store" / "v0004.sql"
"""Written by version 4 before its modules moved: five mentors and six mentees of
the English sample taken in with one answer given another meaning, weights, a condition switched off,
named settings, two words after the talks, a pair locked, another forbidden and undone, and confirmed."""

NOW = datetime(2026, 9, 28, 9, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "earlier.mentorkit"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FILE.read_text(encoding="utf-8"))
    with Store.open(path, now=NOW) as store:
        yield store


def sample(name: str, rows: slice) -> Book:
    """Some rows of a sample file, as the file they came from."""
    text = (ROOT / "sample_data" / "en" / name).read_text("utf-8-sig")
    heads, *answers = csv.reader(io.StringIO(text))
    out = io.StringIO()
    csv.writer(out).writerows([heads, *answers[rows]])
    return book_of(name, out.getvalue().encode())


def test_it_opens_after_a_sound_backup_with_all_that_was_in_it(store):
    (backup,) = backups_of(store.path)
    assert is_intact(backup.path)
    now = store.load()
    assert (now.people.height, now.applications.height, now.pairs.height) == (11, 11, 5)
    assert (now.overrides["kind"].to_list(), now.preferences.height) == (["lock"], 2)
    assert [one.name for one in now.scenarios] == ["Closer to home"]
    assert [entry.action for entry in store.history(3)] == ["confirm", "undo", "override"]


def test_its_decision_is_worked_out_again_to_the_same_plan(store):
    (decision,) = store.load().rows(Decision)
    assert replay(store.load(), decision).outcome is ReplayOutcome.IDENTICAL


def test_the_files_it_was_made_from_are_known_and_change_nothing(store):
    again = review(store.load(), [sample("mentors.csv", slice(5)), sample("mentees.csv", slice(6))])
    assert (again.changes.items, again.is_known_form) == ((), True)


def test_a_later_answer_to_the_same_form_is_read_as_it_was_confirmed_then(store):
    """Somebody else chose what was given another meaning in the first import."""
    found = review(store.load(), [sample("mentees.csv", slice(6, None))])
    assert found.is_known_form
    goals = {goal for row in found.changes.items if row.row.table == "application" for goal in row.row.goals}
    assert "Planning ahead" in goals
    assert "Time management" not in goals


def test_what_was_done_then_can_be_undone(store):
    assert store.undo(author="Carla", now=NOW).action == "confirm"
    assert (store.load().pairs.height, store.load().decisions.height) == (0, 0)
