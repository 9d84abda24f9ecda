"""Everything about one person, for that person: to read, and as data."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from mentorkit.frames import Snapshot
from mentorkit.model import (
    Decision,
    Goal,
    GoalLevel,
    GoalStep,
    Pair,
    Person,
    Preference,
    Response,
    Row,
)
from mentorkit.model.entry import JournalEntry
from mentorkit.store import Store
from mentorkit.text import Speaker
from mentorkit.views.names import Names
from mentorkit.views.programme.access import access_page
from mentorkit.workflows.erase import everything_about, person_called


class About(NamedTuple):
    """Every row about a person, the decisions on her pairs, and what was done to all of these rows."""

    snapshot: Snapshot
    person: Person
    rows: list[Row]
    decisions: list[Decision]
    history: list[JournalEntry]

    def page(self, today: date, speak: Speaker) -> str:
        """All of it as a page to read, which needs nothing from outside."""
        names = Names.named(self.snapshot)
        rows = [*self.rows, *self.decisions]
        return access_page(self.snapshot.programme.name, names, rows, self.history, today, speak)

    def data(self, today: date) -> str:
        """All of it as JSON: every field of every row as it is kept, and what was done, newest first."""
        rows: dict[str, list[object]] = {}
        for row in (*self.rows, *self.decisions):
            told = row.model_dump(mode="json", exclude={"record", "sha256"})
            rows.setdefault(row.table, []).append(told)
        done = [
            {"number": one.number, "action": one.action, "by": one.who, "at": one.at.isoformat()}
            for one in self.history
        ]
        whole = {"programme": self.snapshot.programme.name, "made_on": today.isoformat()}
        return json.dumps(whole | {"rows": rows, "history": done}, ensure_ascii=False, indent=1)


def about(store: Store, snapshot: Snapshot, person: Person) -> About:
    """Everything that a programme knows about somebody, but what the other of a pair said."""
    whole = everything_about(snapshot, person)
    found = {row.id: row for row in whole}
    rows = [row for row in whole if _is_theirs(row, found, person)]
    on = {row.decision_id for row in rows if isinstance(row, Pair)}
    decisions = [one for one in snapshot.rows(Decision) if one.id in on]
    return About(snapshot, person, rows, decisions, store.history_of(rows))


def about_named(programme: Path, name: str) -> About:
    """The same for the person of this name in a file. Raises as `person_called`."""
    with Store.open(programme) as store:
        snapshot = store.load()
        return about(store, snapshot, person_called(snapshot, name))


def _is_theirs(row: Row, found: Mapping[str, Row], person: Person) -> bool:
    """Whether a row is not the word, or the private goal, of the other of a pair.

    What the other answered stays between the other and the coordinator; a copy of one's own data may not
    harm somebody else (article 15(4) of the GDPR).
    """
    if isinstance(row, GoalStep | GoalLevel):
        return _is_theirs(found[row.goal_id], found, person)
    if isinstance(row, Response):
        return row.person_id == person.id
    side = row.owner if isinstance(row, Goal) and row.is_private else getattr(row, "side", None)
    if side is None:
        return True
    pair = row if isinstance(row, Preference) else found[getattr(row, "pair_id", "")]
    return getattr(pair, f"{side}_id", None) == person.id
