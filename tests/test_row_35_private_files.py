"""Rows 5 and 35: every file is for its owner alone, and is whole or is not there at all."""

import errno
import os
from pathlib import Path

import pytest

from mentorkit.cli.own import write_all
from mentorkit.errors import FileRefused
from mentorkit.store.here import file_for
from mentorkit.text import speaker
from mentorkit.whole import private_folder, write_whole


@pytest.fixture(autouse=True)
def open_umask():
    before = os.umask(0)
    yield
    os.umask(before)


def test_row_35_files_and_folders_are_private_whatever_the_umask(tmp_path, monkeypatch):
    """Exports were 0644 and the default folder 0755."""
    monkeypatch.setenv("MENTORKIT_HOME", str(tmp_path / "nieuw" / "map"))
    file_for("x")
    write_all(tmp_path / "uit", [("a.ics", b"a")])
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    assert modes == {"nieuw": 0o700, "map": 0o700, "uit": 0o700, "a.ics": 0o600}


@pytest.mark.parametrize("call", ["fsync", "link", "open"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_row_5_a_failing_disk_leaves_no_half_file_and_the_second_try_works(tmp_path, monkeypatch, call, code):
    """On a full disk `export` left a cut-off workbook, named a wrong cause and refused the second try."""

    def fails(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as disk:
        disk.setattr(os, call, fails)
        if call == "link":  # a disk without links is written all the same
            disk.setattr(Path, "rename", fails)
        with pytest.raises(FileRefused) as caught:
            write_all(tmp_path, [("a.xlsx", b"a")])
    assert ("no room" in speaker("en")(caught.value.message)) == (code == errno.ENOSPC)
    assert list(tmp_path.iterdir()) == []
    write_all(tmp_path, [("a.xlsx", b"a")])
    assert (tmp_path / "a.xlsx").read_bytes() == b"a"


def test_row_35_a_new_file_takes_the_place_of_nothing(tmp_path):
    there, nowhere = tmp_path / "a", tmp_path / "b"
    there.write_bytes(b"oud")
    nowhere.symlink_to(tmp_path / "weg")
    for file in (there, nowhere):
        with pytest.raises(FileExistsError):
            write_whole(file, b"nieuw", is_new=True)
    assert there.read_bytes() == b"oud"
    write_whole(there, b"nieuw")
    assert (there.read_bytes(), nowhere.is_symlink(), len(list(tmp_path.iterdir()))) == (b"nieuw", True, 2)


def test_row_35_a_disk_without_links_still_replaces_nothing(tmp_path, monkeypatch):
    def fails(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", fails)
    write_whole(tmp_path / "a", b"a", is_new=True)
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a", b"b", is_new=True)
    assert (tmp_path / "a").read_bytes() == b"a"


def test_a_path_that_is_too_long_is_told_as_such(tmp_path):
    with pytest.raises(FileRefused) as caught:
        write_all(tmp_path, [("a" * 300, b"a")])
    assert "too long" in speaker("en")(caught.value.message)


def test_an_existing_folder_is_left_as_it_is(tmp_path):
    (tmp_path / "open").mkdir(mode=0o755)
    private_folder(tmp_path / "open" / "in")
    assert [(tmp_path / one).stat().st_mode & 0o777 for one in ("open", "open/in")] == [0o755, 0o700]
