"""Why a programme file is not read or not written, in plain words."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TypeVar

import polars as pl
from sqlalchemy.exc import DBAPIError

from mentorkit.errors import FileRefused, MentorkitError
from mentorkit.model.conflict import points_nowhere
from mentorkit.text import say

Found = TypeVar("Found")


class Trouble(Enum):
    """What is wrong with a programme file, by the name that programs know."""

    BACKUP_FAILED = say(
        "The backup of {file} did not come out the same as the file itself, so it was thrown away. "
        "Check the disk, or copy the programme to another one."
    )
    BUSY = say(
        "{file} is being used by another window or program, so nothing was saved. "
        "Wait a moment and try again."
    )
    DAMAGED = say(
        "{file} is damaged and cannot be trusted any more. "
        "Put back a backup: with ‘Put back’ on the page, or with: mentorkit restore {file}."
    )
    DISK_FAILED = say(
        "The disk did not read or write {file} as it should, so nothing was saved. "
        "Check whether the disk or network drive is still connected, and try again."
    )
    DISK_FULL = say(
        "There is no room left on the disk, so nothing was saved in {file}. "
        "Everything saved earlier is still there. Free some space and try again."
    )
    EXISTS = say(
        "{file} is there already and a new programme would wipe it. Choose another name, or open this file."
    )
    FOREIGN = say(
        "{file} holds something that mentorkit did not put there (‘{what}’) and that could change your "
        "programme unseen, so it was not opened. Put back a backup from before it came."
    )
    NEWER_FILE = say(
        "{file} was last used with a newer mentorkit (the file has version {found}, this mentorkit "
        "knows version {known}), and saving it here could lose data. Install the newest mentorkit first."
    )
    NOT_A_PROGRAMME = say(
        "{file} is not a mentorkit programme, so it was left alone. Choose a file that mentorkit made."
    )
    NOT_FOUND = say("There is no file {file} in this place. Check the name, or choose another file.")
    NOT_OPENED = say(
        "{file} could not be opened; perhaps you have no permission for the file or its folder. "
        "Move it to a folder of your own and try again."
    )
    READ_ONLY = say(
        "{file} may only be read, so nothing was saved. "
        "Move it to a folder of your own, or ask for permission to write there."
    )
    REPLACED = say(
        "{file} was replaced or moved by another program, such as a sync service, so nothing was saved. "
        "Open the programme again and check what is in it."
    )
    SETTINGS = say(
        "{file} could not be set up for safe saving, so it was not opened. "
        "Close other programs that use it and try again; on a network drive, move it to your own disk."
    )
    UNCERTAIN = say(
        "The disk failed at the very end of saving {file}, so it is not certain whether your last change was "
        "saved; everything before it was. Check the disk, open the programme again and look."
    )
    UNREAD = say(
        "{file} cannot be read just now: the disk, the network drive or another program does not allow it. "
        "What was saved is still saved. Wait a moment and try again."
    )


_CODES: dict[int, Trouble] = {
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_READONLY_DBMOVED: Trouble.REPLACED,
    sqlite3.SQLITE_IOERR: Trouble.DISK_FAILED,
    sqlite3.SQLITE_IOERR_SHORT_READ: Trouble.DAMAGED,
    sqlite3.SQLITE_FULL: Trouble.DISK_FULL,
    sqlite3.SQLITE_CANTOPEN: Trouble.NOT_OPENED,
    sqlite3.SQLITE_NOTADB: Trouble.NOT_A_PROGRAMME,
}
_SYSTEM_CODES: dict[int | None, Trouble] = {
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), Trouble.READ_ONLY),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), Trouble.DISK_FULL),
}


NOT_JUST_NOW = frozenset({"BUSY", "DISK_FAILED", "DISK_FULL", "READ_ONLY"})
"""Why a file may not be read for a while. Nothing was to be saved then, so that nothing is said of it."""


def refused(trouble: Trouble, path: Path, **values: int | str) -> FileRefused:
    """The refusal of a file, with the sentence that belongs to its trouble."""
    return FileRefused(trouble.name, trouble.value.filled(file=path.name, **values))


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Every failure of database or disk as a refusal of the file; the only place that knows their codes.

    Contents that cannot be read back as what was stored count as damage. Raises
    FileRefused, or NotLawful when a change points at a row that is not there.
    """
    try:
        yield
    except DBAPIError as error:
        raise _refusal(error.orig, path) from error
    except (sqlite3.Error, pl.exceptions.PolarsError, ValueError) as error:
        raise _refusal(error, path) from error
    except OSError as error:
        raise refused(_SYSTEM_CODES.get(error.errno, Trouble.DISK_FAILED), path) from error


@contextmanager
def only_reading(path: Path) -> Iterator[None]:
    """The same for a block that saves nothing: what passes is said without a word about saving."""
    try:
        with in_plain_words(path):
            yield
    except FileRefused as refusal:
        if refusal.code in NOT_JUST_NOW:
            raise FileRefused(refusal.code, Trouble.UNREAD.value.filled(file=path.name)) from refusal
        raise


def looked_twice(look: Callable[[], Found]) -> Found:
    """What a look at a file finds; when that is damage it looks again, for a disk may fail to read once."""
    try:
        return look()
    except FileRefused as refusal:
        if refusal.code != Trouble.DAMAGED.name:
            raise
    return look()


def _refusal(error: BaseException | None, path: Path) -> MentorkitError:
    extended = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if extended == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return points_nowhere()
    return refused(_CODES.get(extended) or _CODES.get(extended & 0xFF, Trouble.DAMAGED), path)
