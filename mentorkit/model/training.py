"""Who followed or booked which training."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import NameOf, PersonId, Row
from mentorkit.text import Message, say

Technique = Literal["plan", "instruct", "communicate", "follow_up", "feedback", "adjust", "evaluate"]

TECHNIQUES: Mapping[Technique, Message] = {
    "plan": say("planning the work"),
    "instruct": say("giving instruction"),
    "communicate": say("communicating"),
    "follow_up": say("following up"),
    "feedback": say("giving feedback"),
    "adjust": say("steering"),
    "evaluate": say("evaluating"),
}
"""The seven techniques that the Flemish mentor training teaches."""


class Training(Row):
    """A training or a briefing of one person: booked, or done.

    `name` is what it is called, `held_on` its day, and `techniques` what it teaches.
    """

    table: ClassVar[str] = "training"
    actions: ClassVar[Mapping[str, Message]] = {"training": say("trainings changed")}

    person_id: Annotated[PersonId, say("person")]
    name: Annotated[str, say("training")] = Field(min_length=1, max_length=200)
    held_on: Annotated[date | None, say("day of the training")] = None
    is_done: Annotated[bool, say("followed")] = False
    techniques: Annotated[tuple[Technique, ...], say("techniques")] = ()

    def called(self, name_of: NameOf) -> Message:
        """By the name of the person."""
        return say("The training of {name}", name=name_of(self.person_id))
