"""Is this file one of ours, whole, and of a version we know? Asked through SQLite, before any writing."""

import re
import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path

from mentorkit.store.refusals import Trouble, looked_twice, only_reading, refused
from mentorkit.store.sqlite.engine import APPLICATION_ID, plain_connection, pragma

_BESIDE_OURS = frozenset({"alembic_version", "sqlite_sequence"})


def examine(path: Path, known: int, tables: Collection[str]) -> int:
    """The version of a programme file that is whole; the file is left as it is.

    `known` is the newest version we can write, and `tables` are those we keep. Raises FileRefused
    NOT_FOUND, NOT_A_PROGRAMME, NEWER_FILE, FOREIGN, DAMAGED and what in_plain_words raises.
    """
    return looked_twice(lambda: _examined(path, known, tables))


def _examined(path: Path, known: int, tables: Collection[str]) -> int:
    if not path.exists():
        raise refused(Trouble.NOT_FOUND, path)
    if not path.is_file():
        raise refused(Trouble.NOT_A_PROGRAMME, path)
    with only_reading(path), closing(plain_connection(path)) as connection:
        # A stranger's file may hold anything: trust nothing that its schema wants to run.
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        if pragma(connection, "application_id") != APPLICATION_ID:
            raise refused(Trouble.NOT_A_PROGRAMME, path)
        found = int(pragma(connection, "user_version"))
        if found > known:
            raise refused(Trouble.NEWER_FILE, path, found=found, known=known)
        if stranger := _stranger(connection, tables):
            raise refused(Trouble.FOREIGN, path, what=stranger)
        if found < 1 or not is_whole(path):
            raise refused(Trouble.DAMAGED, path)
    return found


def _stranger(connection: sqlite3.Connection, tables: Collection[str]) -> str:
    """The name of a trigger, view, index or table that we did not make; empty when there is none."""
    ours = {*tables, *_BESIDE_OURS}
    for kind, name, table, statement in connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master"
    ):
        is_index = kind == "index" and re.fullmatch(f"(ix|sqlite_autoindex)_{re.escape(table)}_\\w+", name)
        is_plain = kind == "table" and name in ours and not statement.upper().startswith("CREATE VIRTUAL")
        if not is_plain and not (is_index and table in ours):
            return str(name)
    return ""


def is_empty(path: Path) -> bool:
    """Whether nothing was ever saved in a file, as after a start that died; what that left by half goes."""
    with suppress(sqlite3.DatabaseError), closing(plain_connection(path)) as connection:
        pragma(connection, "application_id")
    return path.stat().st_size == 0


def name_in(path: Path) -> str:
    """The name of the programme in a file; what the file is called when it cannot be read."""
    with suppress(sqlite3.Error), closing(plain_connection(path)) as connection:
        return str(connection.execute("SELECT name FROM programme").fetchone()[0])
    return path.stem


def is_whole(path: Path) -> bool:
    """Whether every page, index and reference of a database file is as it should be."""
    with closing(plain_connection(path)) as connection:
        connection.execute("PRAGMA cell_size_check = ON")
        pages_are_sound: bool = pragma(connection, "integrity_check") == "ok"
        return pages_are_sound and not connection.execute("PRAGMA foreign_key_check").fetchall()
