"""Where the closing of each pair stands, when it is due, and who rests."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mentorkit.frames import Snapshot
from mentorkit.model import OTHER_SIDE, Change, Closure, Delete, Override, Pair, Pause, Side, Update
from mentorkit.model.change import kept
from mentorkit.model.closure import NO_REPEAT, AskedBy, ClosureKind, ClosureReason
from mentorkit.model.rhythm import Rhythm
from mentorkit.model.row import id_of
from mentorkit.progress.cadence import in_force

TALK_AHEAD = timedelta(days=30)
"""Days before the planned end on which the closing talk is due. Our own heuristic; see rule R14."""


@dataclass(frozen=True)
class Ending:
    """How pairs end: on a day, as planned or early, by whose wish and why, and which sides look for another.

    Who does not look for another is paused and is proposed to nobody until the coordinator says so.
    """

    day: date
    kind: ClosureKind
    asked_by: AskedBy
    reason: ClosureReason
    goes_on: frozenset[Side] = frozenset(OTHER_SIDE)

    @property
    def is_no_repeat(self) -> bool:
        """Whether the same two are not to be proposed again."""
        return self.kind == "early" and self.reason in NO_REPEAT


def over(snapshot: Snapshot, ended: Sequence[Pair], ending: Ending) -> tuple[Change, ...]:
    """What every end of pairs comes to: their closings, the pairs, and the wish to have the two together."""
    told: Any = {"kind": ending.kind, "asked_by": ending.asked_by, "reason": ending.reason}
    closed = [closing_with(snapshot, one.id, ended_on=ending.day, **told) for one in ended]
    own = {"ended_on": ending.day, "has_failed": ending.is_no_repeat}
    both = {(one.mentee_id, one.mentor_id) for one in ended}
    wishes = (word for word in snapshot.rows(Override) if word.kind != "forbid")
    void = (Delete(word) for word in wishes if (word.mentee_id, word.mentor_id) in both)
    pairs = (Update(one.model_copy(update=own)) for one in ended)
    return (*kept(snapshot.rows(Closure), closed), *pairs, *void)


def closings(snapshot: Snapshot) -> Mapping[str, Closure]:
    """The closing of each pair that has one, by the pair; what was reopened is history and not in it."""
    return {one.pair_id: one for one in snapshot.rows(Closure) if one.reopened_on is None}


def closing_with(snapshot: Snapshot, pair: str, **told: Any) -> Closure:
    """The closing of a pair with these facts: the one that is there, or a new one beside its history."""
    there = closings(snapshot).get(pair)
    if there:
        return there.model_copy(update=told)
    earlier = sum(one.pair_id == pair for one in snapshot.rows(Closure))
    return Closure(id=id_of(pair, "closing", str(earlier)), pair_id=pair, **told)


def planned_end(pair: Pair, rhythms: Iterable[Rhythm], duration_weeks: int | None) -> date | None:
    """The day on which a pair is to end: of its own plan of talks, or else as long as the programme says.

    None when neither says it.
    """
    if planned := in_force(one for one in rhythms if one.pair_id == pair.id):
        return planned[-1].ends_on
    return pair.confirmed_on + timedelta(weeks=duration_weeks) if duration_weeks else None


def planned_ends(snapshot: Snapshot) -> Mapping[str, date]:
    """The planned end of each pair that has not ended and of which it is known, by the pair."""
    rhythms, weeks = snapshot.rows(Rhythm), snapshot.programme.framework.duration_weeks
    pairs = (one for one in snapshot.rows(Pair) if one.ended_on is None)
    found = ((one.id, planned_end(one, rhythms, weeks)) for one in pairs)
    return {pair: day for pair, day in found if day is not None}


def due_to_close(snapshot: Snapshot, today: date) -> tuple[str, ...]:
    """The pairs that end within 30 days without a closing talk, by id."""
    known = closings(snapshot)
    ends = planned_ends(snapshot).items()
    return tuple(pair for pair, day in ends if wants_closing_talk(day, known.get(pair), today))


def wants_closing_talk(ends_on: date | None, closing: Closure | None, today: date) -> bool:
    """Whether a pair ends within 30 days and no closing talk is planned or held."""
    is_arranged = closing is not None and bool(closing.talk_planned_on or closing.talk_held_on)
    return ends_on is not None and not is_arranged and today >= ends_on - TALK_AHEAD


def resting(snapshot: Snapshot, today: date) -> Mapping[str, Pause]:
    """The pairs that rest on a day, with their pause, by the pair."""
    return {one.pair_id: one for one in snapshot.rows(Pause) if one.is_on(today)}
