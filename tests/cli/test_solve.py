"""`mentorkit solve`: a bare problem in, its best assignment and the proof out."""

import json
from pathlib import Path

import pytest

from tests.cli.command import run, start


def instance(home: Path, text: str) -> Path:
    file = home / "instance.json"
    file.write_text(text, encoding="utf-8-sig")  # as Excel and Notepad write it
    return file


EXAMPLE = '{"score": [[0.8, null], [0.4, 0.9], [0.7, 0.6]], "capacity": [1, 1]}'


def test_json_is_one_object_and_nothing_else(tmp_path: Path):
    done = start("solve", instance(tmp_path, EXAMPLE), "--json", home=tmp_path)
    said = json.loads(done.stdout)
    assert set(said) == {"assignment", "total", "unplaced", "duals", "proven", "gap"}
    assert (said["assignment"], said["unplaced"]) == ([0, 1, None], [2])
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("language", "line"), [("nl", "2 van de 3 gekoppeld, totaal 1,7."), ("en", "2 of 3 placed, total 1.7.")]
)
def test_for_people_it_is_one_line(tmp_path: Path, language: str, line: str):
    done = run("solve", instance(tmp_path, EXAMPLE), "--lang", language, home=tmp_path)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, line, "")


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "kan niet worden opgelost"), ("en", "cannot be solved")]
)
def test_a_wrong_problem_ends_with_code_3_and_a_sentence(tmp_path: Path, language: str, words: str):
    done = run("solve", instance(tmp_path, '{"score": [["a"]]}'), "--json", "--lang", language, home=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert words in done.stderr
    assert "[[0.8, null], [0.4, 0.9]]" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_not_there_ends_with_code_3_and_its_name(tmp_path: Path):
    done = run("solve", tmp_path / "gone.json", home=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert "gone.json" in done.stderr
