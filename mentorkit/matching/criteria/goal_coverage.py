"""Goals covered: what the mentor offers of what the mentee wants to learn."""

import numpy as np
import polars as pl

from mentorkit.matching.candidates import Candidates, Floats
from mentorkit.matching.criteria.criterion import Criterion
from mentorkit.matching.features import mean_of, meanings, overlap, shared_counts, sizes
from mentorkit.text import say


def _compute(pool: Candidates) -> Floats:
    """The share of the mentee's goals that the mentor offers, 0–1; one the mentor is not for counts against.

    Answers that mean the same topic are one, in whatever words and language (see
    `mentorkit.text.topics.meaning_of`). Divided by the mentee's own number of goals, so
    that a short list is not punished; NaN when the mentee named no goal or the mentor no
    topic. Between peers both learn: the mean of both directions, where a direction without
    answers is left out. Own heuristic;
    lack of mentor expertise predicts leaving (Burk & Eby 2010, J. Vocat. Behav. 77(3)).
    """
    mentees, mentors = (
        side.select(meanings(side[name], pool.topic_names) for name in ("goals", "topics", "boundaries"))
        for side in (pool.mentees, pool.mentors)
    )
    covered = _covered(mentees["goals"], mentors)
    if pool.relation_type != "peer":
        return covered
    return mean_of(covered, _covered(mentors["goals"], mentees).T)


def _covered(goals: pl.Series, other: pl.DataFrame) -> Floats:
    """Goals that the other offers without those that the other is not for, of all; never below 0."""
    share = overlap(goals, other["topics"], lambda wanted, offered: wanted + np.zeros_like(offered))
    barred = shared_counts(goals, other["boundaries"]) / np.maximum(sizes(goals), 1)[:, None]
    return np.maximum(share - barred, 0.0)


CRITERION = Criterion(
    key="goal_coverage",
    label=say("Learning goals"),
    reason=say("A mentor who knows what the mentee wants to learn: without it, mentees leave most often."),
    weight=30,
    answers=(("goals", "topics"),),
    compute=_compute,
    compares="meanings",
    among_peers="both_ways",
)
