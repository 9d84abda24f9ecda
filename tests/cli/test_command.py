"""The command as a whole: what starts, in which language, and how it ends."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import mentorkit
from mentorkit.text import speaker
from mentorkit.workflows.own import own_programme
from mentorkit.workflows.set_up import new_programme, open_programme
from tests.cli.command import COMMAND, NO_LANGUAGE, Done, run, start
from tests.serving.workbook import Workbook, started

LINES_BEFORE_ADDRESS = 1


@contextmanager
def demo(home: Path, *arguments: str) -> Iterator[Workbook]:
    """The demonstration, with its temporary folder inside the home."""
    command = [*COMMAND, "demo", "--no-browser", *arguments]
    (home / "temporary").mkdir()
    with started(command, home, LINES_BEFORE_ADDRESS + 1, TMPDIR=str(home / "temporary")) as workbook:
        yield workbook


def test_version_is_one_line(tmp_path: Path):
    done = start("--version", home=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"mentorkit {mentorkit.__version__}\n", "")


def test_version_and_help_load_nothing_heavy(tmp_path: Path):
    for option in ("--version", "--help"):
        done = start(option, home=tmp_path, PYTHONPROFILEIMPORTTIME="1")
        loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
        assert "mentorkit.cli" in loaded
        assert loaded & {"marimo", "polars", "scipy", "numpy", "sqlalchemy", "altair"} == set()


def test_the_demonstration_is_there_after_the_link_and_gone_after_ctrl_c(tmp_path: Path):
    with demo(tmp_path) as workbook:
        assert workbook.ask().status == 401
        assert workbook.ask(f"/?token={workbook.token}").status == 303
        assert workbook.ask(headers=workbook.cookie).status == 200
        assert len(list((tmp_path / "temporary").glob("*/*.mentorkit"))) == 1
        assert_the_own_programme_is_one_link_away_and_behind_the_same_door(workbook)
        with pytest.raises(OSError, match="refused"):  # only this computer can reach it
            socket.create_connection(("127.0.0.2", workbook.port), timeout=10)
        code, printed = workbook.end()
    assert code == 0
    assert workbook.token not in printed  # after the first time
    assert list((tmp_path / "temporary").glob("mentorkit-*")) == []
    assert len(list(tmp_path.rglob("my programme.mentorkit"))) == 1


def assert_the_own_programme_is_one_link_away_and_behind_the_same_door(workbook: Workbook) -> None:
    answer = workbook.ask("/p/own/?lang=en", workbook.cookie)
    place = answer.headers["Location"]
    assert (answer.status, workbook.ask(place).status) == (303, 401)
    assert place.startswith("/p/")
    assert place.endswith("/?lang=en")
    page = workbook.ask(place, workbook.cookie)
    assert page.status == 200
    assert "'nonce-" in page.headers["Content-Security-Policy"]
    assert workbook.ask("/p/gone/", workbook.cookie).headers["Location"] == "/"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_demonstration_leaves_nothing_when_its_window_is_closed(tmp_path: Path, number: signal.Signals):
    with demo(tmp_path) as workbook:
        code, printed = workbook.end(number)
    assert code == 0
    assert "Traceback" not in printed
    assert list((tmp_path / "temporary").glob("mentorkit-*")) == []


def test_the_demonstration_says_that_nobody_is_real_at_the_port_she_asks_for_wherever_it_stands(
    tmp_path: Path,
):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [*COMMAND, "--port", str(port), "--no-browser", "demo", "--lang", "nl"]
    with started(command, tmp_path) as workbook:
        assert workbook.address.startswith("Voorbeeldgegevens")
        assert any(f":{port}/" in line for line in workbook.process.stdout)
        workbook.end()


def test_a_port_that_is_taken_is_said_in_one_sentence(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = run("demo", "--no-browser", "--port", port, home=tmp_path)
    assert done.returncode == 3
    assert port in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_bare_command_makes_her_programme_and_opens_it_again_the_next_time(tmp_path: Path):
    home = tmp_path / "programmes"
    command = [*COMMAND, "--no-browser", "--lang", "nl"]
    for _ in range(2):
        with started(command, tmp_path, LINES_BEFORE_ADDRESS, MENTORKIT_HOME=str(home)) as workbook:
            assert workbook.ask(f"/?token={workbook.token}").status == 303
            workbook.end()
        assert [path.name for path in home.glob("*.mentorkit")] == ["mijn programma.mentorkit"]


def test_a_bare_command_opens_the_newest_programme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for age, name in enumerate(("newest", "older", "oldest")):
        file = tmp_path / f"{name}.mentorkit"
        new_programme(file, name, "en", "Tester")
        seconds = 1_700_000_000 - age
        os.utime(file, (seconds, seconds))
    monkeypatch.setenv("MENTORKIT_HOME", str(tmp_path))
    assert own_programme(speaker("en"), "Tester") == tmp_path / "newest.mentorkit"


def test_open_shows_the_file_she_names_and_the_first_words_are_the_name_of_the_programme(tmp_path: Path):
    new_programme(tmp_path / "mine.mentorkit", "Léon & <b>co", "nl", "Tester")
    command = [*COMMAND, "open", "mine.mentorkit", "--no-browser"]
    with started(command, tmp_path, LINES_BEFORE_ADDRESS) as workbook:
        page = workbook.ask(headers=workbook.cookie)
        assert page.status == 200
        assert "<strong>Léon &amp; &lt;b&gt;co</strong>" in page.body.decode()
        workbook.end()


@pytest.mark.parametrize(
    ("name", "spoil", "word"),
    [
        ("people.csv", lambda _: b"name;e-mail\nAmira;amira@example.org\n", "geen programma van mentorkit"),
        ("empty.mentorkit", lambda _: b"", "geen programma van mentorkit"),
        ("cut.mentorkit", lambda whole: whole[: len(whole) // 2], "beschadigd"),
        ("newer.mentorkit", lambda whole: whole[:60] + (9_999).to_bytes(4) + whole[64:], "nieuwere"),
    ],
)
def test_a_file_that_cannot_be_opened_is_one_sentence_and_no_server(
    tmp_path: Path, name: str, spoil: Callable[[bytes], bytes], word: str
):
    new_programme(tmp_path / "whole.mentorkit", "Whole", "nl", "Tester")
    (tmp_path / name).write_bytes(spoil((tmp_path / "whole.mentorkit").read_bytes()))
    done = run("open", name, "--no-browser", "--lang", "nl", home=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    [line] = done.stderr.strip().splitlines()
    assert name in line
    assert word in line


def test_a_first_start_that_died_does_not_block_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MENTORKIT_HOME", str(tmp_path))
    speak = speaker("nl")
    (tmp_path / "mijn programma.mentorkit").touch()
    made = own_programme(speak, "Tester")
    assert made == tmp_path / "mijn programma.mentorkit"
    assert open_programme(made).programme.name == "Mijn mentorprogramma"
    (tmp_path / "newer.mentorkit").touch()
    assert own_programme(speak, "Tester") == made


def test_a_programme_file_that_is_not_there_is_refused(tmp_path: Path):
    done = run("open", "gone.mentorkit", home=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert "gone.mentorkit" in done.stderr


@pytest.mark.parametrize(
    ("environment", "first"),
    [
        ({"LC_ALL": "nl_BE.UTF-8"}, "Er is geen bestand"),
        ({"LC_ALL": "", "LANG": "nl_NL"}, "Er is geen bestand"),
        ({"LC_ALL": "fr_FR.UTF-8", "LANG": "nl_NL"}, "There is no file"),
        ({"LC_ALL": "nl_NL", "MENTORKIT_LANG": "en"}, "There is no file"),
        (NO_LANGUAGE, "There is no file"),
    ],
)
def test_the_language_is_the_one_asked_for_or_that_of_the_computer(
    tmp_path: Path, environment: dict[str, str], first: str
):
    assert start("open", "x", home=tmp_path, **environment).stderr.startswith(first)
    assert start("open", "x", "--lang", "nl", home=tmp_path, **environment).stderr.startswith("Er is geen")


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["pair"], ["demo", "--lang", "fr"], ["demo", "--port", "0"]]
)
def test_wrong_use_has_its_own_code(tmp_path: Path, arguments: list[str]):
    done = run(*arguments, home=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(tmp_path: Path):
    (tmp_path / "file").write_text("no folder")
    done = run("--no-browser", home=tmp_path, MENTORKIT_HOME=str(tmp_path / "file" / "programmes"))
    assert (done.returncode, done.stdout) == (3, "")
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_error_of_our_own_is_a_sentence_unless_details_are_asked_for(tmp_path: Path):
    def run_damaged(details: str) -> Done:
        damaged = "import sys; sys.modules['mentorkit.workflows.set_up'] = None"
        return start("demo", home=tmp_path, before=damaged, MENTORKIT_DEBUG=details)

    assert run_damaged("").returncode == 70
    assert "Traceback" not in run_damaged("").stderr
    assert "ModuleNotFoundError" in run_damaged("").stderr
    assert "Traceback" in run_damaged("1").stderr
