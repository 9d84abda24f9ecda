"""Tables that a step adds: what every one of ours has beside its own fields."""

from collections.abc import Mapping

from alembic import op


def add_tables(tables: Mapping[str, str], pointers: Mapping[str, str]) -> None:
    """Add tables with their own columns, each pointer with its key and its index.

    `tables` gives the columns in SQL by the name of a table, `pointers` the table at which a column points.
    What this writes never changes, as the steps that use it do not.
    """
    for name, columns in tables.items():
        own = [field for field in pointers if f"{field} TEXT" in columns]
        keys = "".join(
            f", FOREIGN KEY({field}) REFERENCES {pointers[field]} (id) DEFERRABLE INITIALLY DEFERRED"
            for field in own
        )
        op.execute(
            f"CREATE TABLE {name} (id TEXT NOT NULL, revision INTEGER NOT NULL, {columns},"
            f" PRIMARY KEY (id){keys}) STRICT"
        )
        for field in own:
            op.execute(f"CREATE INDEX ix_{name}_{field} ON {name} ({field})")
