"""The coordinator's own programmes: the one that opens, a new one, and the next round of one."""

import contextlib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot
from mentorkit.serving.visit import OWN, SAMPLE, shelf_place
from mentorkit.store import Store
from mentorkit.store.here import file_for, programmes_here
from mentorkit.text import Language, Speaker, say
from mentorkit.workflows.made_up import made_up_programme
from mentorkit.workflows.next_round import next_round
from mentorkit.workflows.set_up import checked_name, new_programme


def own_programme(speak: Speaker, author: str) -> Path:
    """The programme that was opened last, otherwise the newest one in the folder, or a new one.

    Raises FileRefused when the folder cannot be made.
    """
    if here := programmes_here():
        return here[0].file
    path = file_for(speak(say("my programme")))
    new_programme(path, speak(say("My mentoring programme")), speak.language, author)
    return path


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
    new = {"id": uuid4().hex, "name": checked_name(name), "revision": 0}
    programme = snapshot.programme.model_copy(update=new)
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
