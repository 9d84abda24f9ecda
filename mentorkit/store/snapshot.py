"""A whole programme as frames."""

import polars as pl
from sqlalchemy import Connection, select

from mentorkit.frames import R, Snapshot, rows_of
from mentorkit.model import (
    ROWS,
    Application,
    Decision,
    Form,
    Imported,
    Override,
    Pair,
    Person,
    Preference,
    Programme,
    Row,
    Scenario,
)
from mentorkit.store.cells import from_stored, to_frame
from mentorkit.store.journal import latest_number
from mentorkit.store.tables import table_of


def snapshot_of(connection: Connection) -> Snapshot:
    """All tables as they are in this transaction, one query each, rows sorted by id.

    Raises ValueError or polars errors when a cell does not hold what was stored there.
    """
    return Snapshot(
        programme=_programme(connection),
        people=_frame(connection, Person),
        applications=_frame(connection, Application),
        overrides=_frame(connection, Override),
        pairs=_frame(connection, Pair),
        decisions=_frame(connection, Decision),
        number=latest_number(connection),
        preferences=_frame(connection, Preference),
        scenarios=tuple(_models(connection, Scenario)),
        forms=tuple(_models(connection, Form)),
        imported=_frame(connection, Imported),
    )


def check_contents(connection: Connection) -> None:
    """Raise ValueError or polars errors unless every row is one that its model allows."""
    _programme(connection)
    _models(connection, Scenario)
    _models(connection, Form)
    for model in ROWS:
        if model not in {Programme, Scenario, Form}:
            rows_of(_frame(connection, model), model)


def _programme(connection: Connection) -> Programme:
    (programme,) = _models(connection, Programme)
    return programme


def _models(connection: Connection, model: type[R]) -> list[R]:
    """The rows of a table with a map in it, which is no column of a frame."""
    table = table_of(model.table)
    rows = connection.execute(select(table).order_by(table.c.id)).mappings()
    return [from_stored(dict(row), model) for row in rows]


def _frame(connection: Connection, model: type[Row]) -> pl.DataFrame:
    table = table_of(model.table)
    return to_frame([tuple(row) for row in connection.execute(select(table).order_by(table.c.id))], model)
