"""The framework of the programme: what it is for, how it runs, and what was agreed about it."""

from datetime import date
from typing import Any
from uuid import uuid4

from pydantic import ValidationError

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.intake.values.cells import number
from mentorkit.model import Changes, Delete, Framework, Insert, Objective, Tick
from mentorkit.model.change import kept
from mentorkit.model.objective import MOST_OBJECTIVES
from mentorkit.model.programme import Profile
from mentorkit.text import Message, say
from mentorkit.text.terms import plain_word
from mentorkit.views.programme.profiles import sort_settings

NUMBERS = frozenset({"duration_weeks", "meeting_interval_days", "talk_minutes", "hours_a_month"})
"""The fields of the framework that hold a number."""


def set_framework(snapshot: Snapshot, fields: dict[str, Any]) -> Changes:
    """Keep these fields of the framework, the others as they are; no changes when they are that already.

    A text is kept without spaces around it. Raises NotLawful, with the field, for a number that
    cannot be.
    """
    programme = snapshot.programme
    kept = {name: _kept(name, value) for name, value in fields.items()}
    try:
        framework = Framework.model_validate(programme.framework.model_dump() | kept)
    except ValidationError as error:
        raise _no_number(str(error.errors()[0]["loc"][0])) from error
    return Changes.to_settings("framework", programme, framework=framework)


def choose_profile(snapshot: Snapshot, profile: Profile) -> tuple[Changes, Message]:
    """The programme as one of a sort, and what that filled in and what stays as it was chosen."""
    settings, told = sort_settings(snapshot.programme, profile)
    return Changes.to_settings("framework", snapshot.programme, **settings), told


def set_objective(snapshot: Snapshot, fields: dict[str, Any], replaces: Objective | None = None) -> Changes:
    """Add an objective, or put it in place of one that stands there.

    Raises NotLawful without words, and for one more than a programme can keep an eye on.
    """
    told = {name: _kept(name, value) for name, value in fields.items()}
    if not told.get("text"):
        raise NotLawful(say("Say in one sentence what the programme is to reach."), "text")
    if replaces is None and snapshot.frame(Objective).height >= MOST_OBJECTIVES:
        message = say("A programme has at most {n} objectives. Change one of those.", n=MOST_OBJECTIVES)
        raise NotLawful(message, "text")
    stands = replaces.model_dump() if replaces else {"id": uuid4().hex}
    return Changes("objectives", kept(filter(None, [replaces]), [Objective.model_validate(stands | told)]))


def drop_objective(objective: Objective) -> Changes:
    """Take an objective out."""
    return Changes("objectives", (Delete(objective),))


def set_tick(snapshot: Snapshot, point: str, is_ticked: bool, today: date, author: str) -> Changes:
    """Tick a point of the checklist, or take the tick away; no changes when it stands so already."""
    known = {tick.id: tick for tick in snapshot.rows(Tick)}.get(point)
    if is_ticked == (known is not None):
        return Changes("tick")
    change = Delete(known) if known else Insert(Tick(id=point, ticked_on=today, ticked_by=author))
    return Changes("tick", (change,))


def set_terms(snapshot: Snapshot, terms: dict[str, str]) -> Changes:
    """Keep these words for mentor and mentee; no changes when they are that already.

    They stand in every sentence, so that signs that mean something there are refused: NotLawful, with
    the field.
    """
    kept = {key: " ".join(word.split()) for key, word in terms.items() if word.strip()}
    for key, word in kept.items():
        if word != plain_word(word):
            message = say("‘{word}’ is no word. Use letters, a space, a hyphen or a slash.", word=word)
            raise NotLawful(message, key.partition(".")[2])
    return Changes.to_settings("terms", snapshot.programme, terms=kept)


def _kept(name: str, value: Any) -> Any:
    """A value as it is kept; a number may be typed with either decimal sign, and empty is not decided."""
    text = value.strip() if isinstance(value, str) else value
    if not isinstance(text, str) or name not in NUMBERS:
        return text
    found = number(text) if text else None
    if found is not None and (found.value is None or found.doubt is not None):
        raise _no_number(name)
    return found and found.value


def _no_number(field: str) -> NotLawful:
    message = say("This cannot be for “{field}”. Choose another number.", field=Framework.called_field(field))
    return NotLawful(message, field)
