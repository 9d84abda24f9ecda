"""The framework of the programme: what it is for, how it runs, and what was agreed about it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from pydantic import ValidationError

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import (
    Application,
    Change,
    Changes,
    Delete,
    Framework,
    Insert,
    Objective,
    Tick,
    Training,
    Update,
)
from mentorkit.model.fields import TRAINED
from mentorkit.model.objective import MOST_OBJECTIVES
from mentorkit.model.training import Technique
from mentorkit.text import say


def set_framework(snapshot: Snapshot, fields: dict[str, Any]) -> Changes:
    """Keep these fields of the framework, the others as they are; no changes when they are that already.

    A text is kept without spaces around it. Raises NotLawful, with the field, for a number that
    cannot be.
    """
    programme = snapshot.programme
    kept = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    try:
        framework = Framework.model_validate(programme.framework.model_dump() | kept)
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        message = say("This cannot be for “{field}”. Choose another number.", field=Framework.label_of(field))
        raise NotLawful(message, field) from error
    return Changes.to_settings("framework", programme, framework=framework)


def set_objective(snapshot: Snapshot, fields: dict[str, Any], replaces: Objective | None = None) -> Changes:
    """Add an objective, or put it in place of one that stands there.

    Raises NotLawful without words, and for one more than a programme can keep an eye on.
    """
    kept = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    if not kept.get("text"):
        raise NotLawful(say("Say in one sentence what the programme is to reach."), "text")
    if replaces is not None:
        changed = Objective.model_validate(replaces.model_dump() | kept)
        return Changes("objectives", (Update(changed),) if changed != replaces else ())
    if snapshot.frame(Objective).height >= MOST_OBJECTIVES:
        message = say("A programme has at most {n} objectives. Change one of those.", n=MOST_OBJECTIVES)
        raise NotLawful(message, "text")
    return Changes("objectives", (Insert(Objective(id=uuid4().hex, **kept)),))


def drop_objective(objective: Objective) -> Changes:
    """Take an objective out."""
    return Changes("objectives", (Delete(objective),))


def record_training(
    snapshot: Snapshot,
    people: Sequence[str],
    name: str,
    held_on: date | None,
    is_done: bool,
    techniques: tuple[Technique, ...] = (),
) -> Changes:
    """Note that people booked or followed a training, in place of what was noted of the same one.

    A mentor among them has the answer on which the condition of training rests.
    Raises NotLawful without a name or without anybody.
    """
    name = " ".join(name.split())
    if not name or not people:
        raise NotLawful(say("Name the training, and choose who takes part."), "" if name else "name")
    known = {(row.person_id, row.name.casefold()): row for row in snapshot.rows(Training)}
    fields = {"name": name, "held_on": held_on, "is_done": is_done, "techniques": techniques}
    noted = [_noted(person, known.get((person, name.casefold())), fields) for person in people]
    return Changes("training", (*noted, *_answered(snapshot, set(people), True)))


def drop_training(snapshot: Snapshot, name: str) -> Changes:
    """Take a training out of the register; a mentor whose last one it was is asked again."""
    rows = snapshot.rows(Training)
    gone = [row for row in rows if row.name == name]
    last = {row.person_id for row in gone} - {row.person_id for row in rows if row not in gone}
    return Changes("training", (*map(Delete, gone), *_answered(snapshot, last, None)))


def set_tick(snapshot: Snapshot, point: str, is_ticked: bool, today: date, author: str) -> Changes:
    """Tick a point of the checklist, or take the tick away; no changes when it stands so already."""
    known = {tick.id: tick for tick in snapshot.rows(Tick)}.get(point)
    if is_ticked == (known is not None):
        return Changes("tick")
    change = Delete(known) if known else Insert(Tick(id=point, ticked_on=today, ticked_by=author))
    return Changes("tick", (change,))


def set_terms(snapshot: Snapshot, terms: dict[str, str]) -> Changes:
    """Keep these words for mentor and mentee; no changes when they are that already."""
    kept = {key: " ".join(word.split()) for key, word in terms.items() if word.strip()}
    return Changes.to_settings("terms", snapshot.programme, terms=kept)


def _answered(snapshot: Snapshot, people: set[str], answer: bool | None) -> Iterator[Change]:
    """The sign-ups of these mentors with another answer on whether they are trained."""
    for row in snapshot.rows(Application):
        if row.role == "mentor" and row.person_id in people and getattr(row, TRAINED) != answer:
            yield Update(row.model_copy(update={TRAINED: answer}))


def _noted(person: str, known: Training | None, fields: dict[str, Any]) -> Change:
    if known is None:
        return Insert(Training(id=uuid4().hex, person_id=person, **fields))
    return Update(Training.model_validate(known.model_dump() | fields))
