"""Settings she gave a name, to lay their plans side by side."""

from typing import ClassVar

from pydantic import Field

from mentorkit.model.programme import AimKey
from mentorkit.model.row import Row, Share, Weight


class Scenario(Row):
    """Named settings; their plan is worked out again each time, so it is always of today.

    Weights, conditions, aim and price mean what they mean in the programme.
    """

    table: ClassVar[str] = "scenario"

    name: str = Field(min_length=1, max_length=200)
    weights: dict[str, Weight] = Field(default_factory=dict)
    rules_off: tuple[str, ...] = ()
    aim: AimKey = "placed"
    unplaced_price: Share | None = None
