"""A sentence that is not yet in a language: its English template and its values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

Value: TypeAlias = "str | int | float | date | Message | Tongue | Sequence[str | Message | Tongue] | None"


@dataclass(frozen=True)
class Tongue:
    """A language by its code, to be called as the reader calls it."""

    code: str


class Month(date):
    """A month by one of its days, to be called by its name and its year."""


@dataclass(frozen=True)
class Message:
    """What to say, kept as data so that the same finding reads well in both languages.

    `id` is the English template with named places, `values` fill them. Numbers, dates
    and lists are written in the reader's own way. `plural` and `count` are used when
    the sentence has a singular and a plural.
    """

    id: str
    values: Mapping[str, Value] = field(default_factory=dict)
    plural: str = ""
    count: int = 0

    def filled(self, **values: Value) -> Message:
        """The same sentence with these values added."""
        return replace(self, values={**self.values, **values})


def say(template: str, **values: Value) -> Message:
    """A sentence with its values.

    >>> say("{name} has no mentor yet.", name="Noor").id
    '{name} has no mentor yet.'
    """
    return Message(template, values)


def say_count(singular: str, plural: str, n: int, **values: Value) -> Message:
    """A sentence that depends on a whole number, available in it as `{n}`."""
    return Message(singular, {"n": n, **values}, plural, n)
