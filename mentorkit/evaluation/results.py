"""What mentoring brought, from what the programme holds: endings, goals reached, and hours."""

import numpy as np
import polars as pl

from mentorkit.evaluation.claims import Claim, claim_of
from mentorkit.evaluation.levels import AS_EXPECTED, Measure, share_claim, with_nothing_before
from mentorkit.evaluation.statistics.aalen_johansen import STATISTIC as ENDINGS
from mentorkit.evaluation.statistics.contract import Result
from mentorkit.evaluation.statistics.gas import STATISTIC as GAS
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE, FROM_COUNTS, reported

PLANNED = "planned"
"""The cause of an ending as it was agreed."""

UNTOLD = "untold"
"""The cause of an early end of which nobody said whose wish it was."""


def results(pairs: pl.DataFrame, goals: pl.DataFrame, hours: pl.DataFrame) -> tuple[Measure, ...]:
    """How many pairs ended early, whose goals were reached, and how many hours all talks took.

    `pairs` has `who`, `days` together and `cause`: planned, who asked for an early end, or empty while it
    goes on. `goals` has `who` and `reached` (−2…+2), a row a goal; `hours` has `who` and `hours`, a row
    a pair.
    """
    return results_of(pairs, _goal_scores(goals), hours.select("who", after="hours"))


def results_of(pairs: pl.DataFrame, goals: pl.DataFrame, hours: pl.DataFrame) -> tuple[Measure, ...]:
    """The same of people and pairs with their `after`: the score of their goals, and their hours."""
    is_early = pl.when(pl.col("cause") != "").then(pl.col("cause") != PLANNED)
    ended = with_nothing_before(pairs.select("who", after=is_early))
    reached, spent = map(with_nothing_before, (goals, hours))
    return (
        Measure("early", "results", ended, _early(pairs, ended["after"])),
        Measure("attained", "results", reached, share_claim(reached["after"].to_numpy(), AS_EXPECTED)),
        Measure("hours", "results", spent, _in_all(spent["after"])),
    )


def endings(pairs: pl.DataFrame) -> Result | None:
    """The share of all pairs that ended by each day, for each cause apart; None below ten pairs or no end.

    Aalen–Johansen (see the statistic): pairs that go on count as long as they are together.
    """
    if pairs.height < FROM_CHANGE:
        return None
    known = pairs.sort("who")
    return reported(ENDINGS, times=known["days"].to_numpy().astype(float), causes=known["cause"].to_list())


def _early(pairs: pl.DataFrame, is_early: pl.Series) -> Claim | None:
    """The share that ends early; with pairs that go on, by the days that are known of all."""
    if not is_early.null_count():
        return share_claim(is_early.to_numpy(), 1)
    cause = pl.col("cause")
    early = pl.when(cause.is_in(["", PLANNED])).then(cause).otherwise(pl.lit("early"))
    curve = (endings(pairs.with_columns(cause=early)) or {}).get("causes", {}).get("early")
    if curve is None or curve["se"][-1] == 0:
        return None
    last = {"estimate": "share", "ci_low": "ci_low", "ci_high": "ci_high"}
    return claim_of("share", {"n": pairs.height} | {name: curve[key][-1] for name, key in last.items()})


def _goal_scores(goals: pl.DataFrame) -> pl.DataFrame:
    """All goals of somebody as one score, 50 when they are reached as was hoped."""
    rows = [
        (who, GAS.of(levels=np.array(of["reached"], dtype=float))["estimate"])
        for (who,), of in goals.sort("who").group_by("who", maintain_order=True)
    ]
    return pl.DataFrame(rows, schema={"who": pl.String, "after": pl.Float64}, orient="row")


def _in_all(values: pl.Series) -> Claim | None:
    known = values.drop_nulls()
    return Claim("count", len(known), float(known.sum())) if len(known) >= FROM_COUNTS else None
