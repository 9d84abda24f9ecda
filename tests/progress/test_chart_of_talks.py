"""Worse, or noise: noise is called noise, and a month in which talks fell out is seen."""

from datetime import timedelta

import numpy as np
import pytest

from mentorkit.progress.chart_of_talks import control, months_of_talks
from mentorkit.progress.known import known_pairs
from tests.progress.programmes import day, meeting, pair, programme


def stable(rng: np.random.Generator, months: int, pairs: int = 60, spread: float = 0.0):
    """Pairs with a rhythm of their own that stays, and months that differ a little in what they allow."""
    rates = rng.beta(8, 2, pairs)
    for _ in range(months):
        month = np.clip(rates + rng.normal(0, spread), 0.02, 0.98)
        planned = rng.integers(0, 3, pairs)
        yield {str(at): (int(rng.binomial(n, month[at])), int(n)) for at, n in enumerate(planned) if n}


def alarms(months, found) -> list[bool]:
    held = [sum(n for n, _ in month.values()) for month in months]
    return [not low <= n <= high for n, (_, low, high) in zip(held, found, strict=True) if low is not None]


@pytest.mark.parametrize("spread", [0.0, 0.05])
def test_where_nothing_changed_at_most_one_month_in_a_hundred_is_called_unusual(spread):
    rng, told = np.random.default_rng(2), []
    for _ in range(250):
        months = [*stable(rng, 12, spread=spread)]
        told += alarms(months, control(months))
    assert len(told) == 250 * 8
    assert sum(told) <= 0.01 * len(told)


def test_a_month_in_which_half_of_the_talks_fell_out_is_called_unusual():
    rng, seen = np.random.default_rng(3), 0
    for _ in range(50):
        months = [*stable(rng, 12)]
        last = {pair: (int(rng.binomial(n, 0.4)), of) for pair, (n, of) in months[-1].items()}
        seen += alarms([*months[:-1], last], control([*months[:-1], last]))[-1]
    assert seen >= 45


def test_a_later_month_changes_no_earlier_bound_and_the_month_that_runs_is_not_judged():
    months = [*stable(np.random.default_rng(4), 12)]
    assert control(months)[:9] == control(months[:9])
    rows = [
        one
        for at in range(12)
        for one in (pair(at), *(meeting(d, of=f"k{at:02}") for d in range(14, 300, 30)))
    ]
    now = day(200)
    found = months_of_talks(known_pairs(programme(*rows), now))
    assert found[-1].month < now.replace(day=1)
    later = months_of_talks(known_pairs(programme(*rows), now + timedelta(days=60)))
    assert later[: len(found) - 1] == found[:-1]
    assert {one.verdict for one in found} <= {"usual", "unknown"}
