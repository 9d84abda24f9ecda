"""The mentor followed the training or booked it."""

import numpy as np

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say, say_count


def _compute(pool: Candidates) -> Mask:
    """False for mentors who said no; a missing answer does not forbid."""
    trained = pool.mentors["is_trained"].fill_null(True).to_numpy()
    return np.broadcast_to(trained, pool.shape).copy()


RULE = Rule(
    key="training",
    label=say("The mentor is trained, or has booked the training"),
    refusal=say("{mentor} has not followed or booked the mentor training."),
    nobody=say("The mentor training was not followed or booked."),
    counted=say_count("{n} has not done the training", "{n} have not done the training", 0),
    compute=_compute,
    answers=("is_trained",),
    asked_of=("mentor",),
    holds_for="person",
)
