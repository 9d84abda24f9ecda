"""What somebody is in ways that never count for a pair, told only so that fairness can be looked at."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.row import NameOf, PersonId, Row
from mentorkit.text import Message, say

TraitKind = Literal["gender", "age", "contract", "hours", "place"]

TRAIT_KINDS: Mapping[TraitKind, Message] = {
    "gender": say("gender"),
    "age": say("age group"),
    "contract": say("kind of contract"),
    "hours": say("full time or part time"),
    "place": say("place of work"),
}
"""What may be looked at; origin, health, belief and the like cannot be kept."""


class Trait(Row):
    """To which group somebody belongs, who agreed on a day that it is used for nothing but this check.

    Nothing that proposes pairs may import it: a contract of the build.
    """

    table: ClassVar[str] = "trait"
    actions: ClassVar[Mapping[str, Message]] = {"traits": say("traits for the fairness check changed")}

    person_id: Annotated[PersonId, say("person")]
    kind: Annotated[TraitKind, say("trait")]
    group: Annotated[str, say("group")] = Field(min_length=1, max_length=40)
    agreed_on: Annotated[date, say("agreed on")]

    def called(self, name_of: NameOf) -> Message:
        """By the name of the person."""
        return say("A trait of {name}", name=name_of(self.person_id))
