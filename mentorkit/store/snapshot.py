"""A whole programme as frames."""

from sqlalchemy import Connection, select

from mentorkit import model as models
from mentorkit.frames import Snapshot
from mentorkit.store.cells import to_frame
from mentorkit.store.journal import latest_number
from mentorkit.store.tables import table_named


def snapshot_of(connection: Connection) -> Snapshot:
    """All tables as they are in this transaction, one query each, rows sorted by id.

    Raises ValueError or polars errors when a cell does not hold what was stored there.
    """
    tables = {model: table_named(model.table) for model in models.ROWS}
    found = {
        model: connection.execute(select(table).order_by(table.c.id)).all() for model, table in tables.items()
    }
    frames = {model: to_frame([tuple(row) for row in rows], model) for model, rows in found.items()}
    snapshot = Snapshot(frames, latest_number(connection))
    _ = snapshot.programme  # read here, so that a file without one is refused
    return snapshot


def check_contents(connection: Connection) -> None:
    """Raise ValueError or polars errors unless every row is one that its model allows."""
    snapshot = snapshot_of(connection)
    for model in models.ROWS:
        snapshot.rows(model)
