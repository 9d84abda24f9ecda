"""The bare assignment problem: a column to each row at the least cost, by the fastest library there is."""

import numpy as np
from scipy.optimize import linear_sum_assignment

from mentorkit.matching.candidates import Floats
from mentorkit.matching.problem import Counts

try:
    from lap import lapjvr
except ImportError:  # no wheel for this system
    lapjvr = None  # type: ignore[assignment]


def least_cost(cost: Floats) -> tuple[Counts, Counts]:
    """Rows, in their order, and the column of each, as many as the shorter side has.

    `cost` has shape `(rows, columns)` and is finite. Which of several best assignments comes out is not
    promised.

    Solvers: lapx's Jonker–Volgenant (doi:10.1007/BF02278710), and where there is none scipy's shortest
    augmenting paths (Crouse 2016, doi:10.1109/TAES.2016.140952).

    >>> least_cost(np.array([[1.0, 2.0], [1.0, 4.0]]))[1].tolist()
    [1, 0]
    """
    if lapjvr is None or not cost.size:
        rows, columns = linear_sum_assignment(cost)
        return rows, columns
    return lapjvr(np.ascontiguousarray(cost), extend_cost=True, return_cost=False)
