"""No repeat of a pair that did not work, or to which one of the two said no.

Always on: it takes a no of a person for a no. Two who want to try again both say so to the coordinator, who
then takes back in the workbook of the programme that their pair did not work out.
"""

import polars as pl

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say, say_count


def _compute(pool: Candidates) -> Mask:
    """False where the two were a pair before that was declined or ended early."""
    return ~pool.marked(pool.pairs.filter(pl.col("has_failed")))


RULE = Rule(
    key="failed_pair",
    label=say("No pair that was declined or stopped early before"),
    refusal=say("{mentee} and {mentor} were put together before: one of them said no, or it ended early."),
    nobody=say("Everybody on the other side was in a pair with this person that got a no or ended early."),
    is_fixed=True,
    counted=say_count(
        "{n} was in a pair with this person that was declined or stopped early",
        "{n} were in a pair with this person that was declined or stopped early",
        0,
    ),
    compute=_compute,
    is_priced=False,
    holds_for="person",
)
