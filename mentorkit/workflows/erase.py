"""Erasing a person: who it is, what goes, and the certificate of it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import Person, Row
from mentorkit.store import Store, backups_of
from mentorkit.store.restore import may_hold
from mentorkit.store.unfinished import Unfinished
from mentorkit.text import say
from mentorkit.text.topics import as_compared
from mentorkit.views.names import who_is


class Erased(NamedTuple):
    """What an erasure did: rows by table, its day, and the names of files of before that hold the person."""

    counts: Mapping[str, int]
    day: date
    holding: tuple[str, ...]


def person_called(snapshot: Snapshot, name: str) -> Person:
    """The one person with this e-mail address, number or name. Raises NotLawful for none or several."""
    ids = who_is(snapshot).get(as_compared(name), set())
    if not ids:
        raise NotLawful(say("Nobody in this programme is called {name}.", name=name))
    if len(ids) > 1:
        several = say("Several people are called {name}. Give the e-mail address or the number.", name=name)
        raise NotLawful(several)
    return next(one for one in snapshot.rows(Person) if one.id in ids)


def erase_person(store: Store, person: str, author: str, now: datetime) -> Erased:
    """Erase somebody by id, and what is unfinished beside the programme, because it may hold her too.

    Raises FileRefused, and then nobody is erased.
    """
    Unfinished(store.path).drop()
    counts = store.erase(person, author=author, now=now)
    older = [*(one.path for one in backups_of(store.path)), *sorted(store.path.parent.glob("*.damaged"))]
    holding = (one for one in older if may_hold(one, person))
    return Erased(counts, now.astimezone().date(), tuple(one.name for one in holding))


def everything_about(snapshot: Snapshot, person: Person) -> list[Row]:
    """Somebody and every row that points at her, or at one that does; each once."""
    found = {(row.table, row.id): row for row in (person, *snapshot.pointing_at([person]))}
    return [*found.values()]


def rows_about(programme: Path, name: str) -> int:
    """How many rows would go with the person of this name. Raises as `person_called`."""
    with Store.open(programme) as store:
        snapshot = store.load()
        return len(everything_about(snapshot, person_called(snapshot, name)))


def erase_from(programme: Path, name: str, author: str) -> Erased:
    """Erase the person of this name. Raises as `person_called` and `erase_person`."""
    now = datetime.now(UTC)
    with Store.open(programme, now=now) as store:
        return erase_person(store, person_called(store.load(), name).id, author, now)
