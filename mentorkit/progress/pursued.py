"""The goals of pairs with all that hangs on them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from mentorkit.frames import Snapshot
from mentorkit.model import Goal, GoalLevel, GoalStep, Pair
from mentorkit.progress.goals import attainment


@dataclass(frozen=True)
class Pursued:
    """A goal of a pair with its steps by day, and the last level noted; None when there is none."""

    pair: Pair
    goal: Goal
    steps: tuple[GoalStep, ...]
    reached: int | None

    @property
    def is_late_with_levels(self) -> bool:
        """Whether its levels were written, or changed, after the period had begun."""
        written, begun = self.goal.levels_on, self.goal.starts_on
        return written is not None and begun is not None and written > begun


def attained(found: Iterable[Pursued]) -> tuple[float, ...]:
    """The attainment of everybody who has a goal with a level: each person's goals are one score."""
    levels: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in found:
        if one.reached is not None:
            levels[one.goal.pair_id, one.goal.owner].append(one.reached)
    return tuple(score for own in levels.values() if (score := attainment(own)) is not None)


def goals_of(snapshot: Snapshot, pairs: Iterable[Pair]) -> tuple[Pursued, ...]:
    """The goals of these pairs, in the order of the pairs, the first that is ready on top."""
    steps: dict[str, list[GoalStep]] = defaultdict(list)
    for step in sorted(snapshot.rows(GoalStep), key=lambda one: (str(one.due_on or "9"), one.text)):
        steps[step.goal_id].append(step)
    noted = sorted(snapshot.rows(GoalLevel), key=lambda one: (one.noted_on, one.revision))
    reached = {one.goal_id: one.reached for one in noted}
    by_pair: dict[str, list[Goal]] = defaultdict(list)
    for goal in sorted(snapshot.rows(Goal), key=lambda one: (str(one.due_on or "9"), one.text, one.id)):
        by_pair[goal.pair_id].append(goal)
    return tuple(
        Pursued(pair, goal, tuple(steps[goal.id]), reached.get(goal.id))
        for pair in pairs
        for goal in by_pair[pair.id]
    )
