"""What happened with a pair, day by day: that it happened, never what was said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from mentorkit.frames import Snapshot
from mentorkit.model import (
    INITIATIVES,
    OUTCOMES,
    CheckIn,
    Closure,
    FitCheck,
    Goal,
    GoalLevel,
    GoalStep,
    Issue,
    Meeting,
    Opening,
    Pair,
    Pause,
    Promise,
    Pulse,
    Row,
    SelfCheck,
    StartStep,
)
from mentorkit.model.agreed import OPENINGS, PROMISE_KINDS, PROMISED_BY
from mentorkit.model.goal import LEVEL_FIELDS
from mentorkit.model.preference import THE_SIDES
from mentorkit.model.start_step import HAPPENED
from mentorkit.text import Message, say


@dataclass(frozen=True)
class Moment:
    """Something that happened with a pair on a day, as a table of a programme knows it."""

    day: date
    table: str
    said: Message


def history_of(snapshot: Snapshot, pair: Pair) -> tuple[Moment, ...]:
    """All that is known of a pair, the latest first; what is planned for later days stands on top."""
    goals = {one.id for one in snapshot.rows(Goal) if one.pair_id == pair.id}
    found = [Moment(pair.confirmed_on, Pair.table, say("confirmed as a pair"))]
    for model, told in _TOLD.items():
        column, of_pair = ("pair_id", {pair.id}) if "pair_id" in model.model_fields else ("goal_id", goals)
        for row in snapshot.rows(model):
            if getattr(row, column) in of_pair:
                found += [Moment(day, model.table, said) for day, said in told(row) if day is not None]
    return tuple(sorted(found, key=lambda one: (one.day, one.table), reverse=True))


Told = Iterator[tuple[date | None, Message]]


def _meeting(row: Meeting) -> Told:
    more = [say("{n} minutes", n=row.minutes)] if row.minutes else []
    more += [say("initiative: {who}", who=INITIATIVES[row.initiative])] if row.initiative else []
    held = say("they talked") if row.is_held else say("a talk did not take place")
    yield row.day, say("{what} ({more})", what=held, more=more) if more else held


def _check_in(row: CheckIn) -> Told:
    who, came = THE_SIDES[row.side], OUTCOMES[row.outcome]
    yield row.day, say("you had contact with {who}: {outcome}", who=who, outcome=came)
    yield row.look_again_on, say("you wanted to look again")


def _goal(row: Goal) -> Told:
    yield row.starts_on, say("a goal begins: {goal}", goal=row.text or say("private goal"))
    yield row.due_on, say("a goal is to be ready: {goal}", goal=row.text or say("private goal"))


def _promise(row: Promise) -> Told:
    told = {"what": PROMISE_KINDS[row.kind], "who": PROMISED_BY[row.owner]}
    done, open_ = say("done: {what} ({who})"), say("to be ready: {what} ({who})")
    yield row.agreed_on, say("agreed: {what} ({who})").filled(**told)
    yield (row.done_on, done.filled(**told)) if row.done_on else (row.due_on, open_.filled(**told))


def _pulse(row: Pulse) -> Told:
    yield row.asked_on, say("a pulse went to {who}", who=THE_SIDES[row.side])
    yield row.answered_on, say("{who} answered the pulse", who=THE_SIDES[row.side])


def _pause(row: Pause) -> Told:
    yield row.starts_on, say("a pause begins")
    yield row.ends_on, say("a pause ends")


def _closure(row: Closure) -> Told:
    yield row.talk_planned_on, say("closing talk planned")
    yield row.talk_held_on, say("closing talk held")
    yield row.ended_on, say("the pair ended")
    yield row.reopened_on, say("the pair went on again")


def _self_check(row: SelfCheck) -> Told:
    yield row.given_on, say("the mentor got the self-check")
    yield row.done_on, say("the mentor did the self-check")


def _level(row: GoalLevel) -> Told:
    yield row.noted_on, say("how far a goal is: {how}", how=Goal.called_field(LEVEL_FIELDS[row.reached]))


_TOLD: dict[type[Row], Callable[[Any], Told]] = {
    StartStep: lambda row: iter([(row.day, HAPPENED[row.kind])]),
    Meeting: _meeting,
    CheckIn: _check_in,
    Pulse: _pulse,
    FitCheck: lambda row: iter([(row.day, say("{who} told whether it fits", who=THE_SIDES[row.side]))]),
    Goal: _goal,
    GoalStep: lambda row: iter([(row.done_on, say("a step to a goal is done: {step}", step=row.text))]),
    GoalLevel: _level,
    Promise: _promise,
    Opening: lambda row: iter([(row.day, OPENINGS[row.kind])]),
    SelfCheck: _self_check,
    Issue: lambda row: iter([(row.noted_on, say("a point of support was noted"))]),
    Pause: _pause,
    Closure: _closure,
}
"""What each table tells of a pair, with the days."""
