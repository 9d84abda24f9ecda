"""Nobody who is on a break this round."""

import polars as pl

from mentorkit.matching.candidates import Mask
from mentorkit.matching.rules.rule import Rule, unless_either
from mentorkit.text import say, say_count


def _stays_out(side: pl.DataFrame) -> Mask:
    """Who is paused."""
    return side["is_paused"].fill_null(False).to_numpy()


RULE = Rule(
    key="pause",
    label=say("Both take part in this round"),
    refusal=say("{mentee} or {mentor} does not take part in this round."),
    nobody=say("Does not take part in this round."),
    is_fixed=True,
    counted=say_count("{n} takes no part in this round", "{n} take no part in this round", 0),
    compute=unless_either(_stays_out),
    is_priced=False,
    stays_out=_stays_out,
    holds_for="sign_up",
)
