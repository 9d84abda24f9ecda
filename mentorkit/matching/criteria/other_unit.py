"""Other unit: a fresh view from elsewhere in the organisation."""

from mentorkit.matching.candidates import Candidates, Floats
from mentorkit.matching.criteria.criterion import Criterion, alike
from mentorkit.matching.features import same_text
from mentorkit.text import say


def _compute(pool: Candidates) -> Floats:
    """1 when the two work in different departments, 0 in the same one; NaN if unknown.

    Own heuristic: it opens another network and keeps the talks free of daily work.
    """
    return 1 - same_text(pool.mentees["department"], pool.mentors["department"])


CRITERION = Criterion(
    key="other_unit",
    label=say("Another department"),
    reason=say("Someone from elsewhere brings a fresh view and a new network."),
    weight=5,
    answers=alike("department"),
    compute=_compute,
)
