"""What stands in the programme's workbook: its sheets, their fields and their rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, RULES
from mentorkit.model import Application, Goal, GoalStep, Pair, Person, Preference, Programme, Row
from mentorkit.model.fields import ANSWERS, kept_by
from mentorkit.model.goal import LEVEL_FIELDS
from mentorkit.text import Message, say

WEIGHTS = {f"weights.{criterion.key}": criterion for criterion in CRITERIA}
RULES_SET = {f"rules.{rule.key}": rule for rule in RULES if not rule.is_fixed}
"""The criteria, and the conditions that can be switched off, by the field that sets each."""

_SETTINGS = ("name", "relation_type", "other_types", "own_topics", "aim", "unplaced_price", "is_blind")
_PERSONAL, _GIVEN = (
    tuple(name for name in kept_by(holder) if not ANSWERS[name].is_private)
    for holder in ("person", "application")
)

_GOAL = ("text", "reason", "measure", "support", "owner", "starts_on", "due_on")
_AGREED = ("is_agreed_by_mentee", "is_agreed_by_mentor", "is_private", *LEVEL_FIELDS.values())
_STEP = ("text", "step_kind", "owner", "support", "due_on", "done_on")


@dataclass(frozen=True)
class OurSheet:
    """A sheet of the workbook: its title and what stands on it.

    `fields` are those that can be edited, in order; `shared` is what all its rows have in common.
    """

    title: Message
    model: type[Row]
    fields: tuple[str, ...]
    shared: Mapping[str, str] = field(default_factory=dict)


SHEETS: Mapping[str, OurSheet] = {
    "person": OurSheet(say("People"), Person, _PERSONAL),
    "mentor": OurSheet(say("Mentors"), Application, _GIVEN, {"role": "mentor"}),
    "mentee": OurSheet(say("Mentees"), Application, _GIVEN, {"role": "mentee"}),
    "preference": OurSheet(say("Preferences"), Preference, ("kind",)),
    "pair": OurSheet(say("Pairs"), Pair, ("ended_on", "has_failed")),
    "goal": OurSheet(say("Goals"), Goal, (*_GOAL, *_AGREED)),
    "goal_step": OurSheet(say("Steps to goals"), GoalStep, _STEP),
    "programme": OurSheet(say("Settings"), Programme, (*_SETTINGS, *RULES_SET, *WEIGHTS)),
}
"""The sheets by the name of what is on them, in the order in which they are read."""


def heading(sheet: OurSheet, field: str) -> Message:
    """What the column of a field is called."""
    if field in WEIGHTS:
        return say("weight of {criterion}", criterion=WEIGHTS[field].label)
    if field in RULES_SET:
        return say("condition: {rule}", rule=RULES_SET[field].label)
    label = sheet.model.label_of(kept_as(field))
    assert label is not None, f"{field} is on a sheet and has no name"  # noqa: S101
    return label


def kept_as(field: str) -> str:
    """The field of a row in which that of a sheet is kept: a step has a kind as a preference has, but others.

    >>> kept_as("step_kind"), kept_as("text")
    ('kind', 'text')
    """
    return "kind" if field == "step_kind" else field


def is_confided(row: Mapping[str, Any]) -> bool:
    """Whether a row was told in confidence, so that it stays in the programme."""
    return row.get("kind") == "avoid"


def step_of(pair: str, goal: str) -> str:
    """Whom and what a step is about: the pair, and the words of its goal."""
    return f"{pair}: {goal}"


def whom_in(row: Mapping[str, Any]) -> list[str]:
    """The ids of those whom a row is about; none for a person or the programme itself."""
    return [row[key] for key in ("person_id", "mentee_id", "mentor_id") if row.get(key)]


def rows_by_sheet(snapshot: Snapshot) -> dict[str, list[dict[str, Any]]]:
    """Every row of the programme, by sheet, also those told in confidence.

    What belongs to a pair has the ids of both beside its own fields, to tell whom it is about, and a step
    the words of its goal.
    """
    rows = {name: snapshot.frame(one.model).filter(**one.shared).to_dicts() for name, one in SHEETS.items()}
    both = {row["id"]: {key: row[key] for key in ("mentee_id", "mentor_id")} for row in rows["pair"]}
    goals = {row["id"]: both[row["pair_id"]] | {"goal_words": row["text"]} for row in rows["goal"]}
    told = {
        "goal": [row | both[row["pair_id"]] for row in rows["goal"]],
        "goal_step": [row | goals[row["goal_id"]] | {"step_kind": row["kind"]} for row in rows["goal_step"]],
        "programme": [settings_by_field(snapshot.programme)],
    }
    return rows | told


def settings_by_field(programme: Programme) -> dict[str, Any]:
    """The programme with a field for every setting by itself.

    There is one for every criterion, which is its default weight when none was set, and one for
    every condition that can be switched off, True while it applies.
    """
    weights = {field: programme.weights.get(one.key, one.weight) for field, one in WEIGHTS.items()}
    rules = {field: rule.key not in programme.rules_off for field, rule in RULES_SET.items()}
    return programme.model_dump() | rules | weights
