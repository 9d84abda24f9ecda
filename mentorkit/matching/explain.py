"""Why this pair: the score as a sum, criterion by criterion, and one sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isnan
from typing import NamedTuple

import numpy as np

from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.criteria.criterion import Criterion
from mentorkit.matching.propose import Proposal
from mentorkit.text import Message, say

STRONG = 0.7
"""From this value on a criterion speaks for a pair; our own heuristic."""

WEAK = 0.4
"""Up to this value a criterion speaks against a pair; our own heuristic."""

_NAMED = 2
"""Criteria a sentence names on either side."""


class Part(NamedTuple):
    """What one criterion adds to a score.

    `value` is 0–1 or None when it does not apply; `weight` its share of the weights that
    do apply, 0–1; `points` the product. The points of all parts add up to the score.
    """

    criterion: Criterion
    value: float | None
    weight: float
    points: float

    @property
    def lost(self) -> float:
        """Points that a perfect value would have added."""
        return self.weight - self.points


@dataclass(frozen=True)
class Explanation:
    """One pair with its score (0–1) and the parts that make it."""

    row: int
    column: int
    score: float
    parts: tuple[Part, ...]

    @property
    def strong(self) -> tuple[Part, ...]:
        """Parts that speak for the pair, most points first."""
        strong = self.counted(lambda value: value >= STRONG)
        return tuple(sorted(strong, key=lambda part: -part.points))

    @property
    def weak(self) -> tuple[Part, ...]:
        """Parts that lower the score, most points lost first."""
        weak = self.counted(lambda value: value <= WEAK)
        return tuple(sorted(weak, key=lambda part: -part.lost))

    def counted(self, is_told: Callable[[float], bool]) -> list[Part]:
        """Parts that carry weight, with a value of which this is true."""
        known = [(part, part.value) for part in self.parts if part.value is not None and part.weight > 0]
        return [part for part, value in known if is_told(value)]

    def unknown(self, weights: Sequence[float]) -> tuple[Criterion, ...]:
        """Criteria that carry weight but cannot be judged, for want of an answer."""
        told = zip(self.parts, weights, strict=True)
        return tuple(part.criterion for part, weight in told if part.value is None and weight)


def explain(proposal: Proposal, row: int, column: int) -> Explanation:
    """The score of any pair, proposed or not, taken apart."""
    values = proposal.pool_of(row, column).layers[:, row, column]
    is_known = ~np.isnan(values)
    applied = proposal.settings.vector * is_known
    weights = applied / (applied.sum() or 1.0)
    points = weights * np.where(is_known, values, 0.0)
    known = [None if isnan(value) else value for value in values.tolist()]
    parts = tuple(map(Part, CRITERIA, known, weights.tolist(), points.tolist()))
    return Explanation(row, column, float(proposal.score[row, column]), parts)


def sentence(explanation: Explanation, mentee: str, mentor: str) -> Message:
    """One sentence that says what speaks for a pair and what against it."""
    strong = [part.criterion.label for part in explanation.strong[:_NAMED]]
    weak = [part.criterion.label for part in explanation.weak[:_NAMED]]
    names = {"mentee": mentee, "mentor": mentor}
    if not explanation.counted(lambda _: True):
        return say("Nothing is known yet about how {mentor} suits {mentee}.", **names)
    if strong and weak:
        return say(
            "{mentor} suits {mentee} through: {strong}. Less so: {weak}.", strong=strong, weak=weak, **names
        )
    if strong:
        return say("{mentor} suits {mentee} through: {strong}.", strong=strong, **names)
    if weak:
        return say("{mentor} suits {mentee} only in part. Low: {weak}.", weak=weak, **names)
    return say("{mentor} suits {mentee} reasonably on every point; nothing stands out.", **names)
