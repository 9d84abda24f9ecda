"""Whether those who did not answer differ from those who did: in facts of their mentoring, never of them."""

from typing import Literal

import polars as pl

from mentorkit.evaluation.statistics.rules_by_n import FROM_COUNTS

Fact = Literal["together", "in_time", "early", "few_talks", "many_talks"]

_MANY_TALKS = 4
"""Talks from which a pair talked often. Our own heuristic."""


def facts_of(pairs: pl.DataFrame, closures: pl.DataFrame, meetings: pl.DataFrame) -> pl.DataFrame:
    """What holds of each pair, as pair_id and fact: how it ended, and whether it talked often."""
    early = closures.filter(pl.col("reopened_on").is_null(), pl.col("kind") == "early")["pair_id"]
    talks = meetings.filter("is_held")["pair_id"].value_counts()
    often = talks.filter(pl.col("count") >= _MANY_TALKS)["pair_id"]
    own = pl.col("id")
    is_over = pl.when(own.is_in(early.implode())).then(pl.lit("early")).otherwise(pl.lit("in_time"))
    end = pl.when(pl.col("ended_on").is_null()).then(pl.lit("together")).otherwise(is_over)
    many = pl.when(own.is_in(often.implode())).then(pl.lit("many_talks")).otherwise(pl.lit("few_talks"))
    return pl.concat(pairs.select(own.alias("pair_id"), fact.alias("fact")) for fact in (end, many))


def compared(responses: pl.DataFrame, facts: pl.DataFrame) -> pl.DataFrame:
    """How many answered and how many did not, by what holds of the pair; null for a count below 5.

    The columns are fact, answered and silent. Mentors of several pairs are asked about none and left out.
    """
    counted = (
        pl.col("answered_on").count().alias("answered"),
        pl.col("answered_on").null_count().alias("silent"),
    )
    groups = responses.join(facts, on="pair_id").group_by("fact").agg(counted).sort("fact")
    return groups.with_columns(
        pl.when(one >= FROM_COUNTS).then(one) for one in map(pl.col, ("answered", "silent"))
    )
