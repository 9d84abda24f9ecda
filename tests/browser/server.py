"""Shows one programme after the other at one address: what `mentorkit open` serves, in a warm process.

A line on standard input names a programme file and a language; the answer is the address to open.
Pages that are open already keep the programme they were opened for.
"""

import contextlib
import json
import os
import socket
import sys
import threading
from pathlib import Path

import uvicorn

from mentorkit.serving.asgi import App, Receive, Scope, Send
from mentorkit.serving.keys import Keys
from mentorkit.serving.serve import build_app
from mentorkit.serving.visit import Visit


class Latest:
    """The programme that was opened last."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._app: App

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    def open_all(self) -> None:
        for line in sys.stdin:
            file, language = json.loads(line)
            keys = Keys()
            self._app = build_app(Visit(Path(file), language), port=self._port, keys=keys)
            tell(f"http://127.0.0.1:{self._port}/?token={keys.current}")


def tell(address: str) -> None:
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()


def main() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        contextlib.redirect_stderr(nowhere),
    ):
        port = listener.getsockname()[1]
        latest = Latest(port)
        tell(f"http://127.0.0.1:{port}/")
        threading.Thread(target=latest.open_all, daemon=True).start()
        settings = uvicorn.Config(latest, log_level="critical", access_log=False, lifespan="off")
        uvicorn.Server(settings).run(sockets=[listener])


if __name__ == "__main__":
    main()
