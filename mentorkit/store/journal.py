"""The journal of a programme: every action with its rows before and after."""

import json
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select
from sqlalchemy import Row as Found

from mentorkit.model import ROWS, Row, action_words
from mentorkit.model.entry import JournalEntry
from mentorkit.store.cells import Stored, from_stored, moment_text, to_stored
from mentorkit.store.tables import model_of, table_named

_NEVER_UNDONE = ("create", "undo", "restore")

Mark: TypeAlias = tuple[int, str]
"""An entry by its number, and by what tells it from any other entry with that number."""


@dataclass(frozen=True)
class JournalItem:
    """One row that an entry wrote: as it was (None: not there) and as it became (None: removed)."""

    table: str
    row_id: str
    before: Stored | None
    after: Stored | None

    @property
    def key(self) -> tuple[str, str]:
        """Which row this is."""
        return self.table, self.row_id

    @property
    def versions(self) -> tuple[Row | None, Row | None]:
        """The row as it was and as it became."""
        model = model_of(self.table)
        was, became = (stored and from_stored(stored, model) for stored in (self.before, self.after))
        return was or None, became or None

    def turned_back(self) -> "JournalItem":
        """The same item the other way round."""
        return JournalItem(self.table, self.row_id, self.after, self.before)


def add_entry(
    connection: Connection, action: str, author: str, now: datetime, undoes: int | None = None
) -> int:
    """Begin a new entry; gives its number, higher than any number before."""
    table = table_named("journal")
    values = {"action": action, "who": author, "at": moment_text(now), "undoes": undoes}
    values |= {"mark": secrets.token_hex(8), "seal": ""}
    number: int = connection.execute(table.insert().values(values).returning(table.c.number)).scalar_one()
    return number


def add_items(connection: Connection, number: int, items: list[JournalItem]) -> None:
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


def items_of(connection: Connection, number: int) -> list[JournalItem]:
    """What an entry did, in its order. Raises ValueError when a row is not one that its model allows."""
    item = table_named("journal_item").c
    query = select(item.table_name, item.row_id, item.before, item.after)
    rows = connection.execute(query.where(item.number == number).order_by(item.position))
    return [
        JournalItem(table, row_id, _from_json(table, before), _from_json(table, after))
        for table, row_id, before, after in rows
    ]


def forget_private(connection: Connection, items: Iterable[JournalItem]) -> None:
    """Take the words of rows that are private now out of every entry, and all rows that were told with them.

    Their versions stay, as private as the row is now: entries are undone as before, and no word comes back.
    """
    for item in items:
        if item.after and item.after.get("is_private"):
            _without_words(connection, item)
            _without_what_was_told_with(connection, item)


def rewrite(
    connection: Connection, which: ColumnElement[bool], version: Callable[[str, Stored], Stored]
) -> None:
    """Put other versions of rows, by table, in the place of those that were kept in these items."""
    c = table_named("journal_item").c
    kept = select(c.number, c.position, c.table_name, c.before, c.after).where(which)
    found = connection.execute(kept).all()
    place = c.number == bindparam("entry"), c.position == bindparam("place")
    for number, position, table, *texts in found:
        before, after = (text and _to_json(version(table, json.loads(text))) for text in texts)
        if [before, after] != texts:
            now = {"entry": number, "place": position, "before": before, "after": after}
            connection.execute(table_named("journal_item").update().where(*place), now)
            _unseal(connection, (c.number == number))


def drop_versions(connection: Connection, which: ColumnElement[bool]) -> int:
    """Take versions of rows out of the journal; gives how many."""
    _unseal(connection, which)
    return connection.execute(table_named("journal_item").delete().where(which)).rowcount


def newest_mark(connection: Connection) -> Mark:
    """The number of the newest entry and its mark; 0 and empty when there is none."""
    journal = table_named("journal").c
    newest = select(journal.number, journal.mark).order_by(journal.number.desc()).limit(1)
    row = connection.execute(newest).first()
    return (row.number, row.mark) if row else (0, "")


def has_entry(connection: Connection, mark: Mark) -> bool:
    """Whether an entry is there, and not another with its number as in a copy that went its own way."""
    journal = table_named("journal").c
    found = select(journal.number).where(journal.number == mark[0], journal.mark == mark[1])
    return mark == (0, "") or connection.scalar(found) is not None


