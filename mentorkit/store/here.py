"""The programme files of this computer: where they are kept, and which was opened last."""

import contextlib
import json
import os
import re
from pathlib import Path
from typing import NamedTuple

import platformdirs

from mentorkit.errors import FileRefused
from mentorkit.store.sqlite.examine import is_empty
from mentorkit.text import say
from mentorkit.whole import private_folder, write_whole

_MOST_KEPT = 20


class KnownProgramme(NamedTuple):
    """A programme that was opened here before: its file, and its name at the time."""

    file: Path
    name: str


def programme_folder() -> Path:
    """Where programmes are kept: what MENTORKIT_HOME names, else `mentorkit` among the documents."""
    return _home() or platformdirs.user_documents_path() / "mentorkit"


def opened_before() -> tuple[KnownProgramme, ...]:
    """What was opened here, the last one first; also what is not there any more."""
    try:
        return tuple(
            KnownProgramme(Path(file), str(name)) for file, name in json.loads(_memory().read_text("utf-8"))
        )
    except (OSError, TypeError, ValueError):  # nothing was opened yet, or what was kept is of no use
        return ()


def remember_opened(file: Path, name: str) -> Path | None:
    """Keep that this programme was opened last; gives the one before it when that is gone."""
    before, now = opened_before(), KnownProgramme(file, name)
    if before[:1] == (now,):
        return None
    others = [one for one in before if one.file != file and one.file.exists()]
    lines = [[str(one.file), one.name] for one in (now, *others)][:_MOST_KEPT]
    with contextlib.suppress(OSError):  # it is a convenience; without it the newest file is opened
        private_folder(_memory().parent)
        write_whole(_memory(), json.dumps(lines, ensure_ascii=False).encode())
    return before[0].file if before and not before[0].file.exists() else None


def programmes_here() -> tuple[KnownProgramme, ...]:
    """The programmes that can be opened, the last one first, then the newest files of the folder.

    An empty file, left by a first start that died, is no programme.
    """
    found = sorted(
        programme_folder().glob("*.mentorkit"), key=lambda file: file.stat().st_mtime, reverse=True
    )
    before = {one.file: one for one in opened_before()}
    all_files = dict.fromkeys([*before, *(file.resolve() for file in found)])
    here = (file for file in all_files if file.is_file() and not is_empty(file))
    return tuple(before.get(file, KnownProgramme(file, file.stem)) for file in here)


def file_for(name: str) -> Path:
    """A file in the folder that is not there yet, called after a programme.

    Raises FileRefused when the folder cannot be made.
    """
    folder = programme_folder()
    try:
        private_folder(folder)
    except OSError as error:
        message = say(
            "The folder {folder} for your programmes cannot be made. Name another folder in the "
            "environment variable MENTORKIT_HOME, or open a file with: mentorkit open FILE.",
            folder=str(folder),
        )
        raise FileRefused("NO_FOLDER", message) from error
    words = " ".join(re.findall(r"[\w()-]+", name))[:80] or "mentorkit"
    numbered = (f"{words} {number}" for number in range(2, 10_000))
    files = (folder / f"{stem}.mentorkit" for stem in (words, *numbered))
    return next(file for file in files if not file.exists() or is_empty(file))


def _memory() -> Path:
    return (_home() or platformdirs.user_state_path("mentorkit", appauthor=False)) / "opened.json"


def _home() -> Path | None:
    """The folder for everything, when MENTORKIT_HOME names one."""
    home = os.environ.get("MENTORKIT_HOME")
    return Path(home) if home else None
