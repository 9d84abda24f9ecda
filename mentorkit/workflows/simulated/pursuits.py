"""What a simulated pair works on, in words that come from a file."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from numpy.random import Generator

from mentorkit.model import Goal, GoalLevel, GoalStep, Side
from mentorkit.model.row import id_of
from mentorkit.workflows.simulated.fates import Fate
from mentorkit.workflows.simulated.truth import Noted

_HAS_GOAL, _AGREED, _LATE_LEVELS, _PRIVATE, _STEP_DONE = 0.85, 0.9, 0.15, 0.12, 0.75
_LEVEL_DAYS, _RISES, _RISES_IN_TROUBLE = 45, 0.65, 0.2
_LOWEST, _HIGHEST = -2, 2

Wording = Mapping[str, Any]
"""The words of one goal, with the `days` that it takes and its `steps`, each with its own `days`."""


def goals_in(fate: Fate, first_talk: date, words: Mapping[Side, Wording], rng: Generator) -> Iterator[Noted]:
    """A goal of each side that has words for one, with its steps and its levels over time."""
    for owner, wording in words.items():
        set_on = first_talk + timedelta(days=int(rng.integers(3, 21)))
        is_set, late, private, mentee, mentor = rng.random(5)
        told = {key: value for key, value in wording.items() if key not in ("steps", "days")}
        has_levels = "hoped" in told
        own = {
            "id": id_of(fate.pair.id, "goal", owner),
            "owner": owner,
            "pair_id": fate.pair.id,
            "is_private": private < _PRIVATE,
            "starts_on": set_on,
            "due_on": set_on + timedelta(days=wording["days"]),
            "levels_on": set_on + timedelta(days=20 if late < _LATE_LEVELS else -2) if has_levels else None,
            "is_agreed_by_mentee": mentee < _AGREED,
            "is_agreed_by_mentor": mentor < _AGREED,
        }
        if is_set < _HAS_GOAL:
            goal = Goal.model_validate({**told, **own})
            yield set_on, goal
            yield from _levels(fate, goal, rng)
            if not goal.is_private:
                yield from _steps(fate, goal, wording.get("steps", ()), rng)


def _levels(fate: Fate, goal: Goal, rng: Generator) -> Iterator[Noted]:
    """Its level when it was set and about every six weeks until it is due, unless the pair ended."""
    reached, day = int(rng.integers(_LOWEST, 0)), goal.starts_on
    while day and goal.due_on and day <= goal.due_on:
        if fate.ended_on is None or day < fate.ended_on:
            yield day, GoalLevel(id=id_of(goal.id, str(day)), goal_id=goal.id, noted_on=day, reached=reached)
        rises = _RISES_IN_TROUBLE if fate.has_trouble(day) else _RISES
        reached = min(_HIGHEST, reached + int(rng.random() < rises))
        day += timedelta(days=_LEVEL_DAYS + int(rng.integers(-7, 8)))


def _steps(fate: Fate, goal: Goal, steps: Sequence[Wording], rng: Generator) -> Iterator[Noted]:
    set_on = goal.starts_on or fate.pair.confirmed_on
    for place, told in enumerate(steps):
        due_on = set_on + timedelta(days=told["days"])
        about = {key: value for key, value in told.items() if key != "days"}
        own = {"id": id_of(goal.id, "step", str(place)), "goal_id": goal.id, "due_on": due_on}
        step = GoalStep.model_validate({**about, **own})
        yield set_on, step
        done_on, is_done = due_on + timedelta(days=int(rng.integers(-5, 8))), rng.random() < _STEP_DONE
        if is_done and not fate.has_trouble(done_on) and (fate.ended_on is None or done_on < fate.ended_on):
            yield done_on, step.model_copy(update={"done_on": done_on})
