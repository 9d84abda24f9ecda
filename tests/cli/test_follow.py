"""`mentorkit week`, `log` and `evaluate`: whom to call, talks taken in, what it brought."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorkit.model import Meeting
from mentorkit.store import Store
from mentorkit.workflows.under_way import sample_under_way
from tests.cli.command import run

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("follow")
    sample_under_way(folder / "a.mentorkit", "nl", NOW, 26)
    return folder


def stored(home: Path) -> list[Meeting]:
    with Store.open(home / "a.mentorkit") as store:
        return store.load().rows(Meeting)


def test_the_list_of_the_week_is_as_long_as_the_hours(home: Path):
    many = json.loads(run("week", home / "a.mentorkit", "--json", home=home, MENTORKIT_LANG="nl").stdout)
    few = run("week", home / "a.mentorkit", "--hours", "1", "--json", home=home, MENTORKIT_LANG="nl")
    assert (len(many["calls"]), len(json.loads(few.stdout)["calls"])) == (12, 3)
    assert many["calls"][:3] == json.loads(few.stdout)["calls"]
    first = many["calls"][0]
    assert first["why"]
    assert first["say"].startswith("“")
    told = run("week", home / "a.mentorkit", "--hours", "1", home=home, MENTORKIT_LANG="nl")
    assert (told.returncode, told.stderr) == (0, "")
    assert f"{first['mentee']} – {first['mentor']}" in told.stdout
    assert first["say"] in told.stdout


def test_a_list_of_talks_is_taken_in_once_and_a_wrong_row_is_named(home: Path):
    found = json.loads(run("week", home / "a.mentorkit", "--json", home=home).stdout)["calls"][0]
    day, known = (NOW - timedelta(days=2)).strftime("%d-%m-%Y"), len(stored(home))
    rows = [("Mentee", "Mentor", "Dag"), (found["mentee"], found["mentor"], day), ("Niemand", "Nergens", day)]
    (home / "list.csv").write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    done = run("log", home / "a.mentorkit", home / "list.csv", home=home, MENTORKIT_LANG="nl")
    assert (done.returncode, done.stderr) == (1, "")
    assert "1 gesprek gelezen." in done.stdout
    assert "Geen koppel dat op weg is" in done.stdout
    assert len(stored(home)) == known + 1
    again = run("log", home / "a.mentorkit", home / "list.csv", home=home, MENTORKIT_LANG="nl")
    assert "Daarvan zijn er 0 nieuw of veranderd." in again.stdout
    assert list((home / "backups").iterdir())


def test_what_is_no_list_is_refused(home: Path):
    (home / "no.xlsx").write_bytes(b"PK\x03\x04nothing")
    assert run("log", home / "a.mentorkit", home / "no.xlsx", home=home).returncode == 3
    assert run("log", home / "a.mentorkit", home / "gone.xlsx", home=home).returncode == 3
    assert run("week", home / "gone.mentorkit", home=home).returncode == 3
    assert run("week", home / "a.mentorkit", "--hours", "-1", home=home).returncode == 2


def test_what_a_round_brought_is_printed_and_written_for_the_board(home: Path):
    report = home / "board.html"
    done = run("evaluate", home / "a.mentorkit", "--json", "-o", report, home=home, MENTORKIT_LANG="nl")
    assert (done.returncode, done.stderr) == (0, "")
    found = {one["measure"]: one for one in json.loads(done.stdout)["measures"]}
    early = found["early"]
    assert (early["question"], early["verb"], early["n"]) == ("results", "counted", 80)
    assert early["low"] < early["estimate"] < early["high"]
    page = report.read_text("utf-8")
    assert "Wat we niet weten" in page
    assert "//" not in page
    again = run("evaluate", home / "a.mentorkit", "-o", report, home=home)
    assert again.returncode == 3
    told = run("evaluate", home / "a.mentorkit", "-o", home / "board.docx", home=home, MENTORKIT_LANG="nl")
    assert "Wat heeft het opgebracht?" in told.stdout
    assert (home / "board.docx").read_bytes().startswith(b"PK")
