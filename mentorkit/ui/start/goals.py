"""What pairs work on, on the page: a table and a timeline, a form for each goal, and plans out and in."""

from collections.abc import Sequence
from typing import Any

import marimo as mo

from mentorkit.documents.plan_of_development import LISTS, career_paths, development_plans
from mentorkit.documents.plan_returned import returned_plan
from mentorkit.errors import MentorkitError
from mentorkit.model import Goal, GoalStep, Row
from mentorkit.model.goal import LEVEL_FIELDS
from mentorkit.progress.pursued import Pursued
from mentorkit.text import Message, say, say_count
from mentorkit.ui.frame.fields import Form
from mentorkit.ui.frame.page import Page, boxed, html, side_by_side, stacked
from mentorkit.views.start.goals import (
    goal_choices,
    goal_hints,
    goals_headline,
    goals_table,
    goals_timeline,
    hints_of,
    level_label,
    without_goal,
)
from mentorkit.views.start.two import Two
from mentorkit.views.table import plain_list
from mentorkit.workflows.intake.kept import Files
from mentorkit.workflows.start.plans import (
    drafted_goal,
    drop_goal,
    note_level,
    take_over_plans,
    typed_goal,
    typed_goal_step,
)

_ONE_LINE = ("text", "reason", "measure", "support", "starts_on", "due_on", *LEVEL_FIELDS.values())
_TICKS = ("is_agreed_by_mentee", "is_agreed_by_mentor", "is_private")
_KEPT = say("This is kept.")
_FORGOTTEN = say("The goal is private now. Its words and steps are gone, and Undo does not bring them back.")


def goal_picker(page: Page, pairs: Sequence[Two], found: Sequence[Pursued]) -> mo.ui.dropdown:
    """Which goal the forms are about: a new one, or one of those that are there."""
    options = {page.speak(say("a new goal")): "", **goal_choices(pairs, found, page.speak)}
    return page.pick(say("Which goal?"), options, "", full_width=True)


def goal_fields(page: Page, pairs: Sequence[Two], goal: Goal | None) -> mo.ui.batch:
    """All that is agreed about a goal: a new one, or one that is there."""
    whose = {two.called: two.pair.id for two in pairs}
    chosen: dict[str, Any] = {} if goal else {"pair_id": page.pick(say("Pair"), whose, pairs[0].pair.id)}
    known = goal or Goal(id="new", pair_id="new")
    return page.fields(
        **chosen,
        owner=page.pick(page.called(Goal, "owner"), page.options(LISTS["owner"]), known.owner),
        **{name: _entry(page, known, name) for name in _ONE_LINE},
        **{name: page.tick(page.called(Goal, name), is_on=getattr(known, name)) for name in _TICKS},
    )


def keep_goal_button(page: Page, fields: mo.ui.batch, goal: Goal | None) -> mo.ui.button:
    """Keeps a goal as it stands in its fields: a new one, or one that is there."""
    same, today = ({"id": goal.id, "pair_id": goal.pair_id} if goal else {}), page.desk.today

    def keep(given: dict[str, Any]) -> None:
        told = _FORGOTTEN if goal and given["is_private"] and not goal.is_private else _KEPT
        page.do(lambda now: typed_goal(now, same | given, today()), told)

    return page.keeps(fields, say("Keep the goal"), keep)


def hints_panel(
    page: Page, fields: mo.ui.batch, goal: Goal | None, found: Sequence[Pursued]
) -> mo.Html | None:
    """What would make the goal clearer as it stands in its fields; nothing when it tells enough."""
    steps = next((one.steps for one in found if goal and one.goal.id == goal.id), ())
    hints = hints_of(drafted_goal(fields.value), len(steps))
    lines = plain_list(map(page.speak, hints))
    return stacked(page.quiet(say("To make it clearer")), html(lines)) if hints else None


def goal_step_form(page: Page, goal: Goal) -> Form | None:
    """A step to a goal; none to a private one, of which no words are kept."""
    if goal.is_private:
        return None
    new, of_goal = GoalStep(id="new", goal_id=goal.id), {"goal_id": goal.id}
    fields = page.fields(
        kind=page.pick(page.called(GoalStep, "kind"), page.options(LISTS["kind"]), new.kind),
        text=_entry(page, new, "text"),
        owner=page.pick(page.called(GoalStep, "owner"), page.options(LISTS["owner"]), new.owner),
        **{name: _entry(page, new, name) for name in ("support", "due_on", "done_on")},
    )
    return page.asks(
        fields, say("Keep the step"), lambda now, given: typed_goal_step(now, of_goal | given), _KEPT
    )


