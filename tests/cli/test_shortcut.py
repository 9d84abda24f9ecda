"""`mentorkit shortcut`: a file to double-click, for each system."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from mentorkit.workflows.set_up import new_programme
from tests.cli.command import run, start

ODD = "Léon's $HOME 100% `x` & ^co"


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


def opens(programme: Path, *command: str, last: str = "") -> None:
    """Run what a double-click runs; it came to this programme when that is refused, as it is spoilt."""
    programme.write_text("no programme any more")
    told = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=told)
    assert (done.returncode, done.stdout) == (3, last)
    assert f"{ODD}.mentorkit is geen programma van mentorkit" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="the command in it is that of the system it runs on")
def test_a_double_click_on_linux_starts_this_mentorkit_and_stays_when_something_was_refused(programme: Path):
    """The window closed before the refusal could be read: a terminal ends with its command."""
    file, content = made(programme, "linux")
    assert file.suffix == ".desktop"
    assert "Terminal=true" in content
    [line] = [line for line in content.splitlines() if line.startswith("Exec=")]
    command = line.removeprefix("Exec=").replace("%%", "%").replace("\\\\", "\\")
    opens(programme, "/bin/sh", "-c", command, last="Druk op Enter om dit venster te sluiten.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a script of macOS needs a shell")
def test_on_macos_it_is_a_script_that_survives_any_name(programme: Path):
    file, content = made(programme, "macos")
    assert file.suffix == ".command"
    first, command = content.splitlines()
    assert first == "#!/bin/sh"
    assert shlex.split(command) == ["exec", "mentorkit", "--lang", "nl", "open", str(programme)]
    opens(programme, "/bin/bash", str(file))


def test_on_windows_it_survives_any_name_and_stays_when_something_was_refused(programme: Path):
    """No Windows runs this, so what its shell does with the file is written down here.

    Lines end as Windows ends them. The first is plain, without a mark of the encoding, which would
    be read as a part of the command; after the second the rest is read as UTF-8. Between double
    quotes the shell takes every sign as it is but the per cent sign, which it wants twice in a file;
    no name on Windows has a double quote. A backslash before a closing quote would take the quote
    along, so no word may end in one.
    """
    file, content = made(programme, "windows")
    assert file.suffix == ".cmd"
    first, second, line, last = content.removesuffix("\r\n").split("\r\n")
    assert (first, second, last) == ("@echo off", "chcp 65001 >nul", "if errorlevel 1 pause")
    assert re.fullmatch(r'"[^"\r\n]+"( "[^"\r\n]+")*', line)
    assert "%" not in line.replace("%%", "")
    words = [word.replace("%%", "%") for word in line[1:-1].split('" "')]
    assert words == ["mentorkit", "--lang", "nl", "open", str(programme)]
    assert not any(word.endswith("\\") for word in words)


def test_without_a_programme_it_starts_the_last_one_and_writes_over_nothing(tmp_path: Path):
    for code in (0, 3):
        done = start("shortcut", "--for", "macos", "-o", tmp_path, home=tmp_path)
        assert done.returncode == code
    assert (tmp_path / "mentorkit.command").read_text().endswith("--lang en\n")
