"""What holds of statistics whatever the numbers: order, bounds, missing values, and one beside the other."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from mentorkit.evaluation.statistics import STATISTICS
from mentorkit.evaluation.statistics.samples import NotComputable

BY_NAME = {one.name: one for one in STATISTICS}
SCORES = st.lists(st.integers(1, 5), min_size=4, max_size=14)
PAIRS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=4, max_size=12)
SHARES = st.tuples(st.integers(0, 30), st.integers(1, 30)).filter(lambda one: one[0] <= one[1])
OF_PAIRS = ("paired_change", "hodges_lehmann", "wilcoxon", "hedges_g", "bca", "permutation")


def of(name: str, **inputs: Any) -> dict[str, Any]:
    """The result, or a case without one."""
    arrays = {key: as_told(one) for key, one in inputs.items()}
    arrays |= {"resamples": 99} if name == "bca" else {}
    try:
        return BY_NAME[name].of(**arrays)
    except NotComputable:
        assume(False)
        raise


def as_told(value: Any) -> Any:
    return np.array(value, float) if isinstance(value, list) and not isinstance(value[0], str) else value


def columns(pairs: list[tuple[int, int]]) -> tuple[list[float], list[float]]:
    return [float(one) for one, _ in pairs], [float(other) for _, other in pairs]


@pytest.mark.parametrize("name", OF_PAIRS)
@given(pairs=PAIRS, order=st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_rows_changes_nothing(name: str, pairs: list[tuple[int, int]], order: Any):
    mixed = order.sample(pairs, len(pairs))
    one, other = (of(name, pre=pre, post=post) for pre, post in map(columns, (pairs, mixed)))
    assert one == pytest.approx(other, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("name", OF_PAIRS)
@given(pairs=PAIRS)
@settings(max_examples=10, deadline=None)
def test_a_row_with_a_missing_value_counts_as_no_row(name: str, pairs: list[tuple[int, int]]):
    pre, post = columns(pairs)
    missing = float("nan")
    more = of(name, pre=[*pre, missing, 3.0], post=[*post, 4.0, missing])
    assert more == pytest.approx(of(name, pre=pre, post=post), abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("name", ["paired_change", "hodges_lehmann", "hedges_g", "permutation"])
@given(pairs=PAIRS)
@settings(max_examples=15, deadline=None)
def test_the_other_way_round_is_the_negative(name: str, pairs: list[tuple[int, int]]):
    pre, post = columns(pairs)
    one, other = of(name, pre=pre, post=post), of(name, pre=post, post=pre)
    assert one["estimate"] == pytest.approx(-other["estimate"], abs=1e-9)
    if one["ci_low"] is not None:
        assert one["ci_low"] == pytest.approx(-other["ci_high"], abs=1e-9)


@given(pairs=PAIRS)
@settings(max_examples=40, deadline=None)
def test_paired_change_is_that_of_scipy(pairs: list[tuple[int, int]]):
    pre, post = columns(pairs)
    assume(np.std(np.subtract(post, pre)) > 0)
    ours, theirs = of("paired_change", pre=pre, post=post), stats.ttest_rel(post, pre)
    assert (ours["t"], ours["p"]) == pytest.approx((theirs.statistic, theirs.pvalue), abs=1e-9)
    assert (ours["ci_low"], ours["ci_high"]) == pytest.approx(tuple(theirs.confidence_interval()), abs=1e-9)


@given(values=st.lists(st.integers(-4, 4), min_size=2, max_size=8))
@settings(max_examples=40, deadline=None)
def test_ranks_of_signs_are_counted_through_as_scipy_does(values: list[int]):
    moved = np.array([value for value in values if value], float)
    assume(len(moved) > 1)
    exact = stats.wilcoxon(moved, method=stats.PermutationMethod(n_resamples=np.inf))
    assert of("wilcoxon", differences=list(map(float, values)))["p"] == pytest.approx(exact.pvalue, abs=1e-9)


@given(differences=st.lists(st.floats(-9, 9), min_size=5, max_size=10, unique=True), shift=st.floats(-9, 9))
@settings(max_examples=60, deadline=None)
def test_the_interval_of_hodges_and_lehmann_holds_what_wilcoxon_does_not_reject(
    differences: list[float], shift: float
):
    found = of("hodges_lehmann", differences=differences)
    moved = np.array(differences) - shift
    assume(len(np.unique(np.round(np.abs(moved), 6))) == len(moved) and np.all(np.abs(moved) > 1e-6))
    averages = np.add.outer(differences, differences) / 2
    assume(np.min(np.abs(averages - shift)) > 1e-6)
    rejects = of("wilcoxon", differences=moved.tolist())["p"] <= 1 - found["reached_confidence"] + 1e-12
    assert rejects != (found["ci_low"] < shift < found["ci_high"])


@given(
    one=st.lists(st.integers(0, 9), min_size=4, max_size=5),
    other=st.lists(st.integers(0, 9), min_size=4, max_size=5),
)
@settings(max_examples=25, deadline=None)
def test_the_permutation_interval_holds_every_shift_that_is_not_rejected(one: list[int], other: list[int]):
    found = of("permutation", group1=one, group2=other)
    assume(found["ci_low"] is not None)
    for shift, is_in in ((found["ci_low"] - 0.01, False), (found["ci_low"] + 0.01, True)):
        moved = [value - shift for value in one]
        p = of("permutation", group1=moved, group2=other)["p"]
        assert (p > 0.05 + 1e-9) == is_in or found["ci_high"] - found["ci_low"] < 0.03


@given(one=SHARES, other=SHARES)
@settings(max_examples=60, deadline=None)
def test_shares_and_their_limits_stay_in_bounds(one: tuple[int, int], other: tuple[int, int]):
    for name in ("wilson", "clopper_pearson"):
        found = of(name, successes=one[0], n=one[1])
        assert 0 <= found["ci_low"] <= found["estimate"] + 1e-12 <= found["ci_high"] + 2e-12 <= 1 + 3e-12
    told = {"successes1": one[0], "n1": one[1], "successes2": other[0], "n2": other[1]}
    for name in ("newcombe", "agresti_caffo"):
        found = of(name, **told)
        assert -1 <= found["estimate"] <= 1
        assert found["ci_low"] <= found["ci_high"]
    assert -1 <= of("newcombe", **told)["ci_low"] <= of("newcombe", **told)["ci_high"] <= 1
    assert 0 <= of("four_fifths", **told)["estimate"] <= 1


@given(cells=st.tuples(*[st.integers(0, 12)] * 4))
@settings(max_examples=40, deadline=None)
def test_the_change_of_a_share_stays_in_bounds_and_mcnemar_sees_the_same_people(cells: tuple[int, ...]):
    told = dict(zip(("f11", "f10", "f01", "f00"), cells, strict=True))
    found = of("bonett_price", **told)
    assert -1 <= found["ci_low"] <= found["adjusted_estimate"] <= found["ci_high"] <= 1
    p = of("mcnemar", **told)
    assert 0 <= p["p_mid"] <= p["p"] <= 1


@given(ratings=st.lists(st.integers(0, 10), min_size=1, max_size=30))
def test_nps_stays_between_minus_and_plus_100(ratings: list[int]):
    found = of("nps", ratings=ratings)
    assert -100 <= found["ci_low"] <= found["ci_high"] <= 100
    assert found["promoters"] + found["passives"] + found["detractors"] == len(ratings)


@given(rows=st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=4, max_size=12))
@settings(max_examples=30, deadline=None)
def test_reliabilities_are_at_most_1_and_inside_their_limits(rows: list[list[int]]):
    table = np.array(rows, float)
    for name, said in (("cronbach_alpha", "items"), ("icc", "ratings")):
        found, turned = of(name, **{said: table}), of(name, **{said: table[::-1]})
        assert found["ci_low"] - 1e-9 <= found["estimate"] <= min(1, found["ci_high"]) + 1e-9
        for key in ("estimate", "ci_low", "ci_high"):
            assert turned[key] == pytest.approx(found[key], abs=1e-9)


@given(levels=st.lists(st.integers(-2, 2), min_size=1, max_size=6), rho=st.floats(0, 1))
def test_goals_that_are_all_reached_score_50_or_more(levels: list[int], rho: float):
    found = of("gas", levels=levels, rho=rho)
    assert (found["estimate"] - 50) * sum(levels) >= 0
    assert of("gas", levels=sorted(levels), rho=rho)["estimate"] == pytest.approx(found["estimate"])


@given(
    people=st.lists(
        st.tuples(st.integers(1, 9), st.sampled_from(["0", "mentor", "planned"])), min_size=3, max_size=15
    )
)
@settings(max_examples=40, deadline=None)
def test_every_reason_and_who_is_still_there_add_up_to_everybody(people: list[tuple[int, str]]):
    times, causes = [float(time) for time, _ in people], [cause for _, cause in people]
    found = of("aalen_johansen", times=times, causes=causes) if set(causes) - {"0"} else None
    assume(found is not None)
    together = np.sum([curve["share"] for curve in found["causes"].values()], axis=0) + found["event_free"]
    assert together == pytest.approx(np.ones(len(together)))
    alone = of("kaplan_meier", times=times, events=[float(cause != "0") for cause in causes])
    assert alone["survival"] == pytest.approx(found["event_free"])
    for curve in found["causes"].values():
        assert np.all(np.array(curve["ci_low"]) <= np.array(curve["share"]) + 1e-9)


@given(
    people=st.lists(st.tuples(st.integers(1, 9), st.booleans()), min_size=3, max_size=20),
    method=st.sampled_from(["log-log", "log", "plain"]),
)
@settings(max_examples=40, deadline=None)
def test_survival_never_rises_and_lies_inside_its_limits(people: list[tuple[int, bool]], method: str):
    assume(any(event for _, event in people))
    times, events = columns(people)
    found = of("kaplan_meier", times=times, events=events, method=method)
    survival = np.array(found["survival"])
    assert np.all(np.diff(survival) <= 0)
    low, high = (np.array(found[name]) for name in ("ci_low", "ci_high"))
    known = ~np.isnan(low)
    assert np.all((low <= survival + 1e-9)[known] & (survival <= high + 1e-9)[known])


@given(p=st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_adjusted_p_values_are_never_smaller_and_holm_is_the_stricter(p: list[float]):
    holm, bh = of("holm", p=p), of("benjamini_hochberg", p=p)
    assert np.all(np.array(holm["adjusted"]) >= np.array(p) - 1e-12)
    assert np.all(np.array(holm["adjusted"]) >= np.array(bh["adjusted"]) - 1e-12)
    assert np.all(np.array(holm["adjusted"]) <= np.array(holm["bonferroni"]) + 1e-12)
    assert holm["count"] <= bh["count"]


@given(ratings=st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=3, max_size=20))
@settings(max_examples=40, deadline=None)
def test_kappa_does_not_mind_who_is_first(ratings: list[tuple[str, str]]):
    one, other = ([pair[side] for pair in ratings] for side in (0, 1))
    found = of("kappa", rater1=one, rater2=other)
    assert found == pytest.approx(of("kappa", rater1=other, rater2=one))
    assert found["estimate"] <= 1 + 1e-12
