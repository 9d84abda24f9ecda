"""Whether the points told what came of pairs, from all that a programme holds, and what is done about it."""

from datetime import date, timedelta
from statistics import fmean

import numpy as np
import polars as pl

from mentorkit.errors import NotLawful
from mentorkit.evaluation.points_told import OUTCOMES, PointsTold, points_told
from mentorkit.frames import Snapshot
from mentorkit.matching import DEFAULT_WEIGHTS
from mentorkit.model import Changes, FrozenScore, Pair, Pulse
from mentorkit.progress.closing import closings
from mentorkit.progress.goals import attainment
from mentorkit.progress.known import by_pair
from mentorkit.progress.pursued import goals_of
from mentorkit.text import Speaker, say
from mentorkit.workflows.pairing.pairing import set_weights
from mentorkit.workflows.progress.support import keep_lesson

_GOING = timedelta(days=30), timedelta(days=122)
"""From when until when after the start the two are asked how it goes: the second month to the fourth."""

_SEED = 20261201
"""So that the same pairs tell the same whenever somebody looks."""

_KEPT = say("{who} kept the weights, {day}: of {n} pairs no other weights foretold more.")
_ADOPTED = say("{who} took over other weights, {day}: of {n} pairs they foretold more.")


def weights_in_use(snapshot: Snapshot) -> dict[str, float]:
    """The weight of each criterion, 0–100, in the order of the criteria."""
    return {key: snapshot.programme.weights.get(key, usual) for key, usual in DEFAULT_WEIGHTS.items()}


def foretold(snapshot: Snapshot, today: date) -> PointsTold:
    """What the points of all confirmed pairs told of what came of them until a day."""
    weights = weights_in_use(snapshot)
    return points_told(pairs_with_outcomes(snapshot, today), weights, np.random.default_rng(_SEED))


def pairs_with_outcomes(snapshot: Snapshot, today: date) -> pl.DataFrame:
    """A row for each pair, as `points_told` takes them; what an earlier version did not keep is null."""
    kept = {one.pair_id: one for one in snapshot.rows(FrozenScore)}
    came = [_completed(snapshot, today), _going(snapshot, today), _attained(snapshot)]
    rows = []
    for one in snapshot.rows(Pair):
        frozen = kept.get(one.id)
        parts = [frozen.criteria.get(key) if frozen else None for key in DEFAULT_WEIGHTS]
        outcomes = [of.get(one.id) for of in came]
        rows.append((one.mentor_id, one.score, frozen.spread if frozen else None, *parts, *outcomes))
    numbers = dict.fromkeys(("score", "spread", *DEFAULT_WEIGHTS, *OUTCOMES), pl.Float64)
    return pl.DataFrame(rows, schema={"mentor": pl.String, **numbers}, orient="row")


def proposed_weights(snapshot: Snapshot, told: PointsTold) -> dict[str, float] | None:
    """The weights that are proposed, with the same sum as those in use; None where they are to be kept."""
    if told.tried is None or not told.tried.is_proposal:
        return None
    weights = weights_in_use(snapshot)
    shares = (told.tried.shares * sum(weights.values())).tolist()
    return {key: float(min(100, round(share))) for key, share in zip(weights, shares, strict=True)}


def decide_on_weights(
    snapshot: Snapshot, told: PointsTold, today: date, author: str, speak: Speaker, *, is_new: bool
) -> Changes:
    """Keep the weights, or take over those that are proposed; by whom and why is a lesson of the round.

    Raises NotLawful when nothing is proposed.
    """
    weights = proposed_weights(snapshot, told)
    if is_new and weights is None:
        raise NotLawful(say("No other weights are proposed, so these stay."))
    said = (_ADOPTED if is_new else _KEPT).filled(who=author, day=today, n=told.tried.n if told.tried else 0)
    lesson = keep_lesson(snapshot, "matching", speak(said), today)
    if weights is None or not is_new:
        return lesson
    return Changes("weights", (*set_weights(snapshot, weights).items, *lesson.items))


def _completed(snapshot: Snapshot, today: date) -> dict[str, float]:
    """1 for pairs that ended as planned and 0 for those that ended early; others are not known yet."""
    known = closings(snapshot)
    ended = [one for one in snapshot.rows(Pair) if one.ended_on and one.ended_on <= today]
    return {
        one.id: float(known[one.id].kind == "planned") if one.id in known else 0.0
        for one in ended
        if one.id in known or one.has_failed
    }


def _going(snapshot: Snapshot, today: date) -> dict[str, float]:
    """The mean of what both say of how it goes, 1–5, in the second to the fourth month."""
    began = {one.id: one.confirmed_on for one in snapshot.rows(Pair)}
    given = (
        one
        for one in snapshot.rows(Pulse)
        if one.going and one.answered_on and one.answered_on <= today
        if _GOING[0] <= one.asked_on - began[one.pair_id] < _GOING[1]
    )
    return {pair: fmean(pulse.going for pulse in of) for pair, of in by_pair(given).items()}


def _attained(snapshot: Snapshot) -> dict[str, float]:
    """The score of all goals of a pair that have a level, 50 as was hoped."""
    with_level = (one for one in goals_of(snapshot, snapshot.rows(Pair)) if one.reached is not None)
    goals = by_pair(with_level, lambda one: one.pair.id)
    scores = {pair: attainment([one.reached for one in of]) for pair, of in goals.items()}
    return {pair: score for pair, score in scores.items() if score is not None}
