"""`mentorkit pair`: two files in; sentences, a table, JSON or a workbook out."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from mentorkit.matching import CRITERIA
from mentorkit.shipped import shipped
from tests.cli.command import run, start

SAMPLE = shipped("sample_data")
DUTCH = (SAMPLE / "nl" / "mentoren.xlsx", SAMPLE / "nl" / "mentees.xlsx")
ENGLISH = (SAMPLE / "en" / "mentors.csv", SAMPLE / "en" / "mentees.csv")


def clean(home: Path) -> tuple[Path, Path]:
    """Two files with nothing wrong in them."""
    mentors, mentees = home / "mentors.csv", home / "mentees.csv"
    consent = "I agree to the use of my details"
    mentors.write_text(f"Name,E-mail,{consent}\nAda Vos,ada@example.org,yes\n", encoding="utf-8")
    mentees.write_text(f"Name,E-mail,{consent}\nBo Smit,bo@example.org,yes\n", encoding="utf-8")
    return mentors, mentees


def test_json_is_one_object_and_nothing_else(tmp_path: Path):
    done = start("pair", *DUTCH, "--json", home=tmp_path)
    plan = json.loads(done.stdout)
    assert set(plan) == {"pairs", "unplaced", "summary", "problems"}
    assert plan["summary"]["placed"] == len(plan["pairs"]) > 0
    assert done.stderr == ""


def test_findings_in_the_data_give_code_1_and_the_plan_all_the_same(tmp_path: Path):
    done = run("pair", *DUTCH, "--json", "-o", tmp_path / "plan.xlsx", home=tmp_path)
    plan = json.loads(done.stdout)
    assert "error" in {finding["severity"] for finding in plan["problems"]}
    assert (done.returncode, len(plan["pairs"]) > 0) == (1, True)
    assert (tmp_path / "plan.xlsx").is_file()


def test_a_warning_alone_leaves_the_code_0(tmp_path: Path):
    mentors, mentees = clean(tmp_path)
    mentees.write_text(mentees.read_text() + "Ed,not-an-address,yes\n", encoding="utf-8")
    done = run("pair", mentors, mentees, "--json", home=tmp_path)
    severities = {finding["severity"] for finding in json.loads(done.stdout)["problems"]}
    assert ("warning" in severities, "error" in severities, done.returncode) == (True, False, 0)


def test_for_people_the_summary_comes_first_and_then_where_to_look(tmp_path: Path):
    done = run("pair", *DUTCH, "--lang", "nl", home=tmp_path)
    summary, table = done.stdout.split("\n\n")
    plan = json.loads(run("pair", *DUTCH, "--json", home=tmp_path).stdout)
    assert str(plan["summary"]["placed"]) in summary
    heads, *rows = table.rstrip().split("\n")
    assert heads.split() == ["Bestand", "Rij", "Kolom", "Waarde", "Wat", "je", "kunt", "doen"]
    assert 0 < len(rows) < len(plan["problems"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "There is nothing to compare: no topics"),
        ("nl", "Er valt niets te vergelijken: van geen enkele"),
    ],
)
def test_a_plan_in_which_nothing_could_be_compared_is_never_called_proven(
    tmp_path: Path, language: str, said: str
):
    files = clean(tmp_path)
    told = run("pair", *files, "--lang", language, "-o", "plan.xlsx", home=tmp_path).stdout
    assert said in told
    assert not any(word in told.casefold() for word in ("proven", "bewezen", "100 "))
    summary = json.loads(run("pair", *files, "--json", "--lang", language, home=tmp_path).stdout)["summary"]
    assert (summary["nothing_to_compare"], summary["known"], summary["mean"]) == (True, 0, None)
    assert (summary["capacity_assumed"], summary["text"]) == (1, told.strip().split("\n"))
    book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    assert book.worksheets[0]["E2"].value is None
    assert any(str(row[0]).startswith(said) for row in book.worksheets[2].values)
    book.close()


def test_signs_that_steer_a_terminal_are_not_passed_on(tmp_path: Path):
    mentors, mentees = clean(tmp_path)
    named = mentees.rename(tmp_path / "red\x1b[31m.csv")
    named.write_text(named.read_text() + "Ed,not-an-address,yes\n", encoding="utf-8")
    done = run("pair", mentors, named, home=tmp_path)
    assert "red?[31m.csv" in done.stdout
    assert "\x1b" not in done.stdout


def test_the_workbook_holds_the_pairs(tmp_path: Path):
    run("pair", *ENGLISH, "-o", "plan.xlsx", home=tmp_path)
    plan = json.loads(run("pair", *ENGLISH, "--json", home=tmp_path).stdout)
    book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    cells = {cell for row in book.worksheets[0].values for cell in row}
    book.close()
    assert {pair["mentee"] for pair in plan["pairs"]} <= cells
    assert [path.name for path in tmp_path.glob("*plan*")] == ["plan.xlsx"]


def test_a_file_with_sign_ups_is_never_written_over(tmp_path: Path):
    mentors, mentees = clean(tmp_path)
    before = mentees.read_bytes()
    done = run("pair", mentors, mentees, "-o", tmp_path / "." / "mentees.csv", home=tmp_path)
    assert (done.returncode, mentees.read_bytes()) == (3, before)
    assert "mentees.csv" in done.stderr


@pytest.mark.parametrize("link", [Path.symlink_to, Path.hardlink_to])
def test_another_name_of_a_file_with_sign_ups_is_never_written_over(
    tmp_path: Path, link: Callable[[Path, Path], None]
):
    mentors, mentees = clean(tmp_path)
    alias, before = tmp_path / "plan.xlsx", mentees.read_bytes()
    link(alias, mentees)
    for read, written in ((mentees, alias), (alias, mentees)):
        done = run("pair", mentors, read, "-o", written, home=tmp_path)
        assert (done.returncode, mentees.read_bytes(), alias.read_bytes()) == (3, before, before)
        assert "is one of the files with sign-ups" in done.stderr


def test_row_35_a_plan_is_private_and_takes_no_place_of_another_file(tmp_path: Path):
    """`pair -o` replaced whatever stood there."""
    plan = tmp_path / "plan.xlsx"
    plan.write_text("van iemand anders")
    done = run("pair", *clean(tmp_path), "-o", plan, home=tmp_path)
    assert (done.returncode, plan.read_text()) == (3, "van iemand anders")
    assert "is there already" in done.stderr
    assert "add --replace" in done.stderr
    plan.unlink()
    done = run("pair", *clean(tmp_path), "-o", plan, home=tmp_path)
    assert (done.returncode, plan.read_bytes()[:2], plan.stat().st_mode & 0o777) == (0, b"PK", 0o600)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_plan_takes_the_place_of_an_older_one_where_that_is_asked(tmp_path: Path, is_there: bool):
    plan, files = tmp_path / "plan.xlsx", clean(tmp_path)
    if is_there:
        plan.write_text("het voorstel van gisteren")
    done = run("pair", *files, "-o", plan, "--replace", home=tmp_path)
    assert (done.returncode, plan.read_bytes()[:2], plan.stat().st_mode & 0o777) == (0, b"PK", 0o600)
    before = files[1].read_bytes()
    done = run("pair", *files, "-o", files[1], "--replace", home=tmp_path)
    assert (done.returncode, files[1].read_bytes()) == (3, before)
    assert "is one of the files with sign-ups" in done.stderr


def test_a_plan_that_cannot_be_written_leaves_the_older_one_alone(tmp_path: Path):
    (tmp_path / "plan.xlsx").mkdir()
    done = run("pair", *clean(tmp_path), "-o", "plan.xlsx", home=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert "plan.xlsx" in done.stderr
    assert list(tmp_path.glob(".plan*")) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("w.json", '{"goal_coverage": 0, "values_style": 55.5}'),
        ("w.toml", "goal_coverage = 0\nvalues_style = 55.5"),
    ],
)
def test_weights_come_from_json_or_toml(tmp_path: Path, name: str, text: str):
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("pair", *ENGLISH, "--json", "--weights", name, home=tmp_path)
    weights = json.loads(done.stdout)["summary"]["weights"]
    assert (weights["goal_coverage"], weights["values_style"]) == (0, 55.5)


@pytest.mark.parametrize(
    "text",
    ['{"goals": 10}', '{"goal_coverage": 101}', '{"goal_coverage": -1}', '{"goal_coverage": NaN}']
    + ['{"goal_coverage": "10"}', '{"goal_coverage": true}', "[1]", "{", "\ufeff\x00"],
)
def test_wrong_weights_are_wrong_use_and_the_criteria_are_named(tmp_path: Path, text: str):
    (tmp_path / "w.json").write_text(text, encoding="utf-8")
    done = run("pair", *ENGLISH, "--weights", "w.json", home=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert all(criterion.key in done.stderr for criterion in CRITERIA)


def test_a_file_that_is_missing_or_no_table_is_refused_in_one_sentence(tmp_path: Path):
    (tmp_path / "junk.xlsx").write_bytes(b"PK\x03\x04 junk")
    for name in ("missing.xlsx", "junk.xlsx"):
        done = run("pair", name, ENGLISH[1], "--json", home=tmp_path)
        assert (done.returncode, done.stdout) == (3, "")
        assert "Traceback" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
