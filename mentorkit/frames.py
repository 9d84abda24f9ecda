"""The column vocabulary: every table's columns and types come from its model, once."""

import types
import typing
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal, TypeVar

import polars as pl

from mentorkit.model import (
    Application,
    Changes,
    Decision,
    Delete,
    Form,
    Imported,
    Override,
    Pair,
    Person,
    Preference,
    Programme,
    Role,
    Row,
    Scenario,
)

R = TypeVar("R", bound=Row)

_PLAIN: dict[Any, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    date: pl.Date(),
    datetime: pl.Datetime("us", "UTC"),
}


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
    return [model.model_validate(row) for row in frame.select(schema_of(model).names()).to_dicts()]


@dataclass(frozen=True)
class Snapshot:
    """A programme as it is now: the programme itself and one frame per table.

    Named settings and forms are models, in the order of their ids: a map is no column.
    `number` is that of the newest journal entry in it, 0 without a file behind it.
    """

    programme: Programme
    people: pl.DataFrame
    applications: pl.DataFrame
    overrides: pl.DataFrame
    pairs: pl.DataFrame
    decisions: pl.DataFrame
    number: int = 0
    preferences: pl.DataFrame = field(default_factory=lambda: frame_of((), Preference))
    scenarios: tuple[Scenario, ...] = ()
    forms: tuple[Form, ...] = ()
    imported: pl.DataFrame = field(default_factory=lambda: frame_of((), Imported))

    @classmethod
    def of(
        cls,
        programme: Programme,
        people: Sequence[Person] = (),
        applications: Sequence[Application] = (),
        overrides: Sequence[Override] = (),
        pairs: Sequence[Pair] = (),
        preferences: Sequence[Preference] = (),
    ) -> "Snapshot":
        """A snapshot from models, without a file behind it."""
        return cls(
            programme,
            frame_of(people, Person),
            frame_of(applications, Application),
            frame_of(overrides, Override),
            frame_of(pairs, Pair),
            frame_of((), Decision),
            preferences=frame_of(preferences, Preference),
        )

    def participants(self, role: Role) -> pl.DataFrame:
        """Everyone who signed up in a role: answers beside personal details, by person id.

        One row per person; `id` is the person's. Sorted by id, so that the order of
        the sign-ups never matters.
        """
        answers = self.applications.filter(pl.col("role") == role).drop("id", "revision")
        people = self.people.drop("revision")
        return answers.join(people, left_on="person_id", right_on="id").rename({"person_id": "id"}).sort("id")


def applied(snapshot: Snapshot, changes: Changes) -> Snapshot:
    """The snapshot as it is after these changes (placeholder)."""
    tables = {
        Person: "people",
        Application: "applications",
        Override: "overrides",
        Pair: "pairs",
        Decision: "decisions",
        Preference: "preferences",
        Imported: "imported",
    }
    out = {}
    for model, name in tables.items():
        rows = {row.id: row for row in rows_of(getattr(snapshot, name), model)}
        for item in changes.items:
            if type(item.row) is model:
                if isinstance(item, Delete):
                    rows.pop(item.row.id)
                else:
                    rows[item.row.id] = item.row
        out[name] = frame_of([rows[key] for key in sorted(rows)], model)
    forms = {form.id: form for form in snapshot.forms} | {
        item.row.id: item.row for item in changes.items if isinstance(item.row, Form)
    }
    return replace(snapshot, **out, forms=tuple(forms[key] for key in sorted(forms)))


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
