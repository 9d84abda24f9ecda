"""Notebooks without our server: started with marimo's own commands, each shows made-up people and says so."""

import runpy
from pathlib import Path

import pytest

from mentorkit.text import LANGUAGES, Language
from tests.sources import NOTEBOOKS

SAYS_SO = {"nl": "Er is geen programma open", "en": "No programme is open"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_opens_with_made_up_people_in_the_language_of_this_computer(
    notebook: Path, language: Language, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("MENTORKIT_LANG", language)
    outputs, found = runpy.run_path(str(notebook))["app"].run()
    assert found["snapshot"].programme.is_sample
    assert found["snapshot"].programme.language == language
    assert SAYS_SO[language] in "".join(getattr(output, "text", "") for output in outputs)
