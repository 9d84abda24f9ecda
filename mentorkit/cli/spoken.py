"""What every command shares: its language, how a refusal reads, and what it ends with."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, TextIO, TypeAlias

import typer

from mentorkit.errors import MentorkitError
from mentorkit.text import Language, Message, Speaker, say, speaker
from mentorkit.text.language import language_here

PROBLEMS_IN_DATA, WRONG_USE, REFUSED, UNEXPECTED = 1, 2, 3, 70

Lang: TypeAlias = Annotated[
    Language | None,
    typer.Option(
        "--lang", envvar="MENTORKIT_LANG", help="Language: nl or en. Default: that of this computer."
    ),
]
"""The option for a language."""


@contextmanager
def speaking(chosen: Language | None) -> Iterator[Speaker]:
    """The speaker of a command, which turns a refusal into its sentence and its exit code."""
    speak = speaker(chosen or language_here())
    try:
        yield speak
    except MentorkitError as refusal:
        typer.echo(speak(refusal.message), err=True)
        raise typer.Exit(REFUSED) from refusal


def make_streams_ready() -> None:
    """Let both streams take every letter, and one that was closed before the start take it nowhere."""
    sys.stdout, sys.stderr = _ready(sys.stdout), _ready(sys.stderr)


def at_the_edge(error: Exception) -> Message | None:
    """What to say of a full disk or a path that is too long; None for any other error."""
    match error:
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return say("There is no room left on the disk. Free some space and try again.")
        case OSError(errno=errno.ENAMETOOLONG):
            too_long = say("The name or path {file} is too long for this computer. Choose a shorter one.")
            return too_long.filled(file=str(error.filename))
    return None


def _ready(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for as long as the process runs
    stream.reconfigure(errors="replace")  # type: ignore[attr-defined]
    return stream
