"""What every stored thing has in common."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

Share = Annotated[float, Field(ge=0, le=1)]
Scale = Annotated[int, Field(ge=1, le=5)]
Weight = Annotated[float, Field(ge=0, le=100)]


@dataclass(frozen=True)
class PointsAt:
    """Beside the type of a field: it holds the id of a row of this table."""

    table: str


PersonId = Annotated[str, PointsAt("person")]


class Frozen(BaseModel):
    """A value that is replaced, never altered; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Row(Frozen):
    """One row of one table.

    `revision` is the number of the journal entry that wrote the row, 0 before it is
    stored. Numbers are never used twice, so a row read long ago is always recognised.
    """

    table: ClassVar[str]

    id: str = Field(min_length=1)
    revision: int = 0

    @classmethod
    def pointers(cls) -> dict[str, str]:
        """The tables that its fields point at, by field."""
        return {
            name: part.table
            for name, field in cls.model_fields.items()
            for part in field.metadata
            if isinstance(part, PointsAt)
        }
