"""The evaluation of a round, gathered from all that a programme holds."""

from collections.abc import Iterable
from datetime import date

import polars as pl

from mentorkit.evaluation.levels import Evaluation, measured
from mentorkit.evaluation.questionnaires import CORE, questionnaires
from mentorkit.evaluation.responses import long, scale_scores
from mentorkit.evaluation.results import PLANNED, UNTOLD, results
from mentorkit.evaluation.staying import by_lot, followed, integrating, leaving, staying
from mentorkit.frames import Snapshot
from mentorkit.model import Draw, Employment, Meeting, Pair, Response
from mentorkit.progress.closing import closings
from mentorkit.progress.pursued import goals_of
from mentorkit.workflows.progress.support import drawn


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
    staff = _staff(snapshot, pairs, today)
    there, lot = followed(staff), followed(_largest_lot(snapshot, today))
    measures = (*asked, *brought, *staying(there), *by_lot(lot))
    return Evaluation(measures, pairs, told, held["minutes"].null_count(), leaving(there), integrating(staff))


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


def _staff(snapshot: Snapshot, pairs: pl.DataFrame, today: date) -> pl.DataFrame:
    """Everybody in the personnel list who ever was a mentee of a pair, or who is not in the programme."""
    cause = dict(pairs.select("who", "cause").rows())
    in_order = sorted(snapshot.rows(Pair), key=lambda one: (one.confirmed_on, one.id), reverse=True)
    mentored = [one for one in in_order if one.id in cause]
    since = {one.mentee_id: one.confirmed_on for one in mentored}
    completed = {one.mentee_id for one in mentored if cause[one.id] == PLANNED}
    known = ((one, one.person_id or "") for one in snapshot.rows(Employment) if one.seen_on <= today)
    return _listed(
        (one, "mentee" if who else "other", who in completed, since.get(who))
        for one, who in known
        if not who or who in since
    )


def _largest_lot(snapshot: Snapshot, today: date) -> pl.DataFrame:
    """Everybody of the draw with the most people, from the day of the draw on: drawn, or not."""
    draws = [one for one in snapshot.rows(Draw) if one.drawn_on <= today]
    draw = max(draws, key=lambda one: (len(one.people), one.id), default=None)
    first = {*drawn(draw)} if draw else ()
    return _listed(
        (one, "mentee" if one.person_id in first else "other", False, draw.drawn_on)
        for one in snapshot.rows(Employment)
        if draw and one.person_id in draw.people and one.seen_on <= today
    )


def _listed(told: Iterable[tuple[Employment, str, bool, date | None]]) -> pl.DataFrame:
    """The employments as `followed` takes them."""
    days = ("started_on", "left_on", "promoted_on", "independent_on", "seen_on")
    rows = [
        (one.person_id or one.id, group, is_completed, since, *(getattr(one, day) for day in days))
        for one, group, is_completed, since in told
    ]
    schema = {"who": pl.String, "group": pl.String, "is_completed": pl.Boolean}
    return pl.DataFrame(rows, schema=schema | dict.fromkeys(("since", *days), pl.Date), orient="row")


def _goals(snapshot: Snapshot) -> pl.DataFrame:
    """Every goal with a level, by whose it is."""
    found = goals_of(snapshot, snapshot.rows(Pair))
    rows = [(f"{one.pair.id} {one.goal.owner}", one.reached) for one in found if one.reached is not None]
    return pl.DataFrame(rows, schema={"who": pl.String, "reached": pl.Int64}, orient="row")
