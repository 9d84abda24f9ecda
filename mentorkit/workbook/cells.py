"""The cells of a workbook that came back: what each means, and what is wrong with it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import polars as pl
from pydantic import ValidationError

from mentorkit.frames import schema_of
from mentorkit.model import Row
from mentorkit.model.goal import LEVEL_FIELDS
from mentorkit.text import Message, say
from mentorkit.workbook.choices import LISTS, MANY, OPEN, list_of
from mentorkit.workbook.fields import RULES_SET, SHEETS, WEIGHTS, kept_as
from mentorkit.writing.style import split

_WRONG = {
    "greater_than_equal": say("{value} is too low. Give {limit} or more."),
    "less_than_equal": say("{value} is too high. Give {limit} or less."),
    "int_from_float": say("{value} is not a whole number."),
    "int_": say("{value} is not a number."),
    "float_": say("{value} is not a number."),
    "finite_": say("{value} is not a number."),
    "date": say("{value} is not a date. Write it as day, month and year."),
    "string_too_long": say("This text is too long. Use at most {limit} characters."),
    "": say("This may not be empty."),
}
"""What is wrong with a value, by how the name of the mistake begins; the first that fits is told."""

_MAY_BE_EMPTY = frozenset(("reason", "measure", "support", *LEVEL_FIELDS.values()))
"""Texts of a goal or a step that say nothing when they are empty, where others are missing."""


def value_of(sheet: str, field: str, cell: object) -> Any:
    """What a cell stands for in the field of a row, as far as it can be told."""
    kind = schema_of(SHEETS[sheet].model).get(field, pl.Float64() if field in WEIGHTS else None)
    if isinstance(kind, pl.List):
        return cell if isinstance(cell, tuple) else split(str(cell)) if cell is not None else ()
    if isinstance(kind, pl.Date) and isinstance(cell, datetime):
        return cell.date()
    if isinstance(kind, pl.Float64 | pl.Int64) and isinstance(cell, str):
        return cell.replace(",", ".").strip()
    if isinstance(kind, pl.String) and cell is None and field in _MAY_BE_EMPTY:
        return ""
    if isinstance(kind, pl.String) and cell is not None:
        return f"{cell:.15g}" if isinstance(cell, float) else str(cell)
    return cell


def row_of(sheet: str, values: Mapping[str, Any], field: str = "") -> Row | Message:
    """The row with these values, or what is wrong with the value of this field."""
    one, name = values.get(field), list_of(field)
    if name and field not in MANY | OPEN and one is not None and one not in LISTS[name]:
        return _not_on_the_list(name, one)
    try:
        model = SHEETS[sheet].model
        own = {kept_as(key): value for key, value in values.items() if kept_as(key) in model.model_fields}
        return model.model_validate(_settings(values) if sheet == "programme" else own)
    except ValidationError as error:
        return _wrong(field, one, error)


def _settings(values: Mapping[str, Any]) -> dict[str, Any]:
    """The settings as they are stored: without weights that are the default, and with what is off."""
    plain = {field: value for field, value in values.items() if "." not in field}
    before, off = plain["weights"], plain["rules_off"]
    weights = {
        criterion.key: values[field]
        for field, criterion in WEIGHTS.items()
        if criterion.key in before or values[field] != criterion.weight
    }
    on = {rule.key for field, rule in RULES_SET.items() if values[field]}
    new = [rule.key for field, rule in RULES_SET.items() if values[field] is False and rule.key not in off]
    return plain | {
        "weights": {key: weight for key, weight in (before | weights).items() if weight is not None},
        "rules_off": (*(key for key in off if key not in on), *new),
    }


def _wrong(field: str, value: Any, error: ValidationError) -> Message:
    """What is wrong with a value, in one sentence."""
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "literal_error" and (name := list_of(field)):
        return _not_on_the_list(name, value)
    message = next(said for kind, said in _WRONG.items() if first["type"].startswith(kind))
    limit = next(iter(first.get("ctx", {}).values()), None)
    return message.filled(value=f"“{value}”", limit=limit)


def _not_on_the_list(name: str, value: object) -> Message:
    said = "; ".join(map(str, value)) if isinstance(value, tuple) else value
    options = list(LISTS[name].values())
    return say("{value} is not on the list. Choose one of: {options}.", value=f"“{said}”", options=options)
