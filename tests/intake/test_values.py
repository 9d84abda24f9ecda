from datetime import UTC, datetime

import pytest

from mentorkit.intake.values.answers import read_columns
from mentorkit.intake.values.cells import (
    cell_by_cell,
    fte,
    level,
    number,
    phone,
    scale,
    style,
    whole,
    within,
    yes_or_no,
)
from mentorkit.model import Person
from mentorkit.text import speaker

MOST = Person.most_of("level")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (7, 7),
        (7.5, 7.5),
        ("7,5", 7.5),
        ("7.5", 7.5),
        ("1.250,50", 1250.5),
        ("1,250.50", 1250.5),
        ("1.250", 1250),
        ("€ 12", 12),
        ("2 uur", 2),
        ("2 uur per maand", 2),
        ("10 years", 10),
        ("-", None),
        ("", None),
        ("n.v.t.", None),
        (None, None),
    ],
)
def test_numbers_are_read_as_people_write_them(written, value):
    (read,) = cell_by_cell(number)([written])
    assert (read.value, read.doubt) == (value, None)


@pytest.mark.parametrize(
    ("written", "value"),
    [("2 à 3", 2), ("max. 2", 2), ("10+", 10), ("> 5", 5), ("drie", 3), ("One mentee only, please!", 1)],
)
def test_a_number_that_is_guessed_has_a_doubt(written, value):
    read = number(written)
    assert read.value == value
    assert read.doubt is not None


@pytest.mark.parametrize("written", ["veel", True, datetime(2026, 3, 2, tzinfo=UTC)])
def test_what_is_no_number_is_left_out_with_a_doubt(written):
    read = number(written)
    assert read.value is None
    assert read.doubt is not None


def test_a_number_outside_its_bounds_is_left_out():
    assert within(80, 80).value == 80
    assert within("81", 80).value is None
    assert within("-1", 80).value is None
    assert within("81", 80).doubt is not None
    assert whole("2", 50).value == 2
    assert (whole(2.5, 50).value, whole(2.5, 50).doubt is None) == (2, False)


@pytest.mark.parametrize(
    ("written", "value"),
    [(4, 4), ("4", 4), ("4 - tamelijk direct", 4), ("1 (voorzichtig)", 1), ("5: direct", 5)],
)
def test_a_scale_is_read_with_or_without_its_label(written, value):
    assert scale(written).value == value


@pytest.mark.parametrize("written", [0, 6, 3.5, "10", "3,5", "vaak", "1-2026"[2:]])
def test_what_is_not_on_the_scale_is_left_out(written):
    assert scale(written).value is None
    assert scale(written).doubt is not None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Ja", True),
        ("yes", True),
        ("J", True),
        ("x", True),
        ("1", True),
        (True, True),
        ("Ja, in mei geboekt", True),
        ("Ik vind het goed dat mijn gegevens worden gebruikt", True),
        ("I agree", True),
        ("Nee", False),
        ("No", False),
        ("nog niet", False),
        ("I do not agree", False),
        ("Ik ga niet akkoord", False),
        (0, False),
        (None, None),
        ("", None),
    ],
)
def test_yes_and_no_are_read_in_both_languages(written, value):
    (read,) = cell_by_cell(yes_or_no)([written])
    assert (read.value, read.doubt) == (value, None)


def test_neither_yes_nor_no_is_left_out_with_a_doubt():
    assert yes_or_no("misschien").value is None
    assert yes_or_no("misschien").doubt is not None


@pytest.mark.parametrize(
    "ladder",
    [
        [
            "trainee",
            "Junior",
            "medior",
            "Senior (8+ jaar)",
            "lead",
            "leidinggevend",
            "hoofd",
            "Directeur",
            "bestuur",
        ],
        ["AA", "AO", "EO", "HEO", "SEO", "Grade 7", "G6", "SCS1", "SCS 2", "SCS3", "SCS4"],
    ],
)
def test_levels_are_places_on_their_ladder(ladder):
    assert [level(step, MOST).value for step in ladder] == list(range(1, len(ladder) + 1))
    assert all(level(step, MOST).doubt is None for step in ladder)


def test_a_numbered_level_is_its_number():
    assert [level(written, MOST).value for written in (11, "11", "schaal 11", "level 4")] == [11, 11, 11, 4]


def test_a_level_that_is_too_high_is_left_out_and_said():
    read = level(MOST, MOST)
    assert (read.value, read.doubt) == (MOST, None)
    for too_high in (MOST + 1, f"schaal {MOST + 1:.0f}", "9" * 97, 1e97):
        read = level(too_high, MOST)
        assert read.value is None
        assert speaker("en")(read.doubt).endswith("so this answer was left out. Correct it.")
    assert "is not between 0 and 1,000,000" in speaker("en")(level("9" * 97, MOST).doubt)


