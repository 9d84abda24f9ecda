"""What a request brings along for the page: which programme it is about, and the language to start in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from mentorkit.serving.asgi import App, Receive, Scope, Send
from mentorkit.text import Language


@dataclass(frozen=True)
class Visit:
    """A programme file, and the language of who looks at it as long as the address names no other."""

    programme: Path
    language: Language

    @classmethod
    def of(cls, meta: Mapping[str, Any]) -> "Visit | None":
        """The visit in what a request brought along; None when it did not come through our server."""
        if "programme" not in meta:
            return None
        return cls(Path(meta["programme"]), cast(Language, meta["language"]))


class Carries:
    """An ASGI application that gives every request its visit, as marimo's `meta`.

    It stays inside this process: no answer to the browser holds it.
    """

    def __init__(self, app: App, visit: Visit) -> None:
        self._app = app
        self._meta = {"programme": str(visit.programme), "language": visit.language}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one connection on."""
        await self._app({**scope, "meta": self._meta}, receive, send)
