"""A whole programme as frames."""

from sqlalchemy import Connection, select

from mentorkit import model as models
from mentorkit.frames import Snapshot
from mentorkit.store.cells import to_frame
from mentorkit.store.journal import newest_mark, tables_since
from mentorkit.store.tables import table_named


def snapshot_of(connection: Connection, before: Snapshot | None = None) -> Snapshot:
    """All tables as they are in this transaction, one query each, rows sorted by id.

    Tables that no entry wrote after what was read `before` are taken from there. Raises ValueError or polars
    errors when a cell does not hold what was stored there.
    """
    since = tables_since(connection, before.number, before.saved_at) if before else None
    read = [model for model in models.ROWS if since is None or model.table in since]
    tables = {model: table_named(model.table) for model in read}
    found = {
        model: connection.execute(select(table).order_by(table.c.id)).all() for model, table in tables.items()
    }
    frames = {model: to_frame([tuple(row) for row in rows], model) for model, rows in found.items()}
    stays = before if before and since is not None else Snapshot({})
    snapshot = stays.followed_by(frames, *newest_mark(connection))
    _ = snapshot.programme  # read here, so that a file without one is refused
    return snapshot


def checked_contents(connection: Connection) -> Snapshot:
    """All tables; raises ValueError or polars errors unless every row is one that its model allows."""
    snapshot = snapshot_of(connection)
    for model in models.ROWS:
        snapshot.rows(model)
    return snapshot
