"""The table of `mentorkit bench`: times as ratios to bare scipy in the same run."""

from collections.abc import Sequence
from dataclasses import dataclass

import typer

from mentorkit.cli.measured import HUGE, LARGE, Row, Size, huge, rows
from mentorkit.cli.progress import Progress
from mentorkit.text import Speaker, say


@dataclass(frozen=True)
class Extras:
    """What is measured beside the usual: minutes of work, or tools that are not ours."""

    is_large: bool
    is_huge: bool
    has_peers: bool


def show(sizes: Sequence[str], extras: Extras, speak: Speaker) -> None:
    """Measure and print, line by line; sizes are written MENTEESxMENTORSxPLACES."""
    chosen = [_size(size, speak) for size in sizes] + [LARGE] * extras.is_large
    typer.echo(speak(say("Time in milliseconds: mentorkit, bare scipy, and mentorkit as a share of scipy.")))
    for row in rows(chosen):
        typer.echo(_line(row, speak))
    if extras.is_huge:
        typer.echo(speak(huge(HUGE, Progress(speak))))
    if extras.has_peers:
        from mentorkit.cli.peers import compared  # noqa: PLC0415 - only she who compares needs them

        for told in compared():
            typer.echo(speak(told))


def _line(row: Row, speak: Speaker) -> str:
    return f"{speak(row.what):<66} {row.ours:>10.1f} {row.scipy:>10.1f} {row.ratio:>7.2f}"


def _size(text: str, speak: Speaker) -> Size:
    """Three whole numbers of 1 or more; wrong use when they are not."""
    try:
        mentees, mentors, places = (int(part) for part in text.split("x"))
    except ValueError:
        mentees = mentors = places = 0
    if min(mentees, mentors, places) < 1:
        wrong = say("Write a size as MENTEESxMENTORSxPLACES, for instance 2000x707x3, not {size}.", size=text)
        raise typer.BadParameter(speak(wrong), param_hint="--size")
    return mentees, mentors, places
