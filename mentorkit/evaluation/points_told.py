"""Whether the order of the points told what came of pairs: frozen scores against outcomes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import sqrt
from typing import Literal, get_args

import numpy as np
import polars as pl

from mentorkit.evaluation.claims import Claim, claim_of, corrected
from mentorkit.evaluation.statistics.contract import Floats, Result
from mentorkit.evaluation.statistics.paired_change import STATISTIC as MEAN
from mentorkit.evaluation.statistics.rules_by_n import FROM_SCALE, reported
from mentorkit.evaluation.statistics.spearman import STATISTIC as ORDER
from mentorkit.evaluation.statistics.wilson import STATISTIC as SHARE
from mentorkit.evaluation.tried_weights import PairsTold, WeightsTried, tried_weights

OutcomeKey = Literal["completed", "going", "attained"]

OUTCOMES: tuple[OutcomeKey, ...] = get_args(OutcomeKey)
"""What came of a pair, what is asked first on top: other weights are tried on the first known enough."""


@dataclass(frozen=True, eq=False)
class OrderTold:
    """One outcome against the points: how they go together (None below 30 pairs), and the thirds.

    `points` and `came` have a number for each pair. `thirds` are the pairs with the fewest points, the middle
    and the most: each the mean points, and n, the estimate and its 95% interval of the outcome.
    """

    outcome: OutcomeKey
    points: Floats
    came: Floats
    claim: Claim | None
    thirds: tuple[tuple[float, Result], ...]

    @property
    def n(self) -> int:
        """How many pairs the outcome is known of."""
        return len(self.points)


@dataclass(frozen=True, eq=False)
class PointsTold:
    """What the points of pairs told; `narrowed` is the spread of their points by that of all there were.

    `known` is the part 0–1 of the weights that could be applied. `tried_on` is the outcome other weights were
    tried on, the best known one when there was none.
    """

    orders: tuple[OrderTold, ...]
    narrowed: float | None
    known: float
    tried_on: OutcomeKey
    tried: WeightsTried | None

    @property
    def first(self) -> OrderTold:
        """The outcome that counts first among those that may be told of; else the one most is known of."""
        told = [one for one in self.orders if one.claim]
        return told[0] if told else max(self.orders, key=lambda one: one.n)


def points_told(pairs: pl.DataFrame, weights: Mapping[str, float], rng: np.random.Generator) -> PointsTold:
    """What a frame of confirmed pairs tells.

    The columns are `mentor`, `score` and `spread` (see `FrozenScore`), one for each criterion of the weights
    in use, and one for each outcome: null where it is not known (yet), completed as 0 and 1.
    """
    found = [_order(pairs.drop_nulls(one), one) for one in OUTCOMES]
    claims = corrected([one.claim for one in found])
    orders = tuple(replace(one, claim=claim) for one, claim in zip(found, claims, strict=True))
    told = {one: _told(pairs.drop_nulls(one), one, weights) for one in OUTCOMES}
    tried_on = next(
        (one for one in OUTCOMES if told[one].is_enough), max(orders, key=lambda one: one.n).outcome
    )
    is_known = pairs.select(pl.col(*weights).is_not_null().mean()).row(0)
    applied = sum(weight * (part or 0) for weight, part in zip(weights.values(), is_known, strict=True))
    return PointsTold(
        orders=orders,
        narrowed=_narrowed(pairs),
        known=applied / (sum(weights.values()) or 1.0),
        tried_on=tried_on,
        tried=tried_weights(told[tried_on], rng),
    )


def as_if_all(r: float, narrowed: float) -> float:
    """The correlation there would be among all pairs there could have been; an assumption (Thorndike 1949).

    r u / √(1 + r² (u² − 1)) with u the spread of all by that of the pairs.

    >>> round(as_if_all(0.3, 0.5), 3)
    0.532
    """
    wider = 1 / narrowed
    return r * wider / sqrt(1 + r**2 * (wider**2 - 1))


def _order(pairs: pl.DataFrame, outcome: OutcomeKey) -> OrderTold:
    points, came = (pairs[name].to_numpy().astype(float) for name in ("score", outcome))
    claim = claim_of("link", reported(ORDER, x=points, y=came))
    return OrderTold(outcome, points, came, claim, (*_thirds(points, came),))


def _thirds(points: Floats, came: Floats) -> Iterator[tuple[float, Result]]:
    if len(points) < FROM_SCALE:
        return
    is_share = set(np.unique(came)) <= {0.0, 1.0}
    for rows in np.array_split(np.argsort(points, kind="stable"), 3):
        told = {"answers": came[rows]} if is_share else {"differences": came[rows]}
        if result := reported(SHARE if is_share else MEAN, **told):
            yield float(points[rows].mean()), result


def _told(pairs: pl.DataFrame, outcome: OutcomeKey, weights: Mapping[str, float]) -> PairsTold:
    parts = pairs.select(pl.col(*weights).cast(pl.Float64).fill_null(np.nan)).to_numpy()
    mentors = pairs["mentor"].rank("dense").to_numpy().astype(np.int64)
    given = PairsTold(parts, pairs[outcome].to_numpy().astype(float), mentors, np.array([*weights.values()]))
    known = ~np.isnan(given.score)
    return PairsTold(parts[known], given.outcome[known], mentors[known], given.weights)


def _narrowed(pairs: pl.DataFrame) -> float | None:
    """How much closer the points of pairs lie together than those of all pairs there could have been."""
    known = pairs.drop_nulls("spread")
    every = float(np.sqrt(np.mean(known["spread"].to_numpy() ** 2))) if known.height >= FROM_SCALE else 0.0
    return float(known["score"].to_numpy().std()) / every if every else None
