"""The column vocabulary: every table's columns and types come from its model, once."""

import types
import typing
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, cached_property
from itertools import chain
from typing import Any, Generic, Literal, TypeVar

import polars as pl

from mentorkit.model import (
    ROWS,
    Application,
    Change,
    Changes,
    Decision,
    Delete,
    Form,
    Imported,
    Insert,
    Override,
    Pair,
    Person,
    Preference,
    Programme,
    Role,
    Row,
    Scenario,
)
from mentorkit.model.conflict import conflict_over, points_nowhere
from mentorkit.model.fields import NAME

R = TypeVar("R", bound=Row)

_PLAIN: dict[Any, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    date: pl.Date(),
    datetime: pl.Datetime("us", "UTC"),
}


@cache
def schema_of(model: type[Row]) -> pl.Schema:
    """Columns and types of a table.

    >>> schema_of(Pair)["score"]
    Float64
    """
    return pl.Schema({name: _dtype(field.annotation) for name, field in model.model_fields.items()})


def frame_of(rows: Iterable[Row], model: type[Row]) -> pl.DataFrame:
    """Rows as a frame with the columns of their model, also when there are none."""
    return pl.DataFrame([row.model_dump() for row in rows], schema=schema_of(model), orient="row")


def rows_of(frame: pl.DataFrame, model: type[R]) -> list[R]:
    """A frame back to models; columns the model does not have are left out."""
    if frame.is_empty():
        return []
    return [model.model_validate(row) for row in frame.select(schema_of(model).names()).to_dicts()]


class _Rows(Generic[R]):
    """The rows of a table, as an attribute of a snapshot."""

    def __init__(self, model: type[R]) -> None:
        self.model = model

    def __get__(self, snapshot: "Snapshot", _: type) -> tuple[R, ...]:
        return tuple(snapshot.rows(self.model))


class _Frame:
    """The frame of a table, as an attribute of a snapshot."""

    def __init__(self, model: type[Row]) -> None:
        self.model = model

    def __get__(self, snapshot: "Snapshot", _: type) -> pl.DataFrame:
        return snapshot.frame(self.model)


@dataclass(frozen=True)
class Snapshot:
    """A programme as it is now: one frame for each table.

    `number` is that of the newest journal entry in it; 0 without a file behind it.
    """

    tables: Mapping[type[Row], pl.DataFrame]
    number: int = 0

    people = _Frame(Person)
    applications = _Frame(Application)
    overrides = _Frame(Override)
    pairs = _Frame(Pair)
    decisions = _Frame(Decision)
    preferences = _Frame(Preference)
    imported = _Frame(Imported)
    scenarios = _Rows(Scenario)
    forms = _Rows(Form)

    @classmethod
    def of(cls, programme: Programme, *tables: Iterable[Row]) -> "Snapshot":
        """A snapshot from models, without a file behind it."""
        rows: dict[type[Row], list[Row]] = {Programme: [programme]}
        for row in chain(*tables):
            rows.setdefault(type(row), []).append(row)
        return cls({model: frame_of(found, model) for model, found in rows.items()})

    @cached_property
    def programme(self) -> Programme:
        """The programme itself."""
        (programme,) = self.rows(Programme)
        return programme

    def frame(self, model: type[Row]) -> pl.DataFrame:
        """The table of a model, without rows when there is nothing in it."""
        return self.tables[model] if model in self.tables else frame_of((), model)

    def rows(self, model: type[R]) -> list[R]:
        """The rows of a model, which are made of the table once."""
        if model not in self._made:
            self._made[model] = rows_of(self.frame(model), model)
        return [*self._made[model]]

    @cached_property
    def kept(self) -> dict[object, Any]:
        """What was worked out of the rows, and of which; for who looks again after an action."""
        return {}

    @cached_property
    def _made(self) -> dict[type[Row], list[Any]]:
        return {}

    def pointing_at(self, rows: Iterable[Row]) -> list[Row]:
        """Every row that points at one of these, or at one that does."""
        ids = defaultdict(set)
        for row in rows:
            ids[row.table].add(row.id)
        found = [
            row
            for model in ROWS
            for name, table in model.pointers().items()
            if table in ids
            for row in rows_of(self.frame(model).filter(pl.col(name).is_in(ids[table])), model)
        ]
        return [*found, *self.pointing_at(found)] if found else []

    @property
    def active_pairs(self) -> pl.DataFrame:
        """Confirmed pairs that have not ended."""
        return self.pairs.filter(pl.col("ended_on").is_null())

    def with_table(self, model: type[Row], rows: pl.DataFrame | Iterable[Row]) -> "Snapshot":
        """The snapshot with other rows in one table."""
        frame = rows if isinstance(rows, pl.DataFrame) else frame_of(rows, model)
        return replace(self, tables={**self.tables, model: frame})

    def followed_by(
        self,
        written: Mapping[type[Row], pl.DataFrame],
        ids: Mapping[type[Row], Set[str] | None],
        number: int,
    ) -> "Snapshot":
        """The programme as a later entry left it, which wrote the rows with these ids, or a table when None.

        All other rows stay made, each the same as before.
        """
        some = {model: gone for model, gone in ids.items() if gone is not None}
        parts = {model: _with_rows(self.frame(model), written[model], gone) for model, gone in some.items()}
        after = Snapshot({**self.tables, **written, **parts}, number)
        vars(after)["kept"] = self.kept
        after._made.update((model, rows) for model, rows in self._made.items() if model not in written)
        for model in some.keys() & self._made.keys():
            stay = [row for row in self._made[model] if row.id not in some[model]]
            after._made[model] = sorted(stay + rows_of(written[model], model), key=lambda row: row.id)
        return after

    def participants(self, role: Role) -> pl.DataFrame:
        """Everyone who signed up in a role: answers beside personal details, by person id.

        One row per person; `id` is the person's. Sorted by id, so that the order of
        the sign-ups never matters.
        """
        answers = self.applications.filter(pl.col("role") == role).drop("id", "revision")
        people = self.people.drop("revision")
        return answers.join(people, left_on="person_id", right_on="id").rename({"person_id": "id"}).sort("id")


