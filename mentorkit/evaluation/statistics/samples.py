"""What statistics share: complete cases, intervals, and why something cannot be computed."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import stats

from mentorkit.errors import MentorkitError
from mentorkit.evaluation.statistics.contract import Floats, Result
from mentorkit.text import say


class NotComputable(MentorkitError):
    """Numbers to which a statistic has no answer, such as more successes than answers."""


def complete(*columns: npt.ArrayLike) -> tuple[Floats, ...]:
    """The columns without the rows in which a value is missing (NaN)."""
    arrays = [np.asarray(column, dtype=np.float64) for column in columns]
    lengths = [len(array) for array in arrays]
    if len(set(lengths)) > 1:
        raise NotComputable(
            say("The lists belong together and must be equally long; they have {n} values.", n=_told(lengths))
        )
    known = ~np.isnan(arrays).any(axis=0)
    return tuple(array[known] for array in arrays)


def complete_rows(table: npt.ArrayLike) -> Floats:
    """The rows of a table in which no value is missing."""
    rows = np.asarray(table, dtype=np.float64)
    return rows[~np.isnan(rows).any(axis=1)]


def enough(found: int, least: int) -> None:
    """Refuse fewer complete cases than there is an answer from."""
    if found < least:
        raise NotComputable(
            say("This needs at least {n} complete cases; there are {found}.", n=least, found=found)
        )


def spread(*values: float) -> None:
    """Refuse values that must be above 0 and are not, because all answers are the same."""
    if not all(value > 0 for value in values):
        raise NotComputable(say("All values are the same, so there is nothing to measure this by."))


def part_of(part: float, whole: float) -> None:
    """Refuse a part that is greater than the whole it is counted from."""
    if part > whole:
        raise NotComputable(
            say("{part} is more than the {whole} it is counted from.", part=part, whole=whole)
        )


def square(cells: npt.ArrayLike, size: int = 0) -> Floats:
    """A table of counts with as many rows as columns."""
    table = np.asarray(cells, dtype=np.float64)
    if table.ndim != 2 or table.shape[0] != table.shape[1] or (size and len(table) != size):
        shape = f"{size} × {size}" if size else "n × n"
        raise NotComputable(say("The table must be {shape}: as many rows as columns.", shape=shape))
    return table


def two_groups(values: npt.ArrayLike, group: Sequence[str]) -> tuple[Floats, Floats]:
    """Values by the two groups that stand beside them; the group that stands first comes first."""
    array, names = np.asarray(values, dtype=np.float64), np.asarray(group)
    found = list(dict.fromkeys(group))
    if len(found) != 2 or len(array) != len(names):
        raise NotComputable(say("Each value needs one of two groups beside it; there are {n}.", n=len(found)))
    one, other = (complete(array[names == name])[0] for name in found)
    return one, other


def z_of(confidence: float) -> float:
    """The normal quantile of a two-sided interval."""
    return float(stats.norm.ppf(0.5 + confidence / 2))


def limits(estimate: float, margin: float) -> Result:
    """An estimate with its interval at equal distance on both sides."""
    return {"estimate": estimate, "ci_low": estimate - margin, "ci_high": estimate + margin}


def by_t(mean: float, se: float, n: int, confidence: float, alternative: str = "two-sided") -> Result:
    """A mean with its t test against 0 and its t interval, n − 1 degrees of freedom.

    Against one side the interval is open on the other, as R has it.
    """
    enough(n, 2)
    spread(se)
    t, df = mean / se, n - 1
    tails = {
        "greater": stats.t.sf(t, df),
        "less": stats.t.cdf(t, df),
        "two-sided": 2 * stats.t.sf(abs(t), df),
    }
    level = 0.5 + confidence / 2 if alternative == "two-sided" else confidence
    found = limits(mean, float(stats.t.ppf(level, df)) * se)
    open_side = {"greater": "ci_high", "less": "ci_low"}.get(alternative)
    found |= {open_side: None} if open_side else {}
    return {**found, "se": se, "t": t, "df": df, "p": float(tails[alternative]), "n": n}


def p_of(at_most: float, at_least: float, alternative: str) -> float:
    """A p-value from both tails, each with what was found; two-sided is twice the smaller one."""
    tails: dict[str, float] = {"less": at_most, "greater": at_least, "two-sided": 2 * min(at_most, at_least)}
    return min(1.0, float(tails[alternative]))


def _told(values: Sequence[Any]) -> list[str]:
    return [str(value) for value in values]
