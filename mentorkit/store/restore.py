"""Putting a backup back in the place of its programme; what stood there is kept, and can come back."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mentorkit.errors import FileRefused
from mentorkit.store import journal, migrations
from mentorkit.store.erase import forget_again, vacuum
from mentorkit.store.refusals import Trouble, in_plain_words, refused
from mentorkit.store.seal import Ask, first_wrong, seal_new
from mentorkit.store.sqlite.backup import is_intact, make_backup
from mentorkit.store.sqlite.engine import ProgrammeFile, plain_connection
from mentorkit.store.sqlite.examine import examine
from mentorkit.store.sqlite.thinning import Backup, backups_of
from mentorkit.store.tables import metadata
from mentorkit.whole import sync, write_whole

RESTORABLE = frozenset({"DAMAGED", "FOREIGN", "NOT_FOUND", "NOT_A_PROGRAMME"})
"""Why a file is refused that a backup can take the place of."""


@dataclass(frozen=True)
class WayBack:
    """A sound backup to put back: how many people and pairs it holds, and which actions came after it."""

    backup: Backup
    people: int
    pairs: int
    since: tuple[str, ...]


def trouble_with(path: Path) -> FileRefused | None:
    """Why a programme file cannot be opened; None when it is well. The file is left as it is."""
    try:
        examine(path, migrations.newest_version(), metadata().tables)
    except FileRefused as refusal:
        return refusal
    return None


def ways_back(path: Path) -> list[WayBack]:
    """The sound backups of a programme file, the newest first; actions newest first too.

    What came after a backup is asked of the file itself, or else of the newest backup.
    """
    sound = [one for one in reversed(backups_of(path)) if is_intact(one.path)]
    newest = [path] if trouble_with(path) is None else [one.path for one in sound[:1]]
    entries = "SELECT number, action FROM journal ORDER BY number DESC"
    done = [row for file in newest for row in _asked(file, entries)]
    return [
        WayBack(
            one,
            int(_asked(one.path, "SELECT count(*) FROM person")[0][0]),
            int(_asked(one.path, "SELECT count(*) FROM pair")[0][0]),
            tuple(action for number, action in done if number > one.number),
        )
        for one in sound
    ]


def put_back(path: Path, backup: Backup, *, author: str, now: datetime) -> Path | None:
    """Put a backup in the place of its programme, and give where the earlier file is kept.

    That is an entry of its own. A file that is well becomes a backup itself, one that is not
    stands beside it under another name, and None stands for no file. No number of an entry is
    given a second time. Raises FileRefused, and then nothing has changed, also when the backup is
    no longer sound.
    """
    if not is_intact(backup.path):
        raise refused(Trouble.BACKUP_FAILED, backup.path)
    draft = path.with_name(f".{secrets.token_hex(8)}.draft")
    with in_plain_words(path), _kept(path, now) as kept:
        try:
            newest = max((one.number for one in backups_of(path)), default=0)
            write_whole(draft, backup.path.read_bytes())
            examine(draft, migrations.newest_version(), metadata().tables)
            with ProgrammeFile(draft).writing() as connection:
                migrations.upgrade(connection)
                connection.exec_driver_sql(
                    "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'journal'", (newest,)
                )
                journal.add_entry(connection, "restore", author, now)
                forget_again(connection, path)
                seal_new(connection)
            vacuum(ProgrammeFile(draft))
            draft.replace(path)
            sync(path.parent)
        finally:
            for left in (draft, draft.with_name(f"{draft.name}-journal")):
                left.unlink(missing_ok=True)
    return kept


@contextmanager
def _kept(path: Path, now: datetime) -> Iterator[Path | None]:
    """Where what stands in a place is kept; one that is well cannot be written in the meantime."""
    if not os.path.lexists(path):
        yield None
    elif trouble_with(path) is None:
        yield from _kept_as_backup(ProgrammeFile(path), now)
    else:
        beside = path.with_name(f"{path.stem} {now.astimezone(UTC):%Y-%m-%d %H%M%S}Z{path.suffix}.damaged")
        path.replace(beside)  # never opened: that could drop the locks of another window
        with suppress(FileNotFoundError):
            path.with_name(f"{path.name}-journal").replace(beside.with_name(f"{beside.name}-journal"))
        try:
            yield beside
        except BaseException:
            beside.replace(path)
            raise


def _kept_as_backup(file: ProgrammeFile, now: datetime) -> Iterator[Path]:
    """Nobody can write until the other file stands there; Windows moves no file that is held."""
    if os.name == "nt":
        yield make_backup(file, now).path
        return
    with file.writing():
        yield make_backup(file, now).path


def wrong_entry(path: Path) -> int | None:
    """The first entry of a programme that is not as it was written, by its seals and those in its backups.

    None when all are. The file is one of this version.
    """
    with ExitStack() as opened, in_plain_words(path):

        def asking(file: Path) -> Ask:
            return opened.enter_context(closing(plain_connection(file))).execute

        sound = [one.path for one in backups_of(path) if is_intact(one.path)]
        return first_wrong(asking(path), [asking(one) for one in sound if _is_sealed(one)])


def _is_sealed(file: Path) -> bool:
    return (0, "seal") in _asked(file, "SELECT 0, name FROM pragma_table_info('journal')")


def may_hold(file: Path, person: str) -> bool:
    """Whether somebody is in a programme file or its journal; one that cannot be read may hold anybody."""
    ids = "SELECT id, 0 FROM person WHERE id = ?1 UNION SELECT row_id, 0 FROM journal_item WHERE row_id = ?1"
    return bool(_asked(file, ids, person))


def _asked(file: Path, query: str, *values: str) -> list[tuple[int, str]]:
    with suppress(sqlite3.Error), closing(plain_connection(file)) as connection:
        return connection.execute(query, values).fetchall()
    return [(0, "")]
