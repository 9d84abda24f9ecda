"""McDonald's omega of one factor, with a bootstrap interval.

ω = (Σλ)² / ((Σλ)² + Σθ), 0–1, λ the loadings on one factor and θ what each question has of its own
(McDonald 1999); the interval is a BCa bootstrap (Kelley & Pornprasertmanit 2016). A row with a missing
answer is left out.
"""

import numpy as np
from scipy import stats

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Floats, Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_SUBSCALES
from mentorkit.evaluation.statistics.samples import complete, complete_rows, enough, spread


def _of_table(
    items: kinds.Table,
    confidence: kinds.Confidence = 0.95,
    resamples: kinds.Size = 999,
    seed: kinds.Count = 1,
) -> Result:
    rows = complete_rows(items)
    n, k = rows.shape
    enough(n, 5)
    enough(k, 3)
    spread(*rows.std(axis=0))
    rows = rows[np.lexsort(rows.T)]  # the seed then gives the same whatever the order of the rows
    loadings, scales = _loadings(rows, tolerance=1e-10)
    found = stats.bootstrap(
        (np.arange(n),),
        lambda drawn, axis: _omega(*_loadings(rows[drawn], loadings**2)),
        confidence_level=confidence,
        n_resamples=resamples,
        batch=100,
        rng=np.random.default_rng(seed),
    ).confidence_interval
    return {
        "estimate": float(_omega(loadings, scales)),
        "ci_low": float(found.low),
        "ci_high": float(found.high),
        "standardised": float(_omega(loadings, np.ones(k))),
        "loadings": loadings.tolist(),
        "k": k,
        "n": n,
    }


def _of_loadings(loadings: kinds.Shares) -> Result:
    (known,) = complete(loadings)
    enough(len(known), 2)
    return {
        "estimate": float(_omega(known, np.ones(len(known)))),
        "loadings": known.tolist(),
        "k": len(known),
    }


def _of_unstandardised(loadings: kinds.Shares, error_variances: kinds.Shares) -> Result:
    known, errors = complete(loadings, error_variances)
    common = known.sum() ** 2
    return {"estimate": float(common / (common + errors.sum())), "loadings": known.tolist(), "k": len(known)}


def _omega(loadings: Floats, scales: Floats) -> Floats:
    """The share of the variance of the sum that the factor explains."""
    common = (loadings * scales).sum(axis=-1) ** 2
    return np.asarray(common / (common + ((1 - loadings**2) * scales**2).sum(axis=-1)))


def _loadings(rows: Floats, start: Floats | None = None, tolerance: float = 1e-5) -> tuple[Floats, Floats]:
    """Loadings on one factor of the correlations (principal axes until they stay: minres), and the sd's.

    `rows` is (…, people, questions); `start` are communalities to begin with.
    """
    centred = rows - rows.mean(axis=-2, keepdims=True)
    covariance = np.swapaxes(centred, -1, -2) @ centred / (rows.shape[-2] - 1)
    scales = np.sqrt(np.maximum(np.diagonal(covariance, axis1=-2, axis2=-1), 1e-12))
    reduced = covariance / scales[..., :, None] / scales[..., None, :]
    common = np.broadcast_to(0.5 if start is None else start, scales.shape)
    diagonal = np.arange(rows.shape[-1])
    for _ in range(1_000):
        reduced[..., diagonal, diagonal] = common
        values, vectors = np.linalg.eigh(reduced)
        loadings = vectors[..., -1] * np.sqrt(np.maximum(values[..., -1:], 0))
        before, common = common, np.minimum(loadings**2, 1)
        if np.abs(common - before).max() < tolerance:
            break
    return np.asarray(np.clip(loadings * np.sign(loadings.sum(axis=-1, keepdims=True)), -1, 1)), scales


STATISTIC = Statistic.of_file(__name__, FROM_SUBSCALES, _of_table, _of_loadings, _of_unstandardised)
