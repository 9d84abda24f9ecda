"""`mentorkit stats`: any statistic on numbers of one's own, and what is said when they do not fit."""

import io
import json
import sys
from pathlib import Path

import pytest

from mentorkit.evaluation.statistics import STATISTICS
from tests.cli.command import Done, run, start


def stats(*words: str, told: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> Done:
    with monkeypatch.context() as ours:
        ours.setattr(sys, "stdin", io.StringIO(told))
        return run("stats", *words, home=home)


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    return lambda *words, told="": stats(*words, told=told, home=tmp_path, monkeypatch=monkeypatch)


def test_json_has_every_digit_and_nothing_else_is_printed(ask):
    done = ask("wilson", "--json", told='{"successes": 18, "n": 20}')
    found = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert found["ci_low"] == pytest.approx(0.6989663547715, abs=1e-12)
    assert {"convention", "source", "shown_from_n", "is_shown", "missing"} <= set(found)


@pytest.mark.parametrize("statistic", STATISTICS, ids=lambda one: one.name)
def test_the_example_of_every_statistic_runs_as_the_list_shows_it(ask, statistic):
    (shown,) = (line for line in ask(statistic.name, "--list").stdout.splitlines() if "echo '" in line)
    done = ask(statistic.name, "--json", told=shown.split("'")[1])
    assert done.returncode == 0
    assert json.loads(done.stdout)["name"] == statistic.name


def test_the_list_names_every_statistic_its_inputs_and_the_rules_by_n(ask):
    done = ask("--list")
    assert all(f"{one.name}: " in done.stdout for one in STATISTICS)
    assert all(f"| mentorkit stats {one.name} --json" in done.stdout for one in STATISTICS)
    assert "successes (a whole number of 0 or more)" in done.stdout
    assert "Nothing is added up" in done.stdout
    assert ask().stdout == done.stdout


def test_the_list_reads_in_dutch_and_for_a_program(ask):
    assert "Welk deel zei ja" in ask("wilson", "--list", "--lang", "nl").stdout
    (row,) = json.loads(ask("wilson", "--list", "--json").stdout)["statistics"]
    assert row["inputs"][0][0]["name"] == "successes"


def test_inputs_may_stand_behind_the_name(ask):
    done = ask("wilson", "successes=4", "n=20", "confidence=0.9", "--json")
    assert json.loads(done.stdout)["ci_low"] == pytest.approx(0.09311801658121, abs=1e-12)


def test_an_option_behind_the_name_and_the_data_from_a_file(ask):
    done = ask("wilcoxon", "alternative=greater", "--json", told="d\n6\n8\n14\n-2\n")
    assert json.loads(done.stdout)["p"] == pytest.approx(0.125)


def test_text_says_the_custom_it_follows_and_that_a_report_would_not_show_it(ask):
    done = ask("nps", "--lang", "nl", told="[0, 7, 7, 9, 9, 9]")
    assert "estimate: 33,3333" in done.stdout
    assert "een verslag toont het pas vanaf 30" in done.stdout


@pytest.mark.parametrize(
    ("name", "told", "code", "says"),
    [
        ("wilsn", "{}", 2, "wilson"),
        ("zzzz", "{}", 2, "--list"),
        ("wilson", "{bad", 3, "line 1, character 2"),
        ("wilson", "", 1, "successes"),
        ("wilson", '{"successes": 21, "n": 20}', 1, "21 is more than the 20"),
        ("wilson", '{"successes": 1.5, "n": 20}', 1, "a whole number"),
        ("wilson", '{"successes": 1, "n": 20, "confidnce": 0.9}', 1, "confidnce"),
        ("hl", '{"values": [1, 2, 3], "alternative": "less"}', 1, "alternative"),
        ("paired_change", "pre,post\n1,2\n2,x\n", 1, "Row 3, column post: x"),
        ("paired_change", '{"pre": [1, 2], "post": [1, 2, 3]}', 1, "2 and 3"),
        ("paired_change", '{"n": 9, "m1": 1, "m2": 2, "sd1": 1, "sd2": 1}', 1, "r (a number from -1 to 1)"),
        ("km", '{"time": [1, 2], "status": [1, 2]}', 1, "Row 2, column status: 2"),
        ("alpha", "[[1, 2], [1, 2, 3]]", 1, "Row 2"),
        ("gas", '{"levels": [1], "weights": [0]}', 1, "weight above 0"),
        ("wilcoxon", '{"d": [1, 2], "alternative": "sideways"}', 1, "two-sided, greater and less"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place_and_ends_with_its_code(ask, name, told, code, says):
    done = ask(name, told=told)
    assert (done.returncode, done.stdout) == (code, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_word_that_is_no_input_is_wrong_use(ask):
    done = ask("wilson", "18", "--lang", "nl")
    assert done.returncode == 2
    assert "naam=waarde" in done.stderr


def test_it_runs_in_a_process_of_its_own(tmp_path: Path):
    done = start("stats", "wilson", "x=18", "n=20", "--json", home=tmp_path)
    assert (done.returncode, json.loads(done.stdout)["successes"]) == (0, 18)
