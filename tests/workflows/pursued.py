"""Goals of a few confirmed pairs."""

from datetime import date
from typing import Any

from mentorkit.frames import Snapshot
from mentorkit.model.goal import Goal, GoalLevel, GoalStep
from tests.workflows.started import started

WHOLE = Goal(
    id="g1",
    pair_id="ann-bo",
    text="Ik leid elke maand <ons> teamoverleg & “kies” 🌱",
    reason="Mijn team wordt groter",
    measure="Drie overleggen met een besluit",
    support="Feedback na elk overleg",
    starts_on=date(2026, 10, 1),
    due_on=date(2027, 3, 1),
    lowest="Geen overleg",
    lower="Eén overleg",
    hoped="Drie overleggen",
    higher="Vijf overleggen",
    highest="Elke week",
    levels_on=date(2026, 9, 20),
    is_agreed_by_mentee=True,
    is_agreed_by_mentor=True,
    revision=3,
)
LATE = Goal(id="g2", pair_id="ann-bo", owner="mentor", text="Leren luisteren", due_on=date(2026, 12, 1))
PRIVATE = Goal(id="g3", pair_id="cas-dee", is_private=True, revision=4)
STEPS = (
    GoalStep(id="s1", goal_id="g1", text="Meekijken bij Bo", due_on=date(2026, 11, 2)),
    GoalStep(
        id="s2",
        goal_id="g1",
        kind="milestone",
        text="Eerste eigen overleg",
        due_on=date(2026, 12, 7),
        done_on=date(2026, 12, 7),
    ),
    GoalStep(id="s3", goal_id="g1", kind="skill", text="Samenvatten", owner="mentor", support="Boek"),
)
LEVELS = (
    GoalLevel(id="l1", goal_id="g1", noted_on=date(2026, 10, 1), reached=-2),
    GoalLevel(id="l2", goal_id="g1", noted_on=date(2027, 1, 10), reached=1),
    GoalLevel(id="l3", goal_id="g3", noted_on=date(2027, 1, 10), reached=0),
)


def pursuing(*goals: Goal, **settings: Any) -> Snapshot:
    """Two pairs with goals: Ann's is whole, Bo's is not yet, and that of Cas is private."""
    found = started(**settings).with_table(Goal, goals or (WHOLE, LATE, PRIVATE))
    return found.with_table(GoalStep, STEPS).with_table(GoalLevel, LEVELS)
