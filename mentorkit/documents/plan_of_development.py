"""The development plan of a pair: goals with their levels and steps, to write in and to bring back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Cm

from mentorkit.documents.archive import zipped
from mentorkit.model import SIDES, Programme, Row
from mentorkit.model.goal import GOAL_STEP_KINDS, LEVEL_FIELDS, Goal, GoalStep
from mentorkit.progress.pursued import Pursued
from mentorkit.text import Message, Speaker, say
from mentorkit.text.terms import capital
from mentorkit.views.start.goals import goal_name
from mentorkit.views.start.two import Two
from mentorkit.writing import word

GOAL_FIELDS = (
    *("text", "reason", "owner", "measure", "support", "starts_on", "due_on"),
    *LEVEL_FIELDS.values(),
    *("is_agreed_by_mentee", "is_agreed_by_mentor", "is_private"),
)
STEP_FIELDS = ("kind", "text", "owner", "support", "due_on", "done_on")
"""What stands in a plan, in this order: of a goal one under the other, of a step side by side."""

LISTS: Mapping[str, Mapping[Any, Message]] = {
    "owner": SIDES,
    "kind": GOAL_STEP_KINDS,
}
"""What can be written in a field, with what an empty one means first."""

_EMPTY_STEPS = 3
_WIDTHS = Cm(2.3), Cm(4.3), Cm(1.9), Cm(3.1), Cm(2.7), Cm(2.7)
_YOURS = say(
    "For {programme}. You write this together, and the mentee holds the pen. Steps can be an action, a "
    "milestone or a skill to learn. Write what each level means before you begin."
)
_PRIVATE = say(
    "The coordinator keeps what stands here. Leave out what stays between you, or write yes behind "
    "“private”: then none of the words of that goal are kept."
)


def development_plan(programme: Programme, two: Two, found: Sequence[Pursued], speak: Speaker) -> bytes:
    """A .docx with the goals of a pair and room for another; it is recognised when it comes back."""
    title = say("Development plan of {mentee} and {mentor}", **two.names)
    document = word.new_document(speak(title), speak.language, 9.5)
    document.core_properties.identifier = f"{programme.id} {two.pair.id}"
    word.add_list(document, map(speak, (_YOURS.filled(programme=programme.name), _PRIVATE)), "")
    for number, one in enumerate((*found, None), 1):
        called = say("Goal {n}", n=number) if one else say("Another goal")
        word.add_heading(document, speak(called), is_on_new_page=number > 1)
        goal = one.goal if one else None
        word.add_table(
            document, [[head(Goal, field, speak), written(goal, field, speak)] for field in GOAL_FIELDS]
        )
        _mark(document.tables[-1], f"{goal.id} {goal.revision}" if goal else "")
        steps = [
            [written(step, field, speak) for field in STEP_FIELDS] for step in (one.steps if one else ())
        ]
        steps += [[""] * len(STEP_FIELDS)] * _EMPTY_STEPS
        word.add_table(document, steps, [head(GoalStep, field, speak) for field in STEP_FIELDS], _WIDTHS)
    return word.saved_document(document)


def development_plans(
    programme: Programme, pairs: Sequence[Two], found: Sequence[Pursued], speak: Speaker
) -> bytes:
    """A zip with the plan of each pair, also of one without a goal."""
    plans = ((two.called, development_plan(programme, two, _of(two, found), speak)) for two in pairs)
    return zipped("docx", plans)


def career_path(two: Two, found: Sequence[Pursued], speak: Speaker) -> bytes:
    """A .docx of where the mentee goes: the goals, and the steps to them by kind and day."""
    title = say("Career path of {name}", name=two.names["mentee"])
    document = word.new_document(speak(title), speak.language)
    word.add_heading(document, speak(say("Where I want to go")))
    own = [one for one in _of(two, found) if one.goal.owner == "mentee"]
    word.add_list(document, [goal_name(one.goal, speak) for one in own] or ["…" * 30])
    heads = [speak(one) for one in (say("What"), say("For which goal"), say("Ready on"), say("Done"))]
    for kind, label in GOAL_STEP_KINDS.items():
        word.add_heading(document, capital(speak(label)))
        steps = [(one, step) for one in own for step in one.steps if step.kind == kind]
        rows = [_on_path(one, step, speak) for one, step in steps]
        rows += [["", "", "", word.BOX]] * 2
        word.add_table(document, rows, heads, (Cm(6.5), Cm(4.5), Cm(3), Cm(3)))
    return word.saved_document(document)


def career_paths(pairs: Sequence[Two], found: Sequence[Pursued], speak: Speaker) -> bytes:
    """A zip with the career path of each pair."""
    return zipped("docx", ((two.called, career_path(two, found, speak)) for two in pairs))


def head(model: type[Row], field: str, speak: Speaker) -> str:
    """What a field is called in a plan."""
    return capital(speak(model.called_field(field)))


def written(row: Row | None, field: str, speak: Speaker) -> str:
    """What a plan says of a field of a goal or a step; nothing when there is none."""
    value = getattr(row, field) if row else None
    if field in LISTS and value:
        return speak(LISTS[field][value])
    return "" if value is None else speak.write(value)


def _of(two: Two, found: Iterable[Pursued]) -> list[Pursued]:
    return [one for one in found if one.goal.pair_id == two.pair.id]


def _on_path(one: Pursued, step: GoalStep, speak: Speaker) -> list[str]:
    done = speak.write(step.done_on) if step.done_on else word.BOX
    return [step.text, goal_name(one.goal, speak), written(step, "due_on", speak), done]


def _mark(table: Any, name: str) -> None:
    """Write on a table, where only a screen reader says it, which goal it is."""
    caption = table._tbl.tblPr.makeelement(qn("w:tblCaption"), {qn("w:val"): name})
    table._tbl.tblPr.append(caption)
