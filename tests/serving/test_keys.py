"""Where a programme is found again: the same port, and a page that comes back to a new run."""

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorkit.serving.keys import Keys, port_of
from tests.serving.conftest import HERE
from tests.serving.workbook import Workbook, served

NOW = datetime.now(UTC)


@pytest.fixture
def programme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "a.mentorkit"


def test_an_earlier_key_opens_once_and_takes_the_others_along(programme: Path):
    first, second = Keys.of(programme, NOW), Keys.of(programme, NOW)
    third = Keys.of(programme, NOW)
    assert not third.opens(first.current)
    assert third.returns(first.current)
    assert not third.returns(first.current)
    assert not third.returns(second.current)
    assert Keys.of(programme, NOW).earlier == [third.current]


def test_keys_of_another_programme_or_of_last_week_open_nothing(programme: Path):
    old = Keys.of(programme, NOW)
    assert Keys.of(programme.with_name("b.mentorkit"), NOW).earlier == []
    later = Keys.of(programme, NOW + timedelta(days=8))
    assert not later.returns(old.current)
    assert len(list(old.file.parent.iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a profile private by itself")
def test_only_the_coordinator_can_read_the_keys(programme: Path):
    keys = Keys.of(programme, NOW)
    assert stat.S_IMODE(keys.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(keys.file.parent.stat().st_mode) == 0o700
    keys.file.chmod(0o644)
    assert Keys.of(programme, NOW).earlier == []


def test_without_a_place_for_keys_it_starts_all_the_same(programme: Path):
    (programme.parent / "state").write_text("no folder")
    assert Keys.of(programme, NOW).earlier == []


def test_a_page_of_an_earlier_run_is_let_in_once_at_the_same_address(tmp_path: Path):
    with served(HERE / "notebooks", tmp_path) as before:
        before.process.kill()
    with served(HERE / "notebooks", tmp_path) as now:
        assert now.port == before.port == port_of(tmp_path / "people.mentorkit")
        assert now.token != before.token
        assert now.ask("/api/kernel/instantiate", own(before), "POST").status == 401
        assert now.ask("/alive?lang=en", own(before)).headers["Location"] == "/alive?lang=en"
        assert now.ask(headers=own(before)).status == 401
        assert now.ask(f"/?token={before.token}").status == 401
        assert now.ask(f"/?token={before.token}", now.cookie).status == 303


def own(workbook: Workbook) -> dict[str, str]:
    return workbook.cookie | {"Origin": workbook.origin}


def test_two_programmes_run_at_once_and_a_port_that_is_taken_is_another_one(tmp_path: Path):
    with served(HERE / "notebooks", tmp_path) as first, served(HERE / "notebooks", tmp_path) as second:
        assert first.port != second.port
        assert {one.ask(headers=one.cookie).status for one in (first, second)} == {200}
        assert second.ask(headers=first.cookie).status == 401
