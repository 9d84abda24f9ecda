"""How many answered, whom to remind, and what the answers of the others could have changed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from mentorkit.evaluation.questionnaires import Questionnaire
from mentorkit.evaluation.responses import long, scale_scores
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE
from mentorkit.model import RESPONDENTS, WAVES, Respondent, Response, Wave

ENOUGH = 0.6
"""The part of a wave that should answer; common practice of mentoring programmes."""

REMIND_AFTER, TOO_LATE = timedelta(days=7), timedelta(days=45)
"""From when until when somebody is reminded. Our own heuristic."""


_ENDS = ["scale", "worst", "best"]


@dataclass(frozen=True)
class WaveRate:
    """How many of those who were asked in a wave answered anything, in one role."""

    wave: Wave
    role: Respondent
    asked: int
    answered: int

    @property
    def share(self) -> float:
        """The part that answered, 0–1."""
        return self.answered / self.asked


def wave_rates(responses: Iterable[Response]) -> tuple[WaveRate, ...]:
    """The rate of every wave and role that was asked, in the order of a round."""
    groups: dict[tuple[Wave, Respondent], list[bool]] = defaultdict(list)
    for one in responses:
        groups[one.wave, one.role].append(one.answered_on is not None)
    every = ((wave, role) for wave in WAVES for role in RESPONDENTS)
    return tuple(WaveRate(*of, len(groups[of]), sum(groups[of])) for of in every if of in groups)


def unanswered(responses: Iterable[Response]) -> list[Response]:
    """Those to which no answer came yet, by person, and of one person in the order of the waves."""
    waves, waiting = [*WAVES], (one for one in responses if one.answered_on is None)
    return sorted(waiting, key=lambda one: (one.person_id, waves.index(one.wave), one.id))


def is_late(one: Response, today: date) -> bool:
    """Whether to remind of an answer that is waited for: after a week, and before it is too late."""
    return REMIND_AFTER <= today - one.asked_on < TOO_LATE


def scale_bounds(responses: pl.DataFrame, questionnaire: Questionnaire) -> pl.DataFrame:
    """What the mean of each scale could have been, had everybody answered who was asked.

    `responses` is the frame of the table; the columns are wave, role, scale, answered, asked, mean, worst and
    best, in points. With m the mean of n scores and N asked, the others all gave the lowest or the highest
    answer: (n m + (N - n) low) / N and (n m + (N - n) high) / N (Manski 1989, doi:10.2307/145818). Nothing
    below 10 scores.
    """
    of, scales = ["wave", "role"], questionnaire.scales
    ends = {one.key: one.scale for one in questionnaire.items}
    lowest = pl.DataFrame([(one.key, *ends[one.items[0]]) for one in scales], _ENDS, orient="row")
    scores = scale_scores(long(responses), questionnaire).drop_nulls("score")
    silent, given = pl.col("asked") - pl.col("answered"), pl.col("answered") * pl.col("mean")
    return (
        scores.group_by(*of, "scale")
        .agg(pl.len().alias("answered"), pl.col("score").mean().alias("mean"))
        .filter(pl.col("answered") >= FROM_CHANGE)
        .join(responses.group_by(of).agg(pl.len().alias("asked")), on=of)
        .join(lowest, on="scale")
        .with_columns((pl.col("worst", "best") * silent + given) / pl.col("asked"))
        .sort(pl.col("wave").cast(pl.Enum([*WAVES])), "role", "scale")
    )
