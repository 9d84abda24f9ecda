"""The days on which nobody of a programme talks: one place for planning, diaries and what was expected."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import cast, get_args

import holidays

from mentorkit.frames import Snapshot
from mentorkit.model import Country, Pair, Rhythm, SchoolBreak
from mentorkit.progress.cadence import days_off

_COUNTRIES = cast(tuple[Country, ...], get_args(Country))


def programme_days_off(snapshot: Snapshot, today: date) -> Mapping[Country, frozenset[date]]:
    """By country its public holidays and the breaks of the programme, weekends not in it.

    From the year of the first pair or rhythm until the year after the last, today's among them.
    """
    return after_all_changes(days_off_before(snapshot, today))


def after_all_changes(
    before: Mapping[Country, Mapping[int, frozenset[date]]],
) -> Mapping[Country, frozenset[date]]:
    """By country the days off as they are after all changes of the breaks."""
    return {country: off[max(off)] for country, off in before.items()}


def days_off_before(snapshot: Snapshot, today: date) -> Mapping[Country, Mapping[int, frozenset[date]]]:
    """The same after each change of the breaks that there are now, by its number; 0 without any."""
    known = [day for one in snapshot.rows(Rhythm) for day in (one.starts_on, one.ends_on)]
    known += [today, *(one.confirmed_on for one in snapshot.rows(Pair))]
    years, breaks = range(min(known).year, max(known).year + 2), snapshot.rows(SchoolBreak)
    found = {}
    for country in _COUNTRIES:
        public = public_holidays(country, years)
        found[country] = {
            number: days_off([one for one in breaks if one.revision <= number], public, years)
            for number in {0, *(one.revision for one in breaks)}
        }
    return found


@lru_cache(maxsize=64)
def public_holidays(country: Country, years: range) -> frozenset[date]:
    """The public holidays of a country in these years."""
    return frozenset(holidays.country_holidays(country, years=years))
