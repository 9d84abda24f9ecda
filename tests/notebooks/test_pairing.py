"""The pairing notebook without a browser: run as a script, it finds what the page shows."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from mentorkit.matching import DEFAULT_WEIGHTS, Pool, Settings, propose
from mentorkit.store import Store
from mentorkit.text import LANGUAGES, Language
from mentorkit.workflows.set_up import new_programme, sample_programme
from tests.sources import ROOT

NOTEBOOK = ROOT / "notebooks" / "pairing.py"
PEOPLE = {"nl": (90, 60), "en": (18, 12)}
HEADLINE = {"nl": "81 van de 90 mentees hebben een mentor", "en": "17 of 18 mentees have a mentor"}


def run(programme: Path, language: Language, monkeypatch: pytest.MonkeyPatch) -> tuple[str, dict[str, Any]]:
    """Everything that the cells show, and everything that they define."""
    monkeypatch.setenv("MENTORKIT_PROGRAMME", str(programme))
    monkeypatch.setenv("MENTORKIT_LANGUAGE", language)
    outputs, definitions = runpy.run_path(str(NOTEBOOK))["app"].run()
    shown = "".join(output.text for output in outputs if output is not None)
    return shown, dict(definitions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_proposes_the_best_plan_for_the_stored_programme(
    language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "round.mentorkit"
    sample_programme(file, language)
    shown, found = run(file, language, monkeypatch)

    with Store.open(file) as store:
        expected = propose(Pool.of(store.load()), Settings(DEFAULT_WEIGHTS))
    assert found["snapshot"].programme.is_sample
    assert found["proposal"].pool.candidates.shape == PEOPLE[language]
    assert found["proposal"].mentor_of.tolist() == expected.mentor_of.tolist()
    assert found["change"] is None
    assert HEADLINE[language] in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_changes_nothing_by_being_looked_at(
    language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "round.mentorkit"
    sample_programme(file, language)
    with Store.open(file) as store:
        before = store.load().programme
    run(file, language, monkeypatch)
    with Store.open(file) as store:
        assert store.load().programme == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_programme_is_no_fault(language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "empty.mentorkit"
    new_programme(file, "Round one", language, "coordinator")
    _, found = run(file, language, monkeypatch)
    assert found["proposal"].pool.candidates.shape == (0, 0)
    assert found["snapshot"].people.is_empty()
    assert found["change"] is None