def rows_since(connection: Connection, number: int) -> dict[str, set[str] | None] | None:
    """The ids of the rows that entries after one wrote, by table; None after one of which no row is kept.

    Rows that are told with a private one may be out of the journal: of their tables None stands for all rows.
    """
    journal, item = table_named("journal"), table_named("journal_item")
    both = journal.outerjoin(item, item.c.number == journal.c.number)
    query = select(item.c.table_name, func.json_group_array(item.c.row_id)).select_from(both)
    written = connection.execute(query.where(journal.c.number > number).group_by(item.c.table_name))
    found: dict[str, set[str] | None] = {table: set(json.loads(ids)) for table, ids in written}
    told = (one.table for one in ROWS if one.told_with and one.pointers()[one.told_with] in found)
    return None if None in found else found | dict.fromkeys(told)


def latest_entries(connection: Connection, limit: int) -> list[JournalEntry]:
    """The newest entries, newest first."""
    return [_entry(row) for row in connection.execute(_entries().limit(limit))]


def entries_about(connection: Connection, rows: Iterable[Row]) -> list[JournalEntry]:
    """The entries that wrote one of these rows, newest first."""
    item = table_named("journal_item").c
    named = select(
        func.json_each(json.dumps([f"{row.table}|{row.id}" for row in rows])).table_valued("value").c.value
    )
    wrote = select(item.number).where((item.table_name + "|" + item.row_id).in_(named))
    return [_entry(row) for row in connection.execute(_entries(table_named("journal").c.number.in_(wrote)))]


def undoable_entry(connection: Connection) -> JournalEntry | None:
    """The newest entry that can be undone: not undone yet, not forgotten, not an undo, not the creation."""
    journal = table_named("journal").c
    undone = select(journal.undoes).where(journal.undoes.is_not(None))
    item = table_named("journal_item").c
    kept = (
        select(item.number).where(item.number == journal.number).exists()
    )  # of one that is forgotten nothing is
    query = _entries(journal.action.not_in(_NEVER_UNDONE), journal.number.not_in(undone), kept).limit(1)
    row = connection.execute(query).first()
    return _entry(row) if row else None


def _entries(*conditions: ColumnElement[bool]) -> Select[Any]:
    journal, item = table_named("journal").c, table_named("journal_item").c
    rows = select(func.count()).where(item.number == journal.number).scalar_subquery().label("rows")
    columns = (journal.number, journal.action, journal.who, journal.at, rows, journal.undoes)
    return select(*columns).where(*conditions).order_by(journal.number.desc())


def _entry(row: Found[Any]) -> JournalEntry:
    if row.action not in action_words():
        raise ValueError("An action that does not exist.")
    at = datetime.fromisoformat(row.at)
    return JournalEntry(row.number, row.action, row.who, at, row.rows, row.undoes)


def _without_words(connection: Connection, item: JournalItem) -> None:
    """As if the row had always been private: its model drops the words."""
    c = table_named("journal_item").c
    ours = (c.table_name == item.table) & (c.row_id == item.row_id)
    rewrite(connection, ours, lambda table, stored: _known(table, stored | {"is_private": 1}))


def _without_what_was_told_with(connection: Connection, item: JournalItem) -> None:
    table = table_named("journal_item")
    for model in ROWS:
        if model.told_with and model.pointers()[model.told_with] == item.table:
            whose = func.json_extract(func.coalesce(table.c.after, table.c.before), f"$.{model.told_with}")
            drop_versions(connection, (table.c.table_name == model.table) & (whose == item.row_id))


def _unseal(connection: Connection, which: ColumnElement[bool]) -> None:
    """What is done to these versions is lawful: their entries are sealed anew."""
    journal, item = table_named("journal"), table_named("journal_item").c
    ours = journal.c.number.in_(select(item.number).where(which))
    connection.execute(journal.update().where(ours).values(seal=""))


def _to_json(stored: Stored | None) -> str | None:
    return None if stored is None else json.dumps(stored, ensure_ascii=False)


def _from_json(table: str, text: str | None) -> Stored | None:
    return None if text is None else _known(table, json.loads(text))


def _known(table: str, stored: Stored) -> Stored:
    """A version as its model has it: an entry of an older one has no word on fields that came after it."""
    return to_stored(from_stored(stored, model_of(table)))
