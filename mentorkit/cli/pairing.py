"""The files around pairing from the command line: weights in, the plan and the findings out."""

import json
import os
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from mentorkit.errors import FileRefused
from mentorkit.matching import CRITERIA
from mentorkit.model import Finding
from mentorkit.text import Speaker, say
from mentorkit.views.intake.findings import in_order, summed_up


def read_weights(file: Path | None, speak: Speaker) -> dict[str, float]:
    """The weights in a JSON or TOML file; wrong use when a criterion or a value is unknown."""
    if file is None:
        return {}
    known = [criterion.key for criterion in CRITERIA]
    try:
        text = file.read_text(encoding="utf-8")
        given = json.loads(text) if file.suffix.lower() == ".json" else tomllib.loads(text)
    except (OSError, ValueError):
        given = None
    if not isinstance(given, dict) or not all(
        key in known and _is_weight(value) for key, value in given.items()
    ):
        wrong = say(
            "{file} must be a JSON or TOML file that gives criteria a weight from 0 to 100. "
            "The criteria are: {known}."
        )
        told = speak(wrong.filled(file=str(file), known=known))
        raise typer.BadParameter(told, param_hint="--weights")
    return {key: float(value) for key, value in given.items()}


def _is_weight(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 100


def keep_apart(output: Path, inputs: Sequence[Path]) -> None:
    """Refuse to write over a file that is being read, under whatever name."""
    if os.path.exists(output) and any(os.path.exists(path) and output.samefile(path) for path in inputs):
        message = say(
            "{file} is one of the files with sign-ups, so the proposal is not written over it. Choose "
            "another name for the proposal.",
            file=str(output),
        )
        raise FileRefused("SAME_FILE", message)


def write(output: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    draft = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(output)
    except OSError as error:
        draft.unlink(missing_ok=True)
        message = say(
            "{file} could not be written. Check that its folder exists, that it is not open in another "
            "program and that there is room on the disk.",
            file=str(output),
        )
        raise FileRefused("NOT_WRITTEN", message) from error


def finding_lines(findings: Sequence[Finding], speak: Speaker) -> Iterator[str]:
    """The problems as lines of text, the serious ones first, in columns that line up."""
    if not findings:
        return
    heads = (say("File"), say("Row"), say("Column"), say("Value"), say("What to do"))
    rows = [tuple(map(speak, heads)), *(_cells(finding, speak) for finding in in_order(summed_up(findings)))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    yield ""
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cells(finding: Finding, speak: Speaker) -> tuple[str, ...]:
    row = "" if finding.row is None else str(finding.row)
    texts = (finding.file, row, finding.column or "", finding.value or "", speak(finding.message))
    return tuple(map(printable, texts))


def printable(text: str) -> str:
    """A text on one line; signs that steer a terminal become a question mark."""
    return "".join(sign if sign.isprintable() else "?" for sign in " ".join(text.split()))
