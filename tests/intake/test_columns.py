import pytest

from mentorkit.intake.values.answers import Around, read_columns
from mentorkit.text import say

PLANNING = "Plannen, organiseren en timemanagement"


def answers(rows, fields, **around):
    return read_columns(rows, fields, Around(**around))[0]


def test_columns_that_are_one_option_each_are_one_list():
    headings = ("Thema's: Leiderschap", f"Thema's: {PLANNING}", "Thema's: Anders")
    rows = [("x", None, "Tuinieren"), ("Nee", "Ja", None), (None, PLANNING, "")]
    found = answers(rows, dict.fromkeys(range(3), "topics"), headings=headings)
    assert [row["topics"] for row in found] == [("Leiderschap", "Tuinieren"), (PLANNING,), (PLANNING,)]


@pytest.mark.parametrize(
    "headings",
    [
        ("Q3[SQ001]. Welke thema's? [Data]", "Q3[SQ002]. Welke thema's? [Zorg]"),
        ("Which topics? - Data", "Which topics? - Zorg"),
        ("Data", "Zorg"),
    ],
)
def test_an_option_is_what_its_heading_has_beside_the_question(headings):
    (found,) = answers([(1, "✓")], {0: "topics", 1: "topics"}, headings=headings)
    assert found["topics"] == ("Data", "Zorg")


def test_other_makes_way_for_the_text_beside_it():
    headings = ("Which topics? - Selected Choice", "Which topics? - Other - Text")
    found = answers([("Data,Other", "Chess"), ("Zorg", None)], {0: "topics", 1: "topics"}, headings=headings)
    assert [row["topics"] for row in found] == [("Data", "Chess"), ("Zorg",)]


@pytest.mark.parametrize("tick", ["x", "Ja", "yes", 1, True, "Oui", "Data", "aangevinkt", "✔"])
def test_every_tick_stands_for_the_option(tick):
    (found,) = answers([(tick, None)], {0: "goals", 1: "goals"}, headings=("Data", "Zorg"))
    assert found["goals"] == ("Data",)


@pytest.mark.parametrize("blank", ["Nee", "no", 0, False, None, "-", "niet geselecteerd"])
def test_what_is_no_tick_stands_for_nothing(blank):
    (found,) = answers([(blank, "x")], {0: "goals", 1: "goals"}, headings=("Data", "Zorg"))
    assert found["goals"] == ("Zorg",)


def test_of_two_columns_for_one_answer_the_first_that_has_one_is_taken():
    found = answers([(None, "HR"), ("ICT", "HR")], {0: "department", 1: "department"}, headings=("A", "B"))
    assert [row["department"] for row in found] == ["HR", "ICT"]


def test_the_way_to_meet_is_kept_in_the_words_of_the_file():
    found = answers([("Op locatie",), ("Online;Telefoon;",)], {0: "channels"}, headings=("Afspreken",))
    assert [row["meeting"] for row in found] == ["Op locatie", ("Online", "Telefoon")]
    assert found[0]["channels"] == ("in_person",)


def test_a_level_is_kept_in_the_words_of_the_file_and_a_number_as_a_number():
    found = answers([("Senior",), (7,), ("7",)], {0: "level"}, headings=("Level",))
    assert [row["level_label"] for row in found] == ["Senior", 7, 7]


def test_an_option_that_a_list_in_the_file_has_is_never_split():
    found = answers([("Rust, Reinheid, Data",)], {0: "topics"}, options=frozenset({"Rust, Reinheid"}))
    assert found[0]["topics"] == ("Rust, Reinheid", "Data")


def test_a_broken_cell_is_left_out_and_says_why():
    message = say("Broken.")
    found, doubts = read_columns([("12",), ("3",)], {0: "capacity"}, Around(flaws={(0, 0): message}))
    assert [row["capacity"] for row in found] == [None, 3]
    assert [(doubt.place, doubt.message, doubt.is_left_out) for doubt in doubts] == [(0, message, True)]


def test_a_heading_with_utc_gives_its_moments_a_zone():
    found = answers([("2026-09-21 10:00",)], {0: "submitted_at"}, headings=("Submit Date (UTC)",))
    assert found[0]["submitted_at"].isoformat() == "2026-09-21T10:00:00+00:00"


def test_an_answer_of_a_form_that_another_version_saved_is_read_as_text():
    assert answers([("Chess",)], {0: "hobby"}, headings=("Hobby",)) == [{"hobby": "Chess"}]


def test_a_level_goes_no_higher_than_a_person_may_have():
    too_high, highest = answers([(1_000_001,), (1_000_000,)], {0: "level"}, headings=("Level",))
    assert (too_high.get("level"), highest["level"]) == (None, 1_000_000)
