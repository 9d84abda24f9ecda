"""The days of a pair: never on a day off, always the same for the same pair, and the past stays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.model.rhythm import Rhythm, SchoolBreak
from mentorkit.progress.cadence import (
    contact_moments,
    days_off,
    evaluations,
    friday_notes,
    in_force,
    planned_talks,
    withdrawn,
)

START, END = date(2026, 9, 14), date(2027, 3, 15)
"""Two Mondays, 26 weeks apart."""

AUTUMN = SchoolBreak(id="b1", starts_on=date(2026, 10, 12), ends_on=date(2026, 10, 18))


def rhythm(every: int = 14, starts_on: date = START, **more) -> Rhythm:
    known = {"id": f"r-{starts_on}", "pair_id": "p", "ends_on": END, "revision": starts_on.toordinal()}
    return Rhythm(starts_on=starts_on, interval_days=every, **{**known, **more})


def off(*breaks: SchoolBreak, holidays: frozenset[date] = frozenset()) -> frozenset[date]:
    return days_off(breaks, holidays, range(2026, 2028))


def planned(found) -> dict[int, date]:
    return {talk.number: talk.planned_on for talk in found}


def gone(rhythms, off) -> dict[int, date]:
    return withdrawn(rhythms, off, lambda known, away: planned(planned_talks(known, away)))


def test_a_fortnightly_rhythm_is_every_second_monday_to_the_last_day_and_none_after():
    found = planned_talks([rhythm()], frozenset())
    assert [talk.planned_on for talk in found] == [START + timedelta(days=14 * n) for n in range(14)]
    assert [talk.number for talk in found] == list(range(1, 15))
    assert planned_talks([], frozenset()) == ()


def test_a_talk_moves_past_a_holiday_and_a_weekend_and_keeps_its_number():
    found = planned(planned_talks([rhythm()], off(holidays=frozenset({date(2026, 9, 28)}))))
    assert (found[2], found[3]) == (date(2026, 9, 29), date(2026, 10, 12))
    every_ten = planned(planned_talks([rhythm(10)], frozenset()))
    assert every_ten[2] == date(2026, 9, 24)
    assert every_ten[3] == date(2026, 10, 5)  # the fourth is a Sunday


def test_a_talk_moves_by_half_of_the_rhythm_at_most_and_falls_out_otherwise():
    assert planned(planned_talks([rhythm()], off(AUTUMN)))[3] == date(2026, 10, 19)
    longer = AUTUMN.model_copy(update={"ends_on": date(2026, 10, 19)})
    found = planned(planned_talks([rhythm()], off(longer)))
    assert 3 not in found
    assert found[4] == date(2026, 10, 26)
    assert 3 in planned(planned_talks([rhythm(28, starts_on=date(2026, 8, 17))], off(longer)))


def test_a_talk_that_would_move_past_the_last_day_falls_out():
    on_the_last_day = off(holidays=frozenset({END}))
    assert max(planned(planned_talks([rhythm()], on_the_last_day))) == 13


def test_another_rhythm_moves_only_what_comes_after_it_and_numbers_go_on():
    change = date(2026, 11, 2)
    before, after = (
        planned(planned_talks([rhythm()], off())),
        planned(planned_talks([rhythm(), rhythm(28, change)], off())),
    )
    kept = {number: day for number, day in before.items() if day < change}
    assert {number: day for number, day in after.items() if day < change} == kept
    assert after[max(kept) + 1] == change
    assert after[max(kept) + 2] == change + timedelta(days=28)


def test_talks_that_are_no_more_are_named_once_so_that_a_diary_can_drop_them():
    both = [rhythm(), rhythm(28, date(2026, 11, 2))]
    numbers = planned(planned_talks(both, off()))
    no_more = gone(both, {0: off()})
    assert set(no_more) == set(planned(planned_talks([rhythm()], off()))) - set(numbers)
    assert no_more
    assert gone([rhythm()], {0: off()}) == {}


@pytest.mark.parametrize("first", [START, START - timedelta(days=7)])
def test_a_rhythm_planned_anew_takes_the_place_of_one_that_began_on_its_day_or_later(first):
    old, new = rhythm(revision=3), rhythm(28, first, id="new", revision=8)
    assert in_force([new, old]) == (new,)
    assert planned_talks([old, new], off()) == planned_talks([new], off())
    before, after = planned(planned_talks([old], off())), planned(planned_talks([new], off()))
    assert gone([old, new], {0: off()}) == {n: day for n, day in before.items() if n not in after}
    assert len(before) > len(after)


def test_a_talk_that_falls_out_with_a_new_break_is_named_and_one_that_never_was_is_not():
    longer = AUTUMN.model_copy(update={"ends_on": date(2026, 10, 19)})
    planned_at = rhythm().revision
    assert gone([rhythm()], {0: off(), planned_at + 1: off(longer)}) == {3: date(2026, 10, 12)}
    assert gone([rhythm()], {0: off(), planned_at: off(longer)}) == {}
    assert gone([rhythm()], {0: off(), planned_at + 1: off(AUTUMN)}) == {}  # it moved, with its number


def test_days_off_are_breaks_with_both_ends_and_holidays_of_those_years():
    found = off(AUTUMN, holidays=frozenset({date(2026, 12, 25), date(2030, 12, 25)}))
    assert {AUTUMN.starts_on, AUTUMN.ends_on, date(2026, 12, 25)} <= found
    assert len(found) == 8


def test_the_coordinator_speaks_twice_in_the_first_month_and_monthly_after():
    moments = [day for _, day in contact_moments(START, END, frozenset())]
    assert moments[:2] == [date(2026, 9, 24), date(2026, 10, 8)]
    assert all((day - START).days <= 30 for day in moments[:2])
    gaps = [(later - earlier).days for earlier, later in zip(moments[1:], moments[2:], strict=False)]
    assert all(27 <= gap <= 33 for gap in gaps)
    assert all(day <= END for day in moments)


def test_a_note_is_on_every_second_friday_and_not_on_a_day_off():
    found = friday_notes(START, END, off(holidays=frozenset({date(2026, 10, 2)})))
    assert [day for _, day in found][:2] == [date(2026, 9, 18), date(2026, 10, 16)]
    assert all(day.weekday() == 4 for _, day in found)
    assert friday_notes(date(2026, 9, 18), END, off())[0] == (1, date(2026, 9, 25))


def test_evaluations_are_half_way_and_at_the_end_and_never_after_it():
    assert evaluations(START, END, frozenset()) == (date(2026, 12, 14), END)
    assert evaluations(START, END, frozenset({END}))[1] == date(2027, 3, 12)


@given(
    every=st.integers(1, 60),
    start=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    breaks=st.lists(
        st.tuples(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 60)), max_size=4
    ),
)
def test_no_talk_is_on_a_day_off_and_their_days_and_numbers_only_go_up(every, start, breaks):
    given_breaks = [
        SchoolBreak(id=str(n), starts_on=day, ends_on=day + timedelta(days=length))
        for n, (day, length) in enumerate(breaks)
    ]
    away = off(*given_breaks)
    found = planned_talks([rhythm(every, start, ends_on=start + timedelta(days=250))], away)
    days = [talk.planned_on for talk in found]
    assert all(day.weekday() < 5 and day not in away for day in days)
    assert all(earlier < later for earlier, later in zip(days, days[1:], strict=False))
    numbers = [talk.number for talk in found]
    assert numbers == sorted(set(numbers))


@given(change=st.integers(1, 180), every=st.sampled_from([7, 10, 21, 28]))
def test_whatever_the_new_rhythm_nothing_before_it_moves(change, every):
    day = START + timedelta(days=change)
    before = {one for one in planned_talks([rhythm()], off(AUTUMN)) if one.planned_on < day}
    after = {
        one for one in planned_talks([rhythm(), rhythm(every, day)], off(AUTUMN)) if one.planned_on < day
    }
    assert after == before


def test_a_rhythm_has_an_hour_of_the_clock():
    for wrong in ("24:00", "9:00", "10.00", ""):
        with pytest.raises(ValueError, match="starts_at"):
            rhythm(starts_at=wrong)
