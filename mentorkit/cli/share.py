"""One file for each kind of reader, from the command line."""

from functools import partial
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mentorkit.cli.own import today_here, write_new
from mentorkit.cli.progress import Progress
from mentorkit.cli.spoken import Lang, speaking
from mentorkit.text import say
from mentorkit.text.language import who_is_here

if TYPE_CHECKING:
    from mentorkit.frames import Snapshot
    from mentorkit.model import Changes

# fmt: off
Reader = Literal[
    "board", "works_council", "sponsor", "mentor", "mentee", "line_manager", "successor", "demo",
]
# fmt: on
"""The readers that `model.shared` knows; the model itself would load pydantic for `--version` too."""


def share_file(
    programme: Path,
    audience: Annotated[Reader, typer.Option(help="For whom.")],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help="Write this .html or .json file; a .zip for all pairs."),
    ],
    lang: Lang = None,
) -> None:
    """Write a file for one kind of reader, with only what is theirs; it opens without mentorkit."""
    from mentorkit.cli.into import into  # noqa: PLC0415 - heavy
    from mentorkit.workflows.sharing import share as shared  # noqa: PLC0415 - heavy

    with speaking(lang) as speak:
        progress = Progress(speak)
        by = shared.Sharing(who_is_here(speak), today_here())
        tell = partial(_tell, progress)

        def decide(snapshot: "Snapshot") -> "tuple[None, Changes]":
            content, changes = shared.made_to_share(
                snapshot, audience, by, SystemRandom(), tell, as_json=output.suffix == ".json"
            )
            write_new(output, content)
            return None, changes

        into(programme, by.author, decide)
        progress.end()
    written = say("Written: {file}. It is noted in the programme that it was shared.", file=str(output))
    typer.echo(speak(written))


def _tell(progress: Progress, done: int, total: int) -> None:
    progress(done, total, say("The files are made"))
