"""The programmes of this computer: the last one opened comes first, and one that is gone is told."""

import os
from pathlib import Path

import pytest

from mentorkit.serving.visit import OWN, SAMPLE, shelf_place
from mentorkit.store.here import file_for, opened_before, programmes_here, remember_opened
from mentorkit.text import speaker
from mentorkit.workflows.own import find_programme, own_programme
from mentorkit.workflows.set_up import new_programme, open_programme

SPEAK = speaker("en")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MENTORKIT_HOME", str(tmp_path / "programmes"))
    return tmp_path / "programmes"


def made(name: str, age: int = 0) -> Path:
    file = file_for(name)
    new_programme(file, name, "en", "Tester")
    os.utime(file, (1_700_000_000 - age, 1_700_000_000 - age))
    return file


def test_the_programme_opened_last_is_opened_again_and_not_the_newest_file():
    """An older programme that was looked at gave way to whichever file was written last."""
    newest, older = made("newest"), made("older", age=10)
    assert own_programme(SPEAK, "Tester") == newest
    assert remember_opened(older, "Older") is None
    assert own_programme(SPEAK, "Tester") == older
    assert [one.name for one in programmes_here()] == ["Older", "newest"]


def test_when_the_last_one_is_gone_the_one_before_it_is_opened_and_that_is_told_once():
    one, two = made("one"), made("two")
    for file in (one, two):
        remember_opened(file, file.stem)
    two.unlink()
    assert own_programme(SPEAK, "Tester") == one
    assert remember_opened(one, "one") == two
    assert remember_opened(one, "one") is None


def test_what_is_remembered_is_private_and_of_no_use_when_it_is_spoilt(home: Path):
    file = made("one")
    remember_opened(file, "One")
    memory = home / "opened.json"
    assert memory.stat().st_mode & 0o077 == 0
    assert [path.name for path in home.glob("opened*")] == ["opened.json"]
    for spoilt in ("", "{}x", "[1]", '{"a": 1}'):
        memory.write_text(spoilt)
        assert opened_before() == ()
        assert own_programme(SPEAK, "Tester") == file


def test_without_a_place_to_remember_it_programmes_open_all_the_same(home: Path):
    home.parent.joinpath("programmes").write_text("a file, no folder")
    assert remember_opened(Path("/x.mentorkit"), "X") is None
    assert opened_before() == ()
    assert find_programme(SPEAK, "Tester", OWN) is None


def test_a_programme_gets_a_file_with_its_name_and_never_one_that_is_taken():
    assert file_for("Mentoring: najaar/2026?").name == "Mentoring najaar 2026.mentorkit"
    made("one")
    assert file_for("one").name == "one 2.mentorkit"
    assert file_for("…").name == "mentorkit.mentorkit"


def test_every_programme_is_found_at_its_place_and_the_made_up_one_is_made_once():
    one, two = made("one"), made("two")
    assert find_programme(SPEAK, "Tester", shelf_place(one)) == one
    assert find_programme(SPEAK, "Tester", shelf_place(two)) == two
    assert find_programme(SPEAK, "Tester", "/p/nowhere") is None
    sample = find_programme(SPEAK, "Tester", SAMPLE)
    assert open_programme(sample).programme.is_sample
    assert find_programme(SPEAK, "Tester", SAMPLE) == sample
