"""Pearson's correlation with Fisher's interval.

r, −1 to 1; tanh(atanh r ± z / √(n − 3)) (Fisher 1921). A pair with a missing value is left out.
"""

from scipy import stats

from mentorkit.evaluation.statistics.contract import Statistic
from mentorkit.evaluation.statistics.correlation import correlation_ways
from mentorkit.evaluation.statistics.rules_by_n import FROM_SCALE


def _noise(_: float) -> float:
    return 1.0


STATISTIC = Statistic.of_file(__name__, FROM_SCALE, *correlation_ways(stats.pearsonr, _noise))
