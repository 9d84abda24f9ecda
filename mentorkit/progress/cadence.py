"""On which days a pair talks, and when the coordinator speaks with it."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from mentorkit.model import Rhythm, SchoolBreak

Event = TypeVar("Event")

_DAY = timedelta(days=1)
_FRIDAY, _SATURDAY = 4, 5
_FIRST_CONTACTS, _MONTH = (10, 24), 30
"""Days after the start: the first month is when pairs fall silent. Our own heuristic."""
_FORTNIGHT = 14

USUAL_DAYS = 28
"""Days between talks when nothing was agreed: once a month, always on the same day of the week."""


@dataclass(frozen=True)
class Talk:
    """A planned talk; its number in the series of its pair stays the same when its day changes."""

    number: int
    planned_on: date


def in_force(rhythms: Iterable[Rhythm]) -> tuple[Rhythm, ...]:
    """The rhythms of one pair that still hold, the earliest first.

    One that was planned later takes the place of all that begin on its first day or after it; those stay, so
    that diaries can be told what is no more.
    """
    known = sorted(rhythms, key=lambda one: one.starts_on)
    return tuple(
        one
        for one in known
        if not any(new.revision > one.revision and new.starts_on <= one.starts_on for new in known)
    )


def rhythm_on(day: date, rhythms: Sequence[Rhythm]) -> Rhythm:
    """The rhythm of a day, of those of one pair in force: before the first one begins it is that one."""
    return next((one for one in reversed(rhythms) if one.starts_on <= day), rhythms[0])


def planned_talks(rhythms: Sequence[Rhythm], off: Container[date]) -> tuple[Talk, ...]:
    """The talks of one pair, in order; `off` are the days on which nobody talks, beside weekends.

    A talk that falls on such a day moves to the next other day, by at most half of the rhythm; otherwise it
    falls out. Each talk has its day from the start of its rhythm, so that a later rhythm or break moves
    nothing before it. No rhythm is no talks.
    """
    found, first = [], 1
    legs = in_force(rhythms)
    for place, leg in enumerate(legs):
        last = min([leg.ends_on, *(later.starts_on - _DAY for later in legs[place + 1 :])])
        days = list(_every(leg.starts_on, last, leg.interval_days))
        for number, day in enumerate(days, first):
            moved = next_free(day, off)
            if moved - day <= timedelta(days=leg.interval_days) / 2 and moved <= last:
                found.append(Talk(number, moved))
        first += len(days)
    return tuple(found)


def withdrawn(
    rhythms: Sequence[Rhythm],
    off: Mapping[int, Container[date]],
    plan: Callable[[Sequence[Rhythm], Container[date]], Mapping[Event, date]],
) -> dict[Event, date]:
    """What was planned of a pair and is no more, each with its last day: diaries still hold it.

    It fell out with a later rhythm or a new break. `off` has the days on which nobody talks as they were
    known after each change of the breaks, by its number; 0 is before the first one. `plan` gives what these
    rhythms and days off come to.
    """
    plans = []
    for number in sorted({*off, *(one.revision for one in rhythms)}):
        known = in_force(one for one in rhythms if one.revision <= number)
        plans.append(plan(known, off[max(n for n in off if n <= number)]) if known else {})
    return {event: day for earlier in plans for event, day in earlier.items() if event not in plans[-1]}


def next_free(day: date, off: Container[date]) -> date:
    """The day itself, or the next one that is neither in a weekend nor off."""
    while day.weekday() >= _SATURDAY or day in off:
        day += _DAY
    return day


def days_off(breaks: Sequence[SchoolBreak], holidays: Container[date], years: range) -> frozenset[date]:
    """Every day of these years that is a holiday or in a break; weekends are not in it."""
    given = {day for one in breaks for day in _every(one.starts_on, one.ends_on, 1)}
    found = _every(date(years[0], 1, 1), date(years[-1], 12, 31), 1)
    return frozenset(given | {day for day in found if day in holidays})


def friday_notes(first: date, last: date, off: Container[date]) -> tuple[tuple[int, date], ...]:
    """Every second Friday after the first day, each with its number; one that is off falls out."""
    friday = first + timedelta(days=(_FRIDAY - first.weekday()) % 7 or 7)
    numbered = enumerate(_every(friday, last, _FORTNIGHT), 1)
    return tuple((number, day) for number, day in numbered if day not in off)


def contact_moments(first: date, last: date, off: Container[date]) -> tuple[tuple[int, date], ...]:
    """When the coordinator speaks with a pair: twice in the first month, monthly after that."""
    early = [first + timedelta(days=days) for days in _FIRST_CONTACTS]
    later = _every(early[-1] + timedelta(days=_MONTH), last, _MONTH)
    moments = ((number, next_free(day, off)) for number, day in enumerate([*early, *later], 1))
    return tuple((number, day) for number, day in moments if day <= last)


def evaluations(first: date, last: date, off: Container[date]) -> tuple[date, date]:
    """The days half-way and at the end; the last day moves backwards, so that it is never after the end."""
    while last.weekday() >= _SATURDAY or last in off:
        last -= _DAY
    return next_free(first + (last - first) // 2, off), last


def _every(first: date, last: date, days: int) -> Iterator[date]:
    """Every so many days, from the first day to the last."""
    for step in range(0, (last - first).days + 1, days):
        yield first + timedelta(days=step)
