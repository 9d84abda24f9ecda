"""Files of others, where they are at hand."""

import os
from collections import Counter
from pathlib import Path

import pytest

from mentorkit.errors import FileRefused
from mentorkit.model import Role
from tests.intake.tables import Intake, intake_of

pytestmark = pytest.mark.shared_data


def given_file(name: str) -> bytes:
    return (Path(os.environ["MENTORKIT_SHARED_DATA"]) / name).read_bytes()


def taken(name: str, role: Role) -> Intake:
    return intake_of(name, given_file(name), role)


def count(intake: Intake, severity: str) -> int:
    return Counter(finding.severity for finding in intake.findings)[severity]


@pytest.mark.parametrize(("size", "people"), [("large", 500), ("small", 50)])
@pytest.mark.parametrize("role", ["mentor", "mentee"])
def test_the_civil_service_files_are_taken_in_whole(size, people, role):
    intake = taken(f"civil-service/{size}/{role}s.csv", role)
    assert (intake.rows_read, len(intake.people), len(intake.applications)) == (people, people, people)
    assert (count(intake, "error"), count(intake, "warning")) == (0, 0)
    assert all(person.department and person.level and person.email for person in intake.people)
    assert all(one.topics if role == "mentor" else one.goals for one in intake.applications)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("bad/01_encrypted_password.xlsx", "ENCRYPTED"),
        ("bad/03_html_renamed.xls", "HTML_AS_XLS"),
        ("bad/07_zipbomb_500MB.xlsx", "TOO_LARGE"),
        ("civil-service/form-output-headings.csv", "NO_ROWS"),
    ],
)
def test_files_that_cannot_be_read_are_refused(name, code):
    with pytest.raises(FileRefused) as refused:
        taken(name, "mentor")
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("bad/10_sparse_1048576_rows.xlsx", 25),
        ("bad/11_mixed_encodings.csv", 6),
        ("bad/17_markup_in_cells.xlsx", 4),
    ],
)
def test_files_that_look_bad_give_their_people(name, people):
    assert sum(len(taken(name, role).people) for role in ("mentor", "mentee")) == people


def test_text_that_looks_like_a_formula_stays_text():
    intake = taken("bad/09_formula_injection.xlsx", "mentor")
    assert "@SUM(1+1)" in {person.full_name for person in intake.people}


@pytest.mark.parametrize(
    ("name", "role", "rows", "people", "merged"),
    [
        ("forms/01_msforms_nl_mentoren.xlsx", "mentor", 144, 139, 4),
        ("forms/04_googlesheets_nl.csv", "mentor", 46, 46, 0),
        ("forms/04_googlesheets_nl.csv", "mentee", 54, 54, 0),
        ("forms/10_bamboohr_report.csv", "mentor", 200, 200, 0),
        ("forms/13_excel_nl_cp1252.csv", "mentor", 107, 107, 0),
        ("forms/13_excel_nl_cp1252.csv", "mentee", 41, 41, 0),
        ("forms/15_coordinator_workbook_nl.xlsx", "mentor", 75, 75, 0),
        ("forms/15_coordinator_workbook_nl.xlsx", "mentee", 95, 95, 0),
    ],
)
def test_exports_of_forms_and_systems_give_their_people(name, role, rows, people, merged):
    intake = taken(name, role)
    assert (intake.rows_read, len(intake.people), intake.merged) == (rows, people, merged)
    assert count(intake, "error") == rows - people - merged
