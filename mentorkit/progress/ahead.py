"""What stands in the coming weeks, and what would be left lying when the coordinator is away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from mentorkit.frames import Snapshot
from mentorkit.model import Goal, Promise
from mentorkit.progress.closing import planned_ends
from mentorkit.progress.known import KnownPair
from mentorkit.progress.this_week import Call, calls
from mentorkit.text import Message, say

AheadKind = Literal["talk", "contact", "look_again", "action", "goal", "closing"]

AHEAD: Mapping[AheadKind, Message] = {
    "talk": say("planned talk"),
    "contact": say("planned contact with you"),
    "look_again": say("you wanted to look again"),
    "action": say("an agreed action is to be ready"),
    "goal": say("a goal is to be ready"),
    "closing": say("planned end"),
}

NOT_KNOWN_AFTER = 60
"""Days without contact from which nobody but the two knows how a pair is doing. Our own heuristic."""


@dataclass(frozen=True)
class Ahead:
    """What stands on a day of a pair (by its id)."""

    day: date
    kind: AheadKind
    pair_id: str


def ahead(snapshot: Snapshot, pairs: Sequence[KnownPair], today: date, days: int = 28) -> tuple[Ahead, ...]:
    """All that stands from today on, so many days long, by day; only of pairs that are together."""
    last, together = today + timedelta(days=days - 1), {one.pair.id for one in pairs}
    found = [
        Ahead(day, kind, one.pair.id)
        for one in pairs
        for kind, day in _planned(one)
        if today <= day <= last and not one.rests_on(day)
    ]
    found += [
        Ahead(again, "look_again", one.pair.id)
        for one in pairs
        if one.contacts and (again := one.contacts[-1].look_again_on)
    ]
    found += [Ahead(one.due_on, "action", one.pair_id) for one in snapshot.rows(Promise) if not one.done_on]
    found += [Ahead(one.due_on, "goal", one.pair_id) for one in snapshot.rows(Goal) if one.due_on]
    found += [Ahead(day, "closing", pair) for pair, day in planned_ends(snapshot).items()]
    kept = {one for one in found if today <= one.day <= last and one.pair_id in together}
    return tuple(sorted(kept, key=lambda one: (one.day, one.kind, one.pair_id)))


def _planned(one: KnownPair) -> Iterator[tuple[AheadKind, date]]:
    yield from (("talk", day) for day in one.planned)
    yield from (("contact", day) for day in one.moments)


@dataclass(frozen=True)
class Absence:
    """What a stand-in has to know: what lapses, whom nobody knows of, and whom to call in the first week."""

    first: date
    last: date
    lapses: tuple[Ahead, ...]
    not_known: tuple[KnownPair, ...]
    first_week: tuple[Call, ...]


def absence(snapshot: Snapshot, pairs: Sequence[KnownPair], today: date, weeks: int, fit: int) -> Absence:
    """The drill of an absence of so many weeks from today on; `fit` calls fit into the first week.

    A promise that is to be kept lapses when its day is in that time: each stands there exactly once, and
    those that are late already stand there too, on today.
    """
    days = 7 * weeks
    mine = ("look_again", "action", "closing")
    late = [
        Ahead(today, "action", one.pair_id)
        for one in snapshot.rows(Promise)
        if not one.done_on and one.due_on < today
    ]
    lapses = [*late, *(one for one in ahead(snapshot, pairs, today, days) if one.kind in mine)]
    not_known = sorted((one for one in pairs if one.waits > NOT_KNOWN_AFTER), key=lambda one: -one.waits)
    last = today + timedelta(days=days - 1)
    return Absence(today, last, tuple(lapses), tuple(not_known), calls(pairs)[:fit])
