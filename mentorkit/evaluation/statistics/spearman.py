"""Spearman's rank correlation with the interval of Bonett and Wright.

The correlation of midranks, −1 to 1; tanh(atanh r ± z √((1 + r²/2) / (n − 3))) (Bonett & Wright 2000). A
pair with a missing value is left out.
"""

from scipy import stats

from mentorkit.evaluation.statistics.contract import Statistic
from mentorkit.evaluation.statistics.correlation import correlation_ways
from mentorkit.evaluation.statistics.rules_by_n import FROM_SCALE


def _noise(r: float) -> float:
    return 1 + r**2 / 2


STATISTIC = Statistic.of_file(__name__, FROM_SCALE, *correlation_ways(stats.spearmanr, _noise))
