"""The lists of the programme's workbook: said in one language, understood in either."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from mentorkit.matching.aims import AIMS
from mentorkit.model import SIDES
from mentorkit.model.fields import ANSWERS, of_kind
from mentorkit.model.goal import GOAL_STEP_KINDS
from mentorkit.model.programme import KINDS
from mentorkit.text import LANGUAGES, Message, Speaker, say, speaker
from mentorkit.views.pairing.preferences import KIND_LABELS
from mentorkit.writing.style import Value, as_cell, split

_SCALE = {place: str(place) for place in range(1, 6)}
LISTS: Mapping[str, Mapping[Any, Message | str]] = {
    "yes": {True: say("yes"), False: say("no")},
    "scale": _SCALE,
    "aim": {aim.key: aim.label for aim in AIMS},
    "kind": KIND_LABELS,
    "owner": SIDES,
    "step_kind": GOAL_STEP_KINDS,
    **{key: answer.choices for key, answer in ANSWERS.items() if answer.choices},
}
"""What is called how, by the name of its list."""

MANY = of_kind("choices") | {"other_types"}
"""Fields with several choices in one cell."""

OPEN = frozenset(key for key, answer in ANSWERS.items() if answer.is_open)
"""Fields that take other answers as well."""

_LIST_OF = {
    # What a programme offers is on the list of what somebody takes part in.
    **{field: name for field in ("relation_type", "other_types") for name in LISTS if LISTS[name] is KINDS},
    **{name: name for name in LISTS},
    **dict.fromkeys(of_kind("scale"), "scale"),
}
_CONFIDED = "avoid"


def list_of(field: str) -> str | None:
    """The name of the list of a field; None when it has none."""
    return "yes" if field.startswith(("has_", "is_", "rules.")) else _LIST_OF.get(field)


def menu(name: str, speak: Speaker) -> list[str | int]:
    """What a drop-down offers; a word that is told in confidence is not for a workbook."""
    if name == "scale":
        return list(LISTS[name])
    return [speak(label) for key, label in LISTS[name].items() if key != _CONFIDED]


def as_shown(field: str, value: object, speak: Speaker) -> Value:
    """A stored value as its cell shows it.

    >>> as_shown("relation_types", ("classic", "peer"), speaker("nl"))
    'klassiek; onder gelijken'
    """
    name = list_of(field)
    if name in (None, "scale") or value is None:
        return as_cell(value)
    labels = LISTS[str(name)]
    if isinstance(value, list | tuple):
        return as_cell([speak(labels[one]) if one in labels else one for one in value])
    return speak(labels[value]) if value in labels else as_cell(value)


def key_of(field: str, said: object) -> object:
    """The stored value of what a cell with a list says, in any language; otherwise what it says.

    >>> key_of("relation_type", "Klassiek"), key_of("is_paused", "no"), key_of("aim", "best")
    ('classic', False, 'best')
    """
    return _keys(str(list_of(field))).get(str(said).strip().casefold(), said)


def keyed(field: str, cell: object) -> object:
    """A cell with its choices as they are stored; a choice that is not on the list stays as it is."""
    if cell is None or list_of(field) is None:
        return cell
    if field in MANY:
        return tuple(str(key_of(field, piece)) for piece in split(str(cell)))
    return key_of(field, cell)


def as_read(field: str, value: object) -> object:
    """A stored value as it comes back from its cell: an own word can be that of a list."""
    return keyed(field, as_shown(field, value, speaker("en"))) if field in OPEN else value


@cache
def _keys(name: str) -> Mapping[str, object]:
    labels = LISTS[name].items()
    known = {speaker(language)(label).casefold(): key for language in LANGUAGES for key, label in labels}
    return {str(key).casefold(): key for key, _ in labels} | known
