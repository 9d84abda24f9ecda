"""Erasing a person: who it is, what goes, and the certificate of it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from mentorkit.errors import NotLawful
from mentorkit.frames import Snapshot
from mentorkit.model import Person
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
    backups = [one.path for one in backups_of(store.path)]
    damaged = sorted(store.path.parent.glob("*.damaged"))
    holding = (one for one in (*backups, *damaged) if may_hold(one, person))
    return Erased(counts, now.astimezone().date(), tuple(one.name for one in holding))


def erase_from(programme: Path, name: str, author: str, *, is_sure: bool) -> Erased | int:
    """Erase the person of this name; unless it is sure only how many rows would go. Raises as both above."""
    now = datetime.now(UTC)
    with Store.open(programme, now=now) as store:
        snapshot = store.load()
        person = person_called(snapshot, name)
        if is_sure:
            return erase_person(store, person.id, author, now)
        return 1 + len({(row.table, row.id) for row in snapshot.pointing_at([person])})
