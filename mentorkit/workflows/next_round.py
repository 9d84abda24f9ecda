"""A programme for the next round: the people and what was learnt about them, without the pairs."""

from collections.abc import Iterator
from datetime import date

from mentorkit.frames import Snapshot
from mentorkit.model import (
    Application,
    Changes,
    Decision,
    Decline,
    Form,
    Imported,
    Insert,
    Lesson,
    Objective,
    Override,
    OwnText,
    Pair,
    Person,
    Preference,
    Row,
    Training,
)

_KEPT: tuple[type[Row], ...] = (
    *(Person, Application, Form, Imported, Decision, Objective, Training, Decline, OwnText, Lesson),
)


def next_round(snapshot: Snapshot, today: date) -> Changes:
    """Everything that a next round begins with, for a new programme.

    People, their sign-ups and trainings, how their forms are read, the objectives, the lessons of this
    round, and the texts that go out. Pairs that are under way end today, so that none is left but all are
    known, those that failed as such, and why somebody said no; decisions stay to be looked up. Of the
    coordinator's word and of what people said of each other only what rules a pair out.
    """
    new = (row.model_copy(update={"revision": 0}) for row in _kept(snapshot, today))
    return Changes("round", tuple(map(Insert, new)))


def _kept(snapshot: Snapshot, today: date) -> Iterator[Row]:
    for model in _KEPT:
        yield from snapshot.rows(model)
    for pair in snapshot.rows(Pair):
        yield pair if pair.ended_on else pair.model_copy(update={"ended_on": today})
    yield from (word for word in snapshot.rows(Override) if word.kind == "forbid")
    yield from (said for said in snapshot.rows(Preference) if said.kind == "avoid")
