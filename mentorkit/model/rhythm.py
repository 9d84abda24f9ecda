"""When a pair talks: its rhythm, and the weeks in which nobody does."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say

Country = Literal["NL", "BE"]

COUNTRIES: Mapping[Country, Message] = {"NL": say("the Netherlands"), "BE": say("Belgium")}
"""Where a pair works: whose clock and whose holidays it has."""


class Rhythm(Row):
    """How often a pair talks from a day on, until its last day.

    A pair may have several: a later one takes over on its first day, and what was before stays as it was.
    `starts_at` is the hour of a talk on the clock of the `country`, as `10:00`.
    """

    table: ClassVar[str] = "rhythm"
    actions: ClassVar[Mapping[str, Message]] = {"calendar": say("talks planned")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    starts_on: Annotated[date, say("day of the first talk")]
    ends_on: Annotated[date, say("last day")]
    interval_days: Annotated[int, say("days between talks")] = Field(ge=1, le=365)
    starts_at: Annotated[str, say("hour")] = Field(default="10:00", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")

    country: Annotated[Country, say("country")] = "NL"

    def called(self, name_of: NameOf) -> Message:
        """As what it is."""
        return say("The rhythm of a pair")


class SchoolBreak(Row):
    """Days on which no pair talks; the last one is still in it."""

    table: ClassVar[str] = "school_break"

    starts_on: Annotated[date, say("first day")]
    ends_on: Annotated[date, say("last day")]

    def called(self, name_of: NameOf) -> Message:
        """By its first day."""
        return say("The break of {day}", day=self.starts_on)
