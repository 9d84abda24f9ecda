"""What a number may be said to show: a claim carries its design and its interval, and these allow the verb.

The ladder is our own heuristic: numbers of one group are counted, go with another number, or changed; a
group beside another changed more or less than it; only where places were drawn by lot did mentoring cause
something.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from mentorkit.evaluation.statistics.contract import Result
from mentorkit.evaluation.statistics.holm import STATISTIC as HOLM
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE, FROM_COUNTS, FROM_SCALE

Design = Literal["single", "comparison", "by_lot"]
ClaimKind = Literal["count", "share", "score", "link", "gap", "change", "difference"]
Verb = Literal["counted", "goes_with", "changed", "changed_more", "caused"]
Direction = Literal["rose", "fell", "unclear"]

LADDER: tuple[Verb, ...] = get_args(Verb)
"""What may be said, the most careful word first."""

TOO_LARGE = 0.8
"""Effects above this, in standard deviations, are unusual for mentoring (Eby et al. 2008): check the data."""

CHANCE = 0.05
"""How often a programme without any effect may be said to have changed something."""

_FROM: dict[ClaimKind, int] = {
    "count": FROM_COUNTS,
    "share": FROM_COUNTS,
    "score": FROM_SCALE,
    "link": FROM_SCALE,
    "gap": FROM_CHANGE,
    "change": FROM_CHANGE,
    "difference": FROM_SCALE,
}
_HIGHEST: dict[Design, Verb] = {"single": "changed", "comparison": "changed_more", "by_lot": "caused"}


@dataclass(frozen=True)
class Claim:
    """A number of `n` people with what it may be said to show.

    `estimate` and its interval are shares 0–1, points of the scale, a correlation (of a link), a score of
    −100 to 100, or a count; a gap is what one group has more than the others, in the units of what is
    compared. `low` and `high` are None where there is no interval. `effect` is the size in standard
    deviations, None where it is not known; `p` is corrected for all changes that are looked at together
    (Holm), None for a number by itself. Raises ValueError for a number that may not be shown: fewer people
    than its kind needs, an estimate outside its interval, or a difference without a second group.

    >>> Claim("change", 20, 0.4, 0.1, 0.7).direction, Claim("change", 20, 0.4, -0.1, 0.9).direction
    ('rose', 'unclear')
    >>> Claim("difference", 60, 0.4, 0.1, 0.7, design="comparison").verb
    'changed_more'
    """

    kind: ClaimKind
    n: int
    estimate: float
    low: float | None = None
    high: float | None = None
    design: Design = "single"
    effect: float | None = None
    p: float | None = None

    def __post_init__(self) -> None:
        """Refuse what may not be shown."""
        if self.n < _FROM[self.kind]:
            raise ValueError(f"A {self.kind} needs {_FROM[self.kind]} people; there are {self.n}.")
        if (self.low is None) != (self.high is None):
            raise ValueError("An interval has two ends.")
        if self.low is not None and self.high is not None and not self.low <= self.estimate <= self.high:
            raise ValueError(f"{self.estimate} does not lie between {self.low} and {self.high}.")
        if self.kind == "difference" and self.design == "single":
            raise ValueError("A difference needs a second group.")

    @property
    def verb(self) -> Verb:
        """The highest word that kind, design and interval allow."""
        if self.kind in {"count", "share", "score"} or self.low is None:
            return "counted"
        if self.kind in {"link", "gap"}:
            return "goes_with"
        return _HIGHEST[self.design] if self.kind == "difference" else "changed"

    @property
    def direction(self) -> Direction:
        """Which way it went, when the interval leaves 0 out and it is not one of many that may be chance."""
        return "unclear" if self.may_be_chance else self._side

    @property
    def may_be_chance(self) -> bool:
        """Whether the interval leaves 0 out, which among so many changes may be chance."""
        return self._side != "unclear" and self.p is not None and self.p > CHANCE

    @property
    def is_too_large(self) -> bool:
        """Whether the effect is larger than mentoring is known to have, so that its data want a look."""
        return self.effect is not None and abs(self.effect) > TOO_LARGE

    @property
    def _side(self) -> Direction:
        """Which way the interval alone points."""
        if self.verb == "counted" or self.low is None or self.high is None:
            return "unclear"
        return "rose" if self.low > 0 else "fell" if self.high < 0 else "unclear"


def claim_of(kind: ClaimKind, found: Result | None, effect: float | None = None) -> Claim | None:
    """What one group shows by a statistic; None where that has no answer or rests on too few people."""
    if found is None or found["n"] < _FROM[kind]:
        return None
    low, high = (found.get(end) for end in ("ci_low", "ci_high"))
    return Claim(kind, found["n"], found["estimate"], low, high, effect=effect, p=found.get("p"))


def corrected(claims: Sequence[Claim | None]) -> tuple[Claim | None, ...]:
    """The same claims, with the p of all that have one corrected for the others (Holm 1979)."""
    p = [one.p for one in claims if one and one.p is not None]
    adjusted = iter(HOLM.of(p=np.array(p))["adjusted"] if p else ())
    return tuple(replace(one, p=next(adjusted)) if one and one.p is not None else one for one in claims)
