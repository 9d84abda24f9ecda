"""What pairs work on: how many have a goal, each goal with its level, and all of them in time."""

from collections.abc import Mapping, Sequence
from statistics import mean

import altair as alt
import polars as pl
from markupsafe import Markup

from mentorkit.model.goal import GOAL_STEP_KINDS, LEVEL_FIELDS, Goal
from mentorkit.progress.goals import smart_hints
from mentorkit.progress.pursued import Pursued, attained
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.chart import BLUE, INK, framed
from mentorkit.views.start.two import Two
from mentorkit.views.table import html_table, plain_list

HINTS: Mapping[str, Message] = {
    "specific": say("Say what exactly will be different."),
    "measurable": say("Say how you both notice it, or write all five levels."),
    "attainable": say("Name a first step, or the support that is needed."),
    "relevant": say("Say why it matters."),
    "timely": say("Give the day on which it is ready."),
}
"""What helps a goal on, by what it does not tell yet."""

_LONGEST, _MOST_BARS = 60, 200


def goals_headline(pairs: Sequence[Two], found: Sequence[Pursued]) -> list[Message]:
    """How many pairs have a goal, what of them both agreed to, and what was written too late."""
    having = {one.goal.pair_id for one in found}
    lines = [say("{n} of {all} pairs have a goal.", n=len(having), all=len(pairs))]
    if not found:
        return [*lines, say("The first talk is a good moment: hand out the plan, and note the goals here.")]
    agreed = sum(one.goal.is_agreed for one in found)
    lines.append(say("Of {all} goals both agreed to {n}.", n=agreed, all=len(found)))
    if late := sum(one.is_late_with_levels for one in found):
        lines.append(
            say_count(
                "The levels of {n} goal were written after it had begun, so that they tell less.",
                "The levels of {n} goals were written after they had begun, so that they tell less.",
                late,
            )
        )
    if scores := attained(found):
        told = say_count(
            "The goals of {n} person stand at {score}; 50 is as hoped.",
            "The goals of {n} people stand at {score} on average; 50 is as hoped.",
            len(scores),
        )
        lines.append(told.filled(score=round(mean(scores))))
    return lines


def without_goal(pairs: Sequence[Two], found: Sequence[Pursued]) -> list[str]:
    """The pairs that have no goal yet, by both names."""
    having = {one.goal.pair_id for one in found}
    return [two.called for two in pairs if two.pair.id not in having]


def level_label(reached: int | None) -> Message | None:
    """What a level is called, as it is on the page."""
    return None if reached is None else Goal.called_field(LEVEL_FIELDS[reached])


def goal_name(goal: Goal, speak: Speaker) -> str:
    """Its own words, or that it is private."""
    return goal.text or speak(say("private goal"))


def goals_table(pairs: Sequence[Two], found: Sequence[Pursued], speak: Speaker) -> Markup:
    """Every goal: when it is ready, its steps, its level, and whether both agreed."""
    heads = say("Pair"), say("Goal"), say("Ready on"), say("Steps"), say("Level"), say("Agreed")
    called = {two.pair.id: two.called for two in pairs}
    return html_table(heads, ((called[one.goal.pair_id], *_cells(one, speak)) for one in found), speak)


def hints_of(goal: Goal, steps: int) -> list[Message]:
    """What would make a goal with so many steps clearer; nothing of a private one."""
    met = smart_hints(goal, steps)
    return [hint for key, hint in HINTS.items() if not (met[key] or goal.is_private)]


def goal_hints(pairs: Sequence[Two], found: Sequence[Pursued], speak: Speaker) -> Markup | None:
    """What would make goals clearer, a line for each; None when all tell enough, as private ones do."""
    called, lines = {goal: name for name, goal in goal_choices(pairs, found, speak).items()}, []
    for one in found:
        if hints := hints_of(one.goal, len(one.steps)):
            lines.append(f"{called[one.goal.id]}: {' '.join(map(speak, hints))}")
    return plain_list(lines) if lines else None


def goal_choices(pairs: Sequence[Two], found: Sequence[Pursued], speak: Speaker) -> dict[str, str]:
    """The goals to choose from, by what each is called; two of one name are told apart by a number."""
    called, choices = {two.pair.id: two.called for two in pairs}, dict[str, str]()
    for one in found:
        name = f"{called[one.goal.pair_id]}: {goal_name(one.goal, speak)[:_LONGEST]}"
        again = sum(known == name or known.startswith(f"{name} (") for known in choices)
        choices[f"{name} ({again + 1})" if again else name] = one.goal.id
    return choices


def goals_timeline(pairs: Sequence[Two], found: Sequence[Pursued], speak: Speaker) -> alt.LayerChart | None:
    """A bar for each goal from its first day to its last, with its steps on it; None when none has days."""
    days = {one.goal.id: one.goal.due_on for one in found if one.goal.due_on is not None}
    dated = [one for one in found if one.goal.id in days][:_MOST_BARS]
    if not dated:
        return None
    names = {goal: name for name, goal in goal_choices(pairs, dated, speak).items()}
    begun = {one.goal.id: one.goal.starts_on or one.pair.confirmed_on for one in dated}
    bars = [{"goal": name, "begins": begun[goal], "ends": days[goal]} for goal, name in names.items()]
    dots = [
        (names[one.goal.id], step.due_on, speak(GOAL_STEP_KINDS[step.kind]))
        for one in dated
        for step in one.steps
        if step.due_on is not None
    ]
    steps = pl.DataFrame(dots, orient="row", schema={"goal": pl.String, "day": pl.Date, "kind": pl.String})
    place = alt.Y("goal:N", title=None, sort=list(names.values()), axis=alt.Axis(labelLimit=320))
    days_axis = alt.Axis(format="%-d-%-m-%Y", labelOverlap=True, tickCount=6)
    line = alt.Chart(pl.DataFrame(bars)).encode(
        x=alt.X("begins:T", title=None, axis=days_axis), x2="ends:T", y=place
    )
    shape = alt.Shape("kind:N", title=None, legend=alt.Legend(orient="bottom"))
    dot = alt.Chart(steps).encode(x="day:T", y=place, shape=shape)
    chart = line.mark_bar(color=BLUE, height=8) + dot.mark_point(color=INK, filled=True, size=70)
    finding = say_count(
        "{n} goal has a day: {last}.",
        "{n} goals have a day; the last is {last}.",
        len(days),
        last=max(days.values()),
    )
    return framed(chart, finding, speak, width=520, height=26 * len(bars))


def _cells(one: Pursued, speak: Speaker) -> tuple[str, ...]:
    goal, done, told = one.goal, sum(step.done_on is not None for step in one.steps), level_label(one.reached)
    name = goal_name(goal, speak)
    return (
        name if goal.owner == "mentee" else speak(say("{goal} (of the mentor)", goal=name)),
        speak.write(goal.due_on) if goal.due_on else "",
        speak(say("{n} of {all} done", n=done, all=len(one.steps))) if one.steps else "",
        speak(told) if told else "",
        speak(say("yes")) if goal.is_agreed else speak(say("not yet")),
    )
