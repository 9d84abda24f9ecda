"""What is known of every pair on a day: what was planned, which talks were noted, who was spoken with."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any, TypeVar, cast

from mentorkit.frames import Snapshot
from mentorkit.model import (
    SIDES,
    Application,
    CheckIn,
    Closure,
    FitCheck,
    Framework,
    Goal,
    GoalLevel,
    Meeting,
    Pair,
    Pause,
    Person,
    Promise,
    Pulse,
    Row,
    SchoolBreak,
    Side,
    Snooze,
    StartStep,
    StepKind,
)
from mentorkit.model.rhythm import Country, Rhythm
from mentorkit.progress.background import Background, load_of, superiors_of
from mentorkit.progress.cadence import USUAL_DAYS, contact_moments, in_force, planned_talks, rhythm_on
from mentorkit.progress.closing import planned_end
from mentorkit.progress.days_off import programme_days_off

T = TypeVar("T")

_FIRST_WITHIN = 14
"""Days within which a first talk is planned when nothing was agreed. Our own heuristic."""

_AHEAD = timedelta(weeks=4)
"""Weeks to come of which the planned contacts are known."""

_KINDS: tuple[type[Row], ...] = (
    *(Meeting, CheckIn, StartStep, Rhythm, Pulse, Snooze, Goal, Closure, FitCheck, Pause, Promise),
)
"""What is noted of a pair."""

_DAY_OF: Mapping[type[Row], Any] = {
    **dict.fromkeys((Meeting, CheckIn, FitCheck), attrgetter("day")),
    Pulse: attrgetter("asked_on"),
    Pause: attrgetter("starts_on"),
    GoalLevel: attrgetter("noted_on"),
}
"""On which day each happened, of those that are in order."""


@dataclass(frozen=True)
class KnownPair:
    """One pair as it is known on a day; whatever has a later day is not in it, but for what is planned.

    `planned` are the days of its talks, and `moments` those on which the coordinator would speak with it.
    `ends_on` is the planned end, None when nobody set one. `meetings`, `contacts` and `pulses` are in
    order, and so are the `levels` of all goals; `snoozed` are the signals that the coordinator lets rest,
    and `pauses` the times in which the pair itself rests, as far as they began.
    A goal is known from the day on which it was noted on, or else from the first of its days on, and always
    when it has none. `promises` are the agreed actions that are not done.
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
    ends_on: date | None = None
    pulses: tuple[Pulse, ...] = ()
    snoozed: tuple[Snooze, ...] = ()
    goals: tuple[Goal, ...] = ()
    levels: tuple[GoalLevel, ...] = ()
    closing: Closure | None = None
    fits: tuple[FitCheck, ...] = ()
    pauses: tuple[Pause, ...] = ()
    promises: tuple[Promise, ...] = ()
    common: Background = field(default_factory=Background)

    @cached_property
    def held(self) -> tuple[date, ...]:
        """The days on which they talked, with the first talk as the page about the start knows it."""
        first = [self.steps["talked"]] if "talked" in self.steps else []
        return tuple(sorted({*first, *(one.day for one in self.meetings if one.is_held)}))

    @property
    def pause(self) -> Pause | None:
        """The pause in which the pair rests now, None when it does not."""
        return next((one for one in self.pauses if one.is_on(self.today)), None)

    def rests_on(self, day: date) -> bool:
        """Whether the pair rested on a day; nothing is expected of it then."""
        return any(one.is_on(day) for one in self.pauses)

    def awake_since(self, day: date) -> date:
        """A day moved forward by the days that the pair rested after it, until today."""
        after = range(1, (self.today - day).days + 1) if self.pauses else ()
        return day + timedelta(days=sum(self.rests_on(day + timedelta(days=n)) for n in after))

    def once(self, tell: Callable[["KnownPair"], T]) -> T:
        """What a function tells of the pair, worked out once."""
        if tell not in self._told:
            self._told[tell] = tell(self)
        return cast(T, self._told[tell])

    @cached_property
    def _told(self) -> dict[Callable[["KnownPair"], Any], Any]:
        return {}

    @cached_property
    def replies(self) -> Mapping[Side, tuple[Pulse, ...]]:
        """What each side answered, in the order in which it was asked."""
        answered = [one for one in self.pulses if one.answered_on]
        return {side: tuple(one for one in answered if one.side == side) for side in SIDES}

    @cached_property
    def reached_on(self) -> date | None:
        """When the coordinator last spoke with one of the two."""
        return max((one.day for one in self.contacts if one.outcome != "no_answer"), default=None)

    @property
    def waits(self) -> int:
        """Days since the coordinator last spoke with one of the two, or since they started."""
        return (self.today - (self.reached_on or self.started_on)).days


