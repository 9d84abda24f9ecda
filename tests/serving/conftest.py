"""A served workbook, a hostile one, other people's web servers and a real browser."""

import os
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.serving.workbook import Workbook, served

HERE = Path(__file__).parent


class Stranger(ThreadingHTTPServer):
    """A web server of somebody else on this computer; it remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.asked: list[str] = []

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>Somebody else</title>")

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="package")
def stranger() -> Iterator[Stranger]:
    with Stranger() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="package")
def browser(stranger: Stranger) -> Iterator[Browser]:
    """Chromium for which outside.example is the stranger and rebound.test this computer."""
    rules = f"MAP outside.example:80 127.0.0.1:{stranger.server_port}, MAP rebound.test 127.0.0.1"
    arguments = [f"--host-resolver-rules={rules}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser profile that was never used."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="package")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    with served(HERE / "notebooks", tmp_path_factory.mktemp("home")) as running:
        yield running


@pytest.fixture(scope="package")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    with served(HERE / "hostile", tmp_path_factory.mktemp("home")) as running:
        yield running


@pytest.fixture
def short_lived(tmp_path: Path) -> Iterator[Workbook]:
    """The hostile workbook in a process that a test may end."""
    with served(HERE / "hostile", tmp_path) as running:
        yield running
