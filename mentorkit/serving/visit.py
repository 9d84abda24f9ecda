"""What a request brings along for the page: a programme, its place, and the language to start in."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from mentorkit.serving.asgi import App, Receive, Scope, Send
from mentorkit.text import Language

OWN, SAMPLE = "/p/own", "/p/sample"
"""Where the coordinator's own programme stands, and the made-up one."""

_PLACE = re.compile(r"(/p/\w+)?(/.*|)", re.DOTALL)


def file_code(file: Path) -> str:
    """What stands for a programme file on this computer, without a word of its path; in hexadecimals."""
    return hashlib.sha256(str(file.resolve()).encode()).hexdigest()


def shelf_place(file: Path) -> str:
    """Where a programme stands on every server of this computer, without a word of its path.

    >>> shelf_place(Path("/a.mentorkit"))
    '/p/d30cb7799a8c'
    """
    return f"/p/{file_code(file)[:12]}"


def split_place(path: str) -> tuple[str, str]:
    """The place of a programme in an address, empty for the first one, and what is asked of it.

    >>> split_place("/p/sample/pairing/"), split_place("/pairing/")
    (('/p/sample', '/pairing/'), ('', '/pairing/'))
    """
    found = _PLACE.fullmatch(path)
    return (found[1] or "", found[2]) if found else ("", path)


@dataclass(frozen=True)
class Visit:
    """A programme file, the language of who looks at it as long as the address names no other, and its place.

    The addresses of all its pages begin with `place`.
    """

    programme: Path
    language: Language
    place: str = ""

    @classmethod
    def of(cls, meta: Mapping[str, Any]) -> "Visit | None":
        """The visit in what a request brought along; None when it did not come through our server."""
        if "programme" not in meta:
            return None
        return cls(Path(meta["programme"]), cast(Language, meta["language"]), meta["place"])


def carrying(app: App, visit: Visit) -> App:
    """The application, to which every request brings its visit, as marimo's `meta`.

    It stays inside this process: no answer to the browser holds it.
    """
    meta = asdict(visit) | {"programme": str(visit.programme)}

    async def carried(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "meta": meta}, receive, send)

    return carried
