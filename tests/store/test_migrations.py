"""An older file becomes a new one whole, or stays as it was."""

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

revision = "0002"
down_revision = "0001"


def upgrade():
    op.execute("CREATE TABLE extra (id TEXT PRIMARY KEY) STRICT")
    op.execute("UPDATE person SET city = 'verhuisd'")
    op.execute({last!r})
"""


@pytest.fixture
def with_step(tmp_path, monkeypatch):
    """A mentorkit that has one step more than ours, with this as its last statement."""

    def add(last: str) -> None:
        versions = tmp_path / "steps" / "versions"
        shutil.copytree(migrations.VERSIONS, versions, dirs_exist_ok=True)
        (versions / "v0002_extra.py").write_text(STEP.format(last=last), encoding="utf-8")
        monkeypatch.setattr(migrations.newest_version, "__defaults__", (versions,))
        monkeypatch.setattr(migrations.upgrade, "__defaults__", (versions,))

    return add


def tables_in(path: Path) -> dict[str, str]:
    """The statements that made the tables and indexes of a file, apart from Alembic's own."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {
        name: "".join(sql.split()) for name, sql in rows if name not in {"alembic_version", "sqlite_sequence"}
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
    assert all(sql.endswith("STRICT") for sql in tables_in(store.path).values() if "CREATETABLE" in sql)


def test_an_older_file_is_brought_up_to_date_after_its_backup(store, with_step):
    insert(store, *full_house())
    before = rows_in(store.load())
    with_step("SELECT 1")
    migrated = Store.open(store.path, now=NOW)
    assert version_of(store.path) == 2
    assert set(migrated.load().people["city"]) == {"verhuisd"}
    (backup,) = backups_of(store.path)
    assert is_intact(backup)
    assert version_of(backup) == 1
    assert {row.city for row in before if row.table == "person"} == {None}


def test_a_new_file_takes_all_steps(tmp_path, with_step):
    with_step("SELECT 1")
    store = Store.create(tmp_path / "p.mentorkit", PROGRAMME, **BY)
    assert version_of(store.path) == 2
    assert "extra" in tables_in(store.path)


def test_a_step_that_fails_leaves_the_old_file_as_it_was(store, with_step):
    insert(store, *full_house())
    before, tables = rows_in(store.load()), tables_in(store.path)
    content = store.path.read_bytes()
    with_step("INSERT INTO nowhere VALUES (1)")
    with pytest.raises(FileRefused):
        Store.open(store.path, now=NOW)
    assert (rows_in(store.load()), tables_in(store.path), version_of(store.path)) == (before, tables, 1)
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
    assert version_of(store.path) == 1
