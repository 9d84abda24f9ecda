"""The journal of a programme: every action with its rows before and after."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from mentorkit.model import action_words
from mentorkit.store.cells import Stored, from_stored, moment_text, to_stored
from mentorkit.store.tables import model_of, table_named

_NEVER_UNDONE = ("create", "undo")


@dataclass(frozen=True)
class JournalEntry:
    """One action that was saved.

    `number` counts up and is never used twice. `at` is in UTC. `rows` is the number of
    rows it wrote. `undoes` is the number of the entry it undid, None for any other action.
    """

    number: int
    action: str
    who: str
    at: datetime
    rows: int
    undoes: int | None = None


@dataclass(frozen=True)
class Item:
    """One row that an entry wrote: as it was (None: not there) and as it became (None: removed)."""

    table: str
    row_id: str
    before: Stored | None
    after: Stored | None

    @property
    def key(self) -> tuple[str, str]:
        """Which row this is."""
        return self.table, self.row_id

    def turned_back(self) -> "Item":
        """The same item the other way round."""
        return Item(self.table, self.row_id, self.after, self.before)


def add_entry(
    connection: Connection, action: str, author: str, now: datetime, undoes: int | None = None
) -> int:
    """Begin a new entry; gives its number, higher than any number before."""
    table = table_named("journal")
    values = {"action": action, "who": author, "at": moment_text(now), "undoes": undoes}
    number: int = connection.execute(table.insert().values(values).returning(table.c.number)).scalar_one()
    return number


def add_items(connection: Connection, number: int, items: list[Item]) -> None:
    """Write what an entry did, in its order."""
    rows = [
        {
            "number": number,
            "position": position,
            "table_name": item.table,
            "row_id": item.row_id,
            "before": _to_json(item.before),
            "after": _to_json(item.after),
        }
        for position, item in enumerate(items)
    ]
    connection.execute(table_named("journal_item").insert(), rows)


def items_of(connection: Connection, number: int) -> list[Item]:
    """What an entry did, in its order. Raises ValueError when a row is not one that its model allows."""
    item = table_named("journal_item").c
    query = select(item.table_name, item.row_id, item.before, item.after)
    rows = connection.execute(query.where(item.number == number).order_by(item.position))
    return [
        Item(table, row_id, _from_json(table, before), _from_json(table, after))
        for table, row_id, before, after in rows
    ]


def latest_number(connection: Connection) -> int:
    """The number of the newest entry, 0 when there is none."""
    return connection.scalar(select(func.max(table_named("journal").c.number))) or 0


def latest_entries(connection: Connection, limit: int) -> list[JournalEntry]:
    """The newest entries, newest first."""
    return [_entry(row) for row in connection.execute(_entries().limit(limit))]


def undoable_entry(connection: Connection) -> JournalEntry | None:
    """The newest entry that can be undone: not undone yet, not an undo, not the creation."""
    journal = table_named("journal").c
    undone = select(journal.undoes).where(journal.undoes.is_not(None))
    query = _entries(journal.action.not_in(_NEVER_UNDONE), journal.number.not_in(undone)).limit(1)
    row = connection.execute(query).first()
    return _entry(row) if row else None


def _entries(*conditions: ColumnElement[bool]) -> Select[Any]:
    journal, item = table_named("journal").c, table_named("journal_item").c
    rows = select(func.count()).where(item.number == journal.number).scalar_subquery().label("rows")
    columns = (journal.number, journal.action, journal.who, journal.at, rows, journal.undoes)
    return select(*columns).where(*conditions).order_by(journal.number.desc())


def _entry(row: Row[Any]) -> JournalEntry:
    if row.action not in action_words():
        raise ValueError("An action that does not exist.")
    at = datetime.fromisoformat(row.at)
    return JournalEntry(row.number, row.action, row.who, at, row.rows, row.undoes)


def _to_json(stored: Stored | None) -> str | None:
    return None if stored is None else json.dumps(stored, ensure_ascii=False)


def _from_json(table: str, text: str | None) -> Stored | None:
    if text is None:
        return None
    # An entry of an older version has no word on the fields that came after it.
    return to_stored(from_stored(json.loads(text), model_of(table)))
