"""Rows in the form their table holds them, and back to models and frames."""

import json
import math
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, TypeAlias

import polars as pl

from mentorkit.frames import R, frame_of, schema_of
from mentorkit.model import Row

Stored: TypeAlias = dict[str, str | int | float | None]

_MOMENT = "%Y-%m-%dT%H:%M:%S%.6fZ"
_AS_STORED = {pl.Int64(): pl.Int64(), pl.Float64(): pl.Float64(), pl.Boolean(): pl.Int64()}


def to_stored(row: Row) -> Stored:
    """A row as its table holds it: moments as UTC text, lists and maps as JSON.

    A moment without a time zone is taken as UTC; a number that is not a number is missing.

    >>> from mentorkit.model import Person
    >>> to_stored(Person(id="p1", full_name="Noor", languages=("nl", "en")))["languages"]
    '["nl", "en"]'
    """
    return {name: _to_cell(value) for name, value in row.model_dump().items()}


def from_stored(stored: Stored, model: type[R]) -> R:
    """A stored row as its model. Raises ValueError when it does not fit."""
    nested = _nested_in(model)
    return model.model_validate(
        {
            name: json.loads(value) if name in nested and isinstance(value, str) else value
            for name, value in stored.items()
        }
    )


def to_frame(rows: list[tuple[Any, ...]], model: type[Row]) -> pl.DataFrame:
    """Stored rows, with their cells in the order of the columns, as a frame of their model.

    Raises polars errors when a cell does not hold what was stored there.
    """
    schema = schema_of(model)
    if not rows or pl.Object() in schema.values():  # a map is read with its row: a frame has no type for it
        return frame_of((from_stored(dict(zip(schema, row, strict=True)), model) for row in rows), model)
    raw = {name: _AS_STORED.get(dtype, pl.String()) for name, dtype in schema.items()}
    return pl.DataFrame(rows, schema=raw, orient="row").select(
        _readable(name, dtype) for name, dtype in schema.items()
    )


def _to_cell(value: object) -> str | int | float | None:
    match value:
        case bool():
            return int(value)
        case None | str() | int():
            return value
        case float():
            return None if math.isnan(value) else value
        case datetime():
            return moment_text(value)
        case date():
            return value.isoformat()
        case _:
            return json.dumps(value, ensure_ascii=False)


def moment_text(moment: datetime) -> str:
    """A moment as text in UTC, always with six digits after the second, so that text sorts as time.

    >>> moment_text(datetime(2026, 9, 1, 8, 30))
    '2026-09-01T08:30:00.000000Z'
    """
    in_utc = moment.astimezone(UTC) if moment.tzinfo else moment
    return in_utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


@cache
def _nested_in(model: type[Row]) -> frozenset[str]:
    """The fields that are stored as JSON."""
    return frozenset(
        name for name, dtype in schema_of(model).items() if isinstance(dtype, pl.List | pl.Object)
    )


def _readable(name: str, dtype: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    match dtype:
        case pl.Boolean():
            return column.cast(dtype)
        case pl.Date():
            return column.str.to_date("%Y-%m-%d")
        case pl.Datetime():
            return column.str.to_datetime(_MOMENT, time_unit="us", time_zone="UTC")
        case pl.List():
            return column.str.json_decode(dtype)
        case _:
            return column