def test_a_level_inside_other_words_is_a_guess():
    assert level("Senior adviseur zorg", MOST).value == level("senior", MOST).value
    assert level("Senior adviseur zorg", MOST).doubt is not None
    assert level("astronaut", MOST).value is None


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Door te doen", "doing"),
        ("By doing", "doing"),
        ("Door te lezen", "reading"),
        ("By talking it through", "talking"),
        ("Door erover te praten", "talking"),
        ("Door het af te kijken", "watching"),
        ("Ik laat het liever aan het toeval over", "Ik laat het liever aan het toeval over"),
        ("Door te lezen en te doen", "Door te lezen en te doen"),
        (None, None),
    ],
)
def test_a_way_of_learning_is_a_key_when_it_is_one_and_clear(written, key):
    assert cell_by_cell(style)([written])[0].value == key


def test_a_cell_in_which_excel_shows_an_error_is_left_out_with_a_doubt():
    answers, doubts = read_columns([("#DIV/0!",), ("Zorg",)], {0: "department"})
    assert answers == [{"department": None}, {"department": "Zorg"}]
    assert [(doubt.place, doubt.value) for doubt in doubts] == [(0, "#DIV/0!")]


def test_a_number_that_excel_damaged_is_left_out_with_a_doubt():
    answers, doubts = read_columns([("3,16123E+10",), ("0007",)], {0: "employee_id"})
    assert [answer["employee_id"] for answer in answers] == [None, "0007"]
    assert len(doubts) == 1


@pytest.mark.parametrize("field", ["employee_id", "manager_id", "phone", "response_id"])
def test_a_damaged_number_is_never_kept_in_a_field_that_is_a_name(field):
    answers, doubts = read_columns([("3,16123E+10",)], {0: field})
    assert (answers[0][field], len(doubts)) == (None, 1)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0,56", 0.56),
        ("56 %", 0.56),
        (0.8, 0.8),
        ("1,0", 1),
        ("100%", 1),
        (80, 0.8),
        ("-", None),
        ("0,8 fte", 0.8),
    ],
)
def test_a_share_of_a_week_is_read_as_a_share(written, value):
    assert cell_by_cell(fte)([written])[0].value == value


@pytest.mark.parametrize("written", ["5", 36, "32 uur", "veel", "-1"])
def test_what_is_no_share_of_a_week_has_a_doubt(written):
    assert fte(written).doubt is not None


@pytest.mark.parametrize(("written", "value"), [("2 à 3", 2), ("max. 2", 2), ("2-3", 2), ("1 of 2", 1)])
def test_a_range_is_never_read_without_a_doubt(written, value):
    read = whole(written, 50)
    assert (read.value, read.doubt is not None) == (value, True)


@pytest.mark.parametrize("written", [2, 2.5, 40, "2", "40", "40,0"])
def test_a_number_from_2_to_40_may_be_days_or_hours_and_is_no_share_of_a_week(written):
    read = fte(written)
    assert (read.value, read.doubt is not None) == (None, True)


def test_a_share_up_to_one_and_a_half_is_certain_and_a_percentage_without_its_sign_a_guess():
    assert (fte(1.5).value, fte(1.5).doubt) == (1.5, None)
    assert (fte(41).value, fte(41).doubt is not None) == (0.41, True)


def test_units_are_taken_off_without_a_doubt():
    assert [number(text) for text in ("2 uur", "2,5 uur", "3 hours per month")] == [
        number(n) for n in (2, 2.5, 3)
    ]
    assert number("2 uur per week").doubt is not None


def test_a_lost_zero_of_a_telephone_number_is_suggested_and_the_number_kept():
    read = phone(612345678)
    assert (read.value, read.suggestion) == ("612345678", "0612345678")
    assert phone("06-12345678").doubt is None


@pytest.mark.parametrize("written", [31612345678, 1612345678, "0612345678", "0031612345678"])
def test_a_telephone_number_of_ten_digits_or_more_is_taken_as_it_is(written):
    read = phone(written)
    assert (read.value, read.doubt, read.suggestion) == (str(written), None, None)


def test_a_long_answer_that_is_not_understood_is_cut_in_what_is_said_of_it():
    (doubt,) = read_columns([("x" * 5000,)], {0: "capacity"})[1]
    assert len(doubt.value) == 200
    assert doubt.message.values["value"] == "x" * 59 + "…"
