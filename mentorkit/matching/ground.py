"""What the points of a plan rest on: which answers were given, and whether they are enough."""

from collections.abc import Sequence
from typing import NamedTuple

ENOUGH = 0.25
"""Points that rest on less than this share of the weights show no best plan; our own heuristic."""


class Ground(NamedTuple):
    """What the points of a plan rest on, whoever decided its pairs.

    `share` is the part of the weights for which the pairs answered what is compared, on average,
    0–1; 0 where nothing could be compared. `has_points` says whether any pair that could be made
    got points. `lacks` names the answers with topics that nobody on their side gave, `assumed`
    counts the mentors who did not say for how many mentees they have room.
    """

    share: float = 1.0
    has_points: bool = True
    lacks: Sequence[str] = ()
    assumed: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether the points can show that a plan is the best."""
        return self.has_points and self.share >= ENOUGH
