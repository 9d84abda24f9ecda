"""What a pair was worth when it was confirmed, kept so that it can be held against what came of it."""

from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.model.row import INNER, NameOf, PointsAt, Row, Share
from mentorkit.text import Message, say


class FrozenScore(Row):
    """The values 0–1 behind the score of a pair, as they were then; nothing changes them afterwards.

    `criteria` has a number for each criterion that applied. `best` is the highest score that a lawful mentor
    had for the mentee, and `place` that of the chosen one among these (1 is the best; as many with the
    same score share the better place). `spread` is the standard deviation of the scores of all lawful pairs.
    """

    table: ClassVar[str] = "frozen_score"

    pair_id: Annotated[str, PointsAt("pair"), INNER]
    criteria: Annotated[dict[str, Share], say("value of {heading}")] = Field(default_factory=dict)
    best: Annotated[Share, say("highest points there were")]
    place: Annotated[int, say("place among the mentors there were")] = Field(ge=1)
    spread: Annotated[float, INNER] = Field(ge=0)

    def called(self, name_of: NameOf) -> Message:
        """As what it is."""
        return say("The points of a pair when it was confirmed")
