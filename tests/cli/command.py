"""The command, run as she runs it: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = "from mentorkit.cli import main; main()"
COMMAND = [sys.executable, "-c", PROGRAM]
NO_LANGUAGE = {"LC_ALL": "C", "LC_MESSAGES": "", "LANG": ""}


def run(
    *arguments: str | Path, home: Path, before: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in an empty home, on a computer that is not Dutch unless told so.

    `before` is Python to run first.
    """
    own = {"HOME": str(home), "PYTHONPATH": os.getcwd(), **NO_LANGUAGE, **environment}
    return subprocess.run(
        [sys.executable, "-c", f"{before}\n{PROGRAM}", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=home,
        env={**os.environ, "PYTHONUTF8": "1", **own},
        timeout=120,
        check=False,
    )
