"""Backups beside the programme: checked before they count, with a checksum, and not too many."""

import contextlib
import hashlib
import os
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from mentorkit.store.refusals import Trouble, in_plain_words, refused
from mentorkit.store.sqlite.engine import ProgrammeFile, plain_connection
from mentorkit.store.sqlite.examine import is_whole
from mentorkit.store.sqlite.thinning import FOLDER, Backup, backups_of, erasures_of, next_backup, superfluous
from mentorkit.whole import private_folder, sync, write_whole


def make_backup(file: ProgrammeFile, now: datetime) -> Backup:
    """A checked backup of the programme as it is now, in the folder `backups` beside it.

    When the newest backup is the same to the bit and sound, that one is given and no
    other is made. Raises FileRefused BACKUP_FAILED when the copy is not the same.
    """
    folder = file.path.parent / FOLDER
    with in_plain_words(file.path):
        private_folder(folder)
        handle, name = tempfile.mkstemp(suffix=".draft", dir=folder)
        os.close(handle)
        draft = Path(name)
        try:
            number = _copy(file, draft)
            backup = next_backup(file.path, now, number)
            made = _same_as_newest(draft, file.path) or _keep(draft, file.path, backup)
            _thin_out(file.path, made, now)
            return made
        finally:
            draft.unlink(missing_ok=True)


def is_intact(backup: Path) -> bool:
    """Whether a backup still is, to the bit, what it was when it was made.

    One that is gone, or has lost the file with its checksum, is not.
    """
    checksum = _checksum_of(backup)
    if not backup.is_file() or not checksum.is_file():
        return False
    return checksum.read_bytes() == _checksum_line(backup, backup.name)


def _copy(file: ProgrammeFile, draft: Path) -> int:
    """Copy what is in the file at one moment, check the copy, and give the number of its newest entry."""
    with closing(file.connect()) as source, closing(plain_connection(draft)) as target:
        # From here on nobody can write, so that counts and copy are of the same moment.
        source.execute("BEGIN")
        rows = _row_counts(source)
        source.backup(target)
        if rows != _row_counts(target) or not is_whole(draft):
            raise refused(Trouble.BACKUP_FAILED, file.path)
        return int(source.execute("SELECT coalesce(max(number), 0) FROM journal").fetchone()[0])


def _row_counts(connection: Connection) -> dict[str, int]:
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    # The names come from the file itself, whose tables are ours.
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def _same_as_newest(draft: Path, path: Path) -> Backup | None:
    """The newest backup if it is sound and the same as the draft: opening a file often keeps old ones."""
    for newest in backups_of(path)[-1:]:
        line = _checksum_line(draft, newest.path.name)
        if is_intact(newest.path) and line == _checksum_of(newest.path).read_bytes():
            return newest
    return None


def _keep(draft: Path, path: Path, backup: Backup) -> Backup:
    """Give the draft its name, its checksum first: a copy without one never looks finished."""
    write_whole(_checksum_of(backup.path), _checksum_line(draft, backup.path.name))
    sync(draft)
    draft.replace(backup.path)
    sync(backup.path.parent)
    return backup


def _thin_out(path: Path, made: Backup, now: datetime) -> None:
    """Remove what there are too many of, and what holds somebody erased for longer than it may."""
    with contextlib.suppress(OSError, ValueError):  # one too many harms nobody
        backups, erasures = backups_of(path), erasures_of(path)
        past = {one for one in backups for gone in erasures if gone.ends(one.number, now)}
        for old in {*superfluous(backups, made), *past} - {made}:
            old.path.unlink(missing_ok=True)
            _checksum_of(old.path).unlink(missing_ok=True)


def _checksum_of(backup: Path) -> Path:
    return backup.with_name(backup.name + ".sha256")


def _checksum_line(content: Path, name: str) -> bytes:
    """The line that `sha256sum --check` understands, in the name that the content will have."""
    with content.open("rb") as stream:
        return f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {name}\n".encode()
