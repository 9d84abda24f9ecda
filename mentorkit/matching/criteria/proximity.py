"""Proximity: working in the same city."""

from mentorkit.matching.candidates import Candidates, Floats
from mentorkit.matching.criteria.criterion import Criterion, alike
from mentorkit.matching.features import same_text
from mentorkit.text import say


def _compute(pool: Candidates) -> Floats:
    """1 when both usually work in the same city, else 0; NaN if unknown.

    Own heuristic, weight 0 until asked for: nearness matters little when people call.
    """
    return same_text(pool.mentees["city"], pool.mentors["city"])


CRITERION = Criterion(
    key="proximity",
    label=say("Same city"),
    reason=say("Handy for those who want to meet in person. It does not count until you ask for it."),
    weight=0,
    answers=alike("city"),
    compute=_compute,
)
