"""Employments: when somebody came, left and moved up, from a list of the personnel department."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say


class Employment(Row):
    """Days of one employment, as they were known on the day `seen_on`.

    `person_id` is somebody of the programme; None for all others, of whom neither a name nor a number is
    kept, so that they can only be counted. A day that is None did not come by then. `independent_on` is the
    day from which a newcomer did the work without help.
    """

    table: ClassVar[str] = "employment"
    actions: ClassVar[Mapping[str, Message]] = {"employment": say("list of employments recorded")}

    person_id: Annotated[str | None, PointsAt("person"), INNER] = None
    started_on: Annotated[date, say("employed since")]
    left_on: Annotated[date | None, say("left on")] = None
    promoted_on: Annotated[date | None, say("promoted on")] = None
    independent_on: Annotated[date | None, say("works alone since")] = None
    seen_on: Annotated[date, INNER]

    def called(self, name_of: NameOf) -> Message:
        """By the name of somebody in the programme."""
        name = name_of(self.person_id) if self.person_id else None
        return say("The employment of {name}", name=name or say("somebody outside the programme"))
