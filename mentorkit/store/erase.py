"""Somebody erased: nothing of what was known is left in the tables and the journal."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, true

from mentorkit.model import ROWS, Person
from mentorkit.model.erased import Trace, binding_pointers
from mentorkit.model.fields import NAMED_BY
from mentorkit.store import journal
from mentorkit.store.sqlite.engine import ProgrammeFile
from mentorkit.store.sqlite.thinning import erasures_of
from mentorkit.store.tables import model_of, table_named


def forget_again(connection: Connection, path: Path) -> None:
    """Erase everybody who is on the list of a programme from a backup that takes its place."""
    erasures = erasures_of(path)
    for person in connection.scalars(select(table_named(Person.table).c.id)).all():
        if any(one.is_of(person) for one in erasures):
            forget_person(connection, person)


def forget_person(connection: Connection, person: str) -> Counter[str]:
    """Erase somebody with everything about her, now and in every entry; gives the rows by table.

    A pointer at a person that may be empty is emptied; whatever else points at her, or at what does, goes.
    Of two people with one name the name stays in what is written about others. `journal_item` counts the
    versions of rows that were forgotten.
    """
    trace, about = _trace(connection, person), _about(connection, person)
    counts: Counter[str] = Counter()
    item = table_named("journal_item")
    for model in ROWS:
        table, ids = table_named(model.table), _listed(about[model.table])
        told = [item.c.row_id.in_(ids)] + [
            func.json_extract(version, f"$.{field}").in_(_listed(about[target]))
            for field, target in binding_pointers(model)
            for version in (item.c.before, item.c.after)
        ]
        versions = (item.c.table_name == model.table) & or_(*told)
        counts[item.name] += journal.drop_versions(connection, versions)
        counts[model.table] += connection.execute(table.delete().where(table.c.id.in_(ids))).rowcount
        for row in map(dict, connection.execute(select(table)).mappings().all()):
            if (kept := trace.without(model, row)) != row:
                connection.execute(table.update().where(table.c.id == row["id"]), kept)
    journal.rewrite(connection, true(), lambda name, stored: trace.without(model_of(name), stored))
    return +counts


def vacuum(file: ProgrammeFile) -> None:
    """Write a file anew, so that nothing that was erased is left in an unused part of it."""
    with closing(file.connect()) as connection:
        connection.execute("VACUUM")


def _trace(connection: Connection, person: str) -> Trace:
    """By every name, address and number she ever had in the file that is not another's as well."""
    c, item = table_named(Person.table).c, table_named("journal_item").c
    mine = item.row_id == person, item.table_name == Person.table
    kept = connection.execute(select(item.before, item.after).where(*mine))
    rows = connection.execute(select(c.id, *(c[way] for way in NAMED_BY))).mappings().all()
    once = [json.loads(text) for both in kept for text in both if text]
    found = _ways([*once, *(row for row in rows if row["id"] == person)])
    taken = _ways(row for row in rows if row["id"] != person)
    return Trace(person, frozenset(found - taken))


def _ways(rows: Iterable[Mapping[Any, Any]]) -> set[str]:
    return {row[way].strip().casefold() for row in rows for way in NAMED_BY if row.get(way)}


def _about(connection: Connection, person: str) -> dict[str, set[str]]:
    """The ids of all rows about somebody by table: those that are there, and those that once were."""
    found: dict[str, set[str]] = defaultdict(set, {Person.table: {person}})
    size, item = 0, table_named("journal_item").c
    pointers = [(model.table, *one) for model in ROWS for one in binding_pointers(model)]
    while size < (size := sum(map(len, found.values()))):
        for table, field, target in pointers:
            ids, rows = _listed(found[target]), table_named(table).c
            whose = func.json_extract(func.coalesce(item.after, item.before), f"$.{field}").in_(ids)
            once = item.table_name == table, whose, item.row_id.not_in(select(rows.id))
            for query in (select(rows.id).where(rows[field].in_(ids)), select(item.row_id).where(*once)):
                found[table].update(connection.scalars(query))
    return found


def _listed(ids: Iterable[str]) -> Select[Any]:
    return select(func.json_each(json.dumps(sorted(ids))).table_valued("value").c.value)
