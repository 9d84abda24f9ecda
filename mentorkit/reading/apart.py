"""Files of strangers are read in a process of their own, with little memory and little time.

Whatever a file does to its reader, the screen of the coordinator stays open. The
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
from mentorkit.reading.csv import Records, read_delimited
from mentorkit.reading.refusals import Refusal, refusal
from mentorkit.reading.screen import screen
from mentorkit.reading.xlsx.sheet import RawSheet
from mentorkit.reading.xlsx.workbook import Workbook, read_workbook

MAX_MEMORY = 768 * 1024 * 1024
MAX_SECONDS = 30

_START = """
import sys
if sys.argv[1] not in sys.path:
    sys.path.insert(0, sys.argv[1])
from mentorkit.reading.apart import main
main()
"""


def read_here(name: str, content: bytes, known: frozenset[str] = frozenset()) -> Workbook | Records:
    """The sheets of a workbook or the rows of a CSV file, after a look at what kind of file it is.

    `known` are headings that help to tell how a CSV file separates its cells. Raises
    FileRefused when the file is not safe to read, too large, damaged or of another kind.
    """
    return read_workbook(content) if screen(name, content) == "workbook" else read_delimited(content, known)


def read_apart(name: str, content: bytes, known: frozenset[str] = frozenset()) -> Workbook | Records:
    """As `read_here`, in a process of its own.

    Raises FileRefused also when that process needs more memory or time than any honest
    file does. The memory is limited where the system can do so (not on Windows).
    """
    root = str(Path(mentorkit.__file__).parent.parent)
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and nothing of the file in the command
            [sys.executable, "-I", "-c", _START, root],
            input=json.dumps([name, sorted(known)]).encode() + b"\n" + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=MAX_SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        answer = json.loads(done.stdout, object_hook=_thaw)
    except (subprocess.TimeoutExpired, ValueError):
        raise refusal(Refusal.TOO_LARGE) from None  # what went wrong may quote the file
    if isinstance(answer, FileRefused):
        raise answer
    read: Workbook | Records = answer
    return read


def main() -> None:
    """Reads a name, headings and a file from standard input; writes what is in it as JSON."""
    _limit()
    try:
        name, known = json.loads(sys.stdin.buffer.readline())
        answer = json.dumps(read_here(name, sys.stdin.buffer.read(), frozenset(known)), default=_freeze)
    except FileRefused as refused:
        answer = json.dumps({"refused": refused.code, "values": list(refused.message.values.items())})
    except MemoryError:
        answer = json.dumps({"refused": "TOO_LARGE", "values": []})
    sys.stdout.write(answer)


def _limit() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


def _freeze(value: object) -> dict[str, Any]:
    """A moment or what holds cells as JSON; every other cell is JSON by itself."""
    match value:
        case Workbook() | RawSheet() | Records():
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
        case {"refused": code, "values": values}:
            return refusal(Refusal[code], **dict(values))
        case {"sheets": _}:
            return Workbook(**read)
        case {"rows": rows, "old": old}:
            return Records(rows, tuple(old))
    return RawSheet(**read)
