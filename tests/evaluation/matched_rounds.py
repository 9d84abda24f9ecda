"""Programmes of confirmed pairs made by chance; how much the points tell of them is set by hand."""

from typing import Any

import numpy as np

from mentorkit.evaluation.tried_weights import PairsTold

IN_USE = (0.30, 0.20, 0.20, 0.15, 0.10, 0.05)
TRUE = (0.10, 0.45, 0.15, 0.10, 0.15, 0.05)
"""The weights in use, and others that could be the true ones."""


def pairs_told(rng: np.random.Generator, pairs: int, told: float = 0.0, **more: Any) -> PairsTold:
    """Pairs of mentors with three each; the true score tells a part 0–1 of the outcome.

    `true` are the true weights, those in use when not given, `per_mentor` is the spread of what mentors make
    of all their pairs, and of `is_binary` outcomes seven of ten end well.
    """
    values = rng.random((pairs, len(IN_USE)))
    mentors = np.arange(pairs) // 3
    score = values @ np.array(more.get("true", IN_USE))
    own = rng.normal(0, more.get("per_mentor", 0.0), pairs)[mentors]
    noise = rng.normal(0, np.sqrt(1 - told), pairs) + own
    outcome = (score - score.mean()) / score.std() * np.sqrt(told) + noise
    if more.get("is_binary"):
        outcome = (outcome > np.quantile(outcome, 0.3)).astype(float)
    return PairsTold(values, outcome, mentors, 100 * np.array(IN_USE))
