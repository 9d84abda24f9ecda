"""The files of pairs that begin, without a browser: introductions with their papers, and calendars."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from mentorkit.cli.own import opened_programme, write_all
from mentorkit.cli.progress import Progress
from mentorkit.cli.spoken import Lang, speaking
from mentorkit.text import Message, say

_Out: TypeAlias = Annotated[Path, typer.Option(help="Into which folder; it is made when there is none.")]


def introduce(programme: Path, out: _Out, lang: Lang = None) -> None:
    """Write the introductions of all pairs, their agreements and the sheets for their first talk."""
    from mentorkit.workflows.start.introduce import introductions_of  # noqa: PLC0415 - heavy

    _write(programme, out, lang, introductions_of, say("The papers are made"))


def calendar(programme: Path, out: _Out, lang: Lang = None) -> None:
    """Write a calendar for each pair whose talks are planned, and one for the coordinator."""
    from mentorkit.documents.calendar import calendar_files  # noqa: PLC0415 - heavy

    files = partial(calendar_files, now=datetime.now(UTC))
    _write(programme, out, lang, files, say("The calendars are made"))


def _write(
    programme: Path, out: Path, asked: Any, files: Callable[..., Iterator[tuple[str, bytes]]], step: Message
) -> None:
    """Write what is made of a programme and say where; while that takes long, tell how far it is."""
    with speaking(asked) as speak:
        progress = Progress(speak)
        made = files(
            *opened_programme(programme, speak), tell=lambda done, total: progress(done, total, step)
        )
        names = write_all(out, made)
        progress.end()
    typer.echo(speak(say("Written into {folder}: {names}.", folder=str(out), names=names)))
