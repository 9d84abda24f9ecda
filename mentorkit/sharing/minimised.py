"""A programme without anything that a reader may not have: what a file is made from, never the live file."""

import typing
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime
from random import Random
from typing import Any

import polars as pl

from mentorkit.frames import Snapshot
from mentorkit.model import ROWS, Pair, Person, Row
from mentorkit.model.erased import GONE
from mentorkit.model.row import Frozen
from mentorkit.sharing.audiences import Audience

_FIRST = datetime.min.replace(tzinfo=UTC)
_EMPTY: Mapping[Any, Any] = {int: 0, float: 0.0, bool: False, date: date.min, datetime: _FIRST}


def minimised(snapshot: Snapshot, audience: Audience, rng: Random, pair: Pair | None = None) -> Snapshot:
    """What is left of a programme for a reader.

    Forbidden fields hold nothing, tables without any allowed field have no rows, and ids are drawn by `rng`,
    so that they lead nowhere. Of a file about a pair only rows of that pair are left; without `pair`
    such a file has none.
    """
    ids: dict[str, str] = defaultdict(lambda: rng.randbytes(8).hex())
    theirs = {pair.id, pair.mentee_id, pair.mentor_id} if pair else set()
    tables: dict[type[Row], pl.DataFrame] = {}
    for model in ROWS:
        frame = snapshot.frame(model)
        if not _allowed(model, audience):
            continue
        if audience.about == "own pair":
            frame = _about(frame, model, theirs)
            theirs |= set(frame["id"])
        tables[model] = _kept(frame, model, audience, ids)
    return Snapshot(tables)


def _allowed(model: type[Row], audience: Audience) -> set[str]:
    """The fields of a table that a reader's file may be made from."""
    known = (one.split(".") for one in audience.shows | audience.counts)
    return {name for table, name, *_ in known if table == model.table}


def _about(frame: pl.DataFrame, model: type[Row], theirs: set[str]) -> pl.DataFrame:
    """The rows about these people and their pair; of what is about nobody all."""
    if model in (Person, Pair):
        return frame.filter(pl.col("id").is_in(theirs))
    whose = [name for name, table in model.pointers().items() if table in ("person", "pair", "goal")]
    return frame.filter(pl.col(name).is_in(theirs) for name in whose) if whose else frame


def _kept(frame: pl.DataFrame, model: type[Row], audience: Audience, ids: Mapping[str, str]) -> pl.DataFrame:
    allowed = _allowed(model, audience)
    pointers = {"id", *model.pointers().keys() & allowed}
    columns = []
    for name, dtype in frame.schema.items():
        values = frame[name].to_list()
        if name in pointers:
            values = [value and ids[value] for value in values]
        elif name not in allowed:
            values = [_nothing(model, name)] * frame.height
        elif isinstance(inner := model.model_fields[name].annotation, type) and issubclass(inner, Frozen):
            values = [_inner(inner, value, f"{model.table}.{name}", audience) for value in values]
        columns.append(pl.Series(name, values, dtype))
    return pl.DataFrame(columns)


def _inner(model: type[Frozen], value: Any, where: str, audience: Audience) -> Any:
    """A value with fields of its own, of which only the allowed are left."""
    held = value if isinstance(value, dict) else value.model_dump()
    return {name: one for name, one in held.items() if audience.access(f"{where}.{name}") != "no"}


def _nothing(model: type[Row], name: str) -> Any:
    """What stands in a forbidden field: its default, or else what tells nothing."""
    info = model.model_fields[name]
    if not info.is_required():
        return info.get_default(call_default_factory=True)
    kind: Any = info.annotation
    if typing.get_origin(kind) is typing.Literal:
        return typing.get_args(kind)[0]
    if typing.get_origin(kind) is not None:
        return typing.get_origin(kind)()
    least = max((getattr(one, "min_length", 1) for one in info.metadata), default=1)
    return _EMPTY.get(kind, GONE * least)
