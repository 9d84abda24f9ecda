"""A programme as a workbook, from the command line."""

from datetime import UTC, datetime
from pathlib import Path

from mentorkit.cli.own import present
from mentorkit.cli.questions import write_new
from mentorkit.store import Store
from mentorkit.text import Speaker
from mentorkit.workflows.intake.programme_workbook import export_programme


def export(programme: Path, out: Path, speak: Speaker) -> None:
    """Write the whole programme as a new workbook.

    Raises FileRefused when the programme cannot be opened, its names are hidden, or `out` exists
    or cannot be written.
    """
    now = datetime.now(UTC)
    with Store.open(present(programme), now=now) as opened:
        content = export_programme(opened.load(), speak, now)
    write_new(out, content)
