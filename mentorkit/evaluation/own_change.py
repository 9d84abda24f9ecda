"""Whether one mentee changed more than the noise of the questions, for the mentee and for nobody else."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from mentorkit.evaluation.levels import Evaluation, Measure
from mentorkit.evaluation.questionnaires import Questionnaire
from mentorkit.evaluation.reliabilities import complete_answers
from mentorkit.evaluation.responses import in_one_direction
from mentorkit.evaluation.statistics.cronbach_alpha import STATISTIC as ALPHA
from mentorkit.evaluation.statistics.reliable_change import STATISTIC as RELIABLE
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE, reported

ASSUMED = 0.7
"""How reliable a scale is taken to be that fewer than 30 people answered in full. Our own heuristic."""


@dataclass(frozen=True)
class OwnChange:
    """What one mentee gave for a scale at the start and at the end, in points of 1 to 5.

    A change of at most `noise` points can come from the questions alone, in 95 of 100 people who did not
    change.
    """

    scale: str
    before: float
    after: float
    noise: float

    @property
    def is_real(self) -> bool:
        """Whether it is more than noise."""
        return abs(self.after - self.before) > self.noise


def own_changes(
    evaluation: Evaluation, answers: pl.DataFrame, questionnaire: Questionnaire
) -> Mapping[str, list[OwnChange]]:
    """The changes of each mentee from the baseline to the end, by person (see `reliable_change`).

    `answers` is what `long` gives. The spread is that of all mentees at the baseline: nothing below ten of
    them, or when all gave the same.
    """
    told, found = in_one_direction(answers, questionnaire), defaultdict(list)
    for one in evaluation.measures:
        asked = one.asked
        if asked and (asked.role, asked.since, asked.until) == ("mentee", "baseline", "closing"):
            alpha = reported(ALPHA, items=complete_answers(told, asked.of, asked.role, "baseline"))
            noise = _noise(one, max(0.0, alpha["estimate"]) if alpha else ASSUMED)
            if noise is not None:
                for who, before, after in one.rows.select("who", "before", "after").rows():
                    found[who].append(OwnChange(asked.of, before, after, noise))
    return found


def _noise(measure: Measure, reliability: float) -> float | None:
    if measure.n < FROM_CHANGE:
        return None
    before, after = (measure.rows[name].to_numpy() for name in ("before", "after"))
    found = reported(RELIABLE, pre=before, post=after, reliability=reliability)
    return None if found is None else float(found["threshold"])
