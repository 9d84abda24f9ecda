"""What stands in the programme's workbook: its sheets, their fields and their rows."""

from collections.abc import Mapping
from typing import Any

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, RULES
from mentorkit.model import Application, Pair, Person, Preference, Programme, Row
from mentorkit.model.fields import ANSWERS, kept_by
from mentorkit.text import Message, say

TITLES: Mapping[str, Message] = {
    "person": say("People"),
    "mentor": say("Mentors"),
    "mentee": say("Mentees"),
    "preference": say("Preferences"),
    "pair": say("Pairs"),
    "programme": say("Settings"),
}
"""The sheets, by the name of what is in them."""

MODELS: Mapping[str, type[Row]] = {
    "person": Person,
    "mentor": Application,
    "mentee": Application,
    "preference": Preference,
    "pair": Pair,
    "programme": Programme,
}
"""What stands on each sheet, in the order in which it is read."""

WEIGHTS = {f"weights.{criterion.key}": criterion for criterion in CRITERIA}
RULES_SET = {f"rules.{rule.key}": rule for rule in RULES if not rule.is_fixed}
"""The criteria, and the conditions that can be switched off, by the field that sets each."""

_SETTINGS = ("name", "relation_type", "other_types", "own_topics", "aim", "unplaced_price", "is_blind")

Rows = dict[str, list[dict[str, Any]]]


def fields_of(sheet: str) -> list[str]:
    """The fields that can be edited on a sheet, in order."""
    if sheet == "programme":
        return [*_SETTINGS, *RULES_SET, *WEIGHTS]
    if sheet == "pair":
        return ["ended_on", "has_failed"]
    if sheet == "preference":
        return ["kind"]
    kept = kept_by("person" if sheet == "person" else "application")
    return [name for name in kept if not ANSWERS[name].is_private]


def heading(sheet: str, field: str) -> Message:
    """What the column of a field is called."""
    if field in WEIGHTS:
        return say("weight of {criterion}", criterion=WEIGHTS[field].label)
    if field in RULES_SET:
        return say("condition: {rule}", rule=RULES_SET[field].label)
    label = MODELS[sheet].label_of(field)
    assert label is not None, f"{field} is on a sheet and has no name"  # noqa: S101
    return label


def is_confided(row: Mapping[str, Any]) -> bool:
    """Whether a row was told in confidence, so that it stays in the programme."""
    return row.get("kind") == "avoid"


def rows_by_sheet(snapshot: Snapshot) -> Rows:
    """Every row of the programme, by sheet, also those told in confidence.

    The settings have a field for every criterion, which is its default weight when she set none,
    and one for every condition that can be switched off, True while it applies.
    """
    programme = snapshot.programme
    weights = {field: programme.weights.get(one.key, one.weight) for field, one in WEIGHTS.items()}
    rules = {field: rule.key not in programme.rules_off for field, rule in RULES_SET.items()}
    applications = snapshot.applications.to_dicts()
    return {
        "person": snapshot.people.to_dicts(),
        "mentor": [row for row in applications if row["role"] == "mentor"],
        "mentee": [row for row in applications if row["role"] == "mentee"],
        "preference": snapshot.preferences.to_dicts(),
        "pair": snapshot.pairs.to_dicts(),
        "programme": [programme.model_dump() | rules | weights],
    }
