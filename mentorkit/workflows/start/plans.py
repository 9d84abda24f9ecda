"""What pairs plan: goals with the steps to them and how far they came, and when the two talk."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import uuid4

from mentorkit.documents.plan_returned import ReturnedPlan
from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import Changes, Delete, Goal, GoalLevel, GoalStep, Rhythm
from mentorkit.model.change import kept
from mentorkit.model.row import id_of
from mentorkit.progress.changed import agreed_days, dated, id_by_words, kept_breaks, kept_goals, replanned
from mentorkit.text import say
from mentorkit.workflows.intake.days import typed_day

_BETWEEN = re.compile(r"\s+(?:-|t/m|tot|to|until)\s+|\s*–\s*")


def typed_goal(snapshot: Snapshot, given: Mapping[str, Any], today: date) -> Changes:
    """Keep the goal that a form tells of: a new one of a pair, or with an `id` another version of it.

    Raises NotLawful without words for a goal that is not private, and for a day that is none.
    """
    days = {name: typed_day(given[name], name) for name in ("starts_on", "due_on")}
    goal = Goal.model_validate({"id": uuid4().hex, **_bare(given), **days})
    before = next((one for one in snapshot.rows(Goal) if one.id == goal.id), None)
    return Changes("goal", kept_goals(snapshot, [dated(goal, before, today)]))


def drafted_goal(given: Mapping[str, Any]) -> Goal:
    """A goal while it is being written: whatever stands there, with a day only where it is one."""
    due_on = None
    with suppress(NotLawful):
        due_on = typed_day(given["due_on"])
    return Goal.model_construct(**{**_bare(given), "due_on": due_on})


def typed_goal_step(snapshot: Snapshot, given: Mapping[str, Any]) -> Changes:
    """Keep a step to a goal, in place of one with the same words. Raises NotLawful without words."""
    days = {name: typed_day(given[name], name) for name in ("due_on", "done_on")}
    told = _bare(given)
    own = id_by_words(told["goal_id"], told["text"])
    return Changes("goal", kept_goals(snapshot, (), [GoalStep(**{"id": own, **told, **days})]))


def note_level(snapshot: Snapshot, goal: str, reached: int, today: date) -> Changes:
    """Note how far a goal was reached, in place of what was noted today."""
    new = GoalLevel(id=id_of(goal, today.isoformat()), goal_id=goal, noted_on=today, reached=reached)
    return Changes("goal", kept(snapshot.rows(GoalLevel), [new]))


def drop_goal(snapshot: Snapshot, goal: str) -> Changes:
    """Take a goal away, with its steps and levels."""
    gone = [row for row in snapshot.rows(Goal) if row.id == goal]
    return Changes("goal", tuple(map(Delete, (*snapshot.pointing_at(gone), *gone))))


def take_over_plans(snapshot: Snapshot, plans: Sequence[ReturnedPlan]) -> Changes:
    """Keep what stands in plans that came back."""
    pursued = [goal for plan in plans for goal in plan.pursued]
    return Changes("plan", kept_goals(snapshot, pursued, [step for plan in plans for step in plan.steps]))


def plan_talks(snapshot: Snapshot, pairs: Sequence[str], given: Mapping[str, Any], today: date) -> Changes:
    """Plan the talks of these pairs (by id) as a form says, and keep the breaks that it names.

    The form gives the fields of a rhythm, and whether it `is_agreed`: then a pair of which both named the
    same rhythm has that one. Raises NotLawful without a first and a last day, for a day that is none, and
    for days that are past.
    """
    first, last = (typed_day(given[name], name) for name in ("starts_on", "ends_on"))
    if first is None or last is None or last < first:
        lacking = "ends_on" if first else "starts_on"
        raise NotLawful(say("Give the day of the first talk, and the last day."), lacking)
    fields = {name: given[name] for name in ("interval_days", "starts_at", "country")}
    rhythm = Rhythm(id="new", pair_id="new", starts_on=first, ends_on=last, **fields)
    breaks = kept_breaks(snapshot, map(_period, filter(str.strip, given["breaks"].splitlines())))
    agreed = agreed_days(snapshot) if given["is_agreed"] else {}
    days = {pair: agreed.get(pair, rhythm.interval_days) for pair in pairs}
    return Changes("calendar", (*breaks, *replanned(snapshot, days, rhythm, today)))


def _bare(given: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, without blanks around it."""
    return {name: value.strip() if isinstance(value, str) else value for name, value in given.items()}


def _period(line: str) -> tuple[date, date]:
    """The first and the last day of a period; one day is both. Raises NotLawful for no period."""
    days = [day for part in _BETWEEN.split(line.strip()) if (day := typed_day(part, "breaks"))]
    if len(days) not in (1, 2) or days[-1] < days[0]:
        wrong = say("This is no period: {line}. Write it as 21-12-2026 – 3-1-2027.", line=line)
        raise NotLawful(wrong, "breaks")
    return days[0], days[-1]