def applied(snapshot: Snapshot, changes: Changes) -> Snapshot:
    """The programme as the store would give it after these changes; nothing is written.

    Raises what the store raises: RevisionConflict when a row is not as its change expects it, and
    NotLawful when a row points at one that is not there.
    """
    changes.check()
    touched: dict[type[Row], set[str]] = defaultdict(set)
    for change in changes.items:
        touched[type(change.row)].add(change.row.id)
    now = {
        (model, row.id): row
        for model, ids in touched.items()
        for row in rows_of(snapshot.frame(model).filter(pl.col("id").is_in(ids)), model)
    }
    number = snapshot.number + bool(changes.items)
    for change in changes.items:
        _take(now, change, number, snapshot)
    tables = dict(snapshot.tables)
    for model, ids in touched.items():
        written = frame_of((row for (table, _), row in now.items() if table is model), model)
        tables[model] = _with_rows(snapshot.frame(model), written, ids)
    after = Snapshot(tables, number)
    _check_pointers(after, {model.table: list(ids) for model, ids in touched.items()})
    return after


def _with_rows(frame: pl.DataFrame, written: pl.DataFrame, ids: Set[str]) -> pl.DataFrame:
    """A table after the rows with these ids were written; one that is not among the written is gone."""
    return pl.concat([frame.filter(~pl.col("id").is_in(ids)), written]).sort("id")


def _check_pointers(after: Snapshot, touched: Mapping[str, list[str]]) -> None:
    """Every changed row points at rows that are there, and every other row at none that is gone."""
    known = {model.table: set(frame["id"]) for model, frame in after.tables.items()}
    for model, frame in after.tables.items():
        is_changed = pl.col("id").is_in(touched.get(model.table, []))
        for name, table in model.pointers().items():
            looked_at = frame.filter(is_changed | pl.col(name).is_in(touched.get(table, [])))
            if not set(looked_at[name].drop_nulls()) <= known.get(table, set()):
                raise points_nowhere()


def _take(now: dict[tuple[type[Row], str], Row], change: Change, number: int, snapshot: Snapshot) -> None:
    """One change, in the order of its action; `now` are the rows that are there."""
    key = (type(change.row), change.row.id)
    before = now.pop(key, None)
    expected = None if isinstance(change, Insert) else change.row.revision
    if expected != (before and before.revision):
        names = dict(snapshot.people.select("id", NAME).iter_rows())
        raise conflict_over(change.row, before, names.get)
    if not isinstance(change, Delete):
        now[key] = change.row.model_copy(update={"revision": number})


def _dtype(annotation: Any) -> pl.DataType:
    """The polars type of a field: optional fields are their bare type, tuples are lists."""
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        return _dtype(next(part for part in typing.get_args(annotation) if part is not types.NoneType))
    if origin is typing.Annotated:
        return _dtype(typing.get_args(annotation)[0])
    if origin is Literal:
        return pl.String()
    if origin is tuple:
        return pl.List(_dtype(typing.get_args(annotation)[0]))
    return _PLAIN.get(annotation, pl.Object())
