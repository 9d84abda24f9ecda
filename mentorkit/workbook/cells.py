"""The cells of a workbook that came back: what each means, and what is wrong with it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import polars as pl
from pydantic import ValidationError

from mentorkit.frames import schema_of
from mentorkit.model import Row
from mentorkit.text import Message, say
from mentorkit.workbook.choices import LISTS, MANY, OPEN, list_of
from mentorkit.workbook.fields import MODELS, RULES_SET, WEIGHTS
from mentorkit.writing.style import split

_NUMBER, _MONTH_DAY = ("int_", "float_", "finite_"), ("date_", "datetime_")


def value_of(sheet: str, field: str, cell: object) -> Any:
    """What a cell stands for in the field of a row, as far as it can be told."""
    kind = schema_of(MODELS[sheet]).get(field, pl.Float64() if field in WEIGHTS else None)
    if isinstance(kind, pl.List):
        return cell if isinstance(cell, tuple) else split(str(cell)) if cell is not None else ()
    if isinstance(kind, pl.Date) and isinstance(cell, datetime):
        return cell.date()
    if isinstance(kind, pl.Float64 | pl.Int64) and isinstance(cell, str):
        return cell.replace(",", ".").strip()
    if isinstance(kind, pl.String) and cell is not None:
        return f"{cell:.15g}" if isinstance(cell, float) else str(cell)
    return cell


def row_of(sheet: str, values: Mapping[str, Any], field: str = "") -> Row | Message:
    """The row with these values, or what is wrong with the value of this field."""
    one = values.get(field)
    name = list_of(field)
    if name and field not in MANY | OPEN and one is not None and one not in LISTS[name]:
        return _not_on_the_list(name, one)
    try:
        return MODELS[sheet].model_validate(_settings(values) if sheet == "programme" else values)
    except ValidationError as error:
        return _wrong(field, one, error)


def _settings(values: Mapping[str, Any]) -> dict[str, Any]:
    """The settings as they are stored: without weights that are the default, and with what is off."""
    plain = {field: value for field, value in values.items() if "." not in field}
    weights, off = dict(plain["weights"]), list(plain["rules_off"])
    for field, criterion in WEIGHTS.items():
        weight = values[field]
        if weight is None:
            weights.pop(criterion.key, None)
        elif criterion.key in weights or weight != criterion.weight:
            weights[criterion.key] = weight
    for field, rule in RULES_SET.items():
        if values[field] and rule.key in off:
            off.remove(rule.key)
        elif values[field] is False and rule.key not in off:
            off.append(rule.key)
    return plain | {"weights": weights, "rules_off": tuple(off)}


def _wrong(field: str, value: Any, error: ValidationError) -> Message:
    """What is wrong with a value, in one sentence."""
    first = error.errors(include_url=False, include_input=False)[0]
    kind, limits = first["type"], first.get("ctx", {})
    name = list_of(field)
    if kind == "literal_error" and name:
        return _not_on_the_list(name, value)
    if kind == "greater_than_equal":
        return say("{value} is too low. Give {limit} or more.", value=_quoted(value), limit=limits["ge"])
    if kind == "less_than_equal":
        return say("{value} is too high. Give {limit} or less.", value=_quoted(value), limit=limits["le"])
    if kind.startswith("int_from_float"):
        return say("{value} is not a whole number.", value=_quoted(value))
    if kind.startswith(_NUMBER):
        return say("{value} is not a number.", value=_quoted(value))
    if kind.startswith(_MONTH_DAY):
        return say("{value} is not a date. Write it as day, month and year.", value=_quoted(value))
    if kind == "string_too_long":
        return say("This text is too long. Use at most {limit} characters.", limit=limits["max_length"])
    return say("This may not be empty.")


def _not_on_the_list(name: str, value: object) -> Message:
    said = "; ".join(map(str, value)) if isinstance(value, tuple) else value
    options = [str(label) if isinstance(label, str) else label for label in LISTS[name].values()]
    return say("{value} is not on the list. Choose one of: {options}.", value=_quoted(said), options=options)


def _quoted(value: object) -> str:
    return f"“{value}”"
