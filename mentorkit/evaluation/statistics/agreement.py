"""Per cent agreement of two raters, with Wilson's interval.

100 · agreed / n, per cent, with Wilson's interval (Wilson 1927). A pair with a missing rating is left out.
"""

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Statistic
from mentorkit.evaluation.statistics.kappa import crossed
from mentorkit.evaluation.statistics.rules_by_n import FROM_COUNTS
from mentorkit.evaluation.statistics.samples import enough, part_of, square
from mentorkit.evaluation.statistics.wilson import wilson_limits


def _of_lists(rater1: kinds.Labels, rater2: kinds.Labels, confidence: kinds.Confidence = 0.95) -> Result:
    return _of_table(crossed(rater1, rater2), confidence)


def _of_table(table: kinds.Cells, confidence: kinds.Confidence = 0.95) -> Result:
    cells = square(table)
    return _of_counts(int(cells.trace()), int(cells.sum()), confidence)


def _of_counts(agreed: kinds.Count, n: kinds.Size, confidence: kinds.Confidence = 0.95) -> Result:
    enough(n, 1)
    part_of(agreed, n)
    found = {"estimate": agreed / n, **wilson_limits(agreed, n, confidence)}
    return {name: 100 * value for name, value in found.items()} | {"agreed": agreed, "n": n}


def _of_cells(
    a: kinds.Count, b: kinds.Count, c: kinds.Count, d: kinds.Count, confidence: kinds.Confidence = 0.95
) -> Result:
    return _of_counts(a + d, a + b + c + d, confidence)


STATISTIC = Statistic.of_file(__name__, FROM_COUNTS, _of_lists, _of_table, _of_counts, _of_cells)
