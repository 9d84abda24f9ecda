"""Intraclass correlations: do several raters give the same people the same scores?

Shares of variance from the mean squares of rows, columns and rest, at most 1; intervals from F, for
absolute agreement with Satterthwaite's degrees of freedom (McGraw & Wong 1996). A row with a missing score
is left out.
"""

from collections.abc import Callable

from scipy import stats

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_SCALE
from mentorkit.evaluation.statistics.samples import complete_rows, enough, spread

_Limits = tuple[float, float]


def _of_table(ratings: kinds.Table, confidence: kinds.Confidence = 0.95) -> Result:
    rows = complete_rows(ratings)
    n, k = rows.shape
    enough(n, 2)
    enough(k, 2)
    mean, of_rows, of_columns = rows.mean(), rows.mean(axis=1), rows.mean(axis=0)
    left = rows - of_rows[:, None] - of_columns + mean
    squares = (
        k * float(((of_rows - mean) ** 2).sum()) / (n - 1),
        n * float(((of_columns - mean) ** 2).sum()) / (k - 1),
        float((left**2).sum()) / ((n - 1) * (k - 1)),
    )
    return _of_squares(*squares, n, k, confidence)


def _of_squares(
    ms_rows: kinds.NotNegative,
    ms_columns: kinds.NotNegative,
    ms_error: kinds.NotNegative,
    n: kinds.Size,
    k: kinds.Size,
    confidence: kinds.Confidence = 0.95,
) -> Result:
    enough(min(n, k), 2)
    ms_within = (ms_columns + (n - 1) * ms_error) / n
    spread(ms_rows + ms_within)
    level = 0.5 + confidence / 2
    agreement = (ms_rows - ms_error) / (ms_rows + (k - 1) * ms_error + k * (ms_columns - ms_error) / n)
    singles = {
        "1": (_ratio(ms_rows, ms_within, k), _by_f(ms_rows, ms_within, n, k, n * (k - 1), level)),
        "A": (agreement, _agreement_limits((ms_rows, ms_columns, ms_error), agreement, n, k, level)),
        "C": (_ratio(ms_rows, ms_error, k), _by_f(ms_rows, ms_error, n, k, (n - 1) * (k - 1), level)),
    }
    found: Result = {}
    for letter, (single, (low, high)) in singles.items():
        found[f"ICC({letter},1)"] = {"estimate": single, "ci_low": low, "ci_high": high}
        of_mean: Callable[[float], float] = lambda one: k * one / (1 + (k - 1) * one)  # noqa: E731
        found[f"ICC({letter},k)"] = dict(
            zip(("estimate", "ci_low", "ci_high"), map(of_mean, (single, low, high)), strict=True)
        )
    shown = {"ms_rows": ms_rows, "ms_columns": ms_columns, "ms_error": ms_error}
    return {**found["ICC(A,1)"], **found, **shown, "k": k, "n": n}


def _ratio(rows: float, error: float, k: int) -> float:
    return (rows - error) / (rows + (k - 1) * error)


def _by_f(rows: float, error: float, n: int, k: int, df: int, level: float) -> _Limits:
    if error == 0:
        return 1.0, 1.0
    f = rows / error
    low, high = f / stats.f.ppf(level, n - 1, df), f * stats.f.ppf(level, df, n - 1)
    return _ratio(float(low), 1, k), _ratio(float(high), 1, k)


def _agreement_limits(
    squares: tuple[float, float, float], icc: float, n: int, k: int, level: float
) -> _Limits:
    """McGraw and Wong's interval of ICC(A,1), with Satterthwaite's degrees of freedom."""
    rows, columns, error = squares
    if icc >= 1 or error == 0:
        return icc, icc
    a, b = k * icc / (n * (1 - icc)), 1 + k * icc * (n - 1) / (n * (1 - icc))
    parts = (a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1))
    df = (a * columns + b * error) ** 2 / parts
    low, high = float(stats.f.ppf(level, n - 1, df)), float(stats.f.ppf(level, df, n - 1))
    others = k * columns + (k * n - k - n) * error
    return (
        n * (rows - low * error) / (low * others + n * rows),
        n * (high * rows - error) / (others + n * high * rows),
    )


STATISTIC = Statistic.of_file(__name__, FROM_SCALE, _of_table, _of_squares)
