"""Only people who agreed to take part."""

import numpy as np
import polars as pl

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say, say_count


def _compute(pool: Candidates) -> Mask:
    """False where either of the two said no; a missing answer does not forbid."""
    return ~np.logical_or.outer(_stays_out(pool.mentees), _stays_out(pool.mentors))


def _stays_out(side: pl.DataFrame) -> Mask:
    return ~side["has_consented"].fill_null(True).to_numpy()


RULE = Rule(
    key="consent",
    label=say("Both agreed to take part"),
    refusal=say("{mentee} or {mentor} did not agree to the use of the answers."),
    nobody=say("Takes no part: gave no consent."),
    is_fixed=True,
    counted=say_count("{n} gave no consent", "{n} gave no consent", 0),
    compute=_compute,
    is_priced=False,
    answers=("has_consented",),
    stays_out=_stays_out,
    holds_for="sign_up",
)
