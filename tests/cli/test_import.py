"""`mentorkit import`: what is in a file, as JSON or in lines, and into a programme when she names one."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorkit.frames import Snapshot
from mentorkit.store import Store
from mentorkit.workflows.set_up import new_programme
from tests.cli.command import run, start

KEYS = {
    "file", "code", "layout", "language", "sheets", "columns", "valid", "invalid", "partial", "merged",
    "excluded", "warnings", "counts",
}  # fmt: skip
MENTORS = """Tijdstempel,E-mailadres,Naam,Thema's,Max. mentees,Beschikbaar vanaf
14-9-2026 9:05:31,bo@example.org,"Berg, Bo van den","Leiderschap, Netwerken",max. 2,1-10-2026
14-9-2026 9:06:31,al@example.org,Al Vos,Netwerken,1,2-10-2026
14-9-2026 9:07:31,cy@example,Cy Kok,Netwerken,1,2-10-2026
15-9-2026 9:05:31,al@example.org,Al Vos,Data,3,2-10-2026
"""


@pytest.fixture
def mentors(tmp_path: Path) -> Path:
    file = tmp_path / "mentoren.csv"
    file.write_text(MENTORS, encoding="utf-8")
    return file


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    file = tmp_path / "p.mentorkit"
    new_programme(file, "P", "nl", "coordinator")
    return file


def people(programme: Path) -> Snapshot:
    with Store.open(programme, now=datetime.now(UTC)) as store:
        return store.load()


def test_one_file_gives_one_object_with_plain_values(mentors: Path, tmp_path: Path):
    done = start("import", mentors, "--json", home=tmp_path)
    told = json.loads(done.stdout)
    assert set(told) == KEYS
    assert (told["file"], told["code"], told["language"]) == ("mentoren.csv", "OK", "nl")
    assert [(sheet["name"], sheet["header_row"], sheet["rows"]) for sheet in told["sheets"]] == [("", 1, 4)]
    assert told["counts"] == {"rows": 4, "valid": 2, "invalid": 1, "partial": 0, "merged": 1, "excluded": 0}
    bo, al = told["valid"]
    assert bo | {
        "row": 2, "email": "bo@example.org", "full_name": "Bo van den Berg", "last_name": "van den Berg",
        "infix": "van den", "role": "mentor", "topics": ["Leiderschap", "Netwerken"], "capacity": 2,
        "topic_keys": ["leadership", "networking"], "available_from": "2026-10-01",
        "submitted_at": "2026-09-14T09:05:31",
    } == bo  # fmt: skip
    assert (al["row"], al["capacity"]) == (5, 3)
    assert [(one["letter"], one["field"], one["status"]) for one in told["columns"]][:2] == [
        ("A", "submitted_at", "read"), ("B", "email", "read"),
    ]  # fmt: skip
    assert [(one["row"], one["column"], one["value"]) for one in told["invalid"]] == [
        (4, "E-mailadres", "cy@example")
    ]
    assert [(one["row"], one["into"]) for one in told["merged"]] == [(3, 5)]
    assert [line for line in told["warnings"] if line.startswith("row 2")]


def test_a_row_to_repair_gives_code_1_and_none_gives_code_0(mentors: Path, tmp_path: Path):
    assert run("import", mentors, "--json", home=tmp_path).returncode == 1
    mentors.write_text(MENTORS.replace("cy@example,", "cy@example.org,"), encoding="utf-8")
    assert run("import", mentors, "--json", home=tmp_path).returncode == 0


def test_several_files_give_a_list_and_a_refused_one_its_code(mentors: Path, tmp_path: Path):
    page = tmp_path / "page.xls"
    page.write_text("<html><table><tr><td>x</td></tr></table></html>", encoding="utf-8")
    done = run("import", mentors, page, "--json", home=tmp_path)
    one, other = json.loads(done.stdout)
    assert (one["code"], other["code"], set(other) - KEYS, done.returncode) == (
        "OK", "HTML_AS_XLS", {"message"}, 3,
    )  # fmt: skip
    assert (other["valid"], other["counts"]["rows"]) == ([], 0)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    done = run("import", "none.csv", "--json", home=tmp_path)
    assert (json.loads(done.stdout)["code"], done.returncode) == ("NOT_FOUND", 3)


def test_a_role_that_is_none_is_wrong_use(mentors: Path, tmp_path: Path):
    assert run("import", mentors, "--role", "boss", home=tmp_path).returncode == 2


def test_lines_tell_the_counts_and_every_finding(mentors: Path, tmp_path: Path):
    done = run("import", mentors, "--lang", "nl", home=tmp_path)
    assert done.stdout.startswith("mentoren.csv: 2 mensen. 1 rij om te verbeteren.")
    assert "cy@example" in done.stdout


ROLELESS = "Naam,E-mail,Rol\nBo Vos,bo@example.org,mentor\nAl Vos,al@example.org,\n"


def test_a_row_that_does_not_tell_the_role_is_a_question_until_it_is_left_out(
    programme: Path, tmp_path: Path
):
    """Beside no programme nothing is left out; into one the row is not imported, and the code says so."""
    file = tmp_path / "a.csv"
    file.write_text(ROLELESS, encoding="utf-8")
    unclear, asked = "Het is niet duidelijk of dit een mentor", "Bij 1 rij is niet te zien of"
    alone = run("import", file, "--lang", "nl", home=tmp_path)
    assert (alone.returncode, unclear in alone.stdout, asked in alone.stdout) == (0, False, True)
    into = run("import", file, "--programme", programme, "--lang", "nl", home=tmp_path)
    assert (into.returncode, unclear in into.stdout) == (1, True)
    assert people(programme).people["full_name"].to_list() == ["Bo Vos"]


def test_the_last_line_names_the_columns_that_were_not_read(tmp_path: Path):
    file = tmp_path / "a.csv"
    file.write_text("Naam,E-mail,Lievelingskleur\nBo Vos,bo@example.org,blauw\n", encoding="utf-8")
    done = run("import", file, "--role", "mentor", "--lang", "nl", home=tmp_path)
    assert done.stdout.splitlines()[-1] == "1 kolom met antwoorden is niet gelezen: Lievelingskleur."


def test_everybody_is_taken_into_a_programme_once(mentors: Path, programme: Path, tmp_path: Path):
    for _ in range(2):
        done = run("import", mentors, "--programme", programme, "--json", home=tmp_path)
        assert done.returncode == 1, done.stderr
    found = people(programme)
    assert sorted(found.people["email"].to_list()) == ["al@example.org", "bo@example.org"]
    assert found.applications["role"].to_list() == ["mentor"] * 2


def test_a_dry_run_writes_nothing(mentors: Path, programme: Path, tmp_path: Path):
    before = programme.read_bytes()
    run("import", mentors, "--programme", programme, "--dry-run", home=tmp_path)
    assert programme.read_bytes() == before


def test_a_dry_run_looks_beside_the_programme(mentors: Path, programme: Path, tmp_path: Path):
    run("import", mentors, "--programme", programme, home=tmp_path)
    again = tmp_path / "again.csv"
    again.write_text("Naam,E-mail\nAnne Smit,bo@example.org\n", encoding="utf-8")
    arguments = ("import", again, "--role", "hr", "--dry-run")
    alone = run(*arguments, home=tmp_path)
    beside = run(*arguments, "--programme", programme, home=tmp_path)
    assert "two people" not in alone.stdout
    assert "If they are two people" in beside.stdout


def test_looking_at_a_file_loads_nothing_that_it_does_not_need(tmp_path: Path):
    heavy = {"scipy", "numpy", "openpyxl", "sqlalchemy", "alembic", "altair", "marimo"}
    told = f"print(sorted({heavy!r} & set(sys.modules)))"
    program = f"import sys, mentorkit.cli.intake, mentorkit.cli.progress; {told}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_nothing_is_written_when_one_of_the_files_is_refused(mentors: Path, programme: Path, tmp_path: Path):
    done = run("import", mentors, "none.csv", "--programme", programme, "--json", home=tmp_path)
    assert (done.returncode, people(programme).people.height) == (3, 0)


def test_an_export_of_hr_gives_people_and_no_sign_ups(programme: Path, tmp_path: Path):
    file = tmp_path / "staff.csv"
    file.write_text(
        'Employee #,"Last name, First name",Work Email,Reporting to,Supervisor EID\n'
        '0007,"Vos, Ann",ann@example.org,,NO_MANAGER\n'
        '0010,"Smit, Bo",bo@example.org,"Vos, Ann",0007\n',
        encoding="utf-8",
    )
    done = run("import", file, "--programme", programme, "--role", "hr", "--json", home=tmp_path)
    told = json.loads(done.stdout)
    assert [person.get("manager_id") for person in told["valid"]] == [None, "0007"]
    found = people(programme)
    assert (found.people.height, found.applications.height) == (2, 0)
