"""Connections to one programme file, set up for safe saving and checked to be so."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from mentorkit.store.refusals import Trouble, in_plain_words, only_reading, refused

APPLICATION_ID = 0x4D4B4954
"""Written in the head of every programme file: the letters MKIT."""

SETTINGS: Mapping[str, int | str] = {
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "journal_mode": "truncate",
    "synchronous": 3,
    "foreign_keys": 1,
    "secure_delete": 1,
}
"""What every connection must have: with these no confirmed change is lost in a power cut."""


_SQLITE = create_engine("sqlite://", poolclass=NullPool)
_SQLITE.connect().close()  # so that its dialect knows this SQLite
_IN_SQL: dict[Any, Any] = {}
"""Every statement as SQL, for all files: they are the same, and writing one out takes as long as asking."""


class ProgrammeFile:
    """One programme file on disk, reached by a fresh connection for every transaction.

    A fresh connection costs about half a millisecond, keeps no handle on the file (so it
    can be moved or replaced on every system, and we notice), and may be used from any
    thread. Everything that fails is raised as FileRefused.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._identity = _identity(self.path)
        pool = NullPool(self.connect)  # type: ignore[arg-type]  # SQLAlchemy has a type of its own for it
        known = {"compiled_cache": _IN_SQL}
        self._writer = Engine(
            pool, _SQLITE.dialect, _SQLITE.url, hide_parameters=True, execution_options=known
        )
        event.listen(self._writer, "begin", _begin)
        self._reader = self._writer.execution_options(reads_only=True)

    def connect(self) -> sqlite3.Connection:
        """A new connection with our settings, read back.

        Raises FileRefused SETTINGS, or REPLACED when another file stands in this place.
        """
        if _identity(self.path) is None:
            raise refused(Trouble.REPLACED, self.path)
        connection = plain_connection(self.path)
        try:
            for name, value in SETTINGS.items():
                connection.execute(f"PRAGMA {name} = {value}")
            self.check(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def dispose(self) -> None:
        """Forget the engine; connections live no longer than their transaction."""
        self._writer.dispose()

    def check(self, connection: sqlite3.Connection) -> None:
        """Refuse a connection that lacks one of our settings, or that is to another file than ours."""
        if any(pragma(connection, name) != value for name, value in SETTINGS.items()):
            raise refused(Trouble.SETTINGS, self.path)
        # The connection holds its file by now; a later replacement is noticed by SQLite itself.
        if _identity(self.path) != self._identity:
            raise refused(Trouble.REPLACED, self.path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the file and changes nothing."""
        with only_reading(self.path), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is kept whole at the end of the block, or not at all after an error."""
        with in_plain_words(self.path), self._writer.begin() as connection:
            yield connection


def plain_connection(path: Path) -> sqlite3.Connection:
    """A connection to an existing file without any settings of ours; it never makes a file.

    Raises sqlite3 errors; use it inside `in_plain_words`.
    """
    # Transactions begin where we say so: left to itself, Python ends them halfway a migration.
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
    )


def pragma(connection: sqlite3.Connection, name: str) -> Any:
    """The value of one setting of a connection or its file."""
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def make_private_file(path: Path) -> None:
    """An empty file that only its owner may read; one that is there is made private."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        # Not opened: closing it would drop the locks of another window that is filling it.
        path.chmod(0o600)


def _begin(connection: Connection) -> None:
    """Writers take the lock before they read, so that two of them never wait for each other."""
    reads_only = connection.get_execution_options().get("reads_only", False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino
