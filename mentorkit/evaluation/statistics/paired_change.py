"""Mean change of the same people, with its t interval (Student 1908).

d̄ ± t(n − 1) · s_d / √n in the units of the score, d = post − pre; from summaries
s_d² = s²pre + s²post − 2 r s_pre s_post. A row in which one of both is missing is left out.
"""

from dataclasses import dataclass
from math import sqrt

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE
from mentorkit.evaluation.statistics.samples import by_t, complete, enough, spread
from mentorkit.evaluation.statistics.summaries import PairedSummaries


def _of_lists(
    pre: kinds.Numbers,
    post: kinds.Numbers,
    confidence: kinds.Confidence = 0.95,
    alternative: kinds.Alternative = "two-sided",
) -> Result:
    before, after = complete(pre, post)
    return _of_differences(after - before, confidence, alternative)


def _of_differences(
    differences: kinds.Numbers,
    confidence: kinds.Confidence = 0.95,
    alternative: kinds.Alternative = "two-sided",
) -> Result:
    (known,) = complete(differences)
    enough(len(known), 2)
    return _of_change(len(known), float(known.mean()), float(known.std(ddof=1)), confidence, alternative)


@dataclass(frozen=True)
class _OfSummaries(PairedSummaries):
    alternative: kinds.Alternative = "two-sided"

    def result(self) -> Result:
        sd = sqrt(self.variance_of_change)
        return _of_change(self.n, self.change, sd, self.confidence, self.alternative)


def _of_change(
    n: kinds.Size,
    mean_change: kinds.Number,
    sd_change: kinds.Positive,
    confidence: kinds.Confidence = 0.95,
    alternative: kinds.Alternative = "two-sided",
) -> Result:
    spread(sd_change)
    found = by_t(mean_change, sd_change / sqrt(n), n, confidence, alternative)
    return {**found, "sd_change": sd_change, "d_z": mean_change / sd_change}


STATISTIC = Statistic.of_file(__name__, FROM_CHANGE, _of_lists, _of_differences, _OfSummaries, _of_change)
