"""A mean or share when most of a fixed group answered: the rest is all that is uncertain.

x̄ ± t(n − 1) · s/√n · √((N − n) / (N − 1)), in the units of the score (Cochran 1977). N counts everybody
who could have answered; a missing value is no answer.
"""

from math import sqrt

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE
from mentorkit.evaluation.statistics.samples import by_t, complete, enough, limits, part_of, z_of


def _of_values(values: kinds.Numbers, population: kinds.Size, confidence: kinds.Confidence = 0.95) -> Result:
    (known,) = complete(values)
    enough(len(known), 2)
    return _of_summary(float(known.mean()), float(known.std(ddof=1)), len(known), population, confidence)


def _of_summary(
    mean: kinds.Number,
    sd: kinds.NotNegative,
    n: kinds.Size,
    population: kinds.Size,
    confidence: kinds.Confidence = 0.95,
) -> Result:
    correction = _correction(n, population)
    se = sd / sqrt(n)
    alike = by_t(mean, se, n, confidence)
    half = (alike["ci_high"] - mean) * correction
    return _both(limits(mean, half), alike, se * correction, correction, n)


def _of_share(
    successes: kinds.Count, n: kinds.Size, population: kinds.Size, confidence: kinds.Confidence = 0.95
) -> Result:
    part_of(successes, n)
    enough(n, 2)
    correction, p = _correction(n, population), successes / n
    se = sqrt(p * (1 - p) / (n - 1))
    found, alike = (limits(p, z_of(confidence) * one) for one in (se * correction, se))
    return _both(found, alike, se * correction, correction, n)


def _correction(n: int, population: int) -> float:
    part_of(n, population)
    return sqrt((population - n) / (population - 1)) if population > 1 else 0.0


def _both(found: Result, alike: Result, se: float, correction: float, n: int) -> Result:
    others = {"others_low": alike["ci_low"], "others_high": alike["ci_high"]}
    return {**found, "se": se, **others, "correction": correction, "n": n}


STATISTIC = Statistic.of_file(__name__, FROM_CHANGE, _of_values, _of_summary, _of_share)
