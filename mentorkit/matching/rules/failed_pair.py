"""No repeat of a pair that did not work."""

import polars as pl

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say, say_count


def _compute(pool: Candidates) -> Mask:
    """False where the two were a pair before and it ended early."""
    return ~pool.marked(pool.pairs.filter(pl.col("has_failed")))


RULE = Rule(
    key="failed_pair",
    label=say("No pair that stopped early before"),
    refusal=say("{mentee} and {mentor} were a pair before and it ended early."),
    nobody=say("Everybody on the other side was in a pair with this person that ended early."),
    counted=say_count(
        "{n} was in a pair with this person that stopped early",
        "{n} were in a pair with this person that stopped early",
        0,
    ),
    compute=_compute,
    is_priced=False,
    holds_for="person",
)
