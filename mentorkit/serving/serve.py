"""The workbook in the browser: served to this computer only, always behind the guard."""

import asyncio
import contextlib
import gc
import logging
import mimetypes
import os
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any

import marimo
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from mentorkit.errors import MentorkitError
from mentorkit.serving import Guard
from mentorkit.serving.asgi import App, Receive, Scope, Send
from mentorkit.serving.keys import Keys, port_of
from mentorkit.serving.shelf import ALONE, Directory, Shelf
from mentorkit.serving.shell import Shell, alive
from mentorkit.serving.visit import Visit, carrying
from mentorkit.shipped import shipped
from mentorkit.text import say

_HOST = "127.0.0.1"
_FIRST_PAGE = "programme"
_FOR_ANALYSTS = "explore.py"
_SECONDS_TO_STOP = 1
SECONDS_TO_ASK = 10
"""Whoever connects asks within this time: an open connection that asks nothing costs memory."""


def build_app(
    first: Visit, *, port: int, keys: Keys, notebooks: Path | None = None, directory: Directory = ALONE
) -> App:
    """The guarded application: every notebook of the folder, that of the programme first.

    It shows the programme of the `first` visit, and each one that the `directory` finds for an address.
    Every request brings the notebooks its programme file and language, see `Visit`.
    """
    _keep_no_log()
    _name_file_types()
    mounts = _mounts(notebooks or shipped("notebooks"))
    mounted: list[Any] = []
    files: dict[str, Path] = {}
    shell = Shell(first.language, lambda place: directory.name_of(files[place]))

    def open_at(file: Path, place: str) -> App:
        files[place] = file
        visit = replace(first, programme=file.resolve(), place=place)
        return alive(carrying(_mounted(mounts, place, mounted), visit), visit, shell)

    app = _ending_sessions(Shelf(first.programme, open_at, directory), mounted)
    pages = [f"{path.rstrip('/')}/" for path in mounts]
    return Guard(app, port=port, keys=keys, shell=shell, pages=pages)


def _mounted(mounts: Mapping[str, Path], place: str, mounted: list[Any]) -> App:
    """The notebooks of a programme, which are added to those that are mounted."""
    builder = marimo.create_asgi_app(quiet=True, include_code=False, show_tracebacks=False)

    def remember(app: App) -> App:
        mounted.append(app)
        return app

    for path, notebook in mounts.items():
        at = f"{place}{path}".rstrip("/") or "/"
        builder = builder.with_app(path=at, root=str(notebook), middleware=[remember])
    return builder.build()


def serve(
    visit: Visit,
    *,
    port: int | None,
    open_browser: bool,
    announce: Callable[[str], None],
    notebooks: Path | None = None,
    directory: Directory = ALONE,
) -> None:
    """Serve a programme to the coordinator's own browser until Ctrl-C stops it.

    `announce` gets the address with its token once, when the server answers. Without a
    `port` the programme keeps its own as long as that is free, so that a page that is still
    open, or kept by the browser, is found again; without `notebooks` those of mentorkit are
    shown; other programmes are those of the `directory`. Raises MentorkitError when the port is taken.
    """
    with _listening(visit.programme, port) as listener, _without_tracebacks():
        own_port, keys = listener.getsockname()[1], Keys.of(visit.programme, datetime.now(UTC))
        app = build_app(visit, port=own_port, keys=keys, notebooks=notebooks, directory=directory)
        address = f"http://{_HOST}:{own_port}/?token={keys.current}"

        def ready() -> None:
            announce(address)
            gc.freeze()  # what is there by now stays: nobody waits for a look through it
            if open_browser:
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

        _also_stop_cleanly()
        with contextlib.suppress(KeyboardInterrupt):
            _Server(_settings(app), ready).run(sockets=[listener])


def _ending_sessions(app: App, mounted: Sequence[Any]) -> App:
    """The application, which ends the sessions of the mounted notebooks when the server stops.

    marimo leaves that to the start and stop signals of each notebook's application, and a
    mounted application does not get them. A session that stays open keeps Python from
    ending.
    """

    async def ending(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await app(scope, receive, send)
            return
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        for notebook in mounted:
            await notebook.state.session_manager.shutdown()
        await send({"type": "lifespan.shutdown.complete"})

    return ending


class _Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


class _Impatient(H11Protocol):
    """A connection that ends when it began, or was answered, and then asks nothing whole for too long."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._wait()

    def _wait(self) -> None:
        self.loop.call_later(SECONDS_TO_ASK, self._give_up, self.cycle)

    def _give_up(self, last: RequestResponseCycle | None) -> None:
        is_ours = self.transport.get_protocol() is self  # a lasting connection has another by now
        if is_ours and self.cycle is last and (last is None or last.response_complete):
            self.transport.close()


def _settings(app: App) -> uvicorn.Config:
    """Quiet, because addresses carry the token and errors can carry names."""
    return uvicorn.Config(
        app,
        http=_Impatient,
        access_log=False,
        log_level="critical",
        server_header=False,
        proxy_headers=False,
        lifespan="on",
        timeout_graceful_shutdown=_SECONDS_TO_STOP,
        ws_per_message_deflate=False,
    )


def _mounts(folder: Path) -> dict[str, Path]:
    """Where each notebook stands; that for analysts opens any file it is told, so it is no page."""
    names = sorted(set(folder.glob("[!_]*.py")) - {folder / _FOR_ANALYSTS})
    return {"/" if notebook.stem == _FIRST_PAGE else f"/{notebook.stem}": notebook for notebook in names}


@contextlib.contextmanager
def _listening(programme: Path, port: int | None) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        for wanted in (port_of(programme), 0) if port is None else (port,):
            with contextlib.suppress(OSError):
                listener.bind((_HOST, wanted))
                listener.listen()  # from here on the port is ours, also for who starts at the same moment
                break
        else:
            taken = say(
                "Port {port} of this computer is not free, so the workbook cannot be shown there. "
                "Leave out the port and a free one is chosen.",
                port=str(port or 0),
            )
            raise MentorkitError(taken)
        yield listener


@contextlib.contextmanager
def _without_tracebacks() -> Iterator[None]:
    """Keep the terminal clean: marimo prints the errors of cells there, words of participants included.

    With MENTORKIT_DEBUG set they are printed after all.
    """
    if os.environ.get("MENTORKIT_DEBUG"):
        yield
        return
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, contextlib.redirect_stderr(nowhere):
        yield


def _also_stop_cleanly() -> None:
    """Make closing the window, or ending the process, stop the server as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _interrupt)


def _interrupt(number: int, frame: FrameType | None) -> None:
    signal.raise_signal(signal.SIGINT)


def _keep_no_log() -> None:
    """Keep marimo from writing: the text of an error, which can hold a name, goes to its log file.

    A level would not do, because every new session sets it back.
    """
    logging.getLogger("marimo").handlers = [logging.NullHandler()]


def _name_file_types() -> None:
    """Name the types of the page's own files: some Windows computers call a script plain text.

    The guard forbids browsers to guess, so such a script would not run.
    """
    mimetypes.add_type("text/javascript", ".js")
    mimetypes.add_type("text/css", ".css")
    mimetypes.add_type("image/svg+xml", ".svg")
