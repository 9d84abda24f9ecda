"""Who of a waiting list goes first, by lot."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.model.row import INNER, NameOf, Row
from mentorkit.text import Message, say


class Draw(Row):
    """A draw among waiting mentees: with the same seed and the same people it gives the same order.

    `people` are the ids of all who were in it, sorted; the first `places` of the order are drawn.
    """

    table: ClassVar[str] = "draw"
    actions: ClassVar[Mapping[str, Message]] = {"draw": say("waiting list drawn by lot")}

    drawn_on: Annotated[date, say("drawn on")]
    drawn_by: Annotated[str, say("drawn by")]
    seed: Annotated[str, say("seed")] = Field(min_length=1, max_length=64)
    people: Annotated[tuple[str, ...], INNER]
    places: Annotated[int, say("places")] = Field(ge=0)

    def called(self, name_of: NameOf) -> Message:
        """By its day."""
        return say("The draw of {day}", day=self.drawn_on)
