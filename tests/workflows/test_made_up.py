"""What a process that was killed left in the temporary folder, and who removes it."""

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorkit.workflows.made_up import left_behind, made_up_programme

OWNER = os.getuid() if hasattr(os, "getuid") else 0
NOW = datetime.now(UTC)


def folder_of(place: Path, name: str, *, hours: float, file: str = "sample.mentorkit") -> Path:
    """A folder with a file, both as old as that."""
    folder = place / name
    (folder / "backups").mkdir(parents=True)
    (folder / file).write_bytes(b"")
    age(folder, hours)
    return folder


def age(folder: Path, hours: float) -> None:
    seconds = (NOW - timedelta(hours=hours)).timestamp()
    for one in (*folder.iterdir(), folder):
        os.utime(one, (seconds, seconds))


def test_a_killed_notebook_leaves_a_folder_and_the_next_start_removes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    first = made_up_programme("en")
    second = made_up_programme("en")
    assert (first.is_file(), second.is_file()) == (True, True)
    age(first.parent, hours=25)
    third = made_up_programme("nl")
    assert (first.parent.exists(), second.is_file(), third.is_file()) == (False, True, True)


def test_a_folder_that_somebody_wrote_in_today_stays(tmp_path: Path):
    old = folder_of(tmp_path, "mentorkit-old", hours=25)
    folder_of(tmp_path, "mentorkit-new", hours=23)
    used = folder_of(tmp_path, "mentorkit-used", hours=25)
    os.utime(used / "sample.mentorkit")
    assert list(left_behind(tmp_path, OWNER, NOW)) == [old]


def test_a_folder_of_another_user_stays(tmp_path: Path):
    folder_of(tmp_path, "mentorkit-old", hours=25)
    assert list(left_behind(tmp_path, OWNER + 1, NOW)) == []


def test_a_folder_with_other_files_or_another_name_stays(tmp_path: Path):
    folder_of(tmp_path, "mentorkit-mine", hours=25, file="thesis.docx")
    folder_of(tmp_path, "other", hours=25)
    assert list(left_behind(tmp_path, OWNER, NOW)) == []


def test_a_link_stays_and_so_does_what_it_leads_to(tmp_path: Path):
    kept = folder_of(tmp_path, "kept", hours=25)
    (tmp_path / "mentorkit-link").symlink_to(kept, target_is_directory=True)
    os.utime(tmp_path / "mentorkit-link", (0, 0), follow_symlinks=False)
    assert list(left_behind(tmp_path, OWNER, NOW)) == []
