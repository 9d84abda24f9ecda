"""A served workbook, a hostile one, other people's web servers and a real browser."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.chromium import chromium
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
    with chromium(f"--host-resolver-rules={rules}") as running:
        yield running


@pytest.fixture(scope="package")
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """One browser profile, so that the page's own files are fetched once per address."""
    with browser.new_context() as used:
        yield used


@pytest.fixture
def page(profile: BrowserContext) -> Iterator[Page]:
    """A page in a browser that was let in nowhere."""
    profile.clear_cookies()
    with profile.new_page() as opened:
        yield opened


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
