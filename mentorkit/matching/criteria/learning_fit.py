"""Learning fit: the mentor guides and gives feedback as the mentee likes it."""

from mentorkit.matching.candidates import Candidates, Floats
from mentorkit.matching.criteria.criterion import Criterion, alike
from mentorkit.matching.features import closeness, mean_of, same_text
from mentorkit.text import say


def _compute(pool: Candidates) -> Floats:
    """The mean of closeness in feedback style and equality of learning style, 0–1.

    A part without an answer is left out; NaN when both are. Own heuristic.
    """
    mentees, mentors = pool.mentees, pool.mentors
    return mean_of(
        closeness(mentees["feedback_style"], mentors["feedback_style"], span=4),
        same_text(mentees["learning_style"], mentors["learning_style"]),
    )


CRITERION = Criterion(
    key="learning_fit",
    label=say("Learning and feedback"),
    reason=say("One person likes it straight, another gently; some learn by doing, others by talking."),
    weight=5,
    answers=alike("learning_style", "feedback_style"),
    compute=_compute,
)
