"""The question library from the command line: as a text for a form, or as an empty workbook."""

from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from mentorkit.cli.own import write_new
from mentorkit.cli.spoken import Lang, speaking
from mentorkit.text import say

_Role = Literal["mentor", "mentee"]


def questions(
    role: Annotated[_Role | None, typer.Option(help="Whose questions. Default: of both.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write an empty workbook to this Excel file.")
    ] = None,
    lang: Lang = None,
) -> None:
    """Print the questions for a sign-up form, or write an empty workbook for sign-ups."""
    from mentorkit.workflows.intake.questions import sign_up_text, sign_up_workbook  # noqa: PLC0415 - heavy

    with speaking(lang) as speak:
        if output is not None:
            write_new(output, sign_up_workbook(speak, role))
            typer.echo(speak(say("The empty workbook is in {file}.", file=str(output))))
            return
    texts = [sign_up_text(one, speak) for one in get_args(_Role) if role in (None, one)]
    typer.echo("\n\n".join(texts), nl=False)
