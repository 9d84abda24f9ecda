"""The command line: start the workbook, look around in sample data, or pair two files at once."""

import getpass
import json
import locale
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeAlias

import platformdirs
import typer

from mentorkit import __version__
from mentorkit.errors import FileRefused, MentorkitError
from mentorkit.text import Language, Message, Speaker, say, speaker

_PROBLEMS_IN_DATA, _REFUSED, _UNEXPECTED = 1, 3, 70

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

_Lang: TypeAlias = Annotated[
    Language | None,
    typer.Option(
        "--lang", envvar="MENTORKIT_LANG", help="Language: nl or en. Default: that of this computer."
    ),
]
_NoBrowser: TypeAlias = Annotated[
    bool, typer.Option("--no-browser", help="Print the address; do not open a browser.")
]
_Port: TypeAlias = Annotated[
    int | None, typer.Option("--port", min=1, max=65535, help="Default: a free one.")
]


def main() -> None:
    """Run the command line; without a command, open the workbook in the browser.

    Exit codes: 0 done, 1 problems in the data, 2 wrong use, 3 file refused, 70 an error
    in mentorkit itself, which shows in full when MENTORKIT_DEBUG is set.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except Exception as error:  # noqa: BLE001 - the outer edge: she gets a sentence, never a traceback
        if os.environ.get("MENTORKIT_DEBUG"):
            raise
        spoken = speaker(_language(None))
        typer.echo(spoken(_unexpected(error)), err=True)
        raise SystemExit(_UNEXPECTED) from None


def _show_version(is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"mentorkit {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _start(
    ctx: typer.Context,
    lang: _Lang = None,
    no_browser: _NoBrowser = False,
    port: _Port = None,
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_show_version)] = False,
) -> None:
    """Open your own programme in the browser. Everything stays on this computer."""
    if ctx.invoked_subcommand is not None:
        # Before or after the name of a command, an option means the same.
        ctx.default_map = {ctx.invoked_subcommand: {"lang": lang, "no_browser": no_browser, "port": port}}
        return
    language = _language(lang)
    with _refusing(speaker(language)):
        programme = own_programme(language)
        _serve(programme, language, no_browser, port)


@app.command()
def demo(lang: _Lang = None, no_browser: _NoBrowser = False, port: _Port = None) -> None:
    """Look around in a made-up programme. Nothing you do there is kept."""
    from mentorkit.workflows.set_up import sample_programme

    language = _language(lang)
    spoken = speaker(language)
    with (
        _refusing(spoken),
        tempfile.TemporaryDirectory(prefix="mentorkit-", ignore_cleanup_errors=True) as folder,
    ):
        programme = Path(folder) / "demo.mentorkit"
        sample_programme(programme, language)
        typer.echo(spoken(say("Sample data: everyone in it is made up, and what you change is not kept.")))
        _serve(programme, language, no_browser, port)


@app.command("open")
def open_file(file: Path, lang: _Lang = None, no_browser: _NoBrowser = False, port: _Port = None) -> None:
    """Open one programme file in the browser."""
    language = _language(lang)
    with _refusing(speaker(language)):
        if not file.is_file():
            raise FileRefused("MISSING", _missing(file))
        _serve(file, language, no_browser, port)


@app.command()
def pair(
    mentors: Path,
    mentees: Path,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write the plan to this Excel file.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
    weights: Annotated[Path | None, typer.Option(help="JSON or TOML file: criterion = 0 to 100.")] = None,
    lang: _Lang = None,
) -> None:
    """Pair the people of two sign-up files."""
    from mentorkit.cli.pairing import keep_apart, problem_lines, read_weights, write
    from mentorkit.cli.progress import watched
    from mentorkit.workflows.pair_files import pair_files

    spoken = speaker(_language(lang))
    with _refusing(spoken):
        if output is not None:
            keep_apart(output, (mentors, mentees))
        with watched(spoken) as watch:
            result = pair_files(mentors, mentees, read_weights(weights, spoken), watch)
        if output is not None:
            write(output, result.workbook(spoken))
    if as_json:
        typer.echo(json.dumps(result.to_json(spoken)))
    else:
        typer.echo(result.summary(spoken))
        for line in problem_lines(result.problems, spoken):
            typer.echo(line)
    if any(problem.severity == "error" for problem in result.problems):
        raise typer.Exit(_PROBLEMS_IN_DATA)


@app.command()
def solve(
    instance: Path,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
    lang: _Lang = None,
) -> None:
    """Solve a bare matching problem: scores and places as JSON, without people."""
    from mentorkit.cli.progress import watched
    from mentorkit.workflows.bare_problem import BareProblem

    spoken = speaker(_language(lang))
    with _refusing(spoken):
        if not instance.is_file():
            raise FileRefused("MISSING", _missing(instance))
        problem = BareProblem.read(instance.read_text(encoding="utf-8", errors="replace"))
        with watched(spoken) as watch:
            answer = problem.answer(watch)
    if as_json:
        typer.echo(json.dumps(answer))
        return
    placed = len(answer["assignment"]) - len(answer["unplaced"])
    line = say(
        "{placed} of {all} placed, total {total}.",
        placed=placed,
        all=len(answer["assignment"]),
        total=answer["total"],
    )
    typer.echo(spoken(line))
    if not answer["proven"]:
        typer.echo(spoken(say("Stopped early: up to {gap} could still be won.", gap=answer["gap"])))


@app.command()
def bench(
    size: Annotated[
        list[str] | None, typer.Option(help="MENTEESxMENTORSxPLACES for the large solver; may be repeated.")
    ] = None,
    peers: Annotated[bool, typer.Option("--peers", help="Compare with other tools installed here.")] = False,
    large: Annotated[bool, typer.Option("--large", help="Also 10,000 x 10,000: some minutes.")] = False,
    huge: Annotated[bool, typer.Option("--huge", help="Also 100,000 x 35,000; Ctrl+C ends it.")] = False,
    lang: _Lang = None,
) -> None:
    """Measure how fast the solvers are here, next to bare scipy in the same run."""
    from mentorkit.cli.bench import Extras, show

    spoken = speaker(_language(lang))
    show(size or ["2000x707x3"], Extras(large, huge, peers), spoken)


def own_programme(language: Language) -> Path:
    """Her own programme file: the newest one in her folder, or a new one when there is none.

    The folder is what the environment variable MENTORKIT_HOME names, otherwise the folder
    mentorkit among her documents. Raises FileRefused when it cannot be made.
    """
    from mentorkit.workflows.set_up import new_programme

    home = os.environ.get("MENTORKIT_HOME")
    folder = Path(home) if home else platformdirs.user_documents_path() / "mentorkit"
    files = sorted(folder.glob("*.mentorkit"), key=lambda file: file.stat().st_mtime)
    if files:
        return files[-1]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileRefused("NO_FOLDER", _no_folder(folder)) from error
    spoken = speaker(language)
    path = folder / f"{spoken(say('my programme'))}.mentorkit"
    new_programme(path, spoken(say("My mentoring programme")), language, _who(spoken))
    return path


def _who(spoken: Speaker) -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # this computer gives its user no name
        return spoken(say("coordinator"))


def _serve(programme: Path, language: Language, no_browser: bool, port: int | None) -> None:
    from mentorkit.ui.serve import serve

    spoken = speaker(language)

    def announce(address: str) -> None:
        typer.echo(spoken(say("Open this address in your browser. It is only for you, on this computer:")))
        typer.echo(address)
        typer.echo(spoken(say("Press Ctrl+C in this window to stop.")))

    serve(programme, language, port=port, open_browser=not no_browser, announce=announce)


def _language(chosen: Language | None) -> Language:
    """The language asked for, otherwise Dutch on a Dutch computer and English elsewhere."""
    if chosen is not None:
        return chosen
    names = (os.environ.get(name) for name in ("MENTORKIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    system = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return "nl" if system.casefold().startswith(("nl", "dutch")) else "en"


@contextmanager
def _refusing(spoken: Speaker) -> Iterator[None]:
    """Turn a refusal into its sentence and its exit code."""
    try:
        yield
    except MentorkitError as refusal:
        typer.echo(spoken(refusal.message), err=True)
        raise typer.Exit(_REFUSED) from refusal


def _missing(file: Path) -> Message:
    return say("There is no file {file}. Check its name and its folder.", file=str(file))


def _no_folder(folder: Path) -> Message:
    return say(
        "The folder {folder} for your programmes cannot be made. Name another folder in the environment "
        "variable MENTORKIT_HOME, or open a file with: mentorkit open FILE.",
        folder=str(folder),
    )


def _unexpected(error: Exception) -> Message:
    return say(
        "Something went wrong inside mentorkit ({kind}). What was saved before is still saved. "
        "Set MENTORKIT_DEBUG=1 and try again to see the details for a report.",
        kind=type(error).__name__,
    )
