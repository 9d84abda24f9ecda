"""How goals go: each with its levels by day and its steps by kind, and all of them by month."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from markupsafe import Markup

from mentorkit.model import GoalLevel, GoalStep
from mentorkit.model.goal import GOAL_STEP_KINDS, LEVEL_FIELDS
from mentorkit.progress.pursued import Pursued
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.start.goals import goal_name, level_label
from mentorkit.views.table import html_table


def goals_now(found: Sequence[Pursued], today: date) -> list[Message]:
    """Of how many goals a level is known, and how many are past their day and not as hoped yet."""
    known = sum(one.reached is not None for one in found)
    late = sum(bool(one.goal.due_on and one.goal.due_on < today and (one.reached or 0) < 0) for one in found)
    return [
        say_count(
            "Of {n} goal {known} has a level.", "Of {n} goals {known} have a level.", len(found)
        ).filled(known=known),
        say_count(
            "{n} goal past its day is less far than hoped.",
            "{n} goals past their day are less far than hoped.",
            late,
        ),
    ]


def goals_over_time(
    found: Sequence[Pursued], levels: Sequence[GoalLevel], names: Mapping[str, str], speak: Speaker
) -> Markup:
    """Each goal with every level that was noted, the first on the left, and its steps by kind."""
    noted: dict[str, list[GoalLevel]] = {}
    for one in sorted(levels, key=lambda one: (one.noted_on, one.revision)):
        noted.setdefault(one.goal_id, []).append(one)
    heads = say("Pair"), say("Goal"), say("Levels"), say("Steps")
    rows = [
        (
            names[one.pair.id],
            goal_name(one.goal, speak),
            " → ".join(_level(level, speak) for level in noted.get(one.goal.id, ())),
            _steps(one.steps, speak),
        )
        for one in found
    ]
    return html_table(heads, rows, speak)


def levels_table(found: Mapping[date, Counter[int]], speak: Speaker) -> Markup:
    """How many goals were at each level at the end of each month."""
    labels = [label for reached in LEVEL_FIELDS if (label := level_label(reached))]
    rows = (
        (f"{month.month}-{month.year}", *(counts[reached] for reached in LEVEL_FIELDS))
        for month, counts in found.items()
    )
    return html_table((say("Month"), *labels), rows, speak)


def _level(one: GoalLevel, speak: Speaker) -> str:
    label = level_label(one.reached)
    return f"{one.noted_on.day}-{one.noted_on.month}: {speak(label) if label else ''}"


def _steps(steps: Sequence[GoalStep], speak: Speaker) -> str:
    """How many of each kind are done."""
    of = {kind: [one for one in steps if one.kind == kind] for kind in GOAL_STEP_KINDS}
    told = (
        say(
            "{kind} {n} of {all}",
            kind=said,
            n=sum(one.done_on is not None for one in of[kind]),
            all=len(of[kind]),
        )
        for kind, said in GOAL_STEP_KINDS.items()
        if of[kind]
    )
    return ", ".join(map(speak, told))