def known_pairs(snapshot: Snapshot, today: date) -> tuple[KnownPair, ...]:
    """Every pair that is together on a day, in the order of their ids."""
    return NotedPairs(snapshot).together(today)


class NotedPairs:
    """All that was noted of the pairs of a programme, to be looked at from any day."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.programme, self._kept = snapshot.programme, snapshot.kept
        self.pairs = sorted(snapshot.rows(Pair), key=lambda one: one.id)
        self.rows: Mapping[type[Row], list[Any]] = {kind: snapshot.rows(kind) for kind in _KINDS}
        self._noted = {kind: self._grouped(kind, rows) for kind, rows in self.rows.items()}
        goals, levels = {one.id: one.pair_id for one in self.rows[Goal]}, snapshot.rows(GoalLevel)
        self._noted[GoalLevel] = by_pair(_in_order(GoalLevel, levels), lambda one: goals[one.goal_id])
        self._snapshot, self._sign_ups = snapshot, snapshot.rows(Application)
        self._superiors = superiors_of(snapshot.rows(Person))

    def _grouped(self, kind: type[Row], rows: list[Any]) -> dict[str, list[Any]]:
        return self._once(kind, rows, lambda: by_pair(_in_order(kind, rows)))

    def _once(self, key: object, basis: object, make: Callable[[], T]) -> T:
        """What was made of the same the last time, or else now; rows that nobody wrote compare at once."""
        before = self._kept.get((NotedPairs, key))
        made = before[1] if before and before[0] == basis else make()
        self._kept[NotedPairs, key] = basis, made
        return cast(T, made)

    def together(self, today: date) -> tuple[KnownPair, ...]:
        """Every pair that is together on a day, in the order of their ids."""
        common = self.common_on(today)
        return tuple(self.known(pair, today, common) for pair in self.pairs if is_together(pair, today))

    def common_on(self, today: date) -> Background:
        """What holds for all pairs on a day."""
        common = Background(
            self.programme.limits,
            any(one.kind == "signed" and one.day <= today for one in self.rows[StartStep]),
            any(_is_known(one, today) for one in self.rows[Goal]),
            any(one.noted_on <= today for levels in self._noted[GoalLevel].values() for one in levels),
            load_of((one for one in self.pairs if is_together(one, today)), self._sign_ups),
            self._superiors,
        )
        return self._once(("common", today), common, lambda: common)

    def known(self, pair: Pair, today: date, common: Background) -> KnownPair:
        """One pair with all that was noted of it until a day."""
        noted = {kind: rows.get(pair.id, []) for kind, rows in self._noted.items()}
        basis = pair, self.programme.framework, common, self._off_until(today), noted
        return self._once((pair.id, today), basis, lambda: self._known(pair, today, common, noted))

    def _known(
        self, pair: Pair, today: date, common: Background, noted: Mapping[type[Row], list[Any]]
    ) -> KnownPair:
        taken = {one.kind: one.day for one in noted[StartStep] if one.day <= today}
        began = taken.get("introduced", pair.confirmed_on)
        rhythm = in_force(noted[Rhythm]) or (_usual(self.programme.framework, pair, began, today),)
        off = self._off_until(today)[rhythm[0].country]
        return KnownPair(
            pair,
            today,
            began,
            rhythm_on(today, rhythm).interval_days,
            _days_of(rhythm, off),
            tuple(day for _, day in contact_moments(began, today + _AHEAD, off)),
            _until(Meeting, noted[Meeting], today),
            _until(CheckIn, noted[CheckIn], today),
            taken,
            planned_end(pair, noted[Rhythm], self.programme.framework.duration_weeks),
            tuple(_answered_by(one, today) for one in _until(Pulse, noted[Pulse], today)),
            tuple(one for one in noted[Snooze] if one.snoozed_on <= today < one.until),
            tuple(_agreed_by(one, today) for one in noted[Goal] if _is_known(one, today)),
            _until(GoalLevel, noted[GoalLevel], today),
            _closing_on(noted[Closure], today),
            _until(FitCheck, noted[FitCheck], today),
            _until(Pause, noted[Pause], today),
            tuple(one for one in noted[Promise] if one.agreed_on <= today < (one.done_on or date.max)),
            common,
        )

    def _off_until(self, today: date) -> Mapping[Country, frozenset[date]]:
        """The days off by country, until the year after a day at least."""
        basis = self._snapshot.rows(SchoolBreak), self.rows[Rhythm], self.pairs
        return self._once(("off", today.year), basis, lambda: programme_days_off(self._snapshot, today))


def is_together(pair: Pair, today: date) -> bool:
    """Whether a pair was confirmed and had not ended on a day."""
    return pair.confirmed_on <= today and (pair.ended_on is None or pair.ended_on > today)


def _is_known(goal: Goal, today: date) -> bool:
    days = [day for day in (goal.starts_on, goal.levels_on) if day]
    return (goal.noted_on or min(days, default=today)) <= today


def _agreed_by(goal: Goal, today: date) -> Goal:
    """A goal as it stood on a day: that both agree is not known before the day on which they did."""
    if goal.agreed_on is None or goal.agreed_on <= today:
        return goal
    return goal.model_copy(update={"is_agreed_by_mentee": False, "is_agreed_by_mentor": False})


def _closing_on(closings: Iterable[Closure], today: date) -> Closure | None:
    """The closing of a pair as it stood on a day; what was arranged or reopened later is not there yet."""
    known = (one for one in closings if (one.arranged_on or today) <= today < (one.reopened_on or date.max))
    return min(known, key=lambda one: one.reopened_on or date.max, default=None)


def by_pair(
    rows: Iterable[Any], pair_of: Callable[[Any], str] = attrgetter("pair_id")
) -> dict[str, list[Any]]:
    """What was noted of each pair, by its id, in the order of the rows."""
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(pair_of(row), []).append(row)
    return found


def _in_order(kind: type[Row], rows: Iterable[Any]) -> Iterable[Any]:
    """Rows of a kind by their day, of which the id decides within a day; as they are where no day tells."""
    day = _DAY_OF.get(kind)
    return sorted(rows, key=lambda one: (day(one), one.id)) if day else rows


def _until(kind: type[Row], rows: Sequence[Any], today: date) -> tuple[Any, ...]:
    """Rows in order, as far as they are not of a later day."""
    return tuple(rows[: bisect_right(rows, today, key=_DAY_OF[kind])])


def _answered_by(one: Pulse, today: date) -> Pulse:
    """A pulse as it stood on a day: an answer that came later is not there yet."""
    if one.answered_on is None or one.answered_on <= today:
        return one
    told = ("answered_on", "going", "clear_goals", "kept", "wants_contact")
    return one.model_copy(update=dict.fromkeys(told))


@lru_cache(maxsize=4096)
def _days_of(rhythm: tuple[Rhythm, ...], off: frozenset[date]) -> tuple[date, ...]:
    return tuple(talk.planned_on for talk in planned_talks(rhythm, off))


def _usual(framework: Framework, pair: Pair, began: date, today: date) -> Rhythm:
    """The rhythm of the programme for a pair that agreed nothing."""
    days = framework.meeting_interval_days or USUAL_DAYS
    first = began + timedelta(days=min(days, _FIRST_WITHIN))
    ends = [began + timedelta(weeks=framework.duration_weeks)] if framework.duration_weeks else []
    ends.append(max(today, first) + timedelta(days=2 * days))  # the talk after this day, which ends its turn
    return Rhythm(id=pair.id, pair_id=pair.id, starts_on=first, ends_on=min(ends), interval_days=days)
