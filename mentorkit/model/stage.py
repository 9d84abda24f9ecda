"""The coordinator's own stages, in which pairs stand on a board."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.model.row import INNER, NameOf, PointsAt, Row
from mentorkit.text import Message, say


class OwnStage(Row):
    """A stage of the coordinator's own, at its place in the order; without any, our own stages are used."""

    table: ClassVar[str] = "own_stage"
    actions: ClassVar[Mapping[str, Message]] = {"stages": say("own stages changed")}

    name: Annotated[str, say("stage")] = Field(min_length=1, max_length=40)
    rank: Annotated[int, INNER] = Field(ge=0, le=99)

    def called(self, name_of: NameOf) -> Message:
        """By its name."""
        return say("The stage {name}", name=self.name)


class PairStage(Row):
    """The own stage that a pair is in; a pair without one stands before the first."""

    table: ClassVar[str] = "pair_stage"
    actions: ClassVar[Mapping[str, Message]] = {"pair_stage": say("stage of a pair changed")}

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    stage_id: Annotated[str, PointsAt("own_stage"), INNER]

    def called(self, name_of: NameOf) -> Message:
        """As what it is."""
        return say("The stage of a pair")
