"""The programme out and back: nothing changes by itself, and an edit comes back as one change."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.errors import FileRefused
from mentorkit.frames import Snapshot
from mentorkit.model import Application, Insert, Person, Preference, Programme, Row, Update
from mentorkit.model.fields import OWN
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.workbook.fields import SHEETS as OURS
from mentorkit.workbook.read import read_programme_workbook
from mentorkit.workflows.intake.programme_workbook import Comparison, compare
from mentorkit.writing.style import joined, split
from tests.matching.small import blind, earlier, mentee, mentor, said, snapshot
from tests.strategies import programmes
from tests.workflows.returned import NOW, SHEETS, back, column, edited, exported, opened, saved

ODD = ("=1+1", "+1", "-1", "@x", "a\nb", "x" * 40_000, "_x0041_", "<r></r>", " ", "a;b\\", "\t=1", "yes",
       "007", "By video call", "per video", "ja; nee")  # fmt: skip


def odd() -> Snapshot:
    people = [
        Person(id=f"p{i}", full_name=f"N{i}", city=text, job_title=text[:300]) for i, text in enumerate(ODD)
    ]
    ups = [
        Application(
            id=f"a{i}",
            person_id=f"p{i}",
            role="mentee",
            goal_text=text,
            goals=(text[:50],),
            channels=(text[:50], "video"),
            learning_style=text[:50],
            is_paused=False,
        )
        for i, text in enumerate(ODD)
    ]
    return Snapshot.of(Programme(id="programme", name="Odd"), people, ups)


def small() -> Snapshot:
    """Two people with all that can be edited."""
    ann = mentee("ann", full_name="Ann", email="ann@example.org", city="=1+1", languages=("nl", "en"))
    kim = mentor("kim", full_name="Kim", capacity=2, available_from=date(2026, 9, 1), has_consented=True,
                 relation_types=("classic", "peer"), avoids=("ann",))  # fmt: skip
    return snapshot(
        ann, kim, pairs=[earlier("ann", "kim")], preferences=[said("mentee", "ann", "kim", "prefer")]
    )


def with_programme(**changes: Any) -> Snapshot:
    now = small()
    return now.with_table(Programme, [now.programme.model_copy(update=changes)])


def with_city(city: str) -> Snapshot:
    """As somebody else changed the programme in the meantime."""
    is_ann = pl.col("id") == "ann"
    here = pl.when(is_ann).then(pl.lit(city)).otherwise("city")
    return small().with_table(Person, small().people.with_columns(city=here))


def edit(sheet: str, row: int, language: Language = "nl", **cells: object) -> Comparison:
    return back(small(), edited(exported(small(), language), sheet, row, **cells))


def only(told: Comparison, model: type[Row] = Row) -> Any:
    """The one row that changed."""
    (change,) = told.changes.items
    assert isinstance(change, Update)
    assert isinstance(change.row, model)
    assert told.findings == ()
    return change.row


@given(programmes())
@settings(max_examples=25, deadline=None)
def test_what_goes_out_comes_back_without_a_change(programme: Snapshot):
    told = back(programme, exported(programme))
    assert (told.changes.items, told.edits, told.conflicts, told.findings, told.missing) == ((),) * 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_odd_texts_come_back_without_a_change(language: Language):
    told = back(odd(), exported(odd(), language))
    assert (told.changes.items, told.conflicts, told.findings, told.missing) == ((),) * 4


def test_nothing_in_it_is_a_formula_or_a_link():
    with zipfile.ZipFile(io.BytesIO(exported(odd()))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert [name for name, part in parts.items() if b"<f>" in part or b"<hyperlink" in part] == []


@given(st.lists(st.text("ab;\\ \n", min_size=1).map(str.strip).filter(bool)).map(tuple))
def test_a_list_comes_back_from_one_cell(values: tuple[str, ...]):
    assert split(joined(values)) == values


def test_an_own_column_that_was_edited_comes_back():
    kept = ("T-shirt: M; lang", "Bus: ja")
    now = snapshot(mentee("ann", full_name="Ann", own_columns=kept), mentor("kim", full_name="Kim"))
    content = exported(now)
    cell = opened(content).worksheets[SHEETS.index("mentee")]
    assert cell.cell(3, column(cell, OWN)).value == r"T-shirt: M\; lang; Bus: ja"
    told = back(now, edited(content, "mentee", 3, **{OWN: r"T-shirt: L\; lang; Fiets: nee"}))
    assert only(told, Application).own_columns == ("T-shirt: L; lang", "Fiets: nee")
    emptied = back(now, edited(content, "mentee", 3, **{OWN: None}))
    assert [(one.field, tuple(one.old)) for one in emptied.emptied] == [(OWN, kept)]


def test_an_edited_cell_is_one_change_and_keeps_the_rest():
    told = edit("person", 3, department="Zorg", languages="nl; de")
    row = only(told, Person)
    assert (row.department, row.languages, row.city) == ("Zorg", ("nl", "de"), "=1+1")
    assert [(one.line.row, one.line.who, one.heading, one.old, one.new) for one in told.edits] == [
        (3, "Ann", "afdeling", None, "Zorg"),
        (3, "Ann", "talen", ["nl", "en"], ("nl", "de")),
    ]


def test_an_edit_to_the_word_none_is_an_edit():
    told = edit("person", 3, department="None")
    assert only(told, Person).department == "None"


@pytest.mark.parametrize(
    ("sheet", "field", "cell", "stored"),
    [
        ("mentor", "available_from", datetime(2026, 10, 2), date(2026, 10, 2)),
        ("mentor", "working_style", 4, 4),
        ("mentor", "hours_per_month", "2,5", 2.5),
        ("mentor", "has_consented", "nee", False),
        ("mentor", "has_consented", "No", False),
        ("mentor", "relation_types", "Eenmalig (flash); between peers", ("flash", "peer")),
        ("mentor", "channels", "per telefoon; by letter", ("phone", "by letter")),
        ("preference", "kind", "either way is fine", "neutral"),
        ("pair", "ended_on", datetime(2026, 10, 2), date(2026, 10, 2)),
        ("pair", "has_failed", "ja", True),
        ("programme", "relation_type", "groep", "group"),
        ("programme", "other_types", "reverse; groep", ("reverse", "group")),
        ("programme", "own_topics", "Wijkwerk = buurtwerk; Zorg", ("Wijkwerk = buurtwerk", "Zorg")),
        ("programme", "aim", "Protect the weakest", "leximin"),
        ("programme", "unplaced_price", 0.5, 0.5),
        ("programme", "weights__proximity", 80, {"proximity": 80.0}),
        ("programme", "rules__language", "nee", ("language",)),
    ],
)
def test_every_kind_of_cell_comes_back_as_what_is_stored(
    sheet: str, field: str, cell: object, stored: object
):
    row = only(edit(sheet, 3, **{field: cell}))
    name = {"weights__proximity": "weights", "rules__language": "rules_off"}.get(field, field)
    assert getattr(row, name) == stored


def test_a_condition_that_is_off_can_be_switched_on_again():
    now = with_programme(rules_off=("language", "consent"), weights={"proximity": 5.0})
    row = only(back(now, edited(exported(now), "programme", 3, rules__language="ja")), Programme)
    assert (row.rules_off, row.weights) == (("consent",), {"proximity": 5.0})


def test_the_programme_keeps_what_changed_there_too_unless_she_chooses():
    content = edited(exported(small()), "person", 3, city="Gent")
    told = back(with_city("Luik"), content)
    assert [(one.key, one.old, one.new) for one in told.conflicts] == [(("ann", "city"), "Luik", "Gent")]
    assert told.changes.items == ()
    row = only(back(with_city("Luik"), content, frozenset({("ann", "city")})), Person)
    assert row.city == "Gent"


def test_what_only_changed_in_the_programme_stays():
    told = back(with_city("Luik"), exported(small()))
    assert (told.changes.items, told.conflicts, told.edits) == ((), (), ())


def test_an_emptied_cell_empties_nothing_unless_she_chooses():
    content = edited(exported(small()), "person", 3, city=None)
    told = back(small(), content)
    assert [one.key for one in told.emptied] == [("ann", "city")]
    assert told.changes.items == ()
    assert only(back(small(), content, frozenset({("ann", "city")})), Person).city is None


@pytest.mark.parametrize(
    ("sheet", "field", "cell", "heading", "sentence"),
    [
        ("mentor", "is_paused", "soms", "gepauzeerd", "“soms” staat niet op de lijst. Kies een"),
        ("programme", "rules__language", "soms", "voorwaarde: Ze spreken dezelfde taal",
         "“soms” staat niet op de lijst. Kies een van deze: ja en nee."),
        ("mentor", "relation_types", "klassiek; lang", "soorten mentoring", "“classic; lang” staat niet op"),
        ("mentor", "working_style", 9, "werkstijl", "“9” staat niet op de lijst. Kies een"),
        ("person", "years_experience", "veel", "jaren ervaring", "“veel” is geen getal."),
        ("person", "years_experience", 81, "jaren ervaring", "“81” is te hoog. Geef 80 of minder."),
        ("mentor", "capacity", -1, "plek voor mentees", "“-1” is te laag. Geef 0 of meer."),
        ("mentor", "capacity", 1.5, "plek voor mentees", "“1.5” is geen heel getal."),
        ("mentor", "available_from", "morgen", "beschikbaar vanaf", "“morgen” is geen datum."),
        ("person", "email", "x" * 321, "e-mailadres", "Deze tekst is te lang. Gebruik hooguit 320"),
        ("person", "full_name", None, "volledige naam", "Dit mag niet leeg zijn."),
        ("programme", "weights__proximity", 101, "gewicht van Zelfde stad", "“101” is te hoog. Geef 100 of"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_sentence_and_its_place(
    sheet: str, field: str, cell: object, heading: str, sentence: str
):
    told = edit(sheet, 3, **{field: cell})
    (finding,) = told.findings
    title = speaker("nl")(OURS[sheet].title)
    assert (finding.file, finding.sheet, finding.row) == (f"ours.xlsx, {title}", title, 3)
    assert (finding.column, finding.value) == (heading, None if cell is None else str(cell))
    assert speaker("nl")(finding.message).startswith(sentence)
    assert (finding.severity, told.changes.items, told.edits) == ("warning", (), ())


def test_a_new_person_and_her_sign_up_come_in_once():
    content = edited(exported(small()), "person", 5, full_name="Bea", email="bea@example.org", level=2)
    content = edited(content, "mentee", 4, who="Bea", goals="law; art", working_style=3)
    told = back(small(), content)
    person, sign_up = (change.row for change in told.changes.items if isinstance(change, Insert))
    assert isinstance(person, Person)
    assert isinstance(sign_up, Application)
    assert (person.full_name, person.email, person.level) == ("Bea", "bea@example.org", 2)
    assert (sign_up.person_id, sign_up.role, sign_up.goals) == (person.id, "mentee", ("law", "art"))
    assert [(one.sheet, one.row, one.who) for one in told.new] == [
        ("Mensen", 5, "Bea"),
        ("Mentees", 4, "Bea"),
    ]
    now = Snapshot.of(small().programme, [*_people(small()), person], [*_sign_ups(small()), sign_up])
    again = back(now, content)
    assert [change for change in again.changes.items if isinstance(change, Insert)] == []
    assert again.new == ()


def test_a_new_row_with_a_known_address_is_that_person():
    content = edited(
        exported(small()), "person", 5, full_name="Ann", email="ANN@example.org", city="Gent", phone="1"
    )
    told = back(small(), content)
    assert (told.new, [one.key for one in told.conflicts]) == ((), [])
    assert [speaker("en")(one.message)[:20] for one in told.findings] == ["This is a copy of a "]


@pytest.mark.parametrize(
    ("sheet", "cells", "sentence"),
    [
        ("mentee", {"who": "Nobody", "goals": "law"}, "Write in the column Who who this is"),
        ("mentee", {"goals": "law"}, "Write in the column Who who this is"),
        ("mentee", {"who": "Ann", "goals": "law"}, "This is a copy of a row above it"),
        ("person", {"city": "Gent"}, "Give this person a full name"),
        ("person", {"full_name": "x" * 1_000}, "This text is too long"),
        ("pair", {"ended_on": date(2026, 1, 1)}, "A new row cannot be used on this sheet"),
    ],
)
def test_a_new_row_that_cannot_be_used_says_why(sheet: str, cells: dict[str, object], sentence: str):
    told = edit(sheet, 5, **cells)
    (finding,) = told.findings
    assert speaker("en")(finding.message).startswith(sentence)
    assert (finding.row, finding.severity, told.changes.items, told.new) == (5, "error", (), ())


def test_two_people_with_one_name_are_told_apart_by_address():
    two = snapshot(mentee("a", full_name="Sem", email="a@example.org"), mentee("b", full_name="Sem"))
    content = exported(two)
    told = back(two, edited(content, "mentor", 3, who="Sem", capacity=1))
    assert [speaker("en")(one.message)[:33] for one in told.findings] == ["Several people are called Sem. Wr"]
    told = back(two, edited(content, "mentor", 3, who="a@example.org", capacity=1))
    assert [change.row.person_id for change in told.changes.items] == ["a"]  # type: ignore[union-attr]


def test_a_copied_row_and_one_that_is_gone_are_left_out():
    book = opened(exported(small()))
    sheet = book.worksheets[0]
    for cell in sheet[3]:
        sheet.cell(5, cell.column).value = cell.value
    told = back(small(), saved(book))
    assert [(one.row, speaker("en")(one.message)[:14]) for one in told.findings] == [(5, "This is a copy")]
    gone = snapshot(mentee("ann", full_name="Ann"))
    told = back(gone, exported(small()))
    assert {speaker("en")(one.message) for one in told.findings} == {
        "This row is not in the programme any more, so it was left out."
    }


def test_a_deleted_row_is_only_listed():
    book = opened(exported(small()))
    book.worksheets[0].delete_rows(3)
    told = back(small(), saved(book))
    assert [(one.who, one.row) for one in told.missing] == [("Ann", None)]
    assert told.changes.items == ()


def test_a_deleted_sheet_is_told_and_nothing_of_it_is_missing():
    book = opened(exported(small()))
    del book[book.sheetnames[0]]
    told = back(small(), saved(book))
    assert [speaker("nl")(one.message)[:24] for one in told.findings] == ["Het blad Mensen is weg, "]
    assert (told.missing, told.changes.items) == ((), ())


def test_an_inserted_column_changes_nothing():
    book = opened(exported(small()))
    book.worksheets[0].insert_cols(7)
    assert back(small(), saved(book)).changes.items == ()


def test_what_was_told_in_confidence_stays_in_the_programme():
    words = [said("mentee", "ann", "kim", "avoid"), said("mentor", "ann", "kim", "prefer")]
    now = small().with_table(Preference, words)
    content = exported(now)
    assert "liever niet" not in {
        cell.value for sheet in opened(content) for row in sheet.iter_rows() for cell in row
    }
    book = opened(content)
    assert "avoids" not in {cell.value for sheet in book for cell in sheet[1]}
    assert book.worksheets[SHEETS.index("preference")].max_row == 3
    told = back(now, edited(content, "mentor", 3, capacity=3))
    assert only(told, Application).avoids == ("ann",)
    assert told.missing == ()


def test_a_programme_with_hidden_names_has_no_workbook():
    with pytest.raises(FileRefused, match="Names are hidden"):
        exported(blind(small()))
    with pytest.raises(FileRefused, match="Names are hidden"):
        back(blind(small()), exported(small()))


@pytest.mark.parametrize("other", [with_programme(id="other"), snapshot(mentee("zoe"))])
def test_the_workbook_of_another_programme_is_refused(other: Snapshot):
    with pytest.raises(FileRefused, match="workbook of another programme"):
        back(small(), exported(other))


def test_a_workbook_that_comes_from_outside_is_read_in_a_process_of_its_own():
    content = edited(exported(small()), "mentor", 3, available_from=datetime(2026, 10, 2), has_consented=True)
    book = read_programme_workbook("ours.xlsx", content)
    assert book is not None
    told = compare(small(), book, NOW.date())
    assert only(told, Application).available_from == date(2026, 10, 2)
    assert told == back(small(), content)


def _people(programme: Snapshot) -> list[Person]:
    return [Person.model_validate(row) for row in programme.people.to_dicts()]


def _sign_ups(programme: Snapshot) -> list[Application]:
    return [Application.model_validate(row) for row in programme.applications.to_dicts()]
