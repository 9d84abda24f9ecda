"""The command line: start the workbook, look around in sample data, or pair two files at once."""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

from mentorkit import __version__
from mentorkit.cli.care import access, backup, doctor, erase_one, restore, verify
from mentorkit.cli.evaluate import evaluate
from mentorkit.cli.follow import log, week
from mentorkit.cli.own import opened_programme, present, write_new
from mentorkit.cli.questions import questions
from mentorkit.cli.share import share_file
from mentorkit.cli.shortcut import shortcut
from mentorkit.cli.spoken import (
    PROBLEMS_IN_DATA,
    REFUSED,
    UNEXPECTED,
    Lang,
    at_the_edge,
    make_streams_ready,
    speaking,
)
from mentorkit.cli.start import calendar, introduce
from mentorkit.cli.stats import stats
from mentorkit.cli.wording import asked_language, run
from mentorkit.errors import FileRefused
from mentorkit.text import Speaker, say, speaker
from mentorkit.text.language import who_is_here

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

_NoBrowser: TypeAlias = Annotated[
    bool, typer.Option("--no-browser", help="Print the address; do not open a browser.")
]
_Port: TypeAlias = Annotated[
    int | None, typer.Option("--port", min=1, max=65535, help="Default: that of the programme.")
]
_Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]


def main() -> None:
    """Run the command line; without a command, open the workbook in the browser.

    Exit codes: 0 done, 1 problems in the data, 2 wrong use, 3 file refused, 70 an error
    in mentorkit itself, which shows in full when MENTORKIT_DEBUG is set.
    """
    make_streams_ready()
    speak = speaker(asked_language(sys.argv[1:]))
    try:
        run(app, speak)
    except Exception as error:  # noqa: BLE001 - the outer edge: she gets a sentence, never a traceback
        if os.environ.get("MENTORKIT_DEBUG"):
            raise
        edge = at_the_edge(error)
        sentence = edge or say(
            "Something went wrong inside mentorkit ({kind}). What was saved before is still saved. "
            "Set MENTORKIT_DEBUG=1 and try again to see the details for a report.",
            kind=type(error).__name__,
        )
        typer.echo(speak(sentence), err=True)
        raise SystemExit(REFUSED if edge else UNEXPECTED) from None


def _show_version(is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"mentorkit {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _start(
    ctx: typer.Context,
    lang: Lang = None,
    no_browser: _NoBrowser = False,
    port: _Port = None,
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_show_version)] = False,
) -> None:
    """Open your own programme in the browser. Everything stays on this computer."""
    if ctx.invoked_subcommand is not None:
        # Before or after the name of a command, an option means the same.
        ctx.default_map = {ctx.invoked_subcommand: {"lang": lang, "no_browser": no_browser, "port": port}}
        return
    from mentorkit.workflows.own import own_programme

    with speaking(lang) as speak:
        _serve(own_programme(speak, who_is_here(speak)), speak, no_browser, port)


@app.command()
def demo(
    lang: Lang = None,
    no_browser: _NoBrowser = False,
    port: _Port = None,
    under_way: Annotated[
        bool, typer.Option("--under-way", help="With pairs that began six weeks ago.")
    ] = False,
    year: Annotated[bool, typer.Option("--year", help="With pairs that began a year ago.")] = False,
) -> None:
    """Look around in a made-up programme. Nothing you do there is kept."""
    from mentorkit.workflows.made_up import made_up_programme

    with speaking(lang) as speak:
        programme = made_up_programme(speak.language, 52 if year else 6 if under_way else 0)
        typer.echo(speak(say("Sample data: everyone in it is made up, and what you change is not kept.")))
        _serve(programme, speak, no_browser, port)


@app.command("open")
def open_file(file: Path, lang: Lang = None, no_browser: _NoBrowser = False, port: _Port = None) -> None:
    """Open one programme file in the browser."""
    with speaking(lang) as speak:
        _serve(present(file), speak, no_browser, port)


