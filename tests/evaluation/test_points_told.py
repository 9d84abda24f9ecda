"""Whether the points told anything: no proposal where there is nothing, and the planted weights found."""

from dataclasses import replace
from math import sqrt

import numpy as np
import polars as pl
import pytest

from mentorkit.evaluation.points_told import points_told
from mentorkit.evaluation.tried_weights import PairsTold, tried_weights
from tests.evaluation.matched_rounds import IN_USE, TRUE, pairs_told

SEED = 20261201
WEIGHTS = dict(zip("abcdef", (100 * one for one in IN_USE), strict=True))


def frame_of(told: PairsTold, outcome: str = "going", **more: object) -> pl.DataFrame:
    criteria = {key: told.parts[:, place] for place, key in enumerate(WEIGHTS)}
    none = dict.fromkeys(("completed", "going", "attained"), pl.lit(None, pl.Float64))
    own = {"mentor": told.mentors.astype(str), "score": told.score, **criteria, "came": told.outcome}
    return pl.DataFrame(own).with_columns(**none | {outcome: pl.col("came")} | {"spread": pl.lit(0.2)} | more)


def test_without_effect_weights_are_seldom_proposed():
    """25 programmes of 60 pairs; 500 and more were run with tests/benchmarks/chance_of_weights.py."""
    rng = np.random.default_rng(SEED)
    tried = [tried_weights(pairs_told(rng, 60, is_binary=turn % 2), rng) for turn in range(24)]
    assert sum(one.is_proposal for one in tried) <= 0.05 * 24 + 2.5 * sqrt(0.05 * 0.95 * 24)
    assert np.mean([one.p for one in tried]) > 0.3


def test_planted_weights_are_found():
    rng = np.random.default_rng(SEED)
    for _ in range(2):
        found = tried_weights(pairs_told(rng, 400, told=0.5, true=TRUE), rng)
        assert found.is_proposal
        assert np.abs(found.shares - TRUE).max() <= 0.08
        assert found.shares.sum() == pytest.approx(1)


def test_a_mentor_is_left_out_with_all_pairs():
    told = pairs_told(np.random.default_rng(SEED), 60, told=0.3)
    missed, base = [], []
    for mentor in np.unique(told.mentors):
        out = told.mentors == mentor
        slope, cut = np.polyfit(told.score[~out], told.outcome[~out], 1)
        missed.extend(told.outcome[out] - cut - slope * told.score[out])
        base.extend(told.outcome[out] - told.outcome[~out].mean())
    found = tried_weights(told, np.random.default_rng(1))
    assert found.foretold == pytest.approx(1 - np.square(missed).sum() / np.square(base).sum())


def test_where_the_weights_in_use_are_true_they_stay():
    rng = np.random.default_rng(SEED)
    assert not any(tried_weights(pairs_told(rng, 90, told=0.1), rng).is_proposal for _ in range(4))


@pytest.mark.parametrize(
    ("pairs", "more"), [(49, {}), (60, {"mentors": 9}), (60, {"bad": 9}), (60, {"is_flat": True})]
)
def test_with_too_few_pairs_mentors_or_bad_ends_nothing_is_tried(pairs: int, more: dict[str, int]):
    told = pairs_told(np.random.default_rng(SEED), pairs)
    if "mentors" in more:
        told = replace(told, mentors=np.arange(pairs) % more["mentors"])
    if "bad" in more:
        told = replace(told, outcome=(np.arange(pairs) >= more["bad"]).astype(float))
    if "is_flat" in more:
        told = replace(told, parts=np.full_like(told.parts, 0.5))
    assert tried_weights(told, np.random.default_rng(1)) is None


def test_a_missing_answer_is_the_score_of_its_pair_and_never_zero():
    values = np.array([[0.8, np.nan, 0.2], [np.nan, np.nan, np.nan]])
    told = PairsTold(values, np.zeros(2), np.arange(2), np.array([2.0, 1, 1]))
    assert told.score[0] == pytest.approx(0.6)
    assert np.isnan(told.score[1])
    assert told.filled[0].tolist() == pytest.approx([0.8, 0.6, 0.2])


def test_a_criterion_that_seldom_applies_keeps_its_part():
    told = pairs_told(np.random.default_rng(SEED), 120, told=0.5, true=TRUE)
    values = told.parts.copy()
    values[::2, 5] = values[1:100:2, 5] = np.nan
    found = tried_weights(replace(told, parts=values), np.random.default_rng(1))
    assert found.shares[5] / found.shares[:5].sum() == pytest.approx(0.05 / 0.95, abs=0.03)


@pytest.mark.parametrize(("pairs", "is_told"), [(29, False), (30, True)])
def test_from_thirty_pairs_the_order_is_told_and_links_are_no_effects(pairs: int, is_told: bool):
    found = points_told(frame_of(pairs_told(np.random.default_rng(SEED), pairs, told=0.8)), WEIGHTS, _rng())
    assert found.tried is None
    assert (found.first.claim is not None, len(found.first.thirds)) == (is_told, 3 * is_told)
    if is_told:
        assert (found.first.claim.direction, found.first.claim.verb) == ("rose", "goes_with")
        assert found.narrowed == pytest.approx(pairs_told(_rng(SEED), 30).score.std() / 0.2, rel=1e-6)


def test_other_weights_are_tried_on_the_first_outcome_that_is_known_enough():
    told = pairs_told(np.random.default_rng(SEED), 60)
    both = frame_of(told, completed=pl.Series((np.arange(60) >= 5).astype(float)))
    found = points_told(both, WEIGHTS, _rng())
    assert (found.first.outcome, found.tried_on, found.tried.n) == ("completed", "going", 60)
    assert [one.n for one in found.orders] == [60, 60, 0]


def test_without_pairs_nothing_is_told():
    found = points_told(frame_of(pairs_told(np.random.default_rng(SEED), 60)).clear(), WEIGHTS, _rng())
    assert (found.first.n, found.narrowed, found.known, found.tried) == (0, None, 0, None)


def _rng(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)
