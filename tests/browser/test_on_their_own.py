"""Every notebook under marimo's own commands, in the browser, without a programme."""

import shutil
import socket
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, expect

from mentorkit.text import Language, speaker
from tests.serving.workbook import started
from tests.sources import NOTEBOOKS, ROOT

LINES_BEFORE_ADDRESS = 3
EXPLORED: dict[Language, str] = {
    "nl": "80 van de 85 mentees die meedoen",
    "en": "All 17 mentees who take part",
}
SAYS_SO: dict[Language, str] = {"nl": "Er is geen programma open", "en": "No programme is open"}


def wait_for(address: str) -> None:
    """marimo says where it will be before it listens there."""
    for _ in range(600):
        try:
            socket.create_connection((urlsplit(address).hostname, urlsplit(address).port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"Nothing listens at {address}.")


@pytest.mark.parametrize(
    ("command", "language", "names"),
    [
        ("run", "nl", [path.name for path in NOTEBOOKS]),
        ("edit", "en", ["pairing.py"]),
    ],
)
def test_each_opens_with_made_up_people_and_says_so(
    command: str, language: Language, names: list[str], context: BrowserContext, tmp_path: Path
):
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks", ignore=shutil.ignore_patterns("__marimo__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    marimo = [
        sys.executable,
        "-m",
        "marimo",
        command,
        "notebooks",
        "--headless",
        "--no-token",
        "--no-sandbox",
    ]
    with started(marimo, tmp_path, LINES_BEFORE_ADDRESS) as server:
        address = server.address.split()[-1]
        wait_for(address)
        for name in names:
            page = context.new_page()
            page.goto(f"{address}/?file={name}&lang={language}")
            expect(page.get_by_text(SAYS_SO[language])).to_be_visible()
            if name == "explore.py":
                expect(page.get_by_role("heading", name=EXPLORED[language])).to_be_visible()
                expect(page.locator("canvas, svg.marks").first).to_be_visible()
            else:
                expect(
                    page.get_by_text(speaker(language)("Example: everybody here is made up"))
                ).to_be_visible()
            page.close()