@app.command()
def pair(
    files: Annotated[tuple[Path, Path], typer.Argument(metavar="MENTORS MENTEES")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write the proposal to this Excel file.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Also when that file is there already.")] = False,
    as_json: _Json = False,
    weights: Annotated[Path | None, typer.Option(help="JSON or TOML file: criterion = 0 to 100.")] = None,
    lang: Lang = None,
) -> None:
    """Pair the people of two sign-up files."""
    from mentorkit.cli.pairing import keep_apart, read_weights
    from mentorkit.cli.progress import watched
    from mentorkit.views.intake.findings import finding_lines
    from mentorkit.workflows.pairing.pair_files import pair_files

    with speaking(lang) as speak:
        if output is not None:
            keep_apart(output, files, may_replace=replace)
        with watched(speak) as watch:
            result = pair_files(*files, read_weights(weights, speak), watch)
        if output is not None:
            write_new(output, result.workbook(speak), may_replace=replace)
    if as_json:
        typer.echo(json.dumps(result.to_json(speak)))
    else:
        typer.echo(result.summary(speak))
        for line in finding_lines(result.findings, speak):
            typer.echo(line)
    if any(finding.severity == "error" for finding in result.findings):
        raise typer.Exit(PROBLEMS_IN_DATA)


@app.command("import")
def import_files(
    files: list[Path],
    programme: Annotated[
        Path | None, typer.Option(help="Import the sign-ups into this programme. Default: only look.")
    ] = None,
    role: Annotated[
        Literal["mentor", "mentee", "hr"] | None,
        typer.Option(help="Whose answers the files hold, where they do not tell."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only look; write nothing.")] = False,
    as_json: _Json = False,
    lang: Lang = None,
) -> None:
    """Look at files with sign-ups, and import them into a programme."""
    from mentorkit.cli.intake import look, read_files, show, take_in
    from mentorkit.cli.progress import Progress

    with speaking(lang) as speak:
        progress, author = Progress(speak), None if dry_run else who_is_here(speak)
        if programme is not None:
            from mentorkit.cli.returned import came_back, take_in_workbook

            if came_back(files):
                raise typer.Exit(take_in_workbook(files, present(programme), author, speak, as_json=as_json))
        found = read_files(files, progress)
        if programme is None:
            looked = look(found, role, progress)
        else:
            looked = take_in(programme, found, role, author, progress)
        progress.end()
    show(looked, speak.of(looked.terms), as_json=as_json)
    raise typer.Exit(looked.exit_code)


@app.command()
def export(programme: Path, output: Path, lang: Lang = None) -> None:
    """Write a whole programme as an Excel workbook, to edit and to import again."""
    from mentorkit.workflows.intake.programme_workbook import export_programme

    with speaking(lang) as speak:
        write_new(output, export_programme(*opened_programme(programme, speak), datetime.now(UTC)))


@app.command()
def solve(instance: Path, as_json: _Json = False, lang: Lang = None) -> None:
    """Solve a bare matching problem: scores and places as JSON, without people."""
    from mentorkit.cli.progress import watched
    from mentorkit.workflows.pairing.bare_problem import BareProblem

    with speaking(lang) as speak:
        finding = BareProblem.read(present(instance).read_text(encoding="utf-8-sig", errors="replace"))
        with watched(speak) as watch:
            answer = finding.answer(watch)
    if as_json:
        typer.echo(json.dumps(answer))
        return
    n, left, total = len(answer["assignment"]), len(answer["unplaced"]), answer["total"]
    typer.echo(speak(say("{placed} of {all} placed, total {total}.", placed=n - left, all=n, total=total)))
    if not answer["proven"]:
        typer.echo(speak(say("Stopped early: up to {gap} could still be won.", gap=answer["gap"])))


@app.command()
def bench(
    size: Annotated[list[str] | None, typer.Option(help="MENTEESxMENTORSxPLACES; may be repeated.")] = None,
    lang: Lang = None,
) -> None:
    """Measure how fast the solver is here, next to bare scipy in the same run."""
    from mentorkit.cli.bench import beside_scipy

    with speaking(lang) as speak:
        for one in size or ["500x500x1", "500x177x3", "2000x707x3"]:
            typer.echo(speak(beside_scipy(one, speak)))


app.command()(introduce)
app.command()(calendar)
app.command()(week)
app.command()(evaluate)
app.command()(log)
app.command()(backup)
app.command()(restore)
app.command()(doctor)
app.command()(access)
app.command()(verify)
app.command("erase")(erase_one)
app.command()(questions)
app.command("share")(share_file)
app.command()(shortcut)
app.command()(stats)


def _serve(programme: Path, speak: Speaker, no_browser: bool, port: int | None) -> None:
    """Show a programme that can be opened; one that cannot be is refused before there is a server."""
    from mentorkit.serving.serve import serve
    from mentorkit.serving.shelf import Directory
    from mentorkit.serving.visit import Visit
    from mentorkit.store import name_in
    from mentorkit.workflows.own import find_programme
    from mentorkit.workflows.set_up import back_up

    _try(programme, speak)

    def announce(address: str) -> None:
        typer.echo(speak(say("Open this address in your browser. It is only for you, on this computer:")))
        typer.echo(address)
        typer.echo(speak(say("Leave this window open while you work. Press Ctrl+C in it to stop.")))

    opened = {programme}

    def find(place: str) -> Path | None:
        file = find_programme(speak, who_is_here(speak), place)
        opened.update([file] if file else [])
        return file

    visit, directory = Visit(programme, speak.language), Directory(find, name_in)
    try:
        serve(visit, port=port, open_browser=not no_browser, announce=announce, directory=directory)
    finally:
        back_up(opened)


def _try(programme: Path, speak: Speaker) -> None:
    """Refuse a programme that cannot be opened, unless the page can put a backup back."""
    from mentorkit.workflows.restore import can_be_put_back
    from mentorkit.workflows.set_up import open_programme

    try:
        open_programme(programme)
    except FileRefused as refusal:
        if not can_be_put_back(refusal.code, programme):
            raise
        typer.echo(speak(refusal.message), err=True)
