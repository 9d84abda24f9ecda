"""A served workbook in a process of its own, and requests that a browser would never send."""

import asyncio
import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

T = TypeVar("T")

SERVE = """
import sys
from pathlib import Path
from mentorkit.serving.serve import serve
from mentorkit.serving.visit import Visit
serve(
    Visit(Path("people.mentorkit"), "nl"), port=None, open_browser=False,
    announce=lambda address: print(address, flush=True), notebooks=Path(sys.argv[1]),
)
print("ended")
"""
SECONDS_TO_END = 20
Headers = dict[str, str]


@dataclass
class Workbook:
    """A running server: the address it announced and the process it runs in."""

    address: str
    process: subprocess.Popen[str]
    home: Path

    @property
    def port(self) -> int:
        return urlsplit(self.address).port

    @property
    def token(self) -> str:
        return parse_qs(urlsplit(self.address).query)["token"][0]

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def cookie(self) -> Headers:
        return {"Cookie": f"mentorkit-{self.port}={self.token}"}

    def ask(
        self, path: str = "/", headers: Headers | None = None, method: str = "GET", host: str = ""
    ) -> http.client.HTTPResponse:
        """Send one request exactly as given and read the whole answer into `.body`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        sent = {"Host": host or f"127.0.0.1:{self.port}", "Content-Length": "0", **(headers or {})}
        for name, value in sent.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        answer.body = b"" if answer.status == http.HTTPStatus.SWITCHING_PROTOCOLS else answer.read()
        connection.close()
        return answer

    def knock(self, headers: Headers, host: str = "") -> int:
        """Ask for a WebSocket; the status: 101 is let in, 403 refused."""
        upgrade = {
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        }
        return self.ask("/ws?session_id=s_knock", {**upgrade, **headers}, host=host).status

    def end(self, number: int = signal.SIGINT) -> tuple[int, str]:
        """Send a signal; the exit code and everything that was printed since the address."""
        self.process.send_signal(number)
        self.process.wait(timeout=SECONDS_TO_END)
        return self.process.returncode, self.process.stdout.read()


@contextmanager
def started(command: list[str], home: Path, lines_before: int = 0, **extra: str) -> Iterator[Workbook]:
    """Run a command that prints an address on a line of its own, and end it afterwards."""
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": os.getcwd(), **extra}
    environment.pop("MENTORKIT_DEBUG", None)
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=home,
        env=environment,
    )
    try:
        for _ in range(lines_before):
            process.stdout.readline()
        yield Workbook(process.stdout.readline().strip(), process, home)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


@contextmanager
def served(notebooks: Path, home: Path) -> Iterator[Workbook]:
    """Serve a folder of notebooks."""
    with started([sys.executable, "-c", SERVE, str(notebooks)], home) as workbook:
        yield workbook


def run(work: Coroutine[Any, Any, T]) -> T:
    """What comes of this in a loop of its own, also beside a browser, whose loop runs in this thread."""
    with ThreadPoolExecutor(1) as elsewhere:
        return elsewhere.submit(asyncio.run, work).result()
