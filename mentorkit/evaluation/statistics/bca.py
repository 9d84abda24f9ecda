"""The bootstrap of a mean or median, bias-corrected: a check beside the t interval, not instead of it.

9,999 draws with replacement; percentiles moved by the bias z₀ and the acceleration a of the jackknife
(Efron 1987), by scipy. In the units of the score; a missing value takes its pair along.
"""

import numpy as np
from scipy import stats

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHECK
from mentorkit.evaluation.statistics.samples import complete, enough, spread


def _of_lists(
    pre: kinds.Numbers,
    post: kinds.Numbers,
    confidence: kinds.Confidence = 0.95,
    resamples: kinds.Size = 9_999,
    seed: kinds.Count = 1,
) -> Result:
    before, after = complete(pre, post)
    return _of_values(after - before, confidence, resamples, seed)


def _of_values(
    values: kinds.Numbers,
    confidence: kinds.Confidence = 0.95,
    resamples: kinds.Size = 9_999,
    seed: kinds.Count = 1,
    middle: kinds.Middle = "mean",
) -> Result:
    (known,) = complete(values)
    known = np.sort(known)  # the seed then gives the same whatever the order of the rows
    enough(len(known), 3)
    spread(float(np.ptp(known)))
    asked = {"confidence_level": confidence, "vectorized": True}
    of = np.mean if middle == "mean" else np.median
    rng = np.random.default_rng(seed)
    plain = stats.bootstrap((known,), of, n_resamples=resamples, method="percentile", rng=rng, **asked)
    found = stats.bootstrap((known,), of, n_resamples=0, bootstrap_result=plain, method="BCa", **asked)
    return {
        "estimate": float(of(known)),
        "ci_low": float(found.confidence_interval.low),
        "ci_high": float(found.confidence_interval.high),
        "se": float(plain.standard_error),
        "percentile_low": float(plain.confidence_interval.low),
        "percentile_high": float(plain.confidence_interval.high),
        "resamples": resamples,
        "seed": seed,
        "n": len(known),
    }


STATISTIC = Statistic.of_file(__name__, FROM_CHECK, _of_lists, _of_values)
