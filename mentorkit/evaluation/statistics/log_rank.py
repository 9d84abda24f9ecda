"""The log-rank test: do two groups leave equally fast?

χ² = (O₁ − E₁)² / V, E₁ = Σ dᵢ nᵢ₁/nᵢ (Mantel 1966; Peto & Peto 1972), by scipy. A row with a missing value
is left out.
"""

import numpy as np
from scipy import stats

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.at_risk import at_risk
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.rules_by_n import FROM_SCALE
from mentorkit.evaluation.statistics.samples import complete, enough, two_groups


def _of_groups(
    times1: kinds.Amounts, events1: kinds.Flags, times2: kinds.Amounts, events2: kinds.Flags
) -> Result:
    (time1, event1), (time2, event2) = complete(times1, events1), complete(times2, events2)
    enough(int(event1.sum() + event2.sum()), 1)
    moments, there, happened = at_risk(np.concatenate([time1, time2]), np.concatenate([event1, event2]))
    expected = float((happened * (time1 >= moments[:, None]).sum(axis=1) / there).sum())
    found = stats.logrank(
        *(stats.CensoredData.right_censored(*one) for one in ((time1, event1 == 0), (time2, event2 == 0)))
    )
    z, observed = float(found.statistic), float(event1.sum())
    return {
        "statistic": z**2,
        "p": float(found.pvalue),
        "df": 1,
        "z": z,
        "observed1": observed,
        "expected1": expected,
        "observed2": float(event2.sum()),
        "expected2": float(happened.sum()) - expected,
        "n1": len(time1),
        "n2": len(time2),
        "n": len(time1) + len(time2),
    }


def _of_labels(times: kinds.Amounts, events: kinds.Flags, group: kinds.Labels) -> Result:
    time1, time2 = two_groups(times, group)
    event1, event2 = two_groups(events, group)
    return _of_groups(time1, event1, time2, event2)


STATISTIC = Statistic.of_file(__name__, FROM_SCALE, _of_groups, _of_labels)
