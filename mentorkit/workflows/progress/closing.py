"""Ending pairs without blame: the closing talk, the end, a pause, a fit check, and taking a pair up again."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import (
    Changes,
    Closure,
    Delete,
    FitCheck,
    Pair,
    Pause,
    Side,
    Update,
)
from mentorkit.model.change import kept
from mentorkit.model.closure import ClosingPoint, Fit
from mentorkit.model.row import id_of
from mentorkit.progress.closing import Ending, closing_with, closings, over
from mentorkit.text import say
from mentorkit.workflows.start.steps import set_paused


def end_pairs(snapshot: Snapshot, pairs: Sequence[str], ending: Ending, today: date) -> Changes:
    """These pairs (by id) end; what was noted of them stays, and so does a closing talk that was planned.

    The coordinator's wish to have the two together ends with them.

    Raises NotLawful without a pair, for a day that is still to come or lies before the pair was confirmed,
    and for a pair that has ended already.
    """
    ended = _asked(snapshot, pairs)
    if ending.day > today:
        raise NotLawful(say("{day} is still to come. Note the end once it is there.", day=ending.day), "day")
    early = next((one for one in ended if one.confirmed_on > ending.day), None)
    if early:
        began = say("The pair was confirmed on {day}; it cannot end before.", day=early.confirmed_on)
        raise NotLawful(began, "day")
    if any(one.ended_on for one in ended):
        raise NotLawful(say("This pair has ended already."), "pairs")
    mentees, mentors = ({one.mentee_id for one in ended}, {one.mentor_id for one in ended})
    both_sides: dict[Side, set[str]] = {"mentee": mentees, "mentor": mentors}
    rests = {(side, one): side not in ending.goes_on for side, people in both_sides.items() for one in people}
    pool = set_paused(snapshot, rests)
    return Changes("end", (*over(snapshot, ended, ending), *pool))


def plan_closing(
    snapshot: Snapshot,
    pair: str,
    days: tuple[date | None, date | None],
    points: Collection[ClosingPoint],
    today: date,
) -> Changes:
    """Note on which `days` the closing talk of a pair is planned and was held, and what was done in it."""
    _asked(snapshot, [pair])
    before, (planned, held) = closings(snapshot).get(pair), days
    arranged = (before and before.arranged_on) or today if planned or held else None
    told: Any = {"talk_planned_on": planned, "talk_held_on": held, "points": tuple(sorted(points))}
    row = closing_with(snapshot, pair, arranged_on=arranged, **told)
    return Changes("closing", kept(snapshot.rows(Closure), [row]))


def reopen_pair(snapshot: Snapshot, pair: str, today: date) -> Changes:
    """A pair that ended goes on; its closing stays as history.

    Raises NotLawful when it has not ended, or when the mentee has a pair with somebody else now.
    """
    (one,) = _asked(snapshot, [pair])
    if one.ended_on is None:
        raise NotLawful(say("This pair has not ended."), "pairs")
    if snapshot.active_pairs.filter(mentee_id=one.mentee_id).height:
        raise NotLawful(say("This mentee is in a pair with somebody else now. End that pair first."), "pairs")
    history = (row for row in snapshot.rows(Closure) if row.pair_id == pair and row.reopened_on is None)
    over = (Update(row.model_copy(update={"reopened_on": today})) for row in history)
    again = Update(one.model_copy(update={"ended_on": None, "has_failed": False}))
    return Changes("reopen", (*over, again))


def pause_pair(snapshot: Snapshot, pair: str, starts_on: date, ends_on: date | None) -> Changes:
    """A pair rests from a day until a day, or until further notice; one pause per first day.

    Raises NotLawful when the last day is before the first.
    """
    _asked(snapshot, [pair])
    if ends_on and ends_on < starts_on:
        raise NotLawful(say("The last day of the pause is before its first."), "ends_on")
    row = Pause(id=id_of(pair, starts_on.isoformat()), pair_id=pair, starts_on=starts_on, ends_on=ends_on)
    return Changes("pause", kept(snapshot.rows(Pause), [row]))


def resume_pair(snapshot: Snapshot, pair: str, today: date) -> Changes:
    """A pair goes on from today: a pause under way ended yesterday, one that begins today or later goes."""
    rows = [one for one in snapshot.rows(Pause) if one.pair_id == pair]
    under_way = [one for one in rows if one.ends_on is None or one.ends_on >= today]
    if not under_way:
        raise NotLawful(say("This pair does not rest."), "pairs")
    begun = [one for one in under_way if one.starts_on < today]
    last = today - timedelta(days=1)
    shorter = (Update(one.model_copy(update={"ends_on": last})) for one in begun)
    return Changes("pause", (*shorter, *(Delete(one) for one in under_way if one not in begun)))


def note_fit(snapshot: Snapshot, pair: str, said: Mapping[Side, Fit], today: date) -> Changes:
    """Note what each of the two says after the first talk; who says nothing is left as it was."""
    _asked(snapshot, [pair])
    rows = [
        FitCheck(id=id_of(pair, side, "fit"), pair_id=pair, side=side, day=today, fit=fit)
        for side, fit in said.items()
    ]
    known = snapshot.rows(FitCheck)
    same = {(row.id, row.fit) for row in known}
    return Changes("fit", kept(known, (row for row in rows if (row.id, row.fit) not in same)))


def _asked(snapshot: Snapshot, pairs: Collection[str]) -> list[Pair]:
    found = [one for one in snapshot.rows(Pair) if one.id in set(pairs)]
    if not found:
        raise NotLawful(say("Choose the pair that it is about first."), "pairs")
    return found
