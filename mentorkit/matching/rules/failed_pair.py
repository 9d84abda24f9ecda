"""No repeat of a pair that did not work."""

import numpy as np
import polars as pl

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say


def compute(pool: Candidates) -> Mask:
    """False where the two were a pair before and it ended early."""
    failed = set(pool.pairs.filter(pl.col("has_failed")).select("mentee_id", "mentor_id").iter_rows())
    lawful = np.ones(pool.shape, dtype=np.bool_)
    rows = {person: row for row, person in enumerate(pool.mentees["id"].to_list())}
    columns = {person: column for column, person in enumerate(pool.mentors["id"].to_list())}
    for mentee, mentor in failed:
        if mentee in rows and mentor in columns:
            lawful[rows[mentee], columns[mentor]] = False
    return lawful


RULE = Rule(
    key="failed_pair",
    label=say("No pair that stopped early before"),
    refusal=say("{mentee} and {mentor} were a pair before and it ended early."),
    nobody=say("Everybody on the other side was in a pair with this person that ended early."),
    is_fixed=False,
    compute=compute,
)
