"""The register of trainings: who booked or followed what, and the condition that rests on it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, get_args
from uuid import uuid4

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import Application, Change, Changes, Delete, Insert, Training, Update
from mentorkit.model.fields import TRAINED
from mentorkit.model.training import Technique
from mentorkit.text import say
from mentorkit.text.topics import as_compared
from mentorkit.views.names import who_is
from mentorkit.views.programme.trainings import taking_part
from mentorkit.workflows.intake.days import typed_day


def typed_training(snapshot: Snapshot, given: Mapping[str, Any]) -> Changes:
    """What was typed for a training, as `record_training` notes it; raises NotLawful as that does.

    `who` is a role, or "named" for those whose `names` stand one on each line.
    """
    who = given["who"]
    people = _named(snapshot, given["names"]) if who == "named" else taking_part(snapshot, who)
    techniques = tuple(key for key in get_args(Technique) if given[key])
    return record_training(
        snapshot, people, given["name"], typed_day(given["day"]), given["is_done"], techniques
    )


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


def _named(snapshot: Snapshot, names: str) -> list[str]:
    """The people of these lines. Raises NotLawful when one is nobody, or more than one."""
    known = who_is(snapshot)
    found = {line: known.get(as_compared(line), set()) for line in map(str.strip, names.splitlines()) if line}
    unknown = [line for line, people in found.items() if len(people) != 1]
    if unknown:
        message = say(
            "Nobody was noted: {names} is nobody here, or more than one. Use the e-mail address.",
            names=unknown,
        )
        raise NotLawful(message, "names")
    return [person for people in found.values() for person in people]


def _answered(snapshot: Snapshot, people: set[str], answer: bool | None) -> Iterator[Change]:
    """The sign-ups of these mentors with another answer on whether they are trained."""
    for row in snapshot.rows(Application):
        if row.role == "mentor" and row.person_id in people and getattr(row, TRAINED) != answer:
            yield Update(row.model_copy(update={TRAINED: answer}))


def _noted(person: str, known: Training | None, fields: dict[str, Any]) -> Change:
    if known is None:
        return Insert(Training(id=uuid4().hex, person_id=person, **fields))
    return Update(Training.model_validate(known.model_dump() | fields | {"name": known.name}))
