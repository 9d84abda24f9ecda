"""What the coordinator ticked on the checklist of a good programme."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from mentorkit.model.row import NameOf, Row
from mentorkit.text import Message, say


class Tick(Row):
    """A point that was ticked by hand; the id is that of the point."""

    table: ClassVar[str] = "tick"
    actions: ClassVar[Mapping[str, Message]] = {"tick": say("checklist changed")}

    ticked_on: Annotated[date, say("ticked on")]
    ticked_by: Annotated[str, say("ticked by")]

    def called(self, name_of: NameOf) -> Message:
        """As what it is."""
        return say("A point of the checklist")
