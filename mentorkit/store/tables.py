"""The tables of a programme file, derived from the models."""

from functools import cache
from typing import Any

import polars as pl
from sqlalchemy import REAL, Column, ForeignKey, Integer, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

from mentorkit import model as models
from mentorkit.frames import schema_of
from mentorkit.model import Row

_NUMBERS: dict[pl.DataType, TypeEngine[Any]] = {
    pl.Int64(): Integer(),
    pl.Float64(): REAL(),
    pl.Boolean(): Integer(),
}


def metadata() -> MetaData:
    """All tables of a programme file: one per model, the journal and its items."""
    return _metadata(models.ROWS)


def table_named(name: str) -> Table:
    """The table of a model, by the name that the model gives it, or one of the journal's."""
    return metadata().tables[name]


def model_of(name: str) -> type[Row]:
    """The model whose rows a table holds. Raises ValueError when there is none of that name."""
    (found,) = (model for model in models.ROWS if model.table == name)
    return found


@cache
def _metadata(rows: tuple[type[Row], ...]) -> MetaData:
    tables = MetaData()
    for model in rows:
        schema = schema_of(model)
        columns = [_column(name, dtype, model) for name, dtype in schema.items()]
        Table(model.table, tables, *columns, sqlite_strict=True)
    _add_journal(tables)
    return tables


def _add_journal(tables: MetaData) -> None:
    Table(
        "journal",
        tables,
        Column("number", Integer, primary_key=True),
        Column("action", Text, nullable=False),
        Column("who", Text, nullable=False),
        Column("at", Text, nullable=False),
        Column("undoes", ForeignKey("journal.number"), unique=True),
        Column("mark", Text, nullable=False),
        Column("seal", Text, nullable=False),
        Column("rewrote", Integer),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    Table(
        "journal_item",
        tables,
        Column("number", ForeignKey("journal.number"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("table_name", Text, nullable=False),
        Column("row_id", Text, nullable=False),
        Column("before", Text),
        Column("after", Text),
        sqlite_strict=True,
    )


def _column(name: str, dtype: pl.DataType, model: type[Row]) -> Column[Any]:
    pointer = model.pointers().get(name)
    # Deferred, so that one action may write its rows in any order.
    key = [ForeignKey(f"{pointer}.id", deferrable=True, initially="DEFERRED")] if pointer else []
    return Column(
        name,
        _NUMBERS.get(dtype, Text()),
        *key,
        primary_key=name == "id",
        nullable=model.may_be_empty(name),
        index=bool(pointer) or None,
    )
