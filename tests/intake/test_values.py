from datetime import UTC, date, datetime

import pytest

from mentorkit.intake.columns import read_columns
from mentorkit.intake.dates import read_days, read_moments
from mentorkit.intake.values import level, number, scale, style, whole, within, yes_or_no


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
    read = number(written)
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
    assert within(80, 0, 80).value == 80
    assert within("81", 0, 80).value is None
    assert within("81", 0, 80).doubt is not None
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
    read = yes_or_no(written)
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
    assert [level(step).value for step in ladder] == list(range(1, len(ladder) + 1))
    assert all(level(step).doubt is None for step in ladder)


def test_a_numbered_level_is_its_number():
    assert [level(written).value for written in (11, "11", "schaal 11", "level 4")] == [11, 11, 11, 4]


def test_a_level_inside_other_words_is_a_guess():
    assert level("Senior adviseur zorg").value == level("senior").value
    assert level("Senior adviseur zorg").doubt is not None
    assert level("astronaut").value is None


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
    assert style(written).value == key


def moment(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("14-9-2026 9:05:31", moment(2026, 9, 14, 9, 5, 31)),
        ("2026/09/21 8:10:17 PM GMT+2", moment(2026, 9, 21, 20, 10, 17)),
        ("2026-09-21T08:10", moment(2026, 9, 21, 8, 10)),
        ("14 mrt 2026", moment(2026, 3, 14)),
        ("March 14, 2026", moment(2026, 3, 14)),
        ("1-2-26", moment(2026, 2, 1)),
        (46000, moment(2025, 12, 9)),
        (date(2026, 3, 14), moment(2026, 3, 14)),
        (datetime(2026, 3, 14, 9, 30), moment(2026, 3, 14, 9, 30)),  # noqa: DTZ001 - Excel knows no zones
    ],
)
def test_moments_are_read_as_systems_write_them(written, value):
    (read,) = read_moments([written])
    assert (read.value, read.doubt) == (value, None)


def test_a_day_above_twelve_proves_the_order_of_its_column():
    assert [read.value for read in read_days(["03/04/2026", "03/25/2026"])] == [
        date(2026, 3, 4),
        date(2026, 3, 25),
    ]
    assert [read.value for read in read_days(["03/04/2026", "25/03/2026"])] == [
        date(2026, 4, 3),
        date(2026, 3, 25),
    ]


def test_the_order_in_which_time_runs_forward_is_the_right_one():
    assert [read.value for read in read_days(["1/9/2026", "1/10/2026", "2/1/2026"])][0] == date(2026, 1, 9)


def test_a_date_nothing_proves_is_day_first_with_a_doubt():
    (read,) = read_days(["03/04/2026"])
    assert read.value == date(2026, 4, 3)
    assert read.doubt is not None


@pytest.mark.parametrize("written", ["morgen", "31-02-2026", "40-40-2026", "in 2026"])
def test_what_is_no_date_is_left_out_with_a_doubt(written):
    (read,) = read_days([written])
    assert read.value is None
    assert read.doubt is not None


def test_a_cell_in_which_excel_shows_an_error_is_left_out_with_a_doubt():
    answers, doubts = read_columns([("#DIV/0!",), ("Zorg",)], {0: "department"})
    assert answers == [{"department": None}, {"department": "Zorg"}]
    assert [(row, value) for row, _, value, _ in doubts] == [(0, "#DIV/0!")]


def test_a_number_that_excel_damaged_is_left_out_with_a_doubt():
    answers, doubts = read_columns([("3,16123E+10",), ("0007",)], {0: "employee_id"})
    assert [answer["employee_id"] for answer in answers] == [None, "0007"]
    assert len(doubts) == 1
