"""What every command shares: its language, how a refusal reads, and what it ends with."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, TypeAlias

import typer

from mentorkit.errors import MentorkitError
from mentorkit.text import Language, Speaker, speaker
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
