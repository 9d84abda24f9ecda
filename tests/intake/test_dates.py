from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.intake.values.cells import is_blank
from mentorkit.intake.values.dates import Clock, read_days, read_moments


def moment(*parts: int) -> datetime:
    return datetime(*parts)  # noqa: DTZ001 - what a file tells has no zone


def days(*cells: object) -> list[date | None]:
    return [read.value for read in read_days(cells)]


def doubts(*cells: object) -> list[bool]:
    return [read.doubt is not None for read in read_days(cells)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("14-9-2026 9:05:31", moment(2026, 9, 14, 9, 5, 31)),
        ("2026-09-21T08:10", moment(2026, 9, 21, 8, 10)),
        ("2026-09-21 08:10:11.123", moment(2026, 9, 21, 8, 10, 11)),
        ("9/21/2026 12:05 AM", moment(2026, 9, 21, 0, 5)),
        ("14 mrt 2026", moment(2026, 3, 14)),
        ("ma 14 maart 2026 om 10:30", moment(2026, 3, 14, 10, 30)),
        ("14 août 2026", moment(2026, 8, 14)),
        ("1er février 2026", moment(2026, 2, 1)),
        ("14 mrt '26", moment(2026, 3, 14)),
        ("March 14, 2026", moment(2026, 3, 14)),
        ("March 14th, 2026", moment(2026, 3, 14)),
        ("1-2-26", moment(2026, 2, 1)),
        ("1-2-98", moment(1998, 2, 1)),
        (46000, moment(2025, 12, 9)),
        (20260314, moment(2026, 3, 14)),
        (date(2026, 3, 14), moment(2026, 3, 14)),
        (datetime(2026, 3, 14, 9, 30), moment(2026, 3, 14, 9, 30)),  # noqa: DTZ001 - Excel knows no zones
    ],
)
def test_moments_are_read_as_systems_write_them(written, value):
    (read,) = read_moments([written])
    assert (read.value, read.doubt) == (value, None)


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("2026/09/21 8:10:17 PM GMT+2", timezone(timedelta(hours=2))),
        ("2026-09-21T20:10:17+05:30", timezone(timedelta(hours=5, minutes=30))),
        ("2026-09-21T20:10:17-0300", timezone(-timedelta(hours=3))),
        ("2026-09-21T20:10:17Z", UTC),
        ("2026-09-21 20:10:17 UTC", UTC),
        ("2026-09-21 20:10:17", None),
        ("2026-09-21", None),
    ],
)
def test_a_time_zone_is_kept_only_where_the_text_states_one(written, zone):
    (read,) = read_moments([written])
    assert read.value.tzinfo == zone
    assert (read.value.year, read.value.day) == (2026, 21)


def test_a_heading_that_says_utc_states_the_zone_of_its_column():
    (read,) = read_moments(["2026-09-21 20:10"], Clock(is_utc=True))
    assert read.value == datetime(2026, 9, 21, 20, 10, tzinfo=UTC)


def test_day_numbers_count_from_1904_in_a_workbook_that_says_so():
    assert read_days([44538], Clock(is_1904=True))[0].value == read_days([46000])[0].value


def test_a_day_above_twelve_proves_the_order_of_its_column():
    assert days("03/04/2026", "03/25/2026") == [date(2026, 3, 4), date(2026, 3, 25)]
    assert days("03/04/2026", "25/03/2026") == [date(2026, 4, 3), date(2026, 3, 25)]
    assert doubts("03/04/2026", "25/03/2026") == [False, False]


def test_dashes_are_day_first_unless_a_day_proves_otherwise():
    assert days("03-04-2026") == [date(2026, 4, 3)]
    assert doubts("03-04-2026") == [False]
    assert days("03-04-2026", "03-25-2026") == [date(2026, 3, 4), date(2026, 3, 25)]


def test_a_column_that_proves_both_orders_is_doubted_where_both_are_possible():
    assert doubts("25/03/2026", "03/25/2026", "03/04/2026") == [False, False, True]


def test_the_order_that_a_system_is_known_for_counts_where_nothing_proves_it():
    (read,) = read_days(["03/04/2026"], Clock(month_first=True))
    assert (read.value, read.doubt) == (date(2026, 3, 4), None)
    assert read_days(["25/03/2026"], Clock(month_first=True))[0].value == date(2026, 3, 25)


def test_a_moment_that_stands_for_none_is_none():
    (read,) = read_moments(["1980-01-01 00:00:00"], Clock(never=("1980-01-01",)))
    assert (read.value, read.doubt) == (None, None)


def test_the_order_in_which_time_runs_forward_is_that_of_a_form():
    read = read_moments(["1/9/2026", "1/10/2026", "2/1/2026"])
    assert (read[0].value, read[0].doubt) == (moment(2026, 1, 9), None)


def test_that_order_proves_nothing_of_days_that_people_fill_in():
    assert doubts("1/9/2026", "1/10/2026", "2/1/2026") == [True, True, True]


def test_a_date_nothing_proves_is_day_first_with_a_doubt():
    assert days("03/04/2026") == [date(2026, 4, 3)]
    assert doubts("03/04/2026", "05/05/2026") == [True, False]


def test_a_month_without_a_day_is_its_first_day_with_a_doubt():
    assert days("september 2026") == [date(2026, 9, 1)]
    assert doubts("september 2026") == [True]


@pytest.mark.parametrize("written", ["morgen", "31-02-2026", "40-40-2026", "in 2026", "14 mrt", 12, "12"])
def test_what_is_no_date_is_left_out_with_a_doubt(written):
    assert (days(written), doubts(written)) == ([None], [True])


@given(st.dates(date(1970, 1, 1), date(2068, 12, 31)))
def test_a_day_comes_back_however_it_is_written(day):
    written = [day.isoformat(), f"{day.day}-{day.month}-{day.year}", f"{day.day}.{day.month:02}.{day:%y}"]
    assert [read.value for text in written for read in read_days([text])] == [day] * 3


@given(st.text(max_size=30))
def test_any_text_that_says_something_is_a_date_or_a_doubt(text):
    (read,) = read_moments([text])
    assert read.value is not None or read.doubt is not None or is_blank(text)
