"""Notebooks without our server: started with marimo's own commands, each shows made-up people and says so."""

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mentorkit.text import LANGUAGES, Language
from tests.sources import NOTEBOOKS, ROOT

SAYS_SO = {"nl": "Er is geen programma open", "en": "No programme is open"}
EXPORTED = [path for path in NOTEBOOKS if path.stem in {"explore", "pairing", "evaluation"}]
"""One for analysts, one that waits for a press, and one with figures."""
every_notebook = pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)


@pytest.mark.parametrize("language", LANGUAGES)
@every_notebook
def test_it_opens_with_made_up_people_in_the_language_of_this_computer(
    notebook: Path, language: Language, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("MENTORKIT_LANG", language)
    outputs, found = runpy.run_path(str(notebook))["app"].run()
    programme = (found.get("snapshot") or found["desk"].snapshot).programme
    assert programme.is_sample
    assert programme.language == language
    assert SAYS_SO[language] in "".join(getattr(output, "text", "") for output in outputs)


@pytest.mark.parametrize("notebook", EXPORTED, ids=lambda path: path.stem)
def test_it_is_exported_as_html_without_a_cell_that_failed(notebook: Path, tmp_path: Path):
    """In English, for each kind of page; every cell of each runs above, and in a browser in Dutch."""
    shutil.copytree(notebook.parent, tmp_path / "notebooks", ignore=shutil.ignore_patterns("__marimo__"))
    copy, page = tmp_path / "notebooks" / notebook.name, tmp_path / "page.html"
    command = [sys.executable, "-m", "marimo", "export", "html", str(copy), "-o", str(page), "--no-sandbox"]
    told = os.environ | {"MENTORKIT_LANG": "en", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, env=told, check=True, timeout=120, capture_output=True)
    assert SAYS_SO["en"] in page.read_text(encoding="utf-8")
