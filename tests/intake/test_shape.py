"""Sheets of every shape: tables below and beside each other, on their side, without headings, in groups."""

import pytest

from mentorkit.intake.tables.book import Book
from mentorkit.intake.understand.columns import map_columns
from mentorkit.workflows.intake.files import NOWHERE
from mentorkit.workflows.intake.review import review
from mentorkit.workflows.intake.reviewed import Review
from tests.intake.conftest import delimited, workbook
from tests.intake.tables import book_of

Rows = list[list[object]]
ADA, BEA, CAS, DIRK = (
    [name, f"{name.split()[0].lower()}@duin.example"]
    for name in ("Ada Boom", "Bea Kruis", "Cas Veld", "Dirk Plas")
)
WHO = ["Naam", "E-mail"]
BELOW: Rows = [
    ["Gidsen"],
    [*WHO, "Max. mentees"],
    [*ADA, 2],
    [*BEA, 1],
    [],
    ["Mentees"],
    [*WHO, "Leerdoelen"],
    [*CAS, "Plannen"],
    [*DIRK, "Netwerken"],
]
BESIDE: Rows = [
    ["Mentoren", None, None, None, "Mentees"],
    [*WHO, "Max. mentees", None, *WHO, "Leerdoelen"],
    [*ADA, 2, None, *CAS, "Plannen"],
    [*BEA, 1, None, *DIRK, "Netwerken"],
]
ON_ITS_SIDE: Rows = [
    [*WHO[:1], ADA[0], BEA[0], CAS[0]],
    [*WHO[1:], ADA[1], BEA[1], CAS[1]],
    ["Rol", "Mentor", "Mentee", "Mentee"],
]


def read(rows: Rows, *, kind: str = "xlsx") -> tuple[Book, Review]:
    content = workbook(("Blad1", rows)) if kind == "xlsx" else delimited(rows)
    book = book_of(f"a.{kind}", content)
    return book, review(NOWHERE, [book])


def people(found: Review) -> list[tuple[int, str, str | None]]:
    records = [record for reading in found.readings for record in reading.found.records]
    return [(record.row, record.who.name, record.role) for record in records]


def told(found: Review) -> str:
    return " ".join(finding.message.id for finding in found.all_findings)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_second_table_below_has_headings_and_a_role_of_its_own(kind):
    book, found = read(BELOW, kind=kind)
    before = "Blad1 · " if kind == "xlsx" else ""
    assert [table.sheet for table in book.tables] == [f"{before}1 Gidsen", f"{before}2 Mentees"]
    assert people(found) == [
        (3, "Ada Boom", "mentor"),
        (4, "Bea Kruis", "mentor"),
        (8, "Cas Veld", "mentee"),
        (9, "Dirk Plas", "mentee"),
    ]
    assert "holds several tables" in told(found)


def test_a_second_table_needs_no_title():
    rows = [row for row in BELOW if len(row) != 1]
    assert [table.sheet for table in read(rows)[0].tables] == ["Blad1 · 1", "Blad1 · 2"]


def test_headings_that_are_repeated_on_every_page_begin_no_table():
    rows = [
        [*WHO, "Rol"],
        [*ADA, "Mentor"],
        [*WHO, "Rol"],
        [*BEA, "Mentee"],
        [],
        [*WHO, "Rol"],
        [*CAS, "Mentor"],
    ]
    book, found = read(rows)
    assert len(book.tables) == 1
    assert people(found) == [(2, "Ada Boom", "mentor"), (4, "Bea Kruis", "mentee"), (7, "Cas Veld", "mentor")]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_tables_beside_each_other_keep_their_rows_and_letters(kind):
    book, found = read(BESIDE, kind=kind)
    assert people(found) == [
        (3, "Ada Boom", "mentor"),
        (4, "Bea Kruis", "mentor"),
        (3, "Cas Veld", "mentee"),
        (4, "Dirk Plas", "mentee"),
    ]
    assert map_columns(book.tables[1]).fields == {4: "full_name", 5: "email", 6: "goals"}


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("gap", [[None], []])
def test_lists_of_mentors_and_mentees_beside_each_other_are_both_read(kind, gap):
    heads = ["Mentor name", "Mentor e-mail", "Mentor topics", *gap, "Mentee name", "Mentee goals"]
    rows = [heads, [*ADA, "Schaken", *gap, CAS[0], "Bloggen"], [*BEA, "Bloggen", *gap, None, None]]
    book, found = read(rows, kind=kind)
    expected = [(2, "Ada Boom", "mentor"), (3, "Bea Kruis", "mentor"), (2, "Cas Veld", "mentee")]
    assert people(found) == expected
    at = 3 + len(gap)
    assert map_columns(book.tables[1], "mentee").fields == {at: "full_name", at + 1: "goals"}
    assert "This sheet holds several tables" in told(found)


def test_pairs_are_no_lists_beside_each_other():
    rows = [["Mentor name", "Mentor e-mail", "Mentee name", "Mentee e-mail", "Status"], [*ADA, *CAS, "ok"]]
    assert len(read(rows)[0].tables) == 1


