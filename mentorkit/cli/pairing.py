"""The files around pairing from the command line: weights in, and the plan out."""

import contextlib
import json
import os
import tomllib
from collections.abc import Sequence
from pathlib import Path

import typer
from pydantic import TypeAdapter

from mentorkit.errors import FileRefused
from mentorkit.matching import CRITERIA
from mentorkit.model.row import Weight
from mentorkit.text import Speaker, say

_WEIGHTS = TypeAdapter(dict[str, Weight])


def read_weights(file: Path | None, speak: Speaker) -> dict[str, float]:
    """The weights in a JSON or TOML file; wrong use when a criterion or a value is unknown."""
    if file is None:
        return {}
    known = [criterion.key for criterion in CRITERIA]
    with contextlib.suppress(OSError, RecursionError, ValueError):
        text = file.read_text(encoding="utf-8")
        given = json.loads(text) if file.suffix.lower() == ".json" else tomllib.loads(text)
        weights = _WEIGHTS.validate_python(given, strict=True)
        if weights.keys() <= set(known):
            return weights
    wrong = say(
        "{file} must be a JSON or TOML file that gives criteria a weight from 0 to 100. "
        "The criteria are: {known}."
    )
    told = speak(wrong.filled(file=str(file), known=known))
    raise typer.BadParameter(told, param_hint="--weights")


def keep_apart(output: Path, inputs: Sequence[Path], *, may_replace: bool) -> None:
    """Refuse to write over a file that is being read, under whatever name, or over any other uninvited."""
    if os.path.exists(output) and any(os.path.exists(path) and output.samefile(path) for path in inputs):
        message = say(
            "{file} is one of the files with sign-ups, so the proposal is not written over it. Choose "
            "another name for the proposal.",
            file=str(output),
        )
        raise FileRefused("SAME_FILE", message)
    if os.path.lexists(output) and not may_replace:
        taken = say(
            "{file} is there already, so it was left as it is. Choose another name, or add --replace."
        )
        raise FileRefused("NOT_WRITTEN", taken.filled(file=str(output)))
