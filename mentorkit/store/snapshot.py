"""A whole programme as frames."""

from sqlalchemy import Connection

from mentorkit import model as models
from mentorkit.frames import Snapshot
from mentorkit.store.cells import to_frame
from mentorkit.store.journal import newest_mark, rows_since
from mentorkit.store.rows import rows_with


def snapshot_of(connection: Connection, before: Snapshot | None = None) -> Snapshot:
    """All tables as they are in this transaction, one query each, rows sorted by id.

    What no entry wrote after it was read `before` is taken from there. Raises ValueError or polars errors
    when a cell does not hold what was stored there.
    """
    since = rows_since(connection, before.number) if before else None
    read = {
        model: since[model.table] if since else None
        for model in models.ROWS
        if since is None or model.table in since
    }
    frames = {
        model: to_frame([tuple(row) for row in rows_with(connection, model.table, ids)], model)
        for model, ids in read.items()
    }
    stays = before if before and since is not None else Snapshot({})
    snapshot = stays.followed_by(frames, read, newest_mark(connection)[0])
    _ = snapshot.programme  # read here, so that a file without one is refused
    return snapshot


def checked_contents(connection: Connection) -> Snapshot:
    """All tables; raises ValueError or polars errors unless every row is one that its model allows."""
    snapshot = snapshot_of(connection)
    for model in models.ROWS:
        snapshot.rows(model)
    return snapshot
