"""What becomes of the rows of pairs when a goal, a rhythm or a break is kept."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import Change, Delete, Expectation, Goal, GoalStep, Insert, Rhythm, SchoolBreak
from mentorkit.model.change import kept
from mentorkit.model.row import id_of
from mentorkit.progress.cadence import USUAL_DAYS, in_force
from mentorkit.text import say

_AGREED = {"weekly": 7, "fortnightly": 14, "monthly": USUAL_DAYS, "seldom": 56}
"""The days between talks, by what both can expect."""

NO_WORDS = say("Say in a few words what it is.")
"""Why a goal or a step that lacks words is not kept."""

_PAST = say("A new rhythm changes only what is to come: begin today or later.")
_FIRST, _WEEKS = timedelta(days=14), 26
"""When a first talk is by default, and how long a pair talks. Our own heuristic."""


def kept_goals(
    snapshot: Snapshot, pursued: Sequence[Goal], steps: Iterable[GoalStep] = ()
) -> tuple[Change, ...]:
    """These goals and steps, new ones or in place of those with the same id.

    A goal that is private now loses its steps as well as its words. Raises NotLawful for a goal without words
    that is not private, and for a step without words.
    """
    steps = tuple(steps)
    if any(map(lacks_words, pursued)) or any(map(lacks_words, steps)):
        raise NotLawful(NO_WORDS, "text")
    private = {goal.id for goal in pursued if goal.is_private}
    new = [step for step in steps if step.goal_id not in private]
    changed = *kept(snapshot.rows(Goal), pursued), *kept(snapshot.rows(GoalStep), new)
    return (*changed, *without_steps(snapshot, private))


def lacks_words(row: Goal | GoalStep) -> bool:
    """Whether it does not say what it is, as only a private goal may."""
    return not row.text and not (isinstance(row, Goal) and row.is_private)


def without_steps(snapshot: Snapshot, private: Container[str]) -> Iterator[Delete]:
    """What takes the steps of goals (by id) that are private away: they are told with the words of a goal."""
    return (Delete(step) for step in snapshot.rows(GoalStep) if step.goal_id in private)


def id_by_words(whose: str, text: object) -> str:
    """The id of a goal of a pair, or of a step to a goal: the same words again are the same one."""
    return id_of(whose, str(text or "").strip().casefold())


def dated(goal: Goal, before: Goal | None, today: date) -> Goal:
    """The goal with its days: when it was noted, both agreed, and what its levels mean was last changed."""
    is_new = goal.levels != (before.levels if before else ("",) * len(goal.levels))
    agreed = before.agreed_on if before and before.is_agreed else today
    days = {
        "levels_on": today if is_new else before and before.levels_on,
        "noted_on": before.noted_on if before else today,
        "agreed_on": agreed if goal.is_agreed else None,
    }
    return goal.model_copy(update=days)


def usual_rhythm(snapshot: Snapshot, today: date) -> Rhythm:
    """What a plan of talks begins with: as it was planned last, or else as the framework says."""
    framework = snapshot.programme.framework
    first = today + _FIRST
    last = max(snapshot.rows(Rhythm), key=lambda one: (one.revision, one.starts_on), default=None)
    if last:
        return last.model_copy(update={"starts_on": first, "ends_on": max(last.ends_on, first)})
    ends_on = first + timedelta(weeks=framework.duration_weeks or _WEEKS)
    days = framework.meeting_interval_days or USUAL_DAYS
    return Rhythm(id="new", pair_id="new", starts_on=first, ends_on=ends_on, interval_days=days)


def agreed_days(snapshot: Snapshot) -> dict[str, int]:
    """The days between talks of each pair (by id) of which both named the same rhythm."""
    told: dict[str, list[str]] = {}
    for row in snapshot.rows(Expectation):
        told.setdefault(row.pair_id, []).append(row.choices.get("rhythm", ""))
    same = {pair: both[0] for pair, both in told.items() if len(both) > len(set(both))}
    return {pair: _AGREED[choice] for pair, choice in same.items() if choice in _AGREED}


def replanned(snapshot: Snapshot, days: Mapping[str, int], rhythm: Rhythm, today: date) -> tuple[Change, ...]:
    """Pairs by id, each with this rhythm every so many days; what was planned before its first day stays.

    What it takes the place of is kept too. Raises NotLawful when it would change days that are past.
    """
    changes = []
    for pair, every in days.items():
        known = [one for one in snapshot.rows(Rhythm) if one.pair_id == pair]
        if rhythm.starts_on < today and any(one.starts_on < today for one in known):
            raise NotLawful(_PAST, "starts_on")
        own = id_of(pair, rhythm.starts_on.isoformat(), str(len(known)))
        told = {"id": own, "pair_id": pair, "interval_days": every, "revision": 0}
        new = rhythm.model_copy(update=told)
        last = in_force(known)[-1:]
        if not last or last[0].model_copy(update={"id": own, "revision": 0}) != new:
            changes.append(Insert(new))
    return tuple(changes)


def kept_breaks(snapshot: Snapshot, periods: Iterable[tuple[date, date]]) -> tuple[Change, ...]:
    """These periods without talks, in place of all that were known."""
    known = {(one.starts_on, one.ends_on): one for one in snapshot.rows(SchoolBreak)}
    wanted = dict.fromkeys(periods)
    new = (
        Insert(SchoolBreak(id=id_of(str(first), str(last)), starts_on=first, ends_on=last))
        for first, last in wanted
        if (first, last) not in known
    )
    return (*new, *(Delete(one) for period, one in known.items() if period not in wanted))
