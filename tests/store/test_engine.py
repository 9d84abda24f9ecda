"""A connection is safe or there is none; a disk that fails harms nothing."""

import os
import resource
import shutil
import signal
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from mentorkit.store import Store
from mentorkit.store.sqlite import engine
from mentorkit.store.sqlite.engine import SETTINGS
from tests.store.cases import BY, NOW, PROGRAMME, insert, person, rows_in
from tests.store.conftest import refused_with


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_every_connection_has_the_settings_that_keep_what_was_saved(store):
    expected = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "busy_timeout": 5000,
        "cell_size_check": 1,
    }
    assert dict(SETTINGS) == expected
    for transaction in (store._file.reading, store._file.writing):
        with transaction() as connection:
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
        assert found == expected


@pytest.mark.parametrize(
    "tampered",
    [
        "journal_mode = DELETE",
        "synchronous = FULL",
        "foreign_keys = OFF",
        "secure_delete = OFF",
        "trusted_schema = ON",
        "busy_timeout = 1",
        "cell_size_check = OFF",
    ],
)
def test_a_connection_with_another_setting_is_refused(store, tampered):
    with closing(store._file.connect()) as connection:
        store._file.check(connection)
        connection.execute(f"PRAGMA {tampered}")
        with refused_with("SETTINGS"):
            store._file.check(connection)


def test_a_setting_that_the_database_does_not_take_is_refused(store, monkeypatch):
    monkeypatch.setattr(engine, "SETTINGS", {**SETTINGS, "synchronous": 9})
    with refused_with("SETTINGS"):
        insert(store, person(1))


def test_a_file_and_its_new_folders_are_private_whatever_the_umask(tmp_path):
    for umask in (0o022, 0o000):
        before = os.umask(umask)
        try:
            path = tmp_path / f"{umask}" / "nieuw" / "p.mentorkit"
            store = Store.create(path, PROGRAMME, **BY)
            backup = store.backup(now=NOW)
        finally:
            os.umask(before)
        assert [mode(folder) for folder in (path.parent.parent, path.parent, backup.parent)] == [0o700] * 3
        assert {mode(file) for file in path.parent.rglob("*") if file.is_file()} == {0o600}


def test_a_new_programme_never_takes_the_place_of_a_file(path):
    path.parent.mkdir()
    path.write_text("Dit is van iemand anders.")
    with refused_with("EXISTS"):
        Store.create(path, PROGRAMME, **BY)
    assert path.read_text() == "Dit is van iemand anders."
    with refused_with("EXISTS"):
        Store.create(path.parent, PROGRAMME, **BY)


def test_an_empty_file_left_by_a_crash_is_made_into_a_private_programme(path):
    path.parent.mkdir()
    path.touch(mode=0o644)
    Store.create(path, PROGRAMME, **BY)
    assert mode(path) == 0o600
    assert Store.open(path, now=NOW).load().programme.name == PROGRAMME.name


def test_writing_over_a_file_that_was_replaced_is_refused(store):
    insert(store, person(1))
    os.replace(store.backup(now=NOW), store.path)
    for action in (lambda: insert(store, person(2)), lambda: store.undo(**BY), store.load):
        with refused_with("REPLACED"):
            action()
    assert Store.open(store.path, now=NOW).load().people.height == 1


def test_writing_over_an_older_copy_in_the_same_place_is_refused(store):
    copy = store.backup(now=NOW)
    insert(store, person(1))
    shutil.copyfile(copy, store.path)
    for action in (lambda: insert(store, person(3)), store.load):
        with refused_with("REPLACED"):
            action()


def test_a_file_replaced_while_a_change_is_written_is_refused(store):
    copy = store.backup(now=NOW)
    with refused_with("REPLACED"), store._file.writing() as connection:
        os.replace(copy, store.path)
        connection.exec_driver_sql("UPDATE programme SET name = 'x'")


def test_a_file_that_is_gone_is_not_made_anew(store):
    store.path.unlink()
    for action in (lambda: insert(store, person(1)), store.load, store.history):
        with refused_with("REPLACED"):
            action()
    assert not store.path.exists()


def test_a_full_disk_harms_nothing(store):
    """`max_page_count` lets SQLite meet the very error that a full disk gives."""
    insert(store, person(1))
    before = rows_in(store.load())

    def leave_no_room(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")

    event.listen(store._file._writer, "connect", leave_no_room)
    with refused_with("DISK_FULL"):
        insert(store, *(person(number, job_title="x" * 1000) for number in range(2, 20)))
    event.remove(store._file._writer, "connect", leave_no_room)
    assert rows_in(store.load()) == before
    insert(store, person(2))


def test_a_disk_that_stops_writing_harms_nothing(store):
    insert(store, person(1))
    before = rows_in(store.load())
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (store.path.stat().st_size, unlimited[1]))
    try:
        with refused_with("DISK_FAILED"):
            insert(store, *(person(number, job_title="x" * 1000) for number in range(2, 99)))
        with refused_with("DISK_FAILED"):
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, unlimited[1]))
            store.backup(now=NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
        signal.signal(signal.SIGXFSZ, ignored)
    assert rows_in(Store.open(store.path, now=NOW).load()) == before
    assert not list(store.path.parent.rglob("*.draft*"))


def test_a_second_file_asks_in_the_sql_of_the_first(tmp_path):
    """Each file wrote every statement out anew: two fifths of opening it, reading it and undoing."""
    for name in ("first", "second"):
        before = len(engine._IN_SQL)
        with Store.create(tmp_path / name, PROGRAMME, **BY) as store:
            insert(store, person(1))
            store.load()
    assert len(engine._IN_SQL) == before
