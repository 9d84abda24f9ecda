"""What is known of every pair on a day: what was planned, which talks were noted, who was spoken with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, TypeVar

from mentorkit.frames import Snapshot
from mentorkit.model import CheckIn, Meeting, Pair, StartStep, StepKind
from mentorkit.model.rhythm import Rhythm, SchoolBreak
from mentorkit.progress.cadence import contact_moments, days_off, planned_talks

USUAL_DAYS = 30
"""Days between talks when nothing was agreed: once a month."""

_FIRST_WITHIN = 14
"""Days within which a first talk is planned when nothing was agreed. Our own heuristic."""

_AHEAD = timedelta(days=14)
"""Days to come of which the planned contacts are known."""

_About = TypeVar("_About", Meeting, CheckIn, StartStep, Rhythm)


@dataclass(frozen=True)
class KnownPair:
    """One pair as it is known on a day; whatever has a later day is not in it, but for what is planned.

    `planned` are the days of its talks, and `moments` those on which the coordinator would speak with it.
    `meetings` and `contacts` are in order. `is_signing_noted` tells whether signing was noted of any pair of
    the programme until that day.
    """

    pair: Pair
    today: date
    started_on: date
    interval_days: int
    planned: tuple[date, ...]
    moments: tuple[date, ...]
    meetings: tuple[Meeting, ...]
    contacts: tuple[CheckIn, ...]
    steps: Mapping[StepKind, date]
    is_signing_noted: bool

    @cached_property
    def held(self) -> tuple[date, ...]:
        """The days on which they talked, with the first talk as the page about the start knows it."""
        first = [self.steps["talked"]] if "talked" in self.steps else []
        return tuple(sorted({*first, *(one.day for one in self.meetings if one.is_held)}))

    @property
    def reached_on(self) -> date | None:
        """When the coordinator last spoke with one of the two."""
        return max((one.day for one in self.contacts if one.outcome != "no_answer"), default=None)

    @property
    def waits(self) -> int:
        """Days since the coordinator last spoke with one of the two, or since they started."""
        return (self.today - (self.reached_on or self.started_on)).days


def known_pairs(snapshot: Snapshot, today: date) -> tuple[KnownPair, ...]:
    """Every pair that is together on a day, in the order of their ids."""
    pairs = sorted((one for one in snapshot.rows(Pair) if _is_together(one, today)), key=lambda one: one.id)
    meetings, contacts = _by_pair(snapshot.rows(Meeting)), _by_pair(snapshot.rows(CheckIn))
    steps, rhythms = _by_pair(snapshot.rows(StartStep)), _by_pair(snapshot.rows(Rhythm))
    first = min((one.confirmed_on for one in pairs), default=today)
    off = days_off(snapshot.rows(SchoolBreak), (), range(first.year, today.year + 2))
    is_noted = any(one.kind == "signed" and one.day <= today for one in snapshot.rows(StartStep))
    found = []
    for pair in pairs:
        taken = {one.kind: one.day for one in steps.get(pair.id, ()) if one.day <= today}
        began = taken.get("introduced", pair.confirmed_on)
        rhythm = rhythms.get(pair.id) or [_usual(snapshot, pair, began, today)]
        found.append(
            KnownPair(
                pair,
                today,
                began,
                _in_force(rhythm, today).interval_days,
                tuple(talk.planned_on for talk in planned_talks(rhythm, off)),
                tuple(day for _, day in contact_moments(began, today + _AHEAD, off)),
                tuple(_until(meetings.get(pair.id, ()), today)),
                tuple(_until(contacts.get(pair.id, ()), today)),
                taken,
                is_noted,
            )
        )
    return tuple(found)


def _is_together(pair: Pair, today: date) -> bool:
    return pair.confirmed_on <= today and (pair.ended_on is None or pair.ended_on > today)


def _by_pair(rows: Iterable[_About]) -> dict[str, list[_About]]:
    found: dict[str, list[_About]] = {}
    for row in rows:
        found.setdefault(row.pair_id, []).append(row)
    return found


def _until(rows: Iterable[Any], today: date) -> list[Any]:
    """Rows of a day until today in their order, of which the id decides within a day."""
    return sorted((one for one in rows if one.day <= today), key=lambda one: (one.day, one.id))


def _usual(snapshot: Snapshot, pair: Pair, began: date, today: date) -> Rhythm:
    """The rhythm of the programme for a pair that agreed nothing."""
    framework = snapshot.programme.framework
    days = framework.meeting_interval_days or USUAL_DAYS
    first = began + timedelta(days=min(days, _FIRST_WITHIN))
    ends = [began + timedelta(weeks=framework.duration_weeks)] if framework.duration_weeks else []
    ends.append(max(today, first) + timedelta(days=2 * days))  # the talk after this day, which ends its turn
    return Rhythm(id=pair.id, pair_id=pair.id, starts_on=first, ends_on=min(ends), interval_days=days)


def _in_force(rhythms: Sequence[Rhythm], today: date) -> Rhythm:
    legs = sorted(rhythms, key=lambda one: one.starts_on)
    return next((one for one in reversed(legs) if one.starts_on <= today), legs[0])
