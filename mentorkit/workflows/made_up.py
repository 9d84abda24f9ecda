"""A programme of made-up people to look around in, of which nothing is kept."""

import atexit
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree
from stat import S_ISDIR
from tempfile import mkdtemp

from mentorkit.text import Language
from mentorkit.workflows.set_up import sample_programme
from mentorkit.workflows.under_way import sample_under_way

_FOLDER, _FILE = "mentorkit-", "sample.mentorkit"
_OURS = (_FILE, "backups")
"""What the names in such a folder begin with."""

_UNTOUCHED = timedelta(days=1)


def made_up_programme(language: Language, weeks: int = 0) -> Path:
    """The sample programme of a language in a folder of its own, which goes when this process ends.

    Its pairs were confirmed so many weeks ago; with none nobody is paired yet.

    A process that is killed leaves its folder; those that it left are removed at the next start.
    """
    folder = Path(mkdtemp(prefix=_FOLDER))
    atexit.register(rmtree, folder, ignore_errors=True)
    for stale in left_behind(folder.parent, folder.stat().st_uid, datetime.now(UTC)):
        rmtree(stale, ignore_errors=True)
    file, now = folder / _FILE, datetime.now(UTC)
    if weeks:
        sample_under_way(file, language, now, weeks)
    else:
        sample_programme(file, language, now)
    return file


def left_behind(place: Path, owner: int, now: datetime) -> Iterator[Path]:
    """Folders of ours that nobody wrote in for a day; never a link, somebody else's, or with other files."""
    before = (now - _UNTOUCHED).timestamp()
    return (folder for folder in place.glob(f"{_FOLDER}*") if _is_left(folder, owner, before))


def _is_left(folder: Path, owner: int, before: float) -> bool:
    try:
        found = folder.lstat()
        if not S_ISDIR(found.st_mode) or found.st_uid != owner:
            return False
        inside = list(folder.iterdir())
        newest = max(one.lstat().st_mtime for one in (folder, *inside))
    except OSError:  # gone by now, or not ours to look into
        return False
    return newest < before and all(one.name.startswith(_OURS) for one in inside)
