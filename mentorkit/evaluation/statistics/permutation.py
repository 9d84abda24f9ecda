"""The permutation test of a difference of means, with the interval of all shifts it does not reject.

The difference of means in the units of the score; p is the share of divisions that differ as much, and the
interval holds the shifts that are not rejected (Ernst 2004; Garthwaite 1996). A missing value is left out,
of a pair with its other half.
"""

from itertools import combinations
from math import comb, floor

import numpy as np
import numpy.typing as npt

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Floats, Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_SCALE
from mentorkit.evaluation.statistics.samples import complete, enough, p_of, two_groups

_MOST = 20_000
_DRAWN = 9_999


def _of_groups(
    group1: kinds.Numbers,
    group2: kinds.Numbers,
    confidence: kinds.Confidence = 0.95,
    alternative: kinds.Alternative = "two-sided",
    seed: kinds.Count = 1,
) -> Result:
    (one,), (other,) = complete(group1), complete(group2)
    n1, n2 = len(one), len(other)
    enough(min(n1, n2), 1)
    values = np.concatenate([np.sort(one), np.sort(other)])
    is_exact = comb(n1 + n2, n1) <= _MOST
    first = _all_of(n1 + n2, n1) if is_exact else _drawn(n1 + n2, n1, np.random.default_rng(seed))
    weights = np.where(first, 1 / n1, -1 / n2)
    truly_first = (np.arange(n1 + n2) < n1).astype(float)
    found = _judged(weights @ values, weights @ truly_first, confidence, alternative)
    return {**found, "is_exact": is_exact, "n1": n1, "n2": n2, "n": n1 + n2}


def _of_labels(
    values: kinds.Numbers,
    group: kinds.Labels,
    confidence: kinds.Confidence = 0.95,
    alternative: kinds.Alternative = "two-sided",
    seed: kinds.Count = 1,
) -> Result:
    return _of_groups(*two_groups(values, group), confidence, alternative, seed)


def _of_pairs(
    pre: kinds.Numbers,
    post: kinds.Numbers,
    confidence: kinds.Confidence = 0.95,
    alternative: kinds.Alternative = "two-sided",
    seed: kinds.Count = 1,
) -> Result:
    before, after = complete(pre, post)
    changes = np.sort(after - before)
    n = len(changes)
    enough(n, 2)
    is_exact = 2**n <= _MOST
    if is_exact:
        signs = 1 - 2.0 * ((np.arange(2**n)[:, None] >> np.arange(n)) & 1)
    else:
        drawn = np.random.default_rng(seed).integers(0, 2, (_DRAWN, n))
        signs = np.vstack([np.ones((1, n)), 1 - 2.0 * drawn])
    found = _judged(signs @ changes / n, signs.mean(axis=1), confidence, alternative)
    return {**found, "is_exact": is_exact, "n": n}


def _all_of(n: int, n1: int) -> npt.NDArray[np.bool_]:
    chosen = np.array(list(combinations(range(n), n1)))
    first = np.zeros((len(chosen), n), dtype=bool)
    np.put_along_axis(first, chosen, values=True, axis=1)
    return first


def _drawn(n: int, n1: int, rng: np.random.Generator) -> npt.NDArray[np.bool_]:
    seen = np.arange(n) < n1
    return np.vstack([seen, rng.permuted(np.tile(seen, (_DRAWN, 1)), axis=1)])


def _judged(moved: Floats, drift: Floats, confidence: float, alternative: str) -> Result:
    """The first of all divisions is the one that was seen; `drift` is what a shift of 1 adds to each.

    A shift is rejected when too few divisions of the data less that shift lie beyond. Division by
    division this is one threshold, so that the interval is two of these thresholds.
    """
    seen, m = float(moved[0]), len(moved)
    near = 1e-9 * max(1.0, abs(seen))
    can_tell = drift < 1 - 1e-12
    thresholds = np.round(np.sort((seen - moved[can_tell]) / (1 - drift[can_tell])), 12)
    k = floor(m * (1 - confidence) / 2 + 1e-9) - int((~can_tell).sum()) + 1
    is_bounded = 1 <= k <= len(thresholds)
    p = p_of(float(np.mean(moved <= seen + near)), float(np.mean(moved >= seen - near)), alternative)
    return {
        "estimate": seen,
        "p": p,
        "ci_low": float(thresholds[k - 1]) if is_bounded else None,
        "ci_high": float(thresholds[-k]) if is_bounded else None,
        "divisions": m,
    }


STATISTIC = Statistic.of_file(__name__, FROM_SCALE, _of_groups, _of_labels, _of_pairs)
