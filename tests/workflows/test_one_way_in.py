"""Whatever the way in, a file gives the same people, answers and findings."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from mentorkit.cli import app
from mentorkit.frames import Snapshot
from mentorkit.intake import Book
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.model import Application, Person
from mentorkit.shipped import shipped
from mentorkit.text import speaker
from mentorkit.workflows.intake.as_json import file_json
from mentorkit.workflows.intake.files import NOWHERE, book_of, programme_of
from mentorkit.workflows.intake.review import Review, review
from mentorkit.workflows.pairing.pair_files import pair_files
from tests.intake.conftest import workbook
from tests.intake.tables import book_of as our_book

HEADS = ("Naam", "E-mail", "Thema's", "Rol", "Talen")
NAMES = ("Mentoren Noord", "Mentoren Zuid", "Mentees", "Blad1", "Mentoren 2019", "Mentees 2020")
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Bo Smit", "Al Vos", "Cy Kok", "Dia Bos", ""]),
        st.sampled_from(["bo@example.org", "al@example.org", "cy@example.org", "geen", ""]),
        st.sampled_from(["Data;Zorg", "Data", ""]),
        st.sampled_from(["Mentor", "Mentee", "Beide", ""]),
        st.sampled_from(["Nederlands", "Nederlands;Engels", ""]),
    ).filter(any),
    min_size=1,
    max_size=5,
)
SHEETS = st.dictionaries(st.sampled_from(NAMES), ROWS, min_size=1, max_size=4)


def answers(snapshot: Snapshot, role: str) -> list[dict[str, Any]]:
    """Everybody in a role with all answers, without what depends on how a file was called."""
    left_out = {"id", "person_id", "revision", "source_file"}
    people = {person.id: person.model_dump(exclude=left_out) for person in snapshot.rows(Person)}
    return sorted(
        (
            people[one.person_id] | one.model_dump(exclude=left_out)
            for one in snapshot.rows(Application)
            if one.role == role
        ),
        key=str,
    )


def told(found: Review) -> set[tuple[int | None, str | None, str]]:
    return {(one.row, one.column, speaker("en")(one.message)) for one in found.all_findings}


def agrees(book: Book, found: Review) -> bool:
    """Whether the JSON of a file and its review tell of the same people, by name and role."""
    listed = file_json(book, found, speaker("en"))["valid"]
    people = {(one["full_name"], one.get("email"), one.get("role")) for one in listed}
    taken = {(row.person.full_name, row.person.email) for reading in found.readings for row in reading.taken}
    return taken == {(name, email) for name, email, role in people if role or "hr" in kinds(found)}


def kinds(found: Review) -> set[str]:
    return {sheet.kind for sheet in found.sheets}


@settings(max_examples=60)
@given(SHEETS)
def test_a_book_of_several_sheets_gives_the_same_people_to_every_way_in(sheets):
    book = our_book("werkboek.xlsx", workbook(*((name, [HEADS, *rows]) for name, rows in sheets.items())))
    found = review(NOWHERE, [book])
    assert agrees(book, found)


@settings(max_examples=15, deadline=None)
@given(sheets=SHEETS)
def test_pairing_a_book_with_itself_takes_whom_the_page_takes(sheets, tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "werkboek.xlsx"
    path.write_bytes(workbook(*((name, [HEADS, *rows]) for name, rows in sheets.items())))
    found = review(NOWHERE, [book_of(path, path.name)])
    paired = pair_files(path, path, {}, Watch())
    for role in ("mentor", "mentee"):
        assert answers(paired.snapshot, role) == answers(programme_of(found), role)
    assert told(found) <= {(one.row, one.column, speaker("en")(one.message)) for one in paired.findings}


def sample_pairs() -> list[tuple[Path, Path]]:
    folder = shipped("sample_data")
    return [
        (folder / "nl" / "mentoren.xlsx", folder / "nl" / "mentees.xlsx"),
        (folder / "en" / "mentors.csv", folder / "en" / "mentees.csv"),
    ]


@pytest.mark.parametrize("files", sample_pairs(), ids=["nl", "en"])
def test_two_files_give_the_same_people_to_pairing_and_to_the_page(files):
    paired = pair_files(*files, {}, Watch())
    found = review(NOWHERE, [book_of(path, path.name) for path in files])
    for role in ("mentor", "mentee"):
        assert answers(paired.snapshot, role) == answers(programme_of(found), role)


def given_files() -> Iterator[Path]:
    folder = Path(os.environ.get("MENTORKIT_SHARED_DATA", "nowhere"))
    for name in ("forms", "variants", "mentormatch", "bad"):
        yield from sorted(path for path in folder.glob(f"{name}/*") if path.suffix in {".csv", ".xlsx"})


@pytest.mark.shared_data
def test_files_of_others_give_the_same_people_to_every_way_in():
    checked = 0
    for path in given_files():
        listed = json.loads(CliRunner().invoke(app, ["import", str(path), "--json", "--lang", "en"]).stdout)
        if listed["sheets"]:
            book = our_book(path.name, path.read_bytes())
            found = review(NOWHERE, [book])
            assert listed == json.loads(json.dumps(file_json(book, found, speaker("en")))), path.name
            assert agrees(book, found), path.name
            checked += 1
    assert checked > 30
