"""What a round brought, from the command line: the four answers, or the report for the board."""

import json
from pathlib import Path
from typing import Annotated

import typer

from mentorkit.cli.own import opened_programme, today_here, write_new
from mentorkit.cli.spoken import Lang, speaking


def evaluate(
    programme: Path,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Write the report for the board to this .html or .docx file."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
    lang: Lang = None,
) -> None:
    """Print what a round brought, with intervals; or write the report for the board."""
    from mentorkit.workflows.evaluation import to_the_board as told  # noqa: PLC0415 - heavy
    from mentorkit.workflows.evaluation.answered import evaluation_of  # noqa: PLC0415 - heavy
    from mentorkit.workflows.evaluation.costs import round_costs  # noqa: PLC0415 - heavy

    with speaking(lang) as spoken:
        snapshot, speak = opened_programme(programme, spoken)
        today = today_here()
        found = evaluation_of(snapshot, today)
        costs = round_costs(snapshot, found, today)
        if output is not None:
            made = told.board_document if output.suffix == ".docx" else told.board_page
            write_new(output, made(snapshot, found, today, speak))
    if as_json:
        typer.echo(json.dumps(told.evaluation_json(found, costs, speak), ensure_ascii=False))
    else:
        typer.echo("\n".join(map(speak, told.board_lines(found, costs))))
