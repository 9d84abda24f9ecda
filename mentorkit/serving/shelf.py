"""Several programmes in one server, each at a place of its own and opened when it is first asked for."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from mentorkit.serving.asgi import App, Receive, Scope, Send, hang_up, location, reply
from mentorkit.serving.visit import shelf_place, split_place


@dataclass(frozen=True)
class Directory:
    """What is known of the programmes here: which file stands at a place (None: none does), and its name."""

    find: Callable[[str], Path | None] = lambda place: None
    name_of: Callable[[Path], str] = lambda file: file.stem


ALONE = Directory()
"""No programme beside the first one."""


class Shelf:
    """An ASGI application that passes each connection on to the programme its address names.

    The `first` programme has no place in its address. `make` gives the application of a
    programme at a place. A programme has one place only: another name for it leads there, and
    what is nowhere leads to the first one.
    """

    def __init__(self, first: Path, make: Callable[[Path, str], App], directory: Directory) -> None:
        self._first, self._make, self._directory = first.resolve(), make, directory
        self._apps = {"": make(first, "")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one connection on, or tell the browser where to go."""
        asked, rest = split_place(scope.get("path", ""))
        place = asked if asked in self._apps else await self._opened(asked)
        if place == asked and rest:
            await self._apps[place](scope, receive, send)
        else:
            await _lead_to(place, rest, scope, send)

    async def _opened(self, asked: str) -> str:
        """The place at which a programme now stands open."""
        file = await asyncio.to_thread(self._directory.find, asked)
        if file is None or file.resolve() == self._first:
            return ""
        place = shelf_place(file)
        self._apps[place] = self._apps.get(place) or self._make(file, place)
        return place


async def _lead_to(place: str, rest: str, scope: Scope, send: Send) -> None:
    if scope["type"] == "websocket":
        await hang_up(send)
        return
    query = scope["query_string"].decode("latin-1")
    await reply(send, HTTPStatus.SEE_OTHER, [location(place, rest, query)])
