"""Backups beside the programme: checked before they count, with a checksum, and not too many."""

import glob
import hashlib
import os
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection

from mentorkit.store.refusals import Trouble, in_plain_words, refused
from mentorkit.store.sqlite.engine import ProgrammeFile, make_private_folder, plain_connection
from mentorkit.store.sqlite.examine import is_whole

FOLDER = "backups"
KEPT = 30
"""How many backups of one programme are kept; the oldest goes first."""


def make_backup(file: ProgrammeFile, now: datetime) -> Path:
    """A checked backup of the programme as it is now, in the folder `backups` beside it.

    When the newest backup is the same to the bit and sound, that one is given and no
    other is made. Raises FileRefused BACKUP_FAILED when the copy is not the same.
    """
    folder = file.path.parent / FOLDER
    with in_plain_words(file.path):
        make_private_folder(folder)
        handle, name = tempfile.mkstemp(suffix=".draft", dir=folder)
        os.close(handle)
        draft = Path(name)
        try:
            number = _copy(file, draft)
            return _same_as_newest(draft, file.path) or _keep(draft, file.path, now, number)
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


def backups_of(path: Path) -> list[Path]:
    """The backups of a programme file, oldest first."""
    pattern = f"{glob.escape(path.stem)} ????-??-?? ??????Z *{glob.escape(path.suffix)}"
    return sorted(found for found in (path.parent / FOLDER).glob(pattern) if found.suffix == path.suffix)


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


def _same_as_newest(draft: Path, path: Path) -> Path | None:
    """The newest backup if it is sound and the same as the draft: opening a file often keeps old ones."""
    newest = max(backups_of(path), default=None)
    if newest is None or not is_intact(newest):
        return None
    return newest if _checksum_line(draft, newest.name) == _checksum_of(newest).read_bytes() else None


def _keep(draft: Path, path: Path, now: datetime, number: int) -> Path:
    """Give the draft its name, its checksum first: a copy without one never looks finished."""
    backup = draft.with_name(f"{path.stem} {now.astimezone(UTC):%Y-%m-%d %H%M%S}Z {number:06}{path.suffix}")
    _write_durably(_checksum_of(backup), _checksum_line(draft, backup.name))
    _sync(draft)
    draft.replace(backup)
    for old in backups_of(path)[:-KEPT]:
        old.unlink(missing_ok=True)
        _checksum_of(old).unlink(missing_ok=True)
    _sync(backup.parent)
    return backup


def _checksum_of(backup: Path) -> Path:
    return backup.with_name(backup.name + ".sha256")


def _checksum_line(content: Path, name: str) -> bytes:
    """The line that `sha256sum --check` understands, in the name that the content will have."""
    with content.open("rb") as stream:
        return f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {name}\n".encode()


def _write_durably(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.chmod(0o600)
    _sync(path)


def _sync(path: Path) -> None:
    """Bring a file or the names in a folder to the disk; Windows does the latter by itself."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
