"""Practical fit: when, how and in which language two people can meet."""

import numpy as np

from mentorkit.matching.candidates import Candidates, Floats
from mentorkit.matching.criteria.criterion import Criterion, alike
from mentorkit.matching.features import mean_of, overlap
from mentorkit.text import say


def _compute(pool: Candidates) -> Floats:
    """The mean overlap of free moments, ways to meet and languages, each 0–1.

    Overlap is counted against the shorter list. Missing parts are left out; NaN when
    all three are missing. Meeting often goes with support, ρ = .25 (Eby et al. 2013,
    doi:10.1037/a0029279); the scoring is our own heuristic.
    """
    columns = ("availability", "channels", "languages")
    return mean_of(*(overlap(pool.mentees[name], pool.mentors[name], np.minimum) for name in columns))


CRITERION = Criterion(
    key="practical_fit",
    label=say("Time, place and language"),
    reason=say("Pairs who can easily meet, meet more often; lack of time ends most pairs."),
    weight=15,
    answers=alike("availability", "channels", "languages"),
    compute=_compute,
)
