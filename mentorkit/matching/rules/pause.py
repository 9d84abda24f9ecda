"""Nobody who is on a break this round."""

import numpy as np

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say


def compute(pool: Candidates) -> Mask:
    """False where either of the two is paused."""
    present = (~side["is_paused"].fill_null(False).to_numpy() for side in (pool.mentees, pool.mentors))
    return np.logical_and.outer(*present)


RULE = Rule(
    key="pause",
    label=say("Both take part in this round"),
    refusal=say("{mentee} or {mentor} does not take part in this round."),
    nobody=say("Does not take part in this round."),
    is_fixed=True,
    compute=compute,
    holds_for="sign_up",
)
