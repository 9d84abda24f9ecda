"""How often each rule was right: how many of the pairs that it named ended early, and of the others."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from mentorkit.model import Closure, Pair
from mentorkit.progress.known import KnownPair, NotedPairs, is_together
from mentorkit.progress.signals import RULES
from mentorkit.progress.signals.signal import SignalRule

Verdict = Literal["tells", "tells_nothing", "too_little"]

_FIRST, _WINDOW = timedelta(days=60), timedelta(days=90)
"""Pairs are looked at after two months and every three months from then on. Our own."""

ENOUGH = 10
"""Early ends below which nothing is said of a rule. Our own."""

_LEVEL = 0.05


@dataclass(frozen=True)
class HitRate:
    """A rule and what became of pairs in the three months after each look at them.

    `named` are the looks at which it named a pair and `named_ended` those after which that pair ended early;
    `left` and `left_ended` are the same of pairs that it left alone.
    """

    rule: str
    named: int = 0
    named_ended: int = 0
    left: int = 0
    left_ended: int = 0

    @property
    def share(self) -> float | None:
        """The part of the named that ended early, 0–1; None when it named nobody."""
        return self.named_ended / self.named if self.named else None

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares the true one is, at 95 %: (0, 1) when it named nobody.

        Source: Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
        Journal of the American Statistical Association 22, 209–212.
        https://doi.org/10.1080/01621459.1927.10502953

        >>> tuple(round(one, 3) for one in HitRate("silence", named=20, named_ended=18).interval)
        (0.699, 0.972)
        """
        if not self.named:
            return 0.0, 1.0
        from scipy.stats import binomtest  # noqa: PLC0415 - heavy

        found = binomtest(self.named_ended, self.named).proportion_ci(0.95, method="wilson")
        return float(found.low), float(found.high)

    @property
    def verdict(self) -> Verdict:
        """Whether pairs that it names end early more often than others, by Fisher's exact test at 5 %.

        With fewer than ten early ends, or when it named all or nobody, there is too little to tell.
        """
        if self.named_ended + self.left_ended < ENOUGH or not (self.named and self.left):
            return "too_little"
        from scipy.stats import fisher_exact  # noqa: PLC0415 - heavy

        table = [
            [self.named_ended, self.named - self.named_ended],
            [self.left_ended, self.left - self.left_ended],
        ]
        return "tells" if fisher_exact(table, alternative="greater").pvalue < _LEVEL else "tells_nothing"


def hit_rates(noted: NotedPairs, today: date, rules: Sequence[SignalRule] = RULES) -> tuple[HitRate, ...]:
    """How often each rule was right until a day, in the order of the rules.

    A pair is looked at two months after its confirmation and every three months from then on, with what was
    known on that day and nothing later. What counts is whether it ended early within the next three months,
    so that a pair that lasts long gives a rule no more chances at once than one that ends soon. Looks whose
    three months are not over yet are left out, unless the pair ended.
    """
    seen: Counter[tuple[str, bool, bool]] = Counter()
    for known, has_ended in _looks(noted, today):
        seen.update((rule.key, rule(known) is not None, has_ended) for rule in rules)

    def counted(key: str, *, is_named: bool) -> tuple[int, int]:
        ended = seen[key, is_named, True]
        return ended + seen[key, is_named, False], ended

    return tuple(
        HitRate(one.key, *counted(one.key, is_named=True), *counted(one.key, is_named=False)) for one in rules
    )


def _looks(noted: NotedPairs, today: date) -> Iterator[tuple[KnownPair, bool]]:
    """Every pair on each day on which it is looked at, and whether it ended early in the time after that."""
    common = cache(noted.common_on)
    early = {one.pair_id for one in noted.rows[Closure] if one.kind == "early" and one.reopened_on is None}
    for pair in noted.pairs:
        day, is_over = pair.confirmed_on + _FIRST, pair.ended_on is not None and pair.ended_on <= today
        while is_together(pair, day) and (day + _WINDOW <= today or is_over):
            yield noted.known(pair, day, common(day)), pair.id in early and _ends_within(pair, day)
            day += _WINDOW


def _ends_within(pair: Pair, day: date) -> bool:
    return pair.ended_on is not None and day < pair.ended_on <= day + _WINDOW
