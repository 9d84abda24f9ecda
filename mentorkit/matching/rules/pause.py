"""Nobody who is on a break this round."""

import numpy as np
import polars as pl

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say, say_count


def _compute(pool: Candidates) -> Mask:
    """False where either of the two is paused."""
    return ~np.logical_or.outer(_stays_out(pool.mentees), _stays_out(pool.mentors))


def _stays_out(side: pl.DataFrame) -> Mask:
    return side["is_paused"].fill_null(False).to_numpy()


RULE = Rule(
    key="pause",
    label=say("Both take part in this round"),
    refusal=say("{mentee} or {mentor} does not take part in this round."),
    nobody=say("Does not take part in this round."),
    is_fixed=True,
    counted=say_count("{n} takes no part in this round", "{n} take no part in this round", 0),
    compute=_compute,
    is_priced=False,
    stays_out=_stays_out,
    holds_for="sign_up",
)
