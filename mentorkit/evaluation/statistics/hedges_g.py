"""Hedges' g of a paired change: its size in standard deviations of before and after together.

g_av = (mean post − mean pre) / √((s²pre + s²post) / 2) · (1 − 3 / (8n − 9)), without unit (Hedges 1981,
with the degrees of freedom of two groups of n, as pingouin has it). Interval: Bonett 2008, around d_av.
A row in which one of both is missing is left out.
"""

from math import sqrt

import numpy as np

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_CHANGE
from mentorkit.evaluation.statistics.samples import complete, enough, limits, spread, z_of
from mentorkit.evaluation.statistics.summaries import PairedSummaries


def _of_lists(pre: kinds.Numbers, post: kinds.Numbers, confidence: kinds.Confidence = 0.95) -> Result:
    before, after = complete(pre, post)
    enough(len(before), 3)
    sd_pre, sd_post = float(before.std(ddof=1)), float(after.std(ddof=1))
    spread(sd_pre + sd_post)
    r = float(np.corrcoef(before, after)[0, 1]) if sd_pre and sd_post else 0.0
    means = float(before.mean()), float(after.mean())
    return _OfSummaries(len(before), means[0], sd_pre, means[1], sd_post, r, confidence).result()


class _OfSummaries(PairedSummaries):
    def result(self) -> Result:
        enough(self.n, 3)
        n, one, other = self.n, self.sd_pre**2, self.sd_post**2
        together, of_change = (one + other) / 2, self.variance_of_change
        spread(together)
        d_av = self.change / sqrt(together)
        from_spread = d_av**2 * (one**2 + other**2 + 2 * self.r**2 * one * other) / (8 * together**2)
        se = sqrt((from_spread + of_change / together) / (n - 1))
        return {
            **limits(d_av, z_of(self.confidence) * se),
            "estimate": d_av * (1 - 3 / (8 * n - 9)),
            "se": se,
            "d_av": d_av,
            "d_av_bonett": d_av * sqrt((n - 2) / (n - 1)),
            "d_average_sd": self.change / ((self.sd_pre + self.sd_post) / 2),
            "d_z": self.change / sqrt(of_change) if of_change else None,
            "r": self.r,
            "n": n,
        }


STATISTIC = Statistic.of_file(__name__, FROM_CHANGE, _of_lists, _OfSummaries)
