"""Values and working style: how alike two people are in what matters to them."""

from mentorkit.matching.candidates import Candidates, Floats
from mentorkit.matching.criteria.criterion import Criterion, alike
from mentorkit.matching.features import closeness, mean_of, overlap
from mentorkit.text import say


def _compute(pool: Candidates) -> Floats:
    """The mean of shared values (Dice) and closeness of working style, 0–1.

    A part without an answer is left out; NaN when both are. Deep-level similarity goes
    with support, ρ = .38–.59, as perceived afterwards (Eby et al. 2013,
    doi:10.1037/a0029279); the scoring is our own heuristic.
    """
    mentees, mentors = pool.mentees, pool.mentors
    return mean_of(
        overlap(mentees["values"], mentors["values"], lambda a, b: (a + b) / 2),
        closeness(mentees["working_style"], mentors["working_style"], span=4),
    )


CRITERION = Criterion(
    key="values_style",
    label=say("Values and working style"),
    reason=say("People who value the same things find it easier to trust each other."),
    weight=20,
    answers=alike("values", "working_style"),
    compute=_compute,
)
