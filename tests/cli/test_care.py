"""`mentorkit backup`, `restore` and `doctor`: the care of a programme file."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorkit.model import Changes, Insert, Person
from mentorkit.store import Store, backups_of
from mentorkit.store.unfinished import Unfinished
from mentorkit.workflows.set_up import new_programme
from tests.cli.command import run


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    file = tmp_path / "p.mentorkit"
    new_programme(file, "Samen", "nl", "Carla")
    return file


def test_row_18_and_21_damage_is_told_and_a_backup_put_back_by_command(programme: Path, tmp_path: Path):
    assert run("restore", programme, home=tmp_path).returncode == 3
    made = run("backup", programme, home=tmp_path)
    (backup,) = backups_of(programme)
    assert str(backup.path) in made.stdout
    assert run("doctor", programme, home=tmp_path).returncode == 0
    assert run("verify", programme, home=tmp_path).returncode == 0
    with closing(sqlite3.connect(programme)) as file:
        file.execute("UPDATE journal SET who = 'Nobody'")
        file.commit()
    wrong = run("verify", programme, home=tmp_path)
    assert (wrong.returncode, wrong.stdout.startswith("Entry 1 ")) == (1, True)
    programme.write_bytes(b"x" * 5000)
    assert run("verify", programme, home=tmp_path).returncode == 3
    assert run("doctor", programme, home=tmp_path).returncode == 1
    assert run("restore", programme, home=tmp_path).stdout.startswith("1. ")
    assert run("restore", programme, "2", home=tmp_path).returncode == 3
    done = run("restore", programme, "1", home=tmp_path)
    assert (done.returncode, ".damaged" in done.stdout) == (0, True)
    assert run("doctor", programme, home=tmp_path).returncode == 0


def test_row_34_a_person_is_erased_by_command_with_a_certificate_without_a_name(
    programme: Path, tmp_path: Path
):
    with Store.open(programme) as store:
        her = Person(id="p1", full_name="Noor Canary", email="noor@x.be")
        store.apply(Changes("import", (Insert(her),)), author="Carla", now=datetime.now(UTC))
    assert run("erase", programme, "Nora", "--yes", home=tmp_path).returncode == 3
    Unfinished(programme).keep({"files": {"a.csv": b"Noor Canary"}})
    run("backup", programme, home=tmp_path)
    given = run("access", programme, "noor canary", tmp_path / "given", home=tmp_path)
    assert [Path(line).suffix for line in given.stdout.splitlines()] == [".html", ".json"]
    for line in given.stdout.splitlines():
        assert "Noor Canary" in Path(line).read_text("utf-8")
        Path(line).unlink()
    assert "--yes" in run("erase", programme, "noor canary", home=tmp_path).stdout
    done = run("erase", programme, "NOOR@x.be", "--yes", "-o", tmp_path / "c.txt", home=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "c.txt").read_text("utf-8") == done.stdout
    assert backups_of(programme)[1].path.name in done.stdout
    assert "noor" not in done.stdout.casefold()
    left = {one.parent.name for one in tmp_path.rglob("*") if one.is_file() and b"Canary" in one.read_bytes()}
    assert left == {"backups"}
    assert run("erase", programme, "noor@x.be", "--yes", home=tmp_path).returncode == 3
