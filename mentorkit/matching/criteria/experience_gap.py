"""Experience gap: the mentor is ahead, but not too far."""

import numpy as np

from mentorkit.matching.candidates import Candidates, Floats
from mentorkit.matching.criteria.criterion import Criterion, alike
from mentorkit.matching.features import mean_of, numbers
from mentorkit.text import say

YEARS = ((0.0, 0.0), (3.0, 1.0), (15.0, 1.0), (35.0, 0.2))
"""Gap in years and its value; straight lines between, flat outside."""

LEVELS = ((-1.0, 0.0), (0.0, 0.4), (1.0, 1.0), (2.0, 1.0), (5.0, 0.2))
"""Gap in steps on the ladder of functions and its value."""

BUDDY_LEVELS = ((-1.0, 0.4), (0.0, 1.0), (1.0, 0.8), (3.0, 0.2))
"""The same for a buddy, who is a colleague of about the same level and longer on the way."""


def _compute(pool: Candidates) -> Floats:
    """How well the gap in years and in level lies in the wanted band, 0–1.

    The gap is mentor minus mentee; in reverse mentoring it is turned round, between
    peers it does not count (NaN), and a buddy is best of the same level. A missing part is
    left out. Own heuristic.
    """
    if pool.relation_type == "peer":
        return np.full(pool.shape, np.nan)
    sign = -1.0 if pool.relation_type == "reverse" else 1.0
    levels = BUDDY_LEVELS if pool.relation_type == "buddy" else LEVELS
    return mean_of(_band(pool, "years_experience", YEARS, sign), _band(pool, "level", levels, sign))


def _band(pool: Candidates, column: str, band: tuple[tuple[float, float], ...], sign: float) -> Floats:
    gap = sign * (numbers(pool.mentors[column])[None, :] - numbers(pool.mentees[column])[:, None])
    at, value = zip(*band, strict=True)
    return np.where(np.isnan(gap), np.nan, np.interp(gap, at, value))


CRITERION = Criterion(
    key="experience_gap",
    label=say("Experience"),
    reason=say(
        "A mentor who is some years ahead remembers the road; too far ahead, and it is another world."
    ),
    weight=10,
    answers=alike("years_experience", "level_name"),
    compute=_compute,
    among_peers="never",
)
