"""`mentorkit backup`, `restore` and `doctor`: the care of a programme file."""

from pathlib import Path

import pytest

from mentorkit.store import backups_of
from mentorkit.workflows.set_up import new_programme
from tests.cli.command import run


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    file = tmp_path / "p.mentorkit"
    new_programme(file, "Samen", "nl", "Carla")
    return file


def test_row_18_damage_is_told_and_a_backup_put_back_by_command(programme: Path, tmp_path: Path):
    assert run("restore", programme, home=tmp_path).returncode == 3
    made = run("backup", programme, home=tmp_path)
    (backup,) = backups_of(programme)
    assert str(backup.path) in made.stdout
    assert run("doctor", programme, home=tmp_path).returncode == 0
    programme.write_bytes(b"x" * 5000)
    assert run("doctor", programme, home=tmp_path).returncode == 1
    assert run("restore", programme, home=tmp_path).stdout.startswith("1. ")
    assert run("restore", programme, "2", home=tmp_path).returncode == 3
    done = run("restore", programme, "1", home=tmp_path)
    assert (done.returncode, ".damaged" in done.stdout) == (0, True)
    assert run("doctor", programme, home=tmp_path).returncode == 0
