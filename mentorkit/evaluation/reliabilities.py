"""Whether the questions of a scale belong together, in what everybody answered at the end."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from mentorkit.evaluation.questionnaires import Questionnaire
from mentorkit.evaluation.responses import in_one_direction
from mentorkit.evaluation.statistics.contract import Floats, Result
from mentorkit.evaluation.statistics.cronbach_alpha import STATISTIC as ALPHA
from mentorkit.evaluation.statistics.omega import STATISTIC as OMEGA
from mentorkit.evaluation.statistics.rules_by_n import reported
from mentorkit.model import RESPONDENTS, Respondent, Wave

_RESAMPLES, _MOST = 199, 500


@dataclass(frozen=True)
class Reliability:
    """How far the questions of a scale say the same, for one role: n people who answered all of them.

    Alpha is there from 30 people, omega from 50; of more than 500 people omega is left to the command
    line, as its interval takes long to draw and that of alpha is narrow.
    """

    scale: str
    role: Respondent
    n: int
    alpha: Result
    omega: Result | None


def reliabilities(answers: pl.DataFrame, questionnaire: Questionnaire) -> Iterator[Reliability]:
    """Each scale and role of which enough is known; `answers` is what `long` gives."""
    told = in_one_direction(answers, questionnaire)
    for scale in questionnaire.scales:
        for role in RESPONDENTS:
            items = complete_answers(told, scale.key, role)
            if alpha := reported(ALPHA, items=items):
                n = len(items)
                omega = reported(OMEGA, items=items, resamples=_RESAMPLES) if n <= _MOST else None
                yield Reliability(scale.key, role, n, alpha, omega)


def complete_answers(told: pl.DataFrame, scale: str, role: Respondent, wave: Wave = "closing") -> Floats:
    """People by questions of a scale, of those who answered all; `told` is what `in_one_direction` gives."""
    of = told.filter(pl.col("scale") == scale, pl.col("role") == role, pl.col("wave") == wave)
    who = ["person_id", "pair_id"]
    by_person = of.select(*who, "item", "value").pivot(on="item", index=who).drop(who)
    return by_person.drop_nulls().to_numpy().astype(float)
