"""No reporting line between mentor and mentee, in either direction, at any depth."""

import numpy as np
import polars as pl

from mentorkit.matching.candidates import Candidates, Mask
from mentorkit.matching.reporting_lines import managers_above
from mentorkit.matching.rules.rule import Rule
from mentorkit.text import say, say_count


def _compute(pool: Candidates) -> Mask:
    """False where one of the two stands anywhere above the other.

    The line goes up through every manager the programme knows, dotted lines and
    former managers included. People of whom nothing is known report to nobody.
    """
    above = managers_above(pool.people)
    lawful = np.ones(pool.shape, dtype=np.bool_)
    _forbid(lawful, above, pool.mentees["id"], pool.column_of_mentor)
    _forbid(lawful.T, above, pool.mentors["id"], pool.row_of_mentee)
    return lawful


def _forbid(
    lawful: Mask, above: dict[str, frozenset[str]], reports: pl.Series, column_of: dict[str, int]
) -> None:
    """Mark in place every pair in which the column's person manages the row's person."""
    for row, person in enumerate(reports.to_list()):
        columns = [column_of[manager] for manager in above.get(person, ()) if manager in column_of]
        lawful[row, columns] = False


RULE = Rule(
    key="reporting_line",
    label=say("No reporting line between them"),
    refusal=say("{mentee} and {mentor} stand in one reporting line."),
    nobody=say("Everybody on the other side stands in one reporting line with this person."),
    is_fixed=True,
    counted=say_count(
        "{n} stands in one reporting line with this person",
        "{n} stand in one reporting line with this person",
        0,
    ),
    compute=_compute,
    is_priced=False,
    holds_for="person",
)
