"""What n does not allow is not given: at each threshold, one case fewer gives nothing."""

import numpy as np
import pytest

from mentorkit.evaluation.statistics import RULES_BY_N, STATISTICS, reported
from mentorkit.evaluation.statistics.rules_by_n import EACH_GROUP

BY_NAME = {one.name: one for one in STATISTICS}
RNG = np.random.default_rng(3)
SCORES = RNG.integers(1, 6, (60, 4)).astype(float)
TOLD = {
    "wilson": lambda n: {"answers": np.arange(n) % 2.0},
    "paired_change": lambda n: {"pre": SCORES[:n, 0], "post": SCORES[:n, 1]},
    "wilcoxon": lambda n: {"pre": SCORES[:n, 0], "post": SCORES[:n, 1]},
    "bca": lambda n: {"values": SCORES[:n, 0]},
    "cronbach_alpha": lambda n: {"items": SCORES[:n]},
    "nps": lambda n: {"ratings": 2 * SCORES[:n, 0]},
    "omega": lambda n: {"items": SCORES[:n] + SCORES[:n, :1], "resamples": 99},
    "newcombe": lambda n: {"successes1": 5, "n1": n // 2, "successes2": 5, "n2": n - n // 2},
}


@pytest.mark.parametrize("name", TOLD)
def test_one_case_fewer_gives_nothing(name: str):
    least = BY_NAME[name].needs_n
    assert reported(BY_NAME[name], **TOLD[name](least)) is not None
    assert reported(BY_NAME[name], **TOLD[name](least - 1)) is None


def test_missing_values_are_no_cases():
    pre = SCORES[:10, 0].copy()
    pre[3] = np.nan
    assert reported(BY_NAME["paired_change"], pre=pre, post=SCORES[:10, 1]) is None


def test_each_of_two_groups_needs_its_own_number():
    for n2, is_given in ((EACH_GROUP - 1, False), (EACH_GROUP, True)):
        found = reported(BY_NAME["newcombe"], successes1=20, n1=40, successes2=3, n2=n2)
        assert (found is not None) == is_given


def test_where_there_is_no_answer_nothing_is_given():
    same = np.full(12, 3.0)
    assert reported(BY_NAME["paired_change"], pre=same, post=same) is None


def test_every_threshold_is_one_of_the_rules():
    assert {one.needs_n for one in STATISTICS} <= {n for n, _ in RULES_BY_N}
    assert list(RULES_BY_N) == sorted(RULES_BY_N, key=lambda rule: rule[0])
