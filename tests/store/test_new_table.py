"""A new table is its model and a step: nothing else has to know of it."""

import shutil
from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

import pytest

from mentorkit import model
from mentorkit.errors import NotLawful, RevisionConflict
from mentorkit.frames import applied
from mentorkit.model import Changes, Delete, Insert, Row, Update
from mentorkit.model.row import INNER, NameOf, PersonId, PointsAt
from mentorkit.store import Store, migrations
from mentorkit.text import Message, say
from tests.store.cases import BY, NOW, PROGRAMME, full_house, insert

NEWEST = migrations.newest_version()
STEP = f"""
from alembic import op

revision = "{NEWEST + 1:04}"
down_revision = "{NEWEST:04}"


def upgrade():
    op.execute(
        "CREATE TABLE walk (id TEXT NOT NULL, revision INTEGER NOT NULL, pair_id TEXT NOT NULL, "
        "proposed_by TEXT NOT NULL, walked_on TEXT, steps TEXT NOT NULL, PRIMARY KEY (id), "
        "FOREIGN KEY(pair_id) REFERENCES pair (id) DEFERRABLE INITIALLY DEFERRED, "
        "FOREIGN KEY(proposed_by) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED) STRICT"
    )
"""


class Walk(Row):
    """A pair went for a walk."""

    table: ClassVar[str] = "walk"
    actions: ClassVar[Mapping[str, Message]] = {"walk": say("a walk noted")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    proposed_by: Annotated[PersonId, say("proposed by")]
    walked_on: Annotated[date | None, say("walked on")] = None
    steps: Annotated[tuple[str, ...], say("steps")] = ()

    def called(self, name_of: NameOf) -> Message:
        return say("The walk that {name} proposed", name=name_of(self.proposed_by))


WALK = Walk(id="w1", pair_id="k1", proposed_by="p0001", walked_on=date(2026, 9, 20), steps=("out", "back"))


@pytest.fixture
def registered(tmp_path, monkeypatch):
    versions = tmp_path / "steps" / "versions"
    shutil.copytree(migrations.VERSIONS, versions)
    (versions / f"v{NEWEST + 1:04}_walks.py").write_text(STEP, encoding="utf-8")
    monkeypatch.setattr(migrations.newest_version, "__defaults__", (versions,))
    monkeypatch.setattr(migrations.upgrade, "__defaults__", (versions,))
    monkeypatch.setattr(model, "ROWS", (*model.ROWS, Walk))


def note(store: Store, *items: model.Change) -> int:
    return store.apply(Changes("walk", items), **BY)


@pytest.fixture
def walking(store, registered):
    """A file from before the table, opened after it, with a walk in it."""
    insert(store, *full_house())
    newer = Store.open(store.path, now=NOW)
    note(newer, Insert(WALK))
    return newer


def test_its_rows_come_back_as_they_were_and_as_a_frame(walking):
    (found,) = walking.load().rows(Walk)
    assert found == WALK.model_copy(update={"revision": found.revision})
    assert walking.load().frame(Walk)["walked_on"].to_list() == [date(2026, 9, 20)]
    assert Store.open(walking.path, now=NOW).load().rows(Walk) == [found]


def test_a_programme_without_a_row_of_it_has_an_empty_frame(store):
    assert store.load().rows(Walk) == []


def test_its_actions_are_undone_and_have_words(walking):
    entry = walking.undo(**BY)
    assert (entry.action, model.action_words()[entry.action].id) == ("walk", "a walk noted")
    assert walking.load().rows(Walk) == []


def test_two_versions_of_a_row_conflict_in_its_own_words(walking):
    with pytest.raises(RevisionConflict) as caught:
        note(walking, Insert(WALK.model_copy(update={"proposed_by": "p0002", "steps": ("far",)})))
    assert "The walk that Persoon 2 proposed was saved by someone else" in str(caught.value)
    assert "proposed by: you have Persoon 2, the file has Persoon 1" in str(caught.value)
    assert "steps: you have far, the file has out and back" in str(caught.value)


def test_what_it_points_at_must_be_there(walking):
    with pytest.raises(NotLawful):
        note(walking, Insert(WALK.model_copy(update={"id": "w2", "pair_id": "nowhere"})))
    assert len(walking.load().rows(Walk)) == 1


def test_a_row_is_changed_and_removed_again_with_and_without_a_file(walking):
    def do(kind: type[Update] | type[Delete]) -> list[Row]:
        before = walking.load()
        (found,) = before.rows(Walk)
        change = kind(found.model_copy(update={"steps": ("out", "on", "back")}))
        note(walking, change)
        assert walking.load().rows(Walk) == applied(before, Changes("walk", (change,))).rows(Walk)
        return walking.load().rows(Walk)

    assert [row.steps for row in do(Update)] == [("out", "on", "back")]
    assert do(Delete) == []


def test_an_action_that_no_table_knows_is_refused_and_nothing_is_saved(store):
    before = store.history()
    with pytest.raises(KeyError, match="walk"):
        store.apply(Changes("walk", (Update(PROGRAMME.model_copy(update={"revision": 1})),)), **BY)
    assert store.history() == before
