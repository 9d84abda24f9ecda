"""A file that is named, and who names it, as this computer knows them."""

import getpass
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
