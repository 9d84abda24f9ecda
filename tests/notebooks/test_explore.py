"""The notebook for analysts, without a browser: what it opens, refuses and shows of people."""

import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mentorkit.store import Store
from mentorkit.text import LANGUAGES, Language
from mentorkit.workflows.pairing.pairing import set_blind
from mentorkit.workflows.set_up import open_programme, sample_files, sample_programme
from tests.sources import ROOT

NOTEBOOK = ROOT / "notebooks" / "explore.py"
FOUND = {
    "nl": "80 van de 85 mentees die meedoen, hebben een mentor",
    "en": "All 17 mentees who take part have a mentor",
}


def explored(paths: str = "", uploads: tuple[tuple[str, bytes], ...] = ()) -> tuple[str, dict[str, Any]]:
    """All that the cells show, and what they define, for files that were named or dropped."""
    dropped = [SimpleNamespace(name=name, contents=contents) for name, contents in uploads]
    chosen = {"paths": SimpleNamespace(value=paths), "uploads": SimpleNamespace(value=dropped)}
    outputs, found = runpy.run_path(str(NOTEBOOK))["app"].run(defs=chosen)
    return "".join(getattr(output, "text", "") for output in outputs), dict(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_files_of_sign_ups_give_people_criteria_and_a_proposal(
    language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("MENTORKIT_LANG", language)
    files = sample_files(language)
    for name, content in files:
        (tmp_path / name).write_bytes(content)
    by_path, named = explored("; ".join(str(tmp_path / name) for name, _ in files))
    by_hand, dropped = explored(uploads=files)
    assert FOUND[language] in by_path
    assert FOUND[language] in by_hand
    assert (
        named["pairs"].drop("mentee_id", "mentor_id").equals(dropped["pairs"].drop("mentee_id", "mentor_id"))
    )
    assert (named["mentees"].height, named["mentors"].height) == named["pool"].candidates.shape


def test_a_programme_file_is_read_and_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MENTORKIT_LANG", "en")
    file = tmp_path / "round.mentorkit"
    sample_programme(file, "en")
    before = open_programme(file)
    shown, found = explored(str(file))
    assert FOUND["en"] in shown
    assert found["snapshot"].number == before.number == open_programme(file).number


def test_a_file_that_is_not_there_is_told_beside_made_up_people(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MENTORKIT_LANG", "en")
    shown, found = explored("/nowhere/mentors.csv")
    assert "/nowhere/mentors.csv cannot be opened" in shown
    assert found["snapshot"].programme.is_sample


def test_hidden_names_stand_nowhere_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MENTORKIT_LANG", "en")
    file = tmp_path / "round.mentorkit"
    sample_programme(file, "en")
    with Store.open(file) as store:
        store.apply(set_blind(store.load(), True), author="ann", now=store.undoable().at)
    shown, found = explored(str(file))
    names = found["snapshot"].people["full_name"].to_list()
    assert [name for name in names if name in shown] == []
