"""Her own programme, and her name, as this computer knows them."""

import getpass
import os
from pathlib import Path

import platformdirs

from mentorkit.errors import FileRefused
from mentorkit.text import Speaker, say


def own_programme(speak: Speaker) -> Path:
    """Her own programme file: the newest one in her folder, or a new one when there is none.

    The folder is what the environment variable MENTORKIT_HOME names, otherwise the folder
    mentorkit among her documents. An empty file, left by a first start that died, is no
    programme. Raises FileRefused when the folder cannot be made.
    """
    from mentorkit.store import is_empty  # noqa: PLC0415 - the same
    from mentorkit.workflows.set_up import new_programme  # noqa: PLC0415 - heavy, and seldom needed

    home = os.environ.get("MENTORKIT_HOME")
    folder = Path(home) if home else platformdirs.user_documents_path() / "mentorkit"
    files = sorted(folder.glob("*.mentorkit"), key=lambda file: file.stat().st_mtime, reverse=True)
    if newest := next((file for file in files if not is_empty(file)), None):
        return newest
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = say(
            "The folder {folder} for your programmes cannot be made. Name another folder in the "
            "environment variable MENTORKIT_HOME, or open a file with: mentorkit open FILE.",
            folder=str(folder),
        )
        raise FileRefused("NO_FOLDER", message) from error
    path = folder / f"{speak(say('my programme'))}.mentorkit"
    new_programme(path, speak(say("My mentoring programme")), speak.language, who(speak))
    return path


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
