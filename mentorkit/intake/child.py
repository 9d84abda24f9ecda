"""Workbooks of strangers are read in a process of their own, with little memory and little time.

Whatever a workbook does to its reader, the screen of the coordinator stays open. The
process is a new one (never a copy of this one, which runs threads), sends back JSON and
cannot say anything else: its errors go nowhere.
"""

import json
import subprocess
import sys
from contextlib import suppress
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import mentorkit
from mentorkit.errors import FileRefused
from mentorkit.intake.refusals import refusal
from mentorkit.intake.sheet import Sheet
from mentorkit.intake.workbook import Workbook, read_workbook

MAX_MEMORY = 768 * 1024 * 1024
MAX_SECONDS = 30

# The room is opened without its own front door: that loads all of intake, which costs 0.4 s.
_START = """
import sys, types
if sys.argv[1] not in sys.path:
    sys.path.insert(0, sys.argv[1])
sys.modules["mentorkit.intake"] = room = types.ModuleType("mentorkit.intake")
room.__path__ = [sys.argv[1] + "/mentorkit/intake"]
from mentorkit.intake.child import main
main()
"""


def read_apart(content: bytes) -> Workbook:
    """As `read_workbook`, in a process of its own.

    Raises FileRefused also when that process needs more memory or time than any honest
    workbook does. The memory is limited where the system can do so (not on Windows).
    """
    root = str(Path(mentorkit.__file__).parent.parent)
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and nothing of the file in the command
            [sys.executable, "-I", "-c", _START, root],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=MAX_SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        answer = json.loads(done.stdout, object_hook=_thaw)
    except (subprocess.TimeoutExpired, ValueError):
        raise refusal("TOO_LARGE") from None  # what went wrong may quote the file
    if isinstance(answer, str):
        raise refusal(answer)  # type: ignore[arg-type]  # it came from `refusal` at the other side
    book: Workbook = answer
    return book


def main() -> None:
    """Reads a workbook from standard input and writes it, or the code of a refusal, as JSON."""
    _limit()
    try:
        answer = json.dumps(read_workbook(sys.stdin.buffer.read()), default=_freeze)
    except FileRefused as refused:
        answer = json.dumps(refused.code)
    except MemoryError:
        answer = json.dumps("TOO_LARGE")
    sys.stdout.write(answer)


def _limit() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


def _freeze(value: object) -> dict[str, Any]:
    """A moment or a sheet as JSON; every other cell is JSON by itself."""
    match value:
        case Workbook() | Sheet():
            return vars(value)
        case datetime():
            return {"moment": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
        case timedelta():
            return {"seconds": value.total_seconds()}
    raise TypeError


def _thaw(read: dict[str, Any]) -> object:
    match read:
        case {"moment": said}:
            return datetime.fromisoformat(said)
        case {"time": said}:
            return time.fromisoformat(said)
        case {"seconds": said}:
            return timedelta(seconds=said)
        case {"sheets": _}:
            return Workbook(**read)
    return Sheet(**read)
