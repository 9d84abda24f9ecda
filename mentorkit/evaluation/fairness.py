"""Whether groups of people fared alike: each against all others, in four measures that are kept apart.

Differences of means with exact permutation intervals (Ernst 2004), all corrected together (Holm 1979); of who
got a mentor also the four-fifths rule and Fisher's test. From five people in each group on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

import polars as pl

from mentorkit.evaluation.claims import Claim, corrected
from mentorkit.evaluation.disclosure import FEWEST
from mentorkit.evaluation.statistics.contract import Result
from mentorkit.evaluation.statistics.four_fifths import STATISTIC as RATES
from mentorkit.evaluation.statistics.permutation import STATISTIC as LOT
from mentorkit.evaluation.statistics.samples import NotComputable

GapKey = Literal["placed", "points", "rank", "waited"]

GAPS: tuple[GapKey, ...] = get_args(GapKey)
"""Access first (who got a mentor), then fit (points, place of the mentor) and days of waiting."""


@dataclass(frozen=True)
class Gap:
    """How one group fared against all others in one measure; of placement also both rates side by side.

    The claim is the mean of the group less that of the others, None where either is of fewer than five.
    """

    key: GapKey
    group: str
    claim: Claim | None
    rates: Result | None = None

    @property
    def is_alarm(self) -> bool:
        """Whether it is more than chance among so many comparisons."""
        return self.claim is not None and self.claim.direction != "unclear"


def fairness_gaps(people: pl.DataFrame) -> tuple[Gap, ...]:
    """Every group against all others; of two groups the first.

    `people` has `group` and a column for each of GAPS: placed as 0 or 1, points 0–1, rank from 1, and days
    waited; null where it is not known. Who has no group is in no comparison.
    """
    told = people.drop_nulls("group")
    names = sorted(told["group"].unique())
    found = [gap for name in (names[:1] if len(names) == 2 else names) for gap in _gaps(told, name)]
    claims = corrected([one.claim for one in found])
    return tuple(replace(one, claim=claim) for one, claim in zip(found, claims, strict=True))


def _gaps(told: pl.DataFrame, name: str) -> Iterator[Gap]:
    for key in GAPS:
        known = told.drop_nulls(key)
        mine, others = (known.filter(one)[key] for one in (pl.col("group") == name, pl.col("group") != name))
        if min(len(mine), len(others)) < FEWEST:
            yield Gap(key, name, None)
            continue
        found = LOT.of(group1=mine.to_numpy().astype(float), group2=others.to_numpy().astype(float))
        middle = found["estimate"]
        low, high = (found[end] for end in ("ci_low", "ci_high"))
        ends = {} if low is None else {"low": min(low, middle), "high": max(high, middle)}
        claim = Claim("gap", found["n"], middle, p=found["p"], **ends)
        yield Gap(key, name, claim, _rates(key, mine, others))


def _rates(key: GapKey, mine: pl.Series, others: pl.Series) -> Result | None:
    if key != "placed":
        return None
    counts = {
        "successes1": int(mine.sum()),
        "n1": len(mine),
        "successes2": int(others.sum()),
        "n2": len(others),
    }
    try:
        return RATES.of(**counts)
    except NotComputable:
        return None
