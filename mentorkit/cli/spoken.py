"""What every command shares: its language, how a refusal reads, and what it ends with."""

import locale
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, TypeAlias

import typer

from mentorkit.errors import MentorkitError
from mentorkit.text import Language, Speaker, speaker

PROBLEMS_IN_DATA, REFUSED, UNEXPECTED = 1, 3, 70

Lang: TypeAlias = Annotated[
    Language | None,
    typer.Option(
        "--lang", envvar="MENTORKIT_LANG", help="Language: nl or en. Default: that of this computer."
    ),
]
"""The option for a language."""


def language_here(chosen: Language | None) -> Language:
    """The language asked for, otherwise Dutch on a Dutch computer and English elsewhere."""
    if chosen is not None:
        return chosen
    names = (os.environ.get(name) for name in ("MENTORKIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    system = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return "nl" if system.casefold().startswith(("nl", "dutch")) else "en"


@contextmanager
def speaking(chosen: Language | None) -> Iterator[Speaker]:
    """The speaker of a command, which turns a refusal into its sentence and its exit code."""
    speak = speaker(language_here(chosen))
    try:
        yield speak
    except MentorkitError as refusal:
        typer.echo(speak(refusal.message), err=True)
        raise typer.Exit(REFUSED) from refusal
