"""Our own workbook is told from any other file before it is read."""

import io

import openpyxl
import pytest

from mentorkit.workbook.read import is_programme_workbook, read_programme_workbook
from tests.matching.small import mentee, snapshot
from tests.workflows.returned import exported, opened, saved


def other() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["_mentorkit", "Naam"])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("content", [b"", b"Naam;E-mail\n", b"PK\x03\x04", other()])
def test_any_other_file_is_not_ours(content: bytes):
    assert not is_programme_workbook(content)
    assert read_programme_workbook("f.xlsx", content) is None


def test_ours_is_known_also_after_another_program_saved_it():
    content = exported(snapshot(mentee("ann")))
    assert is_programme_workbook(content)
    assert is_programme_workbook(saved(opened(content)))


def test_headings_and_row_numbers_are_those_she_sees():
    book = read_programme_workbook("f.xlsx", exported(snapshot(mentee("ann", full_name="Ann")), "nl"))
    assert book is not None
    people = book.sheets["person"]
    assert (people.title, people.headings["full_name"]) == ("Mensen", "volledige naam")
    assert [(row.row, row.id, row.cells["full_name"]) for row in people.rows] == [(3, "ann", "Ann")]
