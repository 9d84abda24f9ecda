"""Net promoter score with its adjusted Wald interval.

100 (P − D) / n, −100 to 100; around it with n + 3, P + ¾ and D + ¾: z √((p + d − (p − d)²) / (n + 3)),
times 100 (Reichheld 2003; Rocks 2016). A missing rating is no rating.
"""

from math import sqrt

import numpy as np

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_SCALE
from mentorkit.evaluation.statistics.samples import complete, enough, part_of, z_of


def _of_answers(ratings: kinds.Tallies, confidence: kinds.Confidence = 0.95) -> Result:
    (known,) = complete(ratings)
    part_of(float(known.max(initial=0)), 10)
    return _of_two(int(np.sum(known >= 9)), int(np.sum(known <= 6)), len(known), confidence)


def _of_counts(
    promoters: kinds.Count,
    passives: kinds.Count,
    detractors: kinds.Count,
    confidence: kinds.Confidence = 0.95,
) -> Result:
    return _of_two(promoters, detractors, promoters + passives + detractors, confidence)


def _of_two(
    promoters: kinds.Count, detractors: kinds.Count, n: kinds.Size, confidence: kinds.Confidence = 0.95
) -> Result:
    enough(n, 1)
    part_of(promoters + detractors, n)
    score = (promoters - detractors) / n
    variance = (promoters + detractors) / n - score**2
    up, down = (promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)
    margin = z_of(confidence) * sqrt((up + down - (up - down) ** 2) / (n + 3))
    return {
        "estimate": 100 * score,
        "ci_low": 100 * max(-1.0, up - down - margin),
        "ci_high": 100 * min(1.0, up - down + margin),
        "se": 100 * sqrt(variance / n),
        "unit_variance": variance,
        "unit_se": sqrt(variance / n),
        "promoters": promoters,
        "passives": n - promoters - detractors,
        "detractors": detractors,
        "n": n,
    }


STATISTIC = Statistic.of_file(__name__, FROM_SCALE, _of_answers, _of_counts, _of_two)
