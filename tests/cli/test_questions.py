"""`mentorkit questions`: the text for a form, or an empty workbook that is never written over."""

from pathlib import Path

import openpyxl

from mentorkit.text import speaker
from mentorkit.workflows.intake.questions import sign_up_text
from tests.cli.command import run, start


def test_the_questions_of_one_role_or_of_both_are_printed(tmp_path: Path):
    one = run("questions", "--role", "mentee", "--lang", "nl", home=tmp_path)
    both = start("questions", home=tmp_path)
    assert (one.returncode, one.stdout) == (0, sign_up_text("mentee", speaker("nl")))
    assert (
        both.stdout == f"{sign_up_text('mentor', speaker('en'))}\n\n{sign_up_text('mentee', speaker('en'))}"
    )


def test_the_workbook_is_written_once_and_not_over_an_earlier_one(tmp_path: Path):
    out = tmp_path / "form.xlsx"
    first = run("questions", "--role", "mentor", "--output", out, "--lang", "nl", home=tmp_path)
    written = out.read_bytes()
    again = run("questions", "--output", out, home=tmp_path)
    assert (first.returncode, again.returncode) == (0, 3)
    assert "is there already" in again.stderr
    assert out.read_bytes() == written
    assert openpyxl.load_workbook(out).sheetnames == ["Lees dit eerst", "Mentoren", "_lists"]