def test_an_empty_column_between_the_answers_of_one_person_makes_no_second_table():
    rows = [[*WHO, None, "Rol", "Afdeling"], [*ADA, None, "Mentor", "Zorg"]]
    assert len(read(rows)[0].tables) == 1


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_people_in_columns_are_read_turned_and_it_is_said(kind):
    _, found = read(ON_ITS_SIDE, kind=kind)
    assert people(found) == [(2, "Ada Boom", "mentor"), (3, "Bea Kruis", "mentee"), (4, "Cas Veld", "mentee")]
    assert "was read turned" in told(found)


def test_a_list_of_questions_with_one_example_is_not_turned():
    rows = [["Vraag", "Soort", "Voorbeeld"], ["Naam", "tekst", "Ada Boom"], ["E-mail", "adres", ADA[1]]]
    assert "was read turned" not in told(read(rows)[1])


@pytest.mark.parametrize(
    "rows",
    [
        [[*ADA, "Mentor", "Zorg"], [*BEA, "Mentee", "Zorg"], [*CAS, "Mentee", "HR"]],
        [[ADA[0], "Mentor", "Zorg"], [BEA[0], "Mentee", "Zorg"], [CAS[0], "Mentor", "HR"]],
        [[17, ADA[0], "Mentor", 2], [18, BEA[0], "Mentee", 1], [19, CAS[0], "Mentor", 2]],
    ],
)
def test_without_headings_nobody_is_lost_and_no_cell_is_called_a_heading(rows):
    book, found = read(rows)
    assert [name for _, name, _ in people(found)] == ["Ada Boom", "Bea Kruis", "Cas Veld"]
    assert [row for row, _, _ in people(found)] == [1, 2, 3]
    assert set(book.tables[0].headers) == {""}
    assert "There is no row with headings" in told(found)


def test_who_can_be_nobody_is_told_without_a_word_of_the_cells():
    _, found = read([["Ochtend", "Kaneel"], ["ja", "nee"], ["nee", "ja"]])
    assert people(found) == []
    assert found.readings[0].found.counts == {
        **dict.fromkeys(("valid", "partial", "merged", "excluded"), 0),
        "rows": 2,
        "invalid": 2,
    }
    assert "Kaneel" not in repr([finding.message for finding in found.all_findings])


def test_titles_of_groups_and_totals_are_no_people():
    rows = [
        ["Naam", "Rol"],
        ["Afdeling Zorg"],
        ["Ada Boom", "Mentor"],
        ["Team Noord"],
        ["Bea Kruis", "Mentee"],
    ]
    _, found = read([*rows, ["Mentoren: 1"], ["Totaal: 2"]])
    assert [name for _, name, _ in people(found)] == ["Ada Boom", "Bea Kruis"]
    assert [finding.row for finding in found.all_findings if "title of a group" in finding.message.id] == [
        2,
        4,
        6,
        7,
    ]


def test_a_total_may_count_the_addresses():
    rows = [[*WHO, "Rol"], [*ADA, "Mentor"], [*BEA, "Mentee"], ["Totaal", 2, None]]
    assert [name for _, name, _ in people(read(rows)[1])] == ["Ada Boom", "Bea Kruis"]
    assert read(rows)[1].readings[0].found.asides == ()


def test_somebody_of_whom_only_the_name_is_there_is_no_title():
    _, found = read([["Naam", "Rol"], ["Ada Boom", "Mentor"], ["Bea Kruis", None], ["Cas Veld", "Mentee"]])
    assert [name for _, name, _ in people(found)] == ["Ada Boom", "Bea Kruis", "Cas Veld"]


TOPICS = [
    [*WHO, "Rol", "Thema"],
    [*ADA, "Mentor", "Plannen"],
    [*ADA, "Mentor", "Haken"],
    [*BEA, "Mentor", "Haken"],
]


@pytest.mark.parametrize("again", [ADA + ["Mentor"], [None, None, None]])
def test_one_row_for_a_person_and_a_topic_keeps_all_topics(again):
    rows: Rows = [*TOPICS[:2], [*again, "Haken"], TOPICS[3]]
    _, found = read(rows)
    records = found.readings[0].found.records
    assert [(one.row, one.answers["topics"]) for one in records] == [
        (2, ("Plannen", "Haken")),
        (4, ("Haken",)),
    ]
    (aside,) = found.readings[0].found.asides
    assert (aside.row, aside.state, aside.into) == (3, "merged", 2)


def test_rows_of_one_person_that_contradict_each_other_or_have_a_time_are_not_put_together():
    other = [
        [*WHO, "Rol", "Thema", "Afdeling"],
        [*ADA, "Mentor", "Plannen", "Zorg"],
        [*ADA, "Mentor", "Haken", "HR"],
    ]
    sent = [["Tijdstempel", *TOPICS[0]], *(["1-9-2026 9:00:00", *row] for row in TOPICS[1:3])]
    for rows in (other, sent):
        (record,) = read(rows)[1].readings[0].found.records
        assert (record.row, record.answers["topics"]) == (3, ("Haken",))
