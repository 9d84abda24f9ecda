"""What every stored thing has in common."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import NoneType
from typing import Annotated, ClassVar, get_args
from uuid import NAMESPACE_OID, uuid5

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from mentorkit.errors import NotLawful
from mentorkit.text import Message, say

Share = Annotated[float, Field(ge=0, le=1)]
Scale = Annotated[int, Field(ge=1, le=5)]
Weight = Annotated[float, Field(ge=0, le=100)]
SignalLimit = Annotated[float, Field(ge=0, le=1000)]
Amount = Annotated[float, Field(ge=0, le=100_000_000)]

NameOf = Callable[[str], str | None]
"""The name of a person by id; None for somebody who is not there."""

INNER = "inner"
"""Beside the type of a field that says nothing to people, so that it has no label."""


@dataclass(frozen=True)
class PointsAt:
    """Beside the type of a field: it holds the id of a row of this table."""

    table: str


PersonId = Annotated[str, PointsAt("person")]


class Frozen(BaseModel):
    """A value that is replaced, never altered; unknown fields are refused.

    What a field is called stands beside its type, as a message.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def label_of(cls, field: str) -> Message | None:
        """What a field is called, None for an inner one.

        A field inside a value or a map is named `framework.mission` or `weights.goals`.
        """
        name, _, part = field.partition(".")
        known = cls.model_fields[name]
        if part and isinstance(known.annotation, type) and issubclass(known.annotation, Frozen):
            return known.annotation.label_of(part)
        label = next((found for found in known.metadata if isinstance(found, Message)), None)
        return label.filled(criterion=part.replace("_", " "), heading=part) if label and part else label

    @classmethod
    def called_field(cls, field: str) -> Message:
        """What a field is called that has a label."""
        label = cls.label_of(field)
        assert label is not None, field  # noqa: S101 -- no inner field is asked for
        return label

    @classmethod
    def may_be_empty(cls, field: str) -> bool:
        """Whether a field can hold nothing."""
        return NoneType in get_args(cls.model_fields[field].annotation)

    @classmethod
    def most_of(cls, field: str) -> float:
        """The highest number a field can hold."""
        return float(next(part.le for part in cls.model_fields[field].metadata if hasattr(part, "le")))


class Row(Frozen):
    """One row of one table.

    `revision` is the number of the journal entry that wrote the row, 0 before it is
    stored. Numbers are never used twice, so a row read long ago is always recognised.
    `actions` are what can be done with rows of this kind, each with its words beside the
    undo button. A row is `told_with` the one that this field points at: when that one becomes private, no
    word of either is kept.
    """

    table: ClassVar[str]
    actions: ClassVar[Mapping[str, Message]] = {}
    told_with: ClassVar[str | None] = None

    id: Annotated[str, INNER] = Field(min_length=1)
    revision: Annotated[int, INNER] = 0

    def called(self, name_of: NameOf) -> Message:
        """The row as a person would call it; never by its id."""
        raise NotImplementedError

    @classmethod
    def pointers(cls) -> dict[str, str]:
        """The tables that its fields point at, by field."""
        return {
            name: part.table
            for name, field in cls.model_fields.items()
            for part in field.metadata
            if isinstance(part, PointsAt)
        }


def id_of(*parts: str) -> str:
    """The id of a row of which there is one for these parts, so that two windows cannot make two."""
    return uuid5(NAMESPACE_OID, "|".join(parts)).hex


@contextmanager
def refusing_too_long() -> Iterator[None]:
    """Within it, a text for which a field has no room is refused as NotLawful, with the field."""
    try:
        yield
    except ValidationError as error:
        raise too_long(error) from None


def too_long(error: ValidationError) -> NotLawful:
    """How a text for which a field has no room is refused, with the field; raises any other error again."""
    first = error.errors()[0]
    if first["type"] != "string_too_long":
        raise error
    message = say("There is room for {most} characters. Make it shorter.", most=first["ctx"]["max_length"])
    return NotLawful(message, str(first["loc"][-1]))
