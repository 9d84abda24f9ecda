"""Kaplan–Meier: which share is still there after so much time, also when some are only seen for a while.

S(t) = Π (1 − dᵢ/nᵢ), a share 0–1; variance S² Σ dᵢ / (nᵢ (nᵢ − dᵢ)) (Kaplan & Meier 1958, Greenwood). A row
with a missing value is left out; who was only seen until then is no missing value but a 0.
"""

import numpy as np

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.at_risk import at_risk
from mentorkit.evaluation.statistics.contract import Floats, Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE
from mentorkit.evaluation.statistics.samples import complete, enough, z_of

_NONE = np.array([])


def _of_events(
    times: kinds.Amounts,
    events: kinds.Flags,
    confidence: kinds.Confidence = 0.95,
    method: kinds.Scale = "log-log",
    at: kinds.Numbers = _NONE,
) -> Result:
    time, event = complete(times, events)
    enough(len(time), 1)
    moments, there, happened = at_risk(time, event)
    survival: Floats = np.cumprod(1 - happened / there, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = np.sqrt(np.cumsum(happened / (there * (there - happened))))
        se = np.where(survival > 0, survival * spread, np.nan)
        low, high = _limits(survival, spread, z_of(confidence), method)
    columns = {"survival": survival, "ci_low": low, "ci_high": high, "se": se}
    found: Result = {"time": moments, "at_risk": there, "events": happened, **columns}
    found |= {"median": _first(moments, survival), "median_low": _first(moments, low)}
    found |= {"median_high": _first(moments, high), "total_events": int(happened.sum()), "n": len(time)}
    if len(at):
        found["at"] = [{"time": float(moment), **_standing(moment, moments, columns)} for moment in at]
    return {name: value.tolist() if isinstance(value, np.ndarray) else value for name, value in found.items()}


def _of_censored(
    times: kinds.Amounts,
    censored: kinds.Flags,
    confidence: kinds.Confidence = 0.95,
    method: kinds.Scale = "log-log",
    at: kinds.Numbers = _NONE,
) -> Result:
    return _of_events(times, 1 - np.asarray(censored), confidence, method, at)


def _limits(survival: Floats, spread: Floats, z: float, method: str) -> tuple[Floats, Floats]:
    if method == "log-log":
        width = z * spread / -np.log(survival)
        low, high = survival ** np.exp(width), survival ** np.exp(-width)
    elif method == "log":
        low, high = survival * np.exp(-z * spread), survival * np.exp(z * spread)
    else:
        low, high = survival * (1 - z * spread), survival * (1 + z * spread)
    gone = survival <= 0
    return (np.where(gone, np.nan, np.clip(limit, 0, 1)) for limit in (low, high))  # type: ignore[return-value]


def _first(moments: Floats, share: Floats) -> float | None:
    """The first moment at which the share is at most one half; None when it stays above."""
    reached = moments[share <= 0.5 + 1e-12]
    return float(reached[0]) if len(reached) else None


def _standing(moment: float, moments: Floats, columns: dict[str, Floats]) -> dict[str, float]:
    before = int(np.searchsorted(moments, moment, side="right"))
    start = {"survival": 1.0, "ci_low": 1.0, "ci_high": 1.0, "se": 0.0}
    return {name: float(values[before - 1]) if before else start[name] for name, values in columns.items()}


STATISTIC = Statistic.of_file(__name__, FROM_CHANGE, _of_events, _of_censored)
