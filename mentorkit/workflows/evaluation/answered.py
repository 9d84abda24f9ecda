"""The evaluation of a round, gathered from all that a programme holds."""

from datetime import date

import polars as pl

from mentorkit.evaluation.levels import Evaluation, measured
from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.evaluation.responses import long, scale_scores
from mentorkit.evaluation.results import PLANNED, results
from mentorkit.frames import Snapshot
from mentorkit.model import Meeting, Pair, Response
from mentorkit.progress.closing import closings
from mentorkit.progress.pursued import goals_of

UNTOLD = "untold"
"""The cause of an early end of which nobody said whose wish it was."""


def evaluation_of(snapshot: Snapshot, today: date) -> Evaluation:
    """Every measure of a round on a day; what was answered, ended or noted later is not in it."""
    responses = snapshot.frame(Response).filter(pl.col("asked_on") <= today)
    there = responses.with_columns(is_answered=pl.col("answered_on").le(today).fill_null(False))
    answers = long(there.filter("is_answered"))
    pairs, talks = _pairs(snapshot, today), snapshot.frame(Meeting)
    held = talks.filter(pl.col("day") <= today, "is_held")
    spent = held.drop_nulls("minutes").group_by(who="pair_id").agg(hours=pl.col("minutes").sum() / 60)
    brought = results(pairs, _goals(snapshot), spent.select("who", "hours"))
    asked = measured(scale_scores(answers, questionnaires()[CORE]), answers)
    told = there.select("role", "wave", "is_answered")
    return Evaluation((*asked, *brought), pairs, told, held["minutes"].null_count())


def _pairs(snapshot: Snapshot, today: date) -> pl.DataFrame:
    """Every pair: how many days it was together, and whose wish its end was; empty while it goes on."""
    known = closings(snapshot)
    rows = []
    for one in snapshot.rows(Pair):
        if one.confirmed_on <= today:
            ended = one.ended_on if one.ended_on and one.ended_on <= today else None
            closing = known.get(one.id)
            is_planned = closing is not None and closing.kind == PLANNED
            early = closing.asked_by if closing and closing.asked_by else UNTOLD
            cause = "" if ended is None else PLANNED if is_planned else early
            rows.append((one.id, ((ended or today) - one.confirmed_on).days, cause))
    return pl.DataFrame(rows, schema={"who": pl.String, "days": pl.Int64, "cause": pl.String}, orient="row")


def _goals(snapshot: Snapshot) -> pl.DataFrame:
    """Every goal with a level, by whose it is."""
    found = goals_of(snapshot, snapshot.rows(Pair))
    rows = [(f"{one.pair.id} {one.goal.owner}", one.reached) for one in found if one.reached is not None]
    return pl.DataFrame(rows, schema={"who": pl.String, "reached": pl.Int64}, orient="row")
