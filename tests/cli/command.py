"""The command: in a process of its own, as she starts it, or in this one, which has loaded everything."""

import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from mentorkit.cli import main

PROGRAM = "from mentorkit.cli import main; main()"
COMMAND = [sys.executable, "-c", PROGRAM]
NO_LANGUAGE = {"LC_ALL": "C", "LC_MESSAGES": "", "LANG": ""}
Done = subprocess.CompletedProcess[str]


def run(*arguments: str | Path, home: Path, **environment: str) -> Done:
    """Run the command in an empty home, on a computer that is not Dutch unless told so.

    It runs here, with its own words, folder, environment and streams, until it ends;
    every verb has a test that starts it in a process of its own as well.
    """
    words = ["mentorkit", *map(str, arguments)]
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with pytest.MonkeyPatch.context() as ours, chdir(home), redirect_stdout(out), redirect_stderr(err):
        ours.setattr(sys, "argv", words)
        for name, value in own_environment(home, environment).items():
            ours.setenv(name, value)
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code
    return Done(words, code, *(stream.buffer.getvalue().decode() for stream in (out, err)))


def start(*arguments: str | Path, home: Path, before: str = "", **environment: str) -> Done:
    """The same in a process of its own; `before` is Python to run first."""
    return subprocess.run(
        [sys.executable, "-c", f"{before}\n{PROGRAM}", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=home,
        env={
            **os.environ,
            "PYTHONUTF8": "1",
            "PYTHONPATH": os.getcwd(),
            **own_environment(home, environment),
        },
        timeout=120,
        check=False,
    )


def own_environment(home: Path, more: dict[str, str]) -> dict[str, str]:
    return {"HOME": str(home), **NO_LANGUAGE, **more}
