"""Any statistic of the evaluation on numbers of your own: `mentorkit stats NAME < data`."""

import json
import sys
from typing import Annotated

import typer

from mentorkit.cli.spoken import PROBLEMS_IN_DATA, Lang, speaking
from mentorkit.text import say


def stats(
    name: Annotated[str | None, typer.Argument(help="Which statistic, such as wilson.")] = None,
    values: Annotated[
        list[str] | None,
        typer.Argument(help="Inputs as name=value. Default: JSON or CSV from standard input."),
    ] = None,
    as_list: Annotated[
        bool, typer.Option("--list", help="Show every statistic with its inputs and an example.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
    lang: Lang = None,
) -> None:
    """Compute one statistic, so that a number can be checked against a paper."""
    from mentorkit.evaluation.statistics import STATISTICS  # noqa: PLC0415 - heavy
    from mentorkit.evaluation.statistics.samples import NotComputable  # noqa: PLC0415
    from mentorkit.workflows.evaluation import check_numbers  # noqa: PLC0415

    with speaking(lang) as speak:
        one = check_numbers.statistic_named(name) if name else None
        if name and one is None:
            raise typer.BadParameter(speak(check_numbers.unknown(name)), param_hint="NAME")
        if one is None or as_list:
            wanted = (one,) if one else STATISTICS
            found = check_numbers.listed_json(wanted, speak) if as_json else None
            typer.echo(json.dumps(found) if found else "\n".join(check_numbers.listed(wanted, speak)))
            return
        words = values or []
        if any("=" not in word for word in words):
            raise typer.BadParameter(speak(say("Write each input as name=value.")), param_hint="VALUES")
        try:
            checked = check_numbers.check_number(one, words, _told_here)
        except NotComputable as wrong:
            typer.echo(speak(wrong.message), err=True)
            raise typer.Exit(PROBLEMS_IN_DATA) from wrong
        typer.echo(json.dumps(checked.to_json(speak)) if as_json else "\n".join(checked.lines(speak)))


def _told_here() -> str:
    """What comes from standard input; nothing when that is a keyboard."""
    return "" if sys.stdin is None or sys.stdin.isatty() else sys.stdin.read()
