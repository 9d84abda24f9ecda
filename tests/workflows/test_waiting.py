"""Files on their way from the first page to the import: fetched once, as they were, by nobody else."""

from pathlib import Path

import pytest

from mentorkit.errors import FileRefused
from mentorkit.workflows.intake.waiting import fetch_waiting, leave_waiting

FILES = (("mentoren.xlsx", b"PK\x00"), ("../../evil.csv", b""), ("dag/é.csv", b"a;b"))


def test_what_waits_is_fetched_once_and_then_gone(tmp_path: Path):
    programme = tmp_path / "p.mentorkit"
    place = leave_waiting(programme, FILES)
    assert place.parent == tmp_path
    assert place.stat().st_mode & 0o077 == 0
    assert list(tmp_path.glob("*.mentorkit")) == []
    assert fetch_waiting(programme) == FILES
    assert list(tmp_path.iterdir()) == []
    assert fetch_waiting(programme) == ()


def test_what_is_spoilt_does_not_wait_for_ever(tmp_path: Path):
    programme = tmp_path / "p.mentorkit"
    leave_waiting(programme, FILES).write_bytes(b"no archive")
    assert fetch_waiting(programme) == ()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(FileRefused, match="no room"):
        leave_waiting(tmp_path / "file" / "p.mentorkit", FILES)
