"""Aalen–Johansen: of all who began, which share ended by now for each reason.

F_k(t) = Σ S(tᵢ−) d_ik / nᵢ, a share 0–1 (Aalen & Johansen 1978); variance by the delta method (Marubini &
Valsecchi 1995). A missing time is left out; a missing reason means that nothing has ended.
"""

import numpy as np

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.at_risk import at_risk
from mentorkit.evaluation.statistics.contract import Floats, Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE
from mentorkit.evaluation.statistics.samples import NotComputable, enough, z_of
from mentorkit.text import say

GOING_ON = frozenset({"", "0", "0.0", "censored", "none", "ongoing"})
"""What stands in the place of a reason when nothing has ended."""


def _of_causes(times: kinds.Amounts, causes: kinds.Labels, confidence: kinds.Confidence = 0.95) -> Result:
    if len(times) != len(causes):
        raise NotComputable(say("Each time needs a reason beside it, or 0 where nothing has ended."))
    time, known = np.asarray(times, dtype=np.float64), ~np.isnan(times)
    cause = np.array(["" if one.casefold() in GOING_ON else one for one in causes])
    time, cause = time[known], cause[known]
    enough(int((cause != "").sum()), 1)
    moments, there, happened = at_risk(time, (cause != "").astype(float))
    before = np.concatenate([[1.0], np.cumprod(1 - happened / there)])
    curves = {}
    for name in sorted(set(cause) - {""}):
        of_cause = ((time == moments[:, None]) & (cause == name)).sum(axis=1)
        curves[str(name)] = _curve(of_cause, there, happened, before[:-1], z_of(confidence))
    columns = {"time": moments.tolist(), "at_risk": there.tolist(), "event_free": before[1:].tolist()}
    return {**columns, "causes": curves, "n": len(time)}


def _curve(
    of_cause: Floats, there: Floats, happened: Floats, before: Floats, z: float
) -> dict[str, list[float]]:
    share = np.cumsum(before * of_cause / there)
    steps = np.tril(np.ones((len(there), len(there))))
    apart = steps * (share[:, None] - share[None, :])
    staying = there * np.maximum(there - happened, 1e-300)
    leaving = np.where(there > happened, happened / staying, 0)
    variance = (apart**2) @ leaving
    variance += steps @ (before**2 * of_cause * (there - of_cause) / there**3)
    variance -= 2 * apart @ (before * of_cause / there**2)
    se = np.sqrt(np.maximum(variance, 0))
    with np.errstate(divide="ignore", invalid="ignore"):
        width = np.nan_to_num(z * se / (share * -np.log(share)))
        low, high = share ** np.exp(width), share ** np.exp(-width)
    return {"share": share.tolist(), "se": se.tolist(), "ci_low": low.tolist(), "ci_high": high.tolist()}


STATISTIC = Statistic.of_file(__name__, FROM_CHANGE, _of_causes)
