"""The notebook for analysts under marimo's own commands, in the browser."""

import shutil
import sys
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.serving.workbook import started
from tests.sources import ROOT

LINES_BEFORE_ADDRESS = 3


@pytest.mark.parametrize(
    ("command", "language", "answer"),
    [
        ("run", "nl", "80 van de 85 mentees die meedoen"),
        ("edit", "en", "All 17 mentees who take part"),
    ],
)
def test_it_answers_without_a_programme(
    command: str, language: str, answer: str, context: BrowserContext, tmp_path: Path
):
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks", ignore=shutil.ignore_patterns("__marimo__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    notebook = str(tmp_path / "notebooks" / "explore.py")
    marimo = [sys.executable, "-m", "marimo", command, notebook, "--headless", "--no-token", "--no-sandbox"]
    with started(marimo, tmp_path, LINES_BEFORE_ADDRESS) as server:
        page = context.new_page()
        page.goto(f"{server.address.split()[-1]}?lang={language}")
        expect(page.get_by_role("heading", name=answer)).to_be_visible()
        expect(page.locator("canvas, svg.marks").first).to_be_visible()
        page.close()
