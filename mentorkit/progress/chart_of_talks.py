"""Worse, or noise? The talks of each month held against the rhythm of the pairs themselves."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import fmean, variance

from mentorkit.progress.expected import states
from mentorkit.progress.known import KnownPair

_BEFORE = 3
"""Months that must lie behind before one is judged."""

_FEWEST = 8
"""Planned talks of which is known what became of them, without which a month is not judged."""

_AS_MUCH_AS = 4.0
"""Talks for which what all pairs do counts beside what a pair did itself. Our own."""

_ALARM = 0.0027
"""The chance of an alarm in a month in which nothing changed: that of three standard deviations."""


@dataclass(frozen=True)
class MonthOfTalks:
    """What is known of the planned talks of a month, beside what the rhythm of its pairs let expect.

    `low` and `high` are the bounds of what is usual, None for a month that cannot be judged yet.
    """

    month: date
    held: int
    known: int
    expected: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def verdict(self) -> str:
        """`fewer` or `more` than is usual, `usual`, or `unknown`."""
        if self.low is None or self.high is None:
            return "unknown"
        return "fewer" if self.held < self.low else "more" if self.held > self.high else "usual"


def months_of_talks(pairs: Iterable[KnownPair]) -> tuple[MonthOfTalks, ...]:
    """Every whole month until the day on which these pairs are looked at, in order, with its bounds.

    What nobody knows counts in no month. See `control` for the bounds.
    """
    counts: dict[date, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for one in pairs:
        for day, state in states(one):
            if state != "unknown" and (day.year, day.month) < (one.today.year, one.today.month):
                own = counts[day.replace(day=1)][one.pair.id]
                own[0] += state == "held"
                own[1] += 1
    months = sorted(counts)
    judged = control([{pair: (n[0], n[1]) for pair, n in counts[month].items()} for month in months])
    return tuple(
        MonthOfTalks(
            month,
            sum(n[0] for n in counts[month].values()),
            sum(n[1] for n in counts[month].values()),
            *found,
        )
        for month, found in zip(months, judged, strict=True)
    )


def control(
    months: Sequence[dict[str, tuple[int, int]]],
) -> list[tuple[float | None, float | None, float | None]]:
    """For each month what was to be expected, and the lowest and the highest that is usual.

    `months` give for each pair the talks held and the talks known. What a pair is expected to hold follows
    from its own earlier months, drawn towards what all do; the bounds from the spread that is left between
    months: never less than by chance alone, more where months differ more (as the p′-chart of Laney, D. B.
    (2002), Improved control charts for attributes, Quality Engineering 14, 531–537), and as wide as the few
    months that are known ask for (Student's t). Only earlier months count, so no later one changes a bound.
    """
    from scipy.stats import t  # noqa: PLC0415 - heavy

    found: list[tuple[float | None, float | None, float | None]] = []
    gaps: list[float] = []
    total: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for month in months:
        expected, spread = _expected(month, total)
        held, known = (sum(part) for part in zip(*month.values(), strict=True)) if month else (0, 0)
        is_judged = known >= _FEWEST and spread > 0
        if is_judged and len(gaps) >= _BEFORE:
            wide = sqrt(max(1.0, variance(gaps, fmean(gaps)))) * float(t.ppf(1 - _ALARM / 2, len(gaps) - 1))
            far = wide * spread * sqrt(1 + 1 / len(gaps))
            found.append((expected, max(expected - far, 0.0), min(expected + far, float(known))))
        else:
            found.append((None, None, None))
        if is_judged:
            gaps.append((held - expected) / spread)
        for pair, (n, of) in month.items():
            total[pair][0] += n
            total[pair][1] += of
    return found


def _expected(month: dict[str, tuple[int, int]], total: dict[str, list[int]]) -> tuple[float, float]:
    """The talks to be expected in a month, and their standard deviation by chance; 0 before any is known."""
    held, known = (sum(one[at] for one in total.values()) for at in (0, 1))
    if not known:
        return 0.0, 0.0
    usual = (held + 1) / (known + 2)
    rates = {
        pair: (total[pair][0] + _AS_MUCH_AS * usual) / (total[pair][1] + _AS_MUCH_AS)
        if pair in total
        else usual
        for pair in month
    }
    expected = sum(n * rates[pair] for pair, (_, n) in month.items())
    return expected, sqrt(sum(n * rates[pair] * (1 - rates[pair]) for pair, (_, n) in month.items()))
