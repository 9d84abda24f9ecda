"""Answers as a reader says them: lists, languages, scales and choices."""

from collections.abc import Mapping
from typing import Any

from mentorkit.matching.candidates import is_given
from mentorkit.model.fields import ANSWERS
from mentorkit.text import Message, Speaker, Tongue, say

COLUMNS: Mapping[str, Message] = {
    key: answer.quoted for key, answer in ANSWERS.items() if answer.quoted is not None
}
"""What each answer is called in front of its value."""

IDENTIFYING = frozenset(key for key in COLUMNS if ANSWERS[key].identifies != "never")
"""Answers that can tell who somebody is; they are hidden with the names."""


def quoted_answers(person: Mapping[str, Any], columns: tuple[str, ...], speak: Speaker) -> str:
    """What somebody answered, quoted for one criterion; a dash where nothing was said.

    >>> from mentorkit.text import speaker
    >>> quoted_answers({"city": "Gent", "languages": ["nl", "fr"]}, ("city", "languages"), speaker("en"))
    'city: Gent; speaks: Dutch and French'
    """
    said = [(column, value) for column in columns if is_given(value := person.get(column))]
    parts = [f"{speak(COLUMNS[column])}: {in_words(column, value, speak)}" for column, value in said]
    return "; ".join(parts) or "–"


def not_filled_in(person: Mapping[str, Any], columns: tuple[str, ...]) -> list[Message]:
    """The answers that somebody did not give, each by its name."""
    missing = (column for column in columns if not is_given(person.get(column)))
    return [say("{answer}: not filled in", answer=ANSWERS[column].label) for column in missing]


def in_words(column: str, value: Any, speak: Speaker) -> str:
    """The value of an answer as a reader says it."""
    if isinstance(value, list):
        return speak.write([_choice(column, entry, speak) for entry in value])
    return _choice(column, value, speak) if isinstance(value, str) else speak.write(value)


def _choice(column: str, entry: str, speak: Speaker) -> str:
    """One choice in words; an answer that takes any words may be anything."""
    if ANSWERS[column].kind == "language codes":
        return speak.write(Tongue(entry))
    label = ANSWERS[column].choices.get(entry)
    return speak(label) if label else entry
