"""Two programmes in one process: each page shows its own, and learns no key."""

import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from mentorkit.text import Language
from mentorkit.workflows.set_up import new_programme
from tests.serving.workbook import Workbook, started

SERVE_BOTH = """
import threading
from pathlib import Path
from mentorkit.serving.serve import serve
from mentorkit.serving.visit import Visit
for name, language in (("north", "nl"), ("south", "en")):
    ready, file = threading.Event(), Path(f"{name}.mentorkit")
    def announce(address, ready=ready):
        print(address, flush=True)
        ready.set()
    asked = {"port": None, "open_browser": False, "announce": announce}
    threading.Thread(target=serve, args=(Visit(file, language),), kwargs=asked).start()
    ready.wait()
threading.Event().wait()
"""
UNDO: dict[Language, str] = {"nl": "Ongedaan maken", "en": "Undo"}


def look(page: Page, workbook: Workbook, name: str, language: Language) -> str:
    """Open the first page, see the programme and its language; everything that reached the browser."""
    heard: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(str(frame))))
    page.goto(workbook.address)
    expect(page.locator(".mk-menu summary")).to_have_text(name, timeout=60_000)
    expect(page.get_by_role("button", name=UNDO[language])).to_be_visible()
    return "".join((*heard, page.content(), page.url, page.evaluate("document.cookie")))


def test_two_programmes_in_one_process_are_two_pages(page: Page, tmp_path: Path):
    new_programme(tmp_path / "north.mentorkit", "North", "en", "coordinator")
    new_programme(tmp_path / "south.mentorkit", "South", "en", "coordinator")
    with started([sys.executable, "-c", SERVE_BOTH], tmp_path) as north:
        south = Workbook(north.process.stdout.readline().strip(), north.process, tmp_path)
        seen = [look(page, north, "North", "nl"), look(page, south, "South", "en")]
        seen.append(look(page, north, "North", "nl"))
        assert all("mk-brand" in one for one in seen)
        for secret in (north.token, south.token):
            assert not any(secret in one for one in seen), secret
        north.process.kill()
        assert north.process.stdout.read() == ""
