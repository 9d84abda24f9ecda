"""`mentorkit shortcut`: a file to double-click, so that nobody has to type a command."""

import re
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Literal

import platformdirs
import typer

from mentorkit.cli.own import present, write_new
from mentorkit.cli.spoken import Lang, speaking
from mentorkit.text import say

_System = Literal["windows", "macos", "linux"]
_HERE: _System = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")  # type: ignore[assignment]
_STAY = ("sh", "-c", '"$@"; code=$?; [ $code -eq 0 ] || { echo "$0"; read -r _; }; exit $code')
"""A shell that runs its words, and says the first of them when they were refused, until Enter."""
_START = (sys.executable, "-c", "from mentorkit.cli import main; main()")


def shortcut(
    programme: Annotated[
        Path | None, typer.Argument(help="The programme to start with. Default: the last one you opened.")
    ] = None,
    system: Annotated[
        _System, typer.Option("--for", help="For which system. Default: that of this computer.")
    ] = _HERE,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="In which folder. Default: your desktop.")
    ] = None,
    lang: Lang = None,
) -> None:
    """Make a file to double-click that starts mentorkit."""
    with speaking(lang) as speak:
        (ending, content), name = _FILES[system], present(programme).stem if programme else "mentorkit"
        words = [*(_START if system == _HERE else ("mentorkit",)), "--lang", speak.language]
        words += ["open", str(programme.resolve())] if programme else []
        desktop = next(filter(Path.is_dir, (platformdirs.user_desktop_path(), Path())))
        file = (output or desktop).resolve() / f"{name}{ending}"
        write_new(file, content(name, words, speak(say("Press Enter to close this window."))).encode())
        file.chmod(0o700)
        typer.echo(speak(say("Double-click {file} to start mentorkit.", file=str(file))))


def _cmd(_name: str, words: Sequence[str], _close: str) -> str:
    """For Windows; the window stays when something was refused, so that it can be read."""
    line = " ".join(f'"{word}"' for word in words).replace("%", "%%")
    return "\r\n".join(("@echo off", "chcp 65001 >nul", line, "if errorlevel 1 pause", ""))


def _command(_name: str, words: Sequence[str], _close: str) -> str:
    return f"#!/bin/sh\nexec {shlex.join(words)}\n"


def _desktop_entry(name: str, words: Sequence[str], close: str) -> str:
    """The window stays when something was refused, so that it can be read.

    Escaped twice, as the Desktop Entry Specification asks: inside the quotes, and in the value.
    """
    quoted = " ".join('"' + re.sub(r'(["`$\\])', r"\\\1", word) + '"' for word in (*_STAY, close, *words))
    command = quoted.replace("\\", "\\\\").replace("%", "%%")
    return f"[Desktop Entry]\nType=Application\nName={name}\nExec={command}\nTerminal=true\n"


_FILES: dict[_System, tuple[str, Callable[[str, Sequence[str], str], str]]] = {
    "windows": (".cmd", _cmd),
    "macos": (".command", _command),
    "linux": (".desktop", _desktop_entry),
}
"""How each system calls a file that starts a command, and what stands in it."""
