"""Settings that were given a name, to lay their plans side by side."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.model.programme import AimKey
from mentorkit.model.row import NameOf, Row, Share, Weight
from mentorkit.text import Message, say


class Scenario(Row):
    """Named settings; their plan is worked out again each time, so it is always of today.

    Weights, conditions, aim and price mean what they mean in the programme.
    """

    table: ClassVar[str] = "scenario"
    actions: ClassVar[Mapping[str, Message]] = {"scenario": say("named settings changed")}

    name: Annotated[str, say("name")] = Field(min_length=1, max_length=200)
    weights: Annotated[dict[str, Weight], say("weight of {criterion}")] = Field(default_factory=dict)
    rules_off: Annotated[tuple[str, ...], say("conditions switched off")] = ()
    aim: Annotated[AimKey, say("what counts first")] = "placed"
    unplaced_price: Annotated[Share | None, say("price of not placing somebody")] = None

    def called(self, name_of: NameOf) -> Message:
        """By the name they were given."""
        return say("The settings named {name}", name=self.name)
