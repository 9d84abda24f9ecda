"""Rows 5 and 6: a disk that fails harms nothing, and what is said of it is true."""

import sqlite3
from collections.abc import Iterator
from functools import partial

import pytest

from mentorkit.errors import FileRefused
from mentorkit.store import Store
from tests.store.cases import NOW, insert, person
from tests.store.conftest import refused_with


class Disk(sqlite3.Connection):
    """A connection to a disk that fails where a test says so, once for each time a name stands there."""

    fails: list[str] = []

    def commit(self) -> None:
        fail("before")
        super().commit()
        fail("after")

    def cursor(self, *_: object) -> "Asking":
        return Asking(self)

    def execute(self, *question: object) -> sqlite3.Cursor:
        return self.cursor().execute(*question)


class Asking(sqlite3.Cursor):
    def execute(self, statement: str, *values: object) -> sqlite3.Cursor:
        if "FROM person" in statement or "integrity" in statement:
            fail("read", sqlite3.SQLITE_CORRUPT)
            fail("wait")
        if "journal.mark = " in statement and "after" not in Disk.fails:
            fail("look", sqlite3.SQLITE_IOERR)
        return super().execute(statement, *values)


def fail(name: str, code: int = sqlite3.SQLITE_IOERR) -> None:
    if name in Disk.fails:
        Disk.fails.remove(name)
        error = sqlite3.OperationalError(name)
        error.sqlite_errorcode = code
        raise error


@pytest.fixture
def disk(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    insert(store, person(1))
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Disk))
    yield store
    Disk.fails.clear()


def test_nothing_was_saved_is_said_only_when_it_is_true(disk: Store):
    """Of 192 faults that were put in, 4 came after the change was on the disk."""
    Disk.fails.append("after")
    number = insert(disk, person(2))
    assert disk.undoable().number == number
    Disk.fails.append("before")
    with refused_with("DISK_FAILED"):
        insert(disk, person(3))
    assert disk.load().people.height == 2
    assert insert(disk, person(3)) == number + 1


def test_what_cannot_be_known_is_not_claimed(disk: Store):
    Disk.fails += ["after", "look"]
    with refused_with("UNCERTAIN"):
        insert(disk, person(2))


def test_a_disk_that_fails_to_read_once_is_no_damage(disk: Store):
    Disk.fails.append("read")
    assert disk.load().people.height == 1
    for times in (1, 2):
        Disk.fails += ["read"] * times
        if times == 1:
            Store.open(disk.path, now=NOW)
        else:
            with refused_with("DAMAGED"):
                Store.open(disk.path, now=NOW)


def test_who_only_reads_is_told_nothing_of_saving(disk: Store):
    Disk.fails.append("wait")
    with pytest.raises(FileRefused, match="What was saved is still saved") as caught:
        disk.load()
    assert caught.value.code == "DISK_FAILED"