def level_form(page: Page, goal: Goal) -> Form:
    """How far a goal was reached today."""
    labels: dict[int, Message] = {level: label for level in LEVEL_FIELDS if (label := level_label(level))}
    field, today = page.pick(say("Level today"), page.options(labels), 0), page.desk.today
    note, keep = say("Note the level"), lambda now, given: note_level(now, goal.id, given, today())
    return page.asks(field, note, keep, _KEPT)


def drop_goal_button(page: Page, goal: Goal) -> mo.ui.button:
    """Takes a goal away."""
    gone, take = say("The goal is taken away, with its steps and levels."), say("Take this goal away")
    return page.acts(take, lambda now: drop_goal(now, goal.id), gone)


def plans_area(page: Page) -> mo.ui.file:
    """Where plans that were filled in are taken over."""

    def take(files: Files) -> None:
        snapshot, today = page.desk.snapshot, page.desk.today()
        try:
            plans = [returned_plan(snapshot, name, content, today) for name, content in files]
        except MentorkitError as refusal:
            page.refuse(refusal)
            return
        problems = [problem for plan in plans for problem in plan.problems]
        done = say_count("{n} plan is taken over.", "{n} plans are taken over.", len(plans))
        left = say("{done} To look at: {problems}", done=done, problems=problems) if problems else done
        page.do(lambda now: take_over_plans(now, plans), left)

    return page.drop_area(say("Development plans that were filled in (.docx)"), take)


def goals_panel(page: Page, pairs: Sequence[Two], found: Sequence[Pursued]) -> mo.Html:
    """How many pairs have a goal, every goal in a table and in time, and the plans to hand out."""
    speak, programme = page.speak, page.desk.snapshot.programme
    lines = [page.text(line) for line in goals_headline(pairs, found)]
    chart, hints = goals_timeline(pairs, found, speak), goal_hints(pairs, found, speak)
    folded = [page.fold(say("All goals"), boxed("wide", goals_table(pairs, found, speak)))] if found else []
    if chart is not None:
        folded.append(page.fold(say("All goals in time"), boxed("wide", mo.as_html(chart))))
    if hints:
        folded.append(page.fold(say("To make it clearer"), hints))
    if found and (without := without_goal(pairs, found)):
        folded.append(page.fold(say("Pairs without a goal"), plain_list(without)))
    plans, paths = say("development-plans.zip"), say("career-paths.zip")
    out = side_by_side(
        page.download(
            say("Development plans"), plans, lambda: development_plans(programme, pairs, found, speak)
        ),
        page.download(say("Career paths"), paths, lambda: career_paths(pairs, found, speak)),
    )
    return stacked(page.title(say("Goals")), *lines, *folded, out)


def goal_panel(page: Page, chosen: mo.ui.dropdown, *asked: mo.Html | None) -> mo.Html:
    """Which goal is written, and its form."""
    hint = say("Write what each of the five levels means before you begin.")
    private = say(
        "A private goal keeps no words. Make one private later, and its words and steps leave this file for "
        "good: Undo does not bring them back. Backups of before still have them."
    )
    return stacked(page.title(say("Write a goal"), 3), page.quiet(hint), page.quiet(private), chosen, *asked)


def more_forms(page: Page, goal: Goal | None) -> tuple[mo.Html, ...]:
    """What else can be done with a goal that is there: its level, a step, and taking it away."""
    if goal is None:
        return ()
    step = goal_step_form(page, goal)
    further = (page.title(say("A step towards it"), 3), step) if step else ()
    far = page.title(say("How far is it?"), 3), level_form(page, goal)
    return (*far, *further, drop_goal_button(page, goal))


def _entry(page: Page, row: Row, name: str) -> mo.ui.text:
    """A line for one field, as it is now."""
    value = getattr(row, name)
    return page.entry(page.called(type(row), name), page.speak.write(value) if value else "")
