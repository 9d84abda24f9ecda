"""The coordinator's programmes on this computer: where they are, and which was opened last."""

import contextlib
import json
import os
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import platformdirs

from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot
from mentorkit.serving.visit import OWN, SAMPLE, shelf_place
from mentorkit.store import Store, is_empty
from mentorkit.text import Language, Speaker, say
from mentorkit.workflows.made_up import made_up_programme
from mentorkit.workflows.next_round import next_round
from mentorkit.workflows.set_up import checked_name, new_programme

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
        _write_privately(_memory(), json.dumps(lines, ensure_ascii=False))
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


def own_programme(speak: Speaker, author: str) -> Path:
    """The programme that was opened last, otherwise the newest one in the folder, or a new one.

    Raises FileRefused when the folder cannot be made.
    """
    if here := programmes_here():
        return here[0].file
    path = file_for(speak(say("my programme")))
    new_programme(path, speak(say("My mentoring programme")), speak.language, author)
    return path


def file_for(name: str) -> Path:
    """A file in the folder that is not there yet, called after a programme.

    Raises FileRefused when the folder cannot be made.
    """
    folder = programme_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
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


def begin_programme(name: str, language: Language, author: str) -> Path:
    """Make a new programme in the folder.

    Raises NotLawful without a name, and FileRefused when the folder cannot be made.
    """
    file = file_for(checked_name(name))
    new_programme(file, checked_name(name), language, author)
    return file


def begin_round(snapshot: Snapshot, name: str, author: str) -> Path:
    """Make the programme of the next round in the folder; raises as `begin_programme`."""
    file, now = file_for(checked_name(name)), datetime.now(UTC)
    programme = snapshot.programme.model_copy(
        update={"id": uuid4().hex, "name": checked_name(name), "revision": 0}
    )
    with Store.create(file, programme, author=author, now=now) as store:
        store.apply(next_round(snapshot, now.astimezone().date()), author=author, now=now)
    return file


def find_programme(speak: Speaker, author: str, place: str) -> Path | None:
    """The programme at a place of the server; None when there is none, or none can be made."""
    if place == SAMPLE:
        return _made_up(speak.language)
    if place == OWN:
        with contextlib.suppress(FileRefused):
            return own_programme(speak, author)
    return next((one.file for one in programmes_here() if shelf_place(one.file) == place), None)


@cache
def _made_up(language: Language) -> Path:
    """Made once for a process."""
    return made_up_programme(language)


def _memory() -> Path:
    return (_home() or platformdirs.user_state_path("mentorkit", appauthor=False)) / "opened.json"


def _home() -> Path | None:
    """The folder for everything, when MENTORKIT_HOME names one."""
    home = os.environ.get("MENTORKIT_HOME")
    return Path(home) if home else None


def _write_privately(file: Path, text: str) -> None:
    """Whole or not at all, so that two windows that open at once do not spoil it."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    with open(os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as new:
        new.write(text)
    beside.replace(file)
