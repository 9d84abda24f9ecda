"""Answers as a reader says them: lists, languages, scales and choices."""

from collections.abc import Mapping
from typing import Any

from babel import Locale

from mentorkit.text import Message, Speaker, say

COLUMNS: Mapping[str, Message] = {
    "goals": say("wants to learn"),
    "goal_text": say("wants to achieve"),
    "topics": say("offers"),
    "biography": say("writes"),
    "values": say("values"),
    "working_style": say("works by plan (1) or as it comes (5)"),
    "prefers": say("asked for"),
    "availability": say("is free"),
    "channels": say("meets"),
    "languages": say("speaks"),
    "years_experience": say("years of experience"),
    "level_name": say("works as"),
    "learning_style": say("learns or guides"),
    "feedback_style": say("feedback gentle (1) or direct (5)"),
    "department": say("department"),
    "interests": say("free time"),
    "city": say("city"),
}
"""What each answer is called in front of its value."""

IDENTIFYING = ("city", "prefers", "goal_text", "biography")
"""Answers that can tell who somebody is; they are hidden with the names."""

CHOICES: Mapping[str, Message] = {
    "in_person": say("in person"),
    "video": say("by video call"),
    "phone": say("by phone"),
    "email": say("by e-mail"),
    "doing": say("by doing"),
    "reading": say("by reading"),
    "talking": say("by talking it through"),
    "watching": say("by watching"),
}
"""Names of the choices that are stored as keys."""

_CHOSEN = ("channels", "learning_style")
"""Only here they are keys; elsewhere she may have written the same word herself."""


def answers(person: Mapping[str, Any], columns: tuple[str, ...], speak: Speaker) -> str:
    """What somebody answered, quoted for one criterion; a dash where nothing was said.

    >>> from mentorkit.text import speaker
    >>> answers({"city": "Gent", "languages": ["nl", "fr"]}, ("city", "languages"), speaker("en"))
    'city: Gent; speaks: Dutch and French'
    """
    said = [(column, person.get(column)) for column in columns]
    parts = [
        f"{speak(COLUMNS[column])}: {_value(column, value, speak)}" for column, value in said if _given(value)
    ]
    return "; ".join(parts) or "–"


def _given(value: Any) -> bool:
    return value is not None and value != []


def _value(column: str, value: Any, speak: Speaker) -> str:
    if isinstance(value, list):
        return speak.write([_choice(column, entry, speak) for entry in value])
    return _choice(column, value, speak) if isinstance(value, str) else speak.write(value)


def _choice(column: str, entry: str, speak: Speaker) -> str:
    if column == "languages":
        return str(Locale.parse(speak.locale).languages.get(entry.lower(), entry))
    return speak(CHOICES[entry]) if column in _CHOSEN and entry in CHOICES else entry
