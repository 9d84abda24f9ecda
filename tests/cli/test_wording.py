"""The command line speaks the reader's language, also where typer itself speaks."""

from pathlib import Path

import pytest

from mentorkit.cli.wording import asked_language
from tests.cli.command import run

ENGLISH = (
    "Usage",
    "Show this",
    "Options",
    "Commands",
    "required",
    "env var",
    "Default",
    "default:",
    "OPTIONS",
    "COMMAND",
)
COMMANDS = ("demo", "open", "pair", "import", "export", "solve", "bench", "questions", "shortcut", "stats")


@pytest.mark.parametrize("words", [[], *([one] for one in COMMANDS)])
def test_help_in_dutch_has_no_english_left(tmp_path: Path, words: list[str]):
    done = run("--lang", "nl", *words, "--help", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Gebruik: mentorkit {' '.join(words)}".strip())
    assert [word for word in ENGLISH if word in done.stdout] == []
    assert "Toon deze uitleg." in done.stdout


def test_help_in_english_is_as_it_was(tmp_path: Path):
    shown = run("--help", home=tmp_path, MENTORKIT_LANG="en").stdout
    assert shown.startswith("Usage: mentorkit [OPTIONS] COMMAND [ARGS]...")
    assert "Open your own programme in the browser." in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["open"], "'file' ontbreekt."),
        (["pair", "mentoren.xlsx"], "Er zijn twee bestanden nodig: mentoren en mentees."),
        (["nothing"], "Er is geen opdracht 'nothing'."),
        (["demo", "--fast"], "Er is geen optie --fast."),
        (["demo", "--port", "0"], "Deze waarde past niet bij '--port'"),
    ],
)
def test_wrong_use_is_told_in_dutch(tmp_path: Path, words: list[str], said: str):
    done = run(*words, home=tmp_path, MENTORKIT_LANG="nl")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Uitleg: mentorkit" in done.stderr
    assert not any(word in done.stderr for word in ENGLISH)


@pytest.mark.parametrize(
    ("words", "language"),
    [("--lang nl demo", "nl"), ("demo --lang=en", "en"), ("open --lang", "nl"), ("--lang fr", "nl")],
)
def test_the_language_is_known_before_the_command_is_read(
    words: str, language: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("MENTORKIT_LANG", "nl")
    assert asked_language(words.split()) == language
