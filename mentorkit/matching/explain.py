"""Why this pair: the score as a sum, criterion by criterion, and one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from mentorkit.matching.candidates import Floats
from mentorkit.matching.criteria import CRITERIA
from mentorkit.matching.criterion import Criterion
from mentorkit.matching.propose import Proposal
from mentorkit.text import Message, say

STRONG = 0.7
"""From this value on a criterion speaks for a pair; our own heuristic."""

WEAK = 0.4
"""Up to this value a criterion speaks against a pair; our own heuristic."""

_NAMED = 2
"""Criteria a sentence names on either side."""


@dataclass(frozen=True)
class Part:
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
        parts = [
            part for part in self.parts if part.value is not None and part.value >= STRONG and part.weight > 0
        ]
        return tuple(sorted(parts, key=lambda part: -part.points))

    @property
    def weak(self) -> tuple[Part, ...]:
        """Parts that lower the score, most points lost first."""
        parts = [
            part for part in self.parts if part.value is not None and part.value <= WEAK and part.weight > 0
        ]
        return tuple(sorted(parts, key=lambda part: -part.lost))

    def unknown(self, weights: Sequence[float]) -> tuple[Criterion, ...]:
        """Criteria that carry weight but cannot be judged, for want of an answer."""
        return tuple(
            part.criterion
            for part, weight in zip(self.parts, weights, strict=True)
            if part.value is None and weight
        )


def explain(proposal: Proposal, row: int, column: int) -> Explanation:
    """The score of any pair, proposed or not, taken apart."""
    values = proposal.pool_of(row, column).layers[:, row, column].tolist()
    applied = [
        0.0 if isnan(value) else weight
        for value, weight in zip(values, proposal.settings.vector.tolist(), strict=True)
    ]
    total = sum(applied) or 1.0
    parts = tuple(
        _part(criterion, value, weight / total)
        for criterion, value, weight in zip(CRITERIA, values, applied, strict=True)
    )
    return Explanation(row, column, float(proposal.score[row, column]), parts)


def _part(criterion: Criterion, value: float, weight: float) -> Part:
    return (
        Part(criterion, None, weight, 0.0) if isnan(value) else Part(criterion, value, weight, weight * value)
    )


def points_of_all(proposal: Proposal) -> Floats:
    """The points of every criterion for every pair; shape `(n_criteria, n_mentees, n_mentors)`."""
    applied = proposal.weight_known * max(float(proposal.settings.vector.sum()), 1e-12)
    share = np.divide(1.0, applied, out=np.zeros_like(applied), where=applied > 0)
    values = proposal.pool.values
    for kind, other in enumerate(proposal.pool.others, start=1):
        values = np.where(proposal.scores.kind == kind, other.values, values)
    return proposal.settings.vector[:, None, None] * values * share


def sentence(explanation: Explanation, mentee: str, mentor: str) -> Message:
    """One sentence that says what speaks for a pair and what against it."""
    strong = [part.criterion.label for part in explanation.strong[:_NAMED]]
    weak = [part.criterion.label for part in explanation.weak[:_NAMED]]
    names = {"mentee": mentee, "mentor": mentor}
    if not any(part.value is not None and part.weight > 0 for part in explanation.parts):
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
