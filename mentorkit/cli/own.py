"""A file that is named, and who names it, as this computer knows them; and a file of her own."""

import errno
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mentorkit.errors import FileRefused
from mentorkit.text import Message, Speaker, say
from mentorkit.whole import private_folder, write_whole

if TYPE_CHECKING:
    from mentorkit.frames import Snapshot

_FULL = say("There is no room left on the disk, so {file} was not written. Free some space and try again.")
_TOO_LONG = say("{file} cannot be written, because its name or path is too long. Choose a shorter one.")
_TAKEN = say("{file} is there already, so it was left as it is. Choose a name that does not exist yet.")
_ELSE = say("{file} cannot be written. Choose a name that does not exist yet, in a folder of your own.")
_NOT_WRITTEN: dict[int | None, Message] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EEXIST: _TAKEN,
    errno.ENAMETOOLONG: _TOO_LONG,
}


def present(file: Path) -> Path:
    """The file itself; raises FileRefused when it is not there."""
    if not file.is_file():
        message = say("There is no file {file}. Check its name and its folder.", file=str(file))
        raise FileRefused("MISSING", message)
    return file


def today_here() -> date:
    """The day that it is on this computer."""
    return datetime.now(UTC).astimezone().date()


def opened_programme(file: Path, speak: Speaker) -> tuple["Snapshot", Speaker]:
    """A programme as it is now, and who speaks in its own words."""
    from mentorkit.workflows.set_up import open_programme  # noqa: PLC0415 - heavy

    found = open_programme(present(file))
    return found, speak.of(found.programme.terms)


def write_all(folder: Path, documents: Iterable[tuple[str, bytes]]) -> list[str]:
    """Write documents, each with its name, into a folder once all are made; nothing over another file.

    Gives the names.
    """
    made = [*documents]
    for name, content in made:
        write_new(folder / name, content)
    return [name for name, _ in made]


def write_new(output: Path, content: bytes, *, may_replace: bool = False) -> None:
    """Write a file, in a folder that is made when there is none; over another one only if it may."""
    try:
        private_folder(output.parent)
        write_whole(output, content, is_new=not may_replace)
    except OSError as error:
        raise FileRefused(
            "NOT_WRITTEN", _NOT_WRITTEN.get(error.errno, _ELSE).filled(file=str(output))
        ) from error
