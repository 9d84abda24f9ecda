"""Only people who agreed to take part."""

import numpy as np

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say


def _compute(pool: Candidates) -> Mask:
    """False where either of the two said no; a missing answer does not forbid."""
    agreed = (side["has_consented"].fill_null(True).to_numpy() for side in (pool.mentees, pool.mentors))
    return np.logical_and.outer(*agreed)


RULE = Rule(
    key="consent",
    label=say("Both agreed to take part"),
    refusal=say("{mentee} or {mentor} did not agree to the use of the answers."),
    nobody=say("There is no agreement to use the answers, so this sign-up stays out of the pairing."),
    is_fixed=True,
    compute=_compute,
    answers=("has_consented",),
    holds_for="sign_up",
)
