"""What the points of a plan rest on: which answers were given, and whether they are enough."""

from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from mentorkit.matching.candidates import Mask

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


def is_given(value: object) -> bool:
    """Whether this is an answer at all: an empty list is none."""
    return value is not None and value != []


def given(people: pl.DataFrame, answer: str) -> Mask:
    """Who answered this; an empty list is no answer.

    >>> given(pl.DataFrame({"goals": [["law"], [], None]}), "goals").tolist()
    [True, False, False]
    """
    said = people[answer]
    is_list = isinstance(said.dtype, pl.List)
    return (said.list.len().fill_null(0) > 0 if is_list else said.is_not_null()).to_numpy()
