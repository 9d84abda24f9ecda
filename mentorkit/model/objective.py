"""What a programme is for, each aim with how it will be told whether it was reached."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import NameOf, Row
from mentorkit.text import Message, say

Level = Literal["reaction", "learning", "behaviour", "results"]

LEVELS: Mapping[Level, Message] = {
    "reaction": say("Are those who took part satisfied?"),
    "learning": say("What did they learn?"),
    "behaviour": say("What do they do differently at work?"),
    "results": say("What did the organisation gain?"),
}
"""The question of the evaluation that will tell, from how people feel to what it brings."""

MOST_OBJECTIVES = 3


class Objective(Row):
    """One objective of the programme: what is measured, the target, and where the figure comes from.

    `question` is the one of the evaluation that will tell.
    """

    table: ClassVar[str] = "objective"
    actions: ClassVar[Mapping[str, Message]] = {"objectives": say("objectives changed")}

    text: Annotated[str, say("objective")] = Field(min_length=1, max_length=600)
    measure: Annotated[str, say("measure")] = Field(default="", max_length=300)
    target: Annotated[str, say("target")] = Field(default="", max_length=300)
    source: Annotated[str, say("source")] = Field(default="", max_length=300)
    question: Annotated[Level | None, say("question of the evaluation")] = None

    @property
    def is_whole(self) -> bool:
        """Whether it is known how it will be told: a measure, a target and the question."""
        return bool(self.measure and self.target and self.question)

    def called(self, name_of: NameOf) -> Message:
        """By its own words."""
        return say("The objective “{text}”", text=self.text)
