"""What is known of every pair on a day: what was planned, which talks were noted, who was spoken with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from mentorkit.frames import Snapshot
from mentorkit.model import CheckIn, Framework, Meeting, Pair, Pulse, Row, Snooze, StartStep, StepKind
from mentorkit.model.rhythm import Country, Rhythm
from mentorkit.progress.cadence import USUAL_DAYS, contact_moments, planned_talks
from mentorkit.progress.days_off import programme_days_off

_FIRST_WITHIN = 14
"""Days within which a first talk is planned when nothing was agreed. Our own heuristic."""

_AHEAD = timedelta(days=14)
"""Days to come of which the planned contacts are known."""

_KINDS: tuple[type[Row], ...] = (Meeting, CheckIn, StartStep, Rhythm, Pulse, Snooze)
"""What is noted of a pair."""


@dataclass(frozen=True)
class KnownPair:
    """One pair as it is known on a day; whatever has a later day is not in it, but for what is planned.

    `planned` are the days of its talks, and `moments` those on which the coordinator would speak with it.
    `ends_on` is the planned end, None when nobody set one. `meetings`, `contacts` and `pulses` are in
    order; `resting` are the signals that the coordinator lets rest on this day. `is_signing_noted` tells
    whether signing was noted of any pair of the programme until that day.
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
    ends_on: date | None = None
    pulses: tuple[Pulse, ...] = ()
    resting: tuple[Snooze, ...] = ()

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
    noted = {kind: _by_pair(snapshot.rows(kind)) for kind in _KINDS}
    off = programme_days_off(snapshot, today)
    signed = any(one.kind == "signed" and one.day <= today for one in snapshot.rows(StartStep))
    ground = _Ground(snapshot.programme.framework, today, off, signed)
    return tuple(
        _known(pair, {kind: rows.get(pair.id, []) for kind, rows in noted.items()}, ground) for pair in pairs
    )


@dataclass(frozen=True)
class _Ground:
    """What holds for all pairs of a programme on a day."""

    framework: Framework
    today: date
    off: Mapping[Country, frozenset[date]]
    is_signing_noted: bool


def _known(pair: Pair, noted: Mapping[type[Row], list[Any]], ground: _Ground) -> KnownPair:
    """One pair with all that was noted of it."""
    today = ground.today
    taken = {one.kind: one.day for one in noted[StartStep] if one.day <= today}
    began = taken.get("introduced", pair.confirmed_on)
    rhythm = noted[Rhythm] or [_usual(ground.framework, pair, began, today)]
    off, weeks = ground.off[rhythm[0].country], ground.framework.duration_weeks
    usual_end = began + timedelta(weeks=weeks) if weeks else None
    return KnownPair(
        pair,
        today,
        began,
        _in_force(rhythm, today).interval_days,
        tuple(talk.planned_on for talk in planned_talks(rhythm, off)),
        tuple(day for _, day in contact_moments(began, today + _AHEAD, off)),
        tuple(_until(noted[Meeting], today)),
        tuple(_until(noted[CheckIn], today)),
        taken,
        ground.is_signing_noted,
        max((one.ends_on for one in noted[Rhythm]), default=usual_end),
        tuple(_pulses_until(noted[Pulse], today)),
        tuple(one for one in noted[Snooze] if one.snoozed_on <= today < one.until),
    )


def _is_together(pair: Pair, today: date) -> bool:
    return pair.confirmed_on <= today and (pair.ended_on is None or pair.ended_on > today)


def _by_pair(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.pair_id, []).append(row)
    return found


def _until(rows: Iterable[Any], today: date) -> list[Any]:
    """Rows of a day until today in their order, of which the id decides within a day."""
    return sorted((one for one in rows if one.day <= today), key=lambda one: (one.day, one.id))


def _pulses_until(rows: Iterable[Pulse], today: date) -> list[Pulse]:
    """Pulses sent until today in their order; an answer that came later is not there yet."""
    asked = sorted((one for one in rows if one.asked_on <= today), key=lambda one: (one.asked_on, one.id))
    told = ("answered_on", "going", "clear_goals", "kept", "wants_contact")
    is_later = (one.answered_on is not None and one.answered_on > today for one in asked)
    return [
        one.model_copy(update=dict.fromkeys(told)) if later else one
        for one, later in zip(asked, is_later, strict=True)
    ]


def _usual(framework: Framework, pair: Pair, began: date, today: date) -> Rhythm:
    """The rhythm of the programme for a pair that agreed nothing."""
    days = framework.meeting_interval_days or USUAL_DAYS
    first = began + timedelta(days=min(days, _FIRST_WITHIN))
    ends = [began + timedelta(weeks=framework.duration_weeks)] if framework.duration_weeks else []
    ends.append(max(today, first) + timedelta(days=2 * days))  # the talk after this day, which ends its turn
    return Rhythm(id=pair.id, pair_id=pair.id, starts_on=first, ends_on=min(ends), interval_days=days)


def _in_force(rhythms: Sequence[Rhythm], today: date) -> Rhythm:
    legs = sorted(rhythms, key=lambda one: one.starts_on)
    return next((one for one in reversed(legs) if one.starts_on <= today), legs[0])
