"""An older file becomes a new one whole, or stays as it was."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from mentorkit.errors import FileRefused
from mentorkit.store import Store, backups_of, is_intact, migrations
from mentorkit.store.tables import metadata
from tests.store.cases import BY, NOW, PROGRAMME, full_house, insert, rows_in
from tests.store.conftest import refused_with

STEP = """
from alembic import op

revision = "{next:04}"
down_revision = "{newest:04}"


def upgrade():
    op.execute("CREATE TABLE extra (id TEXT PRIMARY KEY) STRICT")
    op.execute("UPDATE person SET city = 'verhuisd'")
    op.execute({last!r})
"""

OLDEST = Path(__file__).with_name("v0001.sql")
"""A file of the first version, written by that version: import, weights moved, a sign-up changed."""

NEWEST = migrations.newest_version()


@pytest.fixture
def with_step(tmp_path, monkeypatch):
    """A mentorkit that has one step more than ours, with this as its last statement."""

    def add(last: str) -> None:
        versions = tmp_path / "steps" / "versions"
        shutil.copytree(migrations.VERSIONS, versions, dirs_exist_ok=True)
        step = STEP.format(last=last, newest=NEWEST, next=NEWEST + 1)
        (versions / f"v{NEWEST + 1:04}_extra.py").write_text(step, encoding="utf-8")
        monkeypatch.setattr(migrations.newest_version, "__defaults__", (versions,))
        monkeypatch.setattr(migrations.upgrade, "__defaults__", (versions,))

    return add


def tables_in(path: Path) -> dict[str, list[str]]:
    """The statements that made the tables and indexes of a file, apart from Alembic's own, part by part.

    A column that came later stands behind the others and says what older rows get: neither counts.
    """
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {
        name: sorted(re.sub(r"DEFAULT '?[\w\[\]{}]*'?|\s", "", sql).split(","))
        for name, sql in rows
        if name not in {"alembic_version", "sqlite_sequence"}
    }


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def test_all_steps_together_make_the_tables_of_the_models(store, tmp_path):
    """When this is red, a model has changed: add a step that changes the tables likewise."""
    derived = tmp_path / "derived.sqlite"
    engine = create_engine(f"sqlite:///{derived}")
    metadata().create_all(engine)
    engine.dispose()
    assert tables_in(store.path) == tables_in(derived)


def test_every_table_of_ours_checks_its_types(store):
    assert all(
        any(part.endswith("STRICT") for part in parts)
        for parts in tables_in(store.path).values()
        if any(part.startswith("CREATETABLE") for part in parts)
    )


def test_an_older_file_is_brought_up_to_date_after_its_backup(store, with_step):
    insert(store, *full_house())
    before = rows_in(store.load())
    with_step("SELECT 1")
    migrated = Store.open(store.path, now=NOW)
    assert version_of(store.path) == NEWEST + 1
    assert set(migrated.load().people["city"]) == {"verhuisd"}
    (backup,) = backups_of(store.path)
    assert is_intact(backup.path)
    assert version_of(backup.path) == NEWEST
    assert {row.city for row in before if row.table == "person"} == {None}


def test_a_new_file_takes_all_steps(tmp_path, with_step):
    with_step("SELECT 1")
    store = Store.create(tmp_path / "p.mentorkit", PROGRAMME, **BY)
    assert version_of(store.path) == NEWEST + 1
    assert "extra" in tables_in(store.path)


def test_a_step_that_fails_leaves_the_old_file_as_it_was(store, with_step):
    insert(store, *full_house())
    before, tables = rows_in(store.load()), tables_in(store.path)
    content = store.path.read_bytes()
    with_step("INSERT INTO nowhere VALUES (1)")
    with pytest.raises(FileRefused):
        Store.open(store.path, now=NOW)
    assert (rows_in(store.load()), tables_in(store.path), version_of(store.path)) == (before, tables, NEWEST)
    assert store.path.read_bytes() == content
    with_step("SELECT 1")
    assert set(Store.open(store.path, now=NOW).load().people["city"]) == {"verhuisd"}


def test_a_step_that_breaks_a_reference_leaves_the_old_file_as_it_was(store, with_step):
    insert(store, *full_house())
    before = rows_in(store.load())
    with_step("UPDATE application SET person_id = 'nobody'")
    with pytest.raises(Exception, match="not saved"):
        Store.open(store.path, now=NOW)
    assert rows_in(store.load()) == before


def test_a_file_without_room_for_a_backup_is_not_migrated(store, with_step):
    (store.path.parent / "backups").write_text("in de weg")
    with_step("SELECT 1")
    with refused_with("DISK_FAILED"):
        Store.open(store.path, now=NOW)
    assert version_of(store.path) == NEWEST


@pytest.fixture
def oldest(tmp_path):
    path = tmp_path / "oud.mentorkit"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(OLDEST.read_text(encoding="utf-8"))
    return path


def test_a_file_of_the_first_version_opens_with_all_that_was_in_it(oldest, store):
    snapshot = Store.open(oldest, now=NOW).load()
    assert (version_of(oldest), tables_in(oldest)) == (NEWEST, tables_in(store.path))
    assert snapshot.programme.weights == {"goals": 30.0}
    assert snapshot.people["full_name"].to_list() == ["Persoon 1", "Persoon 2"]
    assert snapshot.applications["capacity"].to_list() == [3, 2]
    assert (snapshot.overrides.height, snapshot.pairs.height, snapshot.decisions.height) == (1, 1, 1)
    (backup,) = backups_of(oldest)
    assert (is_intact(backup.path), version_of(backup.path)) == (True, 1)


def test_what_came_later_has_its_usual_value_in_an_older_file(oldest):
    snapshot = Store.open(oldest, now=NOW).load()
    programme = snapshot.programme
    assert (programme.aim, programme.unplaced_price, programme.is_blind) == ("placed", None, False)
    assert snapshot.applications["least"].to_list() == [None, None]
    assert (snapshot.preferences.height, snapshot.scenarios) == (0, ())


def test_what_was_done_in_an_older_version_can_still_be_undone(oldest):
    store = Store.open(oldest, now=NOW)
    undone = [store.undo(**BY).action for _ in range(3)]
    assert undone == ["import", "weights", "import"]
    assert rows_in(store.load()) == [PROGRAMME.model_copy(update={"revision": 1})]
