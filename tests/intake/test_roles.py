from dataclasses import replace

import pytest

from mentorkit.intake import map_columns
from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.roles import (
    is_reporting,
    kind_of,
    pair_columns,
    role_named,
    role_of,
    role_said,
    use_of,
)


def table(sheet="", headers=("Naam", "E-mail", "c", "d"), file="a.xlsx", state="visible"):
    return Table(file, sheet, (1,), tuple(headers), ((2, ("x",) * len(headers)),), state=state)


PEOPLE = {0: "full_name", 1: "email"}


@pytest.mark.parametrize(
    ("answer", "role"),
    [
        ("Mentor", "mentor"),
        ("mentee", "mentee"),
        ("Beide", "both"),
        ("Mentor en mentee", "both"),
        ("Ik wil mentor worden", "mentor"),
        ("Ik wil een mentor zijn", "mentor"),
        ("I want to be a mentor", "mentor"),
        ("Ik zoek een mentor", "mentee"),
        ("I would like to have a mentor", "mentee"),
        ("", None),
        ("HR-adviseur", None),
        ("Geen mentor, wel mentee", "mentee"),
        ("Ik word geen mentor", None),
        ("Rather not a mentor", None),
        ("Mentee, misschien later mentor", "mentee"),
        ("Mentoré·e", "mentee"),
        ("MENTORÉ(E)", "mentee"),
        ("mentor·e", "mentor"),
        ("Mentorin", "mentor"),
        ("Mentor/in", "mentor"),
        ("Mentor/mentee", "both"),
        ("Mentorprogramma", None),
        ("Mentorant", None),
        ("coachee", "mentee"),
        ("Ik word graag buddy", "mentor"),
        ("Parrain", "mentor"),
    ],
)
def test_an_answer_tells_the_role(answer, role):
    assert role_said(answer) == role


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Mentoren", "mentor"),
        ("Mentees 2026", "mentee"),
        ("export_mentors_final", "mentor"),
        ("Mentorprogramma", None),
        ("mentoring", None),
        ("Mentoren en mentees", None),
    ],
)
def test_a_sheet_is_named_after_one_role_or_none(name, role):
    assert role_named(name) == role


def test_a_sheet_is_of_the_role_in_its_name_before_that_of_its_file():
    assert kind_of(table("Mentees", file="mentoren.xlsx"), PEOPLE) == "mentee"
    assert kind_of(table("Sheet1", file="mentoren.xlsx"), PEOPLE) == "mentor"


def test_a_column_with_roles_leaves_it_to_the_rows():
    assert kind_of(table(file="mentoren.xlsx"), PEOPLE | {2: "role"}) is None
    assert kind_of(table(file="mentoren.xlsx"), PEOPLE | {2: "is_mentor"}) is None


def test_the_questions_tell_where_no_name_does():
    assert kind_of(table(), PEOPLE | {2: "capacity"}) == "mentor"
    assert kind_of(table(), PEOPLE | {2: "goals"}) == "mentee"
    assert kind_of(table(), PEOPLE | {2: "goals", 3: "capacity"}) is None


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("Over welke thema's wil je mentor zijn?", "mentor"),
        ("Which topics can you mentor on?", "mentor"),
        ("Waarmee kan een mentor je helpen?", "mentee"),
        ("Thema's", None),
    ],
)
def test_the_words_of_the_questions_tell_the_role_in_the_end(question, role):
    assert kind_of(table(headers=("Naam", "E-mail", question)), PEOPLE | {2: "topics"}) == role


def test_managers_without_a_question_of_a_sign_up_are_an_export_of_hr():
    assert kind_of(table(), PEOPLE | {2: "manager_id"}) == "hr"
    assert not is_reporting({*PEOPLE.values(), "manager", "topics"})


@pytest.mark.parametrize(
    ("answers", "role"),
    [
        ({"role": "Mentee"}, "mentee"),
        ({"is_mentor": True}, "mentor"),
        ({"is_mentor": False}, "mentee"),
        ({"is_mentor": None}, None),
        ({"is_mentor": True, "is_mentee": True}, "both"),
        ({"is_mentor": False, "is_mentee": False}, None),
        ({"is_mentee": False}, "mentor"),
        ({"is_both": True}, "both"),
    ],
)
def test_a_row_tells_its_own_role(answers, role):
    assert role_of(answers, None) == role


def test_a_row_that_does_not_tell_has_the_role_of_its_sheet():
    assert role_of({"role": None}, "mentor") == "mentor"
    assert role_of({}, "hr") is None


def test_a_sheet_of_an_earlier_year_is_not_read_unasked():
    others = [table("Mentoren"), table("Mentees")]
    assert use_of(table("Mentoren 2025"), PEOPLE, others) == "old"
    assert use_of(table("Mentoren 2025"), PEOPLE, [table("Mentees 2026")]) == "old"
    assert use_of(table("Mentoren 2026"), PEOPLE, [table("Mentoren 2025")]) == "people"
    assert use_of(table("Mentoren (oud)"), PEOPLE, others) == "old"


def test_the_only_sheet_is_read_whatever_its_year():
    only = table("Mentoren 2024 oud")
    assert use_of(only, PEOPLE, [only]) == "people"


def test_pairs_lists_and_hidden_sheets_are_no_people():
    assert use_of(table("Koppelingen", ("Mentor", "Mentee", "Status")), {}, []) == "pairs"
    assert use_of(table("x", ("Naam mentor", "Naam mentee")), PEOPLE, []) == "pairs"
    assert use_of(table("Lijsten", ("Leiderschap",)), {}, []) == "list"
    assert use_of(table("Mentoren", state="veryHidden"), PEOPLE, []) == "hidden"
    assert use_of(table("Favoriet", ("wwid", "favor")), {0: "employee_id"}, []) == "other"


def test_a_question_about_mentors_is_no_column_of_pairs():
    assert pair_columns(["Naam", "Wil je mentor zijn?", "Wil je een mentee?"]) is None


def test_a_column_that_says_who_somebody_is_never_is_the_role():
    names = table(headers=("First name", "Last name", "c", "d"))
    rows = tuple((at, ("Mentor", f"0{at}", "x", "x")) for at in range(2, 9))
    assert map_columns(replace(names, rows=rows)).fields == {0: "first_name", 1: "last_name"}
    ids = tuple((at, ("Bo Vos", f"Mentor_{at}", "x", "x")) for at in range(2, 9))
    assert (
        "role"
        not in map_columns(replace(table(headers=("Name", "Role", "c", "d")), rows=ids)).fields.values()
    )
