"""Rows in and out of the tables: what stands there now, what a change makes of it, and writing it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select
from sqlalchemy.dialects.sqlite import Insert as Upsert
from sqlalchemy.dialects.sqlite import insert

from mentorkit.errors import RevisionConflict
from mentorkit.model import Change, Delete, Insert, Person, Row
from mentorkit.model.conflict import conflict_over
from mentorkit.model.fields import NAME
from mentorkit.store.cells import Stored, from_stored, to_stored
from mentorkit.store.journal import JournalItem
from mentorkit.store.tables import model_of, table_named

Key = tuple[str, str]


def rows_now(connection: Connection, keys: Iterable[Key]) -> dict[Key, Stored]:
    """The stored rows with these tables and ids; one that is not there is left out. One query a table."""
    ids: dict[str, set[str]] = defaultdict(set)
    for table, row_id in keys:
        ids[table].add(row_id)
    return {
        (name, row.id): row._asdict()
        for name, wanted in ids.items()
        for row in rows_with(connection, name, wanted)
    }


def rows_with(connection: Connection, name: str, ids: Iterable[str] | None) -> Sequence[Any]:
    """The rows of a table with these ids, or all when None; sorted by id."""
    given = {} if ids is None else {"ids": json.dumps(sorted(ids))}
    return connection.execute(_rows_of(name, some=bool(given)), given).all()


def items_of_changes(connection: Connection, changes: Iterable[Change], number: int) -> Iterator[JournalItem]:
    """What each change does to its row when it is written as entry `number`.

    Raises RevisionConflict at the first row that is not as the change expects it.
    """
    changes = list(changes)
    now = rows_now(connection, ((change.row.table, change.row.id) for change in changes))
    for change in changes:
        key = (change.row.table, change.row.id)
        before = now.pop(key, None)
        expected = None if isinstance(change, Insert) else change.row.revision
        if expected != (before and before["revision"]):
            raise _conflict(connection, change.row, before)
        after = None if isinstance(change, Delete) else to_stored(change.row) | {"revision": number}
        if after is not None:
            now[key] = after
        yield JournalItem(*key, before, after)


def check_unchanged(connection: Connection, items: Iterable[JournalItem]) -> None:
    """Raise RevisionConflict when a row is not exactly as the items, in their order, expect it."""
    items = list(items)
    now: dict[Key, Stored | None] = dict(rows_now(connection, (item.key for item in items)))
    for item in items:
        if not _is_as(now.get(item.key), item):
            known = item.before or item.after or {}
            row = from_stored(known, model_of(item.table))
            raise _conflict(connection, row, now.get(item.key))
        now[item.key] = item.after


def _is_as(stands: Stored | None, item: JournalItem) -> bool:
    """Whether a row is what an item expects; a map in a row of an older version has fewer fields."""
    if stands is None or stands == item.before:
        return stands == item.before
    return to_stored(from_stored(stands, model_of(item.table))) == item.before


def write_rows(connection: Connection, items: Iterable[JournalItem]) -> None:
    """Bring every row to where its last item leaves it."""
    last = {item.key: item.after for item in items}
    kept: dict[str, list[Stored]] = defaultdict(list)
    gone: dict[str, list[dict[str, str]]] = defaultdict(list)
    for (name, row_id), after in last.items():
        if after is None:
            gone[name].append({"gone": row_id})
        else:
            kept[name].append(after)
    for name, ids in gone.items():
        table = table_named(name)
        connection.execute(table.delete().where(table.c.id == bindparam("gone")), ids)
    for name, rows in kept.items():
        connection.execute(_upsert_into(name), rows)


def _conflict(connection: Connection, ours: Row, stored: Stored | None) -> RevisionConflict:
    person = table_named(Person.table).c
    return conflict_over(
        ours,
        None if stored is None else from_stored(stored, type(ours)),
        lambda one: connection.scalar(select(person[NAME]).where(person.id == one)),
    )


@cache
def _upsert_into(name: str) -> Upsert:
    statement = insert(table_named(name))
    columns = {column.name: column for column in statement.excluded if column.name != "id"}
    return statement.on_conflict_do_update(index_elements=["id"], set_=columns)


@cache
def _rows_of(name: str, *, some: bool) -> Select[Any]:
    table = table_named(name)
    everyone = select(table).order_by(table.c.id)
    # One JSON parameter instead of thousands: an import may touch more rows than a query has places.
    ids = func.json_each(bindparam("ids")).table_valued("value")
    return everyone.where(table.c.id.in_(select(ids.c.value))) if some else everyone
