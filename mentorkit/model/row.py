"""What every stored thing has in common."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

Share = Annotated[float, Field(ge=0, le=1)]
Scale = Annotated[int, Field(ge=1, le=5)]
Weight = Annotated[float, Field(ge=0, le=100)]


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
