"""Shared interests: something to talk about on the way to the coffee machine."""

from mentorkit.matching.candidates import Candidates, Floats
from mentorkit.matching.criteria.criterion import Criterion, alike
from mentorkit.matching.features import overlap
from mentorkit.text import say


def _compute(pool: Candidates) -> Floats:
    """Shared free-time interests divided by the mean number named (Dice), 0–1; NaN if missing.

    Own heuristic, weight 0 until asked for: likeness in hobbies says little of the match.
    """
    return overlap(pool.mentees["interests"], pool.mentors["interests"], lambda a, b: (a + b) / 2)


CRITERION = Criterion(
    key="shared_interests",
    label=say("Free-time interests"),
    reason=say("A shared hobby breaks the ice. It does not count until you ask for it."),
    weight=0,
    answers=alike("interests"),
    compute=_compute,
)
