"""Pairs under way from the command line: whom to call this week, and a list of talks taken in."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from mentorkit.cli.own import opened_programme, present, today_here
from mentorkit.cli.spoken import PROBLEMS_IN_DATA, Lang, speaking
from mentorkit.text import Message, Speaker, say_count
from mentorkit.text.language import who_is_here

if TYPE_CHECKING:
    from mentorkit.documents.calendar_witness import LoggedTalks
    from mentorkit.frames import Snapshot
    from mentorkit.model import Changes
    from mentorkit.progress.this_week import Call
    from mentorkit.views.start.two import Two

_Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]


def week(
    programme: Path,
    hours: Annotated[float, typer.Option(min=0, max=40, help="Hours for calls this week.")] = 4.0,
    as_json: _Json = False,
    lang: Lang = None,
) -> None:
    """Print whom to call this week, why, and what to say; as many as fit into the hours."""
    from mentorkit.progress.known import known_pairs  # noqa: PLC0415 - heavy
    from mentorkit.progress.this_week import calls, calls_that_fit  # noqa: PLC0415 - heavy
    from mentorkit.views.progress.week import week_lines  # noqa: PLC0415 - heavy
    from mentorkit.views.start.two import pairs_at_start  # noqa: PLC0415 - heavy

    with speaking(lang) as spoken:
        snapshot, speak = opened_programme(programme, spoken)
        pairs = known_pairs(snapshot, today_here())
        twos = {two.pair.id: two for two in pairs_at_start(snapshot)}
        wanted = calls(pairs)
        listed = calls_that_fit(wanted, hours)
    if as_json:
        told = [_as_json(call, twos[call.known.pair.id], speak) for call in listed]
        typer.echo(json.dumps({"wanted": len(wanted), "calls": told}, ensure_ascii=False))
        return
    for line in week_lines(pairs, wanted, hours):
        typer.echo(speak(line))
    for call in listed:
        typer.echo("\n".join(["", *_lines(call, twos[call.known.pair.id], speak)]))


def log(programme: Path, file: Path, lang: Lang = None) -> None:
    """Take a list of talks into a programme: a workbook, a table, or a calendar (.ics)."""
    from mentorkit.cli.into import into  # noqa: PLC0415 - heavy
    from mentorkit.documents.talk_log import read_log  # noqa: PLC0415 - heavy
    from mentorkit.views.intake.findings import finding_lines  # noqa: PLC0415 - heavy
    from mentorkit.workflows.progress.log import log_talks  # noqa: PLC0415 - heavy

    with speaking(lang) as spoken:
        content = present(file).read_bytes()

        def read(snapshot: "Snapshot") -> tuple[tuple["LoggedTalks", "Changes"], "Changes"]:
            found = read_log(snapshot, file.name, content, today_here())
            changes = log_talks(snapshot, found)
            return (found, changes), changes

        (found, changes), snapshot = into(programme, who_is_here(spoken), read)
        speak = spoken.of(snapshot.programme.terms)
    new = len(changes.items)
    typer.echo(speak(say_count("{n} talk read.", "{n} talks read.", len(found.talks))))
    typer.echo(speak(say_count("{n} of them is new or changed.", "{n} of them are new or changed.", new)))
    for line in finding_lines(found.findings, speak):
        typer.echo(line)
    if any(finding.severity == "error" for finding in found.findings):
        raise typer.Exit(PROBLEMS_IN_DATA)


def _lines(call: "Call", two: "Two", speak: Speaker) -> Iterator[str]:
    from mentorkit.views.progress.week import reasons, to_say  # noqa: PLC0415 - heavy

    yield two.called
    yield from (f"  {speak(message)}" for message, _ in reasons(call))
    yield f"  {speak(to_say(call, two.first))}"


def _as_json(call: "Call", two: "Two", speak: Speaker) -> dict[str, object]:
    from mentorkit.views.progress.week import reasons, to_say  # noqa: PLC0415 - heavy

    why: list[tuple[Message, bool]] = reasons(call)
    return {
        "pair": call.known.pair.id,
        "mentee": two.names["mentee"],
        "mentor": two.names["mentor"],
        "side": call.side,
        "reason": call.reason,
        "is_urgent": any(is_red for _, is_red in why),
        "why": [speak(message) for message, _ in why],
        "say": speak(to_say(call, two.first)),
    }
