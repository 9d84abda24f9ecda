"""A file that is named, and who names it, as this computer knows them; and a file of her own."""

import getpass
from collections.abc import Iterable
from pathlib import Path

from mentorkit.errors import FileRefused
from mentorkit.text import Speaker, say


def present(file: Path) -> Path:
    """The file itself; raises FileRefused when it is not there."""
    if not file.is_file():
        message = say("There is no file {file}. Check its name and its folder.", file=str(file))
        raise FileRefused("MISSING", message)
    return file


def who(speak: Speaker) -> str:
    """The name of who works at this computer."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # this computer gives its user no name
        return speak(say("coordinator"))


def write_all(folder: Path, documents: Iterable[tuple[str, bytes]]) -> None:
    """Write documents, each with its name, into a folder once all are made; nothing over another file."""
    for name, content in [*documents]:
        write_new(folder / name, content)


def write_new(output: Path, content: bytes) -> None:
    """Write a new file, in a folder that is made when there is none; nothing is ever written over."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("xb") as target:
            target.write(content)
    except OSError as error:
        message = say(
            "{file} cannot be written. Choose a name that does not exist yet, in a folder of your own.",
            file=str(output),
        )
        raise FileRefused("NOT_WRITTEN", message) from error
