"""Intervals hold the truth as often as they say: drawn again and again from a world that is known.

Everything is seeded, so that a run gives the same shares. The exact ones promise at least what they
say, and with few cases hold it more often; nobody may hold it less.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest
from scipy import stats

from mentorkit.evaluation.statistics import STATISTICS
from mentorkit.evaluation.statistics.samples import NotComputable

pytestmark = pytest.mark.no_cover  # the same lines again and again

BY_NAME = {one.name: one for one in STATISTICS}
DRAWS = 1_500
Rng = np.random.Generator
World = Callable[[Rng], dict[str, Any]]


@cache
def of_counts(name: str, told: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    """Counts come again and again; one of each is enough."""
    return BY_NAME[name].of(**dict(told))


def of(name: str, told: dict[str, Any]) -> dict[str, Any]:
    if any(isinstance(value, np.ndarray) for value in told.values()):
        return BY_NAME[name].of(**told)
    return of_counts(name, tuple(told.items()))


def covered(name: str, draw: World, truth: float, draws: int = DRAWS) -> float:
    """How often the interval held the truth, of the draws that have an interval."""
    rng = np.random.default_rng(20)
    held = []
    for _ in range(draws):
        try:
            found = of(name, draw(rng))
        except NotComputable:
            continue
        low, high = (found[end] for end in ("ci_low", "ci_high"))
        held.append((low is None or low <= truth) and (high is None or truth <= high))
    assert len(held) > 0.9 * draws
    return float(np.mean(held))


def paired(n: int, change: float, r: float = 0.6) -> World:
    def draw(rng: Rng) -> dict[str, Any]:
        pre = rng.normal(size=n)
        return {"pre": pre, "post": change + r * pre + np.sqrt(1 - r**2) * rng.normal(size=n)}

    return draw


def two(p1: float, n1: int, p2: float, n2: int) -> World:
    return lambda rng: {
        "successes1": int(rng.binomial(n1, p1)),
        "n1": n1,
        "successes2": int(rng.binomial(n2, p2)),
        "n2": n2,
    }


def changed(rng: Rng) -> dict[str, Any]:
    f11, f10, f01, f00 = map(int, rng.multinomial(40, [0.3, 0.3, 0.1, 0.3]))
    return {"f11": f11, "f10": f10, "f01": f01, "f00": f00}


def recommending(rng: Rng) -> dict[str, Any]:
    promoters, passives, detractors = map(int, rng.multinomial(50, [0.5, 0.3, 0.2]))
    return {"promoters": promoters, "passives": passives, "detractors": detractors}


def items(rng: Rng) -> Any:
    """Four questions that share half of their variance: alpha .8, ICC(C,1) .5 of four raters."""
    return rng.normal(size=(40, 1)) + rng.normal(size=(40, 4))


def rated(rng: Rng) -> dict[str, Any]:
    """Raters who differ by chance: of a variance of 3, 1.5 is of the people."""
    people, raters = rng.normal(size=(30, 1)) * np.sqrt(1.5), rng.normal(size=(1, 5)) * np.sqrt(0.5)
    return {"ratings": people + raters + rng.normal(size=(30, 5))}


def correlated(rng: Rng) -> dict[str, Any]:
    x = rng.normal(size=40)
    return {"x": x, "y": 0.5 * x + np.sqrt(0.75) * rng.normal(size=40)}


def judged(rng: Rng) -> dict[str, Any]:
    """Two raters who agree in 80 of 100 cases, half of them yes: kappa .6."""
    table = rng.multinomial(80, [0.4, 0.1, 0.1, 0.4]).reshape(2, 2).astype(float)
    return {"table": table}


def of_groups(rng: Rng) -> dict[str, Any]:
    return {"group1": 1 + rng.normal(size=7), "group2": rng.normal(size=7)}


def skewed(rng: Rng) -> dict[str, Any]:
    return {"values": rng.exponential(size=40), "resamples": 999, "seed": int(rng.integers(1e9))}


SPEARMAN_OF_HALF = 6 / np.pi * np.arcsin(0.25)
BETWEEN_93_AND_97 = {
    "paired_change": (paired(15, 0.4), 0.4),
    "hodges_lehmann": (paired(15, 0.4), 0.4),
    "hedges_g": (paired(40, 0.4), 0.4),
    "newcombe": (two(0.7, 40, 0.5, 30), 0.2),
    "agresti_caffo": (two(0.7, 40, 0.5, 30), 0.2),
    "bonett_price": (changed, 0.2),
    "nps": (recommending, 30),
    "cronbach_alpha": (lambda rng: {"items": items(rng)}, 0.8),
    "icc": (rated, 0.5),
    "spearman": (correlated, SPEARMAN_OF_HALF),
    "pearson": (correlated, 0.5),
    "kappa": (judged, 0.6),
    "permutation": (of_groups, 1),
    "finite_population": (lambda rng: {"values": rng.normal(size=20), "population": 10**9}, 0),
}
AT_LEAST_95 = {
    "event_rate": (lambda rng: {"events": int(rng.poisson(12)), "time": 6}, 2),
    "rate_ratio": (
        lambda rng: {
            "events1": int(rng.poisson(20)),
            "time1": 10,
            "events2": int(rng.poisson(10)),
            "time2": 10,
        },
        2,
    ),
}


def coverage_of_shares(name: str, n: int) -> np.ndarray:
    """The chance itself that the interval holds a true share, for shares of .05 to .95."""
    truth = np.linspace(0.05, 0.95, 181)
    found = [of(name, {"successes": successes, "n": n}) for successes in range(n + 1)]
    holds = np.array([(one["ci_low"] <= truth) & (truth <= one["ci_high"]) for one in found])
    return (holds * stats.binom.pmf(np.arange(n + 1)[:, None], n, truth)).sum(axis=0)


@pytest.mark.parametrize("n", [10, 20, 60])
def test_wilson_holds_the_share_in_93_to_97_per_cent_on_average_over_shares(n: int):
    """For one share it may be a little more or less, because answers are counted whole."""
    assert 0.93 <= coverage_of_shares("wilson", n).mean() <= 0.97


@pytest.mark.parametrize("n", [10, 20, 60])
def test_clopper_and_pearson_hold_every_share_as_often_as_they_say(n: int):
    assert coverage_of_shares("clopper_pearson", n).min() >= 0.95


@pytest.mark.parametrize("name", BETWEEN_93_AND_97)
def test_an_interval_holds_the_truth_in_93_to_97_per_cent(name: str):
    draw, truth = BETWEEN_93_AND_97[name]
    assert 0.93 <= covered(name, draw, truth) <= 0.97


@pytest.mark.parametrize("name", AT_LEAST_95)
def test_an_exact_interval_holds_the_truth_at_least_as_often_as_it_says(name: str):
    draw, truth = AT_LEAST_95[name]
    assert covered(name, draw, truth) >= 0.945


def test_the_bootstrap_of_a_skewed_mean_is_the_check_it_is_said_to_be():
    assert 0.90 <= covered("bca", skewed, 1, draws=500) <= 0.97


@pytest.mark.parametrize("method", ["log-log", "log", "plain"])
def test_kaplan_meier_holds_the_share_that_is_left(method: str):
    """Half is left at time ln 2; who is censored leaves half as fast."""
    rng, held = np.random.default_rng(20), []
    for _ in range(DRAWS):
        ends, seen = rng.exponential(size=60), rng.exponential(2, size=60)
        told = {"times": np.minimum(ends, seen), "events": (ends <= seen).astype(float)}
        (found,) = BY_NAME["kaplan_meier"].of(**told, method=method, at=np.array([np.log(2)]))["at"]
        held.append(found["ci_low"] <= 0.5 <= found["ci_high"])
    assert 0.93 <= np.mean(held) <= 0.97


def test_aalen_johansen_holds_the_share_of_each_reason():
    """Two reasons, one three times as fast: by time 1 they have ended (1 − e⁻²) in shares of 3 to 1."""
    rng, held = np.random.default_rng(20), []
    for _ in range(DRAWS):
        ends, first, seen = rng.exponential(0.5, 60), rng.random(60) < 0.75, rng.exponential(3, 60)
        causes = [
            ("a" if one else "b") if end <= last else "0"
            for one, end, last in zip(first, ends, seen, strict=True)
        ]
        found = BY_NAME["aalen_johansen"].of(times=np.minimum(ends, seen), causes=causes)
        at = int(np.searchsorted(found["time"], 1, side="right")) - 1
        curve = found["causes"]["a"]
        held.append(curve["ci_low"][at] <= 0.75 * (1 - np.exp(-2)) <= curve["ci_high"][at])
    assert 0.93 <= np.mean(held) <= 0.97


def test_omega_holds_the_truth():
    """Loadings of .7 on four questions: 2.8² / (2.8² + 4 · .51)."""
    truth = 2.8**2 / (2.8**2 + 4 * 0.51)

    def draw(rng: Rng) -> dict[str, Any]:
        table = 0.7 * rng.normal(size=(80, 1)) + np.sqrt(0.51) * rng.normal(size=(80, 4))
        return {"items": table, "resamples": 199, "seed": int(rng.integers(1e9))}

    assert 0.90 <= covered("omega", draw, truth, draws=100) <= 0.99


NO_EFFECT = {
    "paired_change": paired(15, 0),
    "wilcoxon": paired(15, 0),
    "permutation": lambda rng: {"group1": rng.normal(size=6), "group2": rng.normal(size=6)},
    "mcnemar": lambda rng: dict(
        zip(("f11", "f10", "f01", "f00"), map(int, rng.multinomial(60, [0.2, 0.3, 0.3, 0.2])), strict=True)
    ),
    "log_rank": lambda rng: {
        "times1": rng.exponential(size=30),
        "events1": np.ones(30),
        "times2": rng.exponential(size=30),
        "events2": np.ones(30),
    },
    "rate_ratio": lambda rng: {
        "events1": int(rng.poisson(15)),
        "time1": 10,
        "events2": int(rng.poisson(15)),
        "time2": 10,
    },
    "four_fifths": two(0.5, 40, 0.5, 40),
}


@pytest.mark.parametrize("name", NO_EFFECT)
def test_without_an_effect_an_effect_is_claimed_in_at_most_5_per_cent(name: str):
    """Within the error of 1,500 draws, of which 5 per cent ± 1.1 is 95 in 100."""
    rng = np.random.default_rng(21)
    claimed = [of(name, NO_EFFECT[name](rng))["p"] <= 0.05 for _ in range(DRAWS)]
    assert np.mean(claimed) <= 0.061
