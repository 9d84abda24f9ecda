"""`mentorkit shortcut`: a file to double-click, for each system."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from mentorkit.workflows.set_up import new_programme
from tests.cli.command import run, start

ODD = "Léon's $HOME 100% `x`"


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    file = tmp_path / f"{ODD}.mentorkit"
    new_programme(file, "Odd", "nl", "Tester")
    return file


def made(programme: Path, system: str) -> tuple[Path, str]:
    """The file that was made, and what stands in it."""
    folder = programme.parent
    done = run("shortcut", programme, "--for", system, "-o", folder, "--lang", "nl", home=folder)
    assert (done.returncode, done.stderr) == (0, "")
    [file] = folder.glob(f"{ODD}.[cd]*")
    assert f"Dubbelklik op {file}" in done.stdout
    assert os.name == "nt" or file.stat().st_mode & 0o111
    return file, file.read_bytes().decode()


@pytest.mark.skipif(sys.platform != "linux", reason="the command in it is that of the system it runs on")
def test_a_double_click_on_linux_starts_this_mentorkit_with_the_programme(programme: Path):
    file, content = made(programme, "linux")
    assert file.suffix == ".desktop"
    assert "Terminal=true" in content
    [line] = [line for line in content.splitlines() if line.startswith("Exec=")]
    command = line.removeprefix("Exec=").replace("%%", "%").replace("\\\\", "\\")
    programme.write_text("no programme any more")
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "")
    assert f"{ODD}.mentorkit is geen programma van mentorkit" in done.stderr


def test_on_macos_it_is_a_script_that_survives_any_name(programme: Path):
    file, content = made(programme, "macos")
    assert file.suffix == ".command"
    first, command = content.splitlines()
    assert first == "#!/bin/sh"
    assert shlex.split(command) == ["exec", "mentorkit", "--lang", "nl", "open", str(programme)]


def test_on_windows_the_window_stays_when_something_was_refused(programme: Path):
    file, content = made(programme, "windows")
    assert file.suffix == ".cmd"
    assert content.splitlines() == [
        "@echo off",
        "chcp 65001 >nul",
        f'"mentorkit" "--lang" "nl" "open" "{str(programme).replace("%", "%%")}"',
        "if errorlevel 1 pause",
    ]
    assert content.count("\r\n") == 4


def test_without_a_programme_it_starts_the_last_one_and_writes_over_nothing(tmp_path: Path):
    for code in (0, 3):
        done = start("shortcut", "--for", "macos", "-o", tmp_path, home=tmp_path)
        assert done.returncode == code
    assert (tmp_path / "mentorkit.command").read_text().endswith("--lang en\n")
