"""Ways in for shares: counts, the cells of a table, or a list of answers."""

from collections.abc import Callable

import numpy as np

from mentorkit.evaluation.statistics import kinds
from mentorkit.evaluation.statistics.contract import Result, Way
from mentorkit.evaluation.statistics.samples import complete, enough, part_of, square, two_groups


def one_share(core: Callable[[int, int, float], Result]) -> tuple[Way, ...]:
    """A share of answers: `core` gets successes, n and the confidence."""

    def counts(successes: kinds.Count, n: kinds.Size, confidence: kinds.Confidence = 0.95) -> Result:
        part_of(successes, n)
        return {"estimate": successes / n, **core(successes, n, confidence), "successes": successes, "n": n}

    def parts(successes: kinds.Count, failures: kinds.Count, confidence: kinds.Confidence = 0.95) -> Result:
        return counts(successes, successes + failures, confidence)

    def answers(answers: kinds.Flags, confidence: kinds.Confidence = 0.95) -> Result:
        (known,) = complete(answers)
        enough(len(known), 1)
        return counts(int(known.sum()), len(known), confidence)

    return counts, parts, answers


def two_shares(core: Callable[[int, int, int, int, float], Result]) -> tuple[Way, ...]:
    """Shares of two groups: `core` gets successes and n of the first and of the second."""

    def counts(
        successes1: kinds.Count,
        n1: kinds.Size,
        successes2: kinds.Count,
        n2: kinds.Size,
        confidence: kinds.Confidence = 0.95,
    ) -> Result:
        part_of(successes1, n1)
        part_of(successes2, n2)
        told = {"share1": successes1 / n1, "share2": successes2 / n2, "n1": n1, "n2": n2, "n": n1 + n2}
        return {**core(successes1, n1, successes2, n2, confidence), **told}

    def cells(
        a: kinds.Count, b: kinds.Count, c: kinds.Count, d: kinds.Count, confidence: kinds.Confidence = 0.95
    ) -> Result:
        return counts(a, a + b, c, c + d, confidence)

    def table(table: kinds.Cells, confidence: kinds.Confidence = 0.95) -> Result:
        a, b, c, d = map(int, square(table, 2).ravel())
        return cells(a, b, c, d, confidence)

    def groups(group1: kinds.Flags, group2: kinds.Flags, confidence: kinds.Confidence = 0.95) -> Result:
        (one,), (other,) = complete(group1), complete(group2)
        enough(min(len(one), len(other)), 1)
        return counts(int(one.sum()), len(one), int(other.sum()), len(other), confidence)

    def grouped(answers: kinds.Flags, group: kinds.Labels, confidence: kinds.Confidence = 0.95) -> Result:
        return groups(*two_groups(answers, group), confidence)

    return counts, cells, table, groups, grouped


def paired_shares(core: Callable[[int, int, int, float], Result]) -> tuple[Way, ...]:
    """The same people asked twice: `core` gets yes-then-no, no-then-yes and n.

    The difference is always the first minus the second; `post` counts as the first, so that with
    `pre` and `post` it is after minus before.
    """

    def counts(
        f11: kinds.Count,
        f10: kinds.Count,
        f01: kinds.Count,
        f00: kinds.Count,
        confidence: kinds.Confidence = 0.95,
    ) -> Result:
        return changed(f10, f01, f11 + f10 + f01 + f00, confidence)

    def changed(
        f10: kinds.Count, f01: kinds.Count, n: kinds.Size, confidence: kinds.Confidence = 0.95
    ) -> Result:
        part_of(f10 + f01, n)
        enough(n, 1)
        return {**core(f10, f01, n, confidence), "f10": f10, "f01": f01, "n": n}

    def table(table: kinds.Cells, confidence: kinds.Confidence = 0.95) -> Result:
        f11, f10, f01, f00 = map(int, square(table, 2).ravel())
        return counts(f11, f10, f01, f00, confidence)

    def answers(pre: kinds.Flags, post: kinds.Flags, confidence: kinds.Confidence = 0.95) -> Result:
        before, after = complete(pre, post)
        f10, f01 = (int(np.sum((after == one) & (before == 1 - one))) for one in (1, 0))
        return changed(f10, f01, len(before), confidence)

    return counts, changed, table, answers
