"""Only people who agreed to take part."""

import polars as pl

from mentorkit.matching.candidates import Mask
from mentorkit.matching.rules.rule import Rule, unless_either
from mentorkit.text import say, say_count


def _stays_out(side: pl.DataFrame) -> Mask:
    """Who said no; a missing answer does not forbid."""
    return ~side["has_consented"].fill_null(True).to_numpy()


RULE = Rule(
    key="consent",
    label=say("Both agreed to take part"),
    refusal=say("{mentee} or {mentor} did not agree to the use of the answers."),
    nobody=say("Takes no part: gave no consent."),
    is_fixed=True,
    counted=say_count("{n} gave no consent", "{n} gave no consent", 0),
    compute=unless_either(_stays_out),
    is_priced=False,
    answers=("has_consented",),
    stays_out=_stays_out,
    holds_for="sign_up",
)
