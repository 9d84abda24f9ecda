"""What must follow when a problem is changed in a known way, and what looks as if it must but does not.

Three relations do not hold, and their smallest counter-examples are tests here:

- Adding a constant to all scores changes who is placed when the aim is the total, because
  every pair then weighs more against leaving somebody out. When people come first it holds.
- One more mentor can lower the total when people come first, because she may bring in
  a pair that is worth less than the one it breaks up.
- Another order of rows may choose other pairs between people who are the same to the
  last digit in a bare problem: nothing is left to tell them apart. People of a programme
  have ids, so for them it holds, see `test_order.py`.
"""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.matching.aims import best as solve
from mentorkit.matching.candidates import Floats
from mentorkit.matching.problem import SCALE, AimKey, Counts, Problem
from tests.matching.instances import AIMS, Case, mentors_of, random_case, random_ties, worth
from tests.workflows.bare import answer

aims = st.sampled_from(AIMS)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Problems up to 8 by 8 without minimum loads, which are an aim of their own."""
    case = random_case(np.random.default_rng(draw(st.integers(0, 2**32))), most=8)
    return replace(case, least=np.zeros_like(case.least))


def plan(case: Case, aim: AimKey) -> Counts:
    problem: Problem = case.problem(aim)
    return mentors_of(problem, solve(problem).lane_of)


def value(case: Case, aim: AimKey) -> tuple[int, ...]:
    return worth(case, plan(case, aim), aim)


def placed(case: Case, aim: AimKey = "placed") -> int:
    return int((plan(case, aim) >= 0).sum())


def with_mentor(case: Case, seed: int) -> Case:
    """One mentor more, anywhere among the others, who may have any pair and any room."""
    rng, at = np.random.default_rng(seed), seed % (len(case.capacity) + 1)
    count = len(case.score)
    return replace(
        case,
        score=np.insert(case.score, at, rng.integers(0, 5, count) / 4, axis=1),
        allowed=np.insert(case.allowed, at, rng.random(count) < 0.6, axis=1),
        capacity=np.insert(case.capacity, at, rng.integers(0, 3)),
        least=np.insert(case.least, at, 0),
        ties=np.insert(case.ties, at, random_ties(rng, (count,)), axis=1),
    )


@settings(max_examples=200)
@given(cases(), aims, st.integers(0, 2**32))
def test_shuffling_people_keeps_the_worth_and_the_pairs(case: Case, aim: AimKey, seed: int):
    rng = np.random.default_rng(seed)
    rows, columns = (rng.permutation(size) for size in case.score.shape)
    seen = np.ix_(rows, columns)
    other = replace(
        case,
        score=case.score[seen],
        allowed=case.allowed[seen],
        capacity=case.capacity[columns],
        ties=case.ties[seen],
    )
    assert value(other, aim) == value(case, aim)
    assert np.append(columns, -1)[plan(other, aim)].tolist() == plan(case, aim)[rows].tolist()


@settings(max_examples=200)
@given(cases(), aims, st.integers(0, 2**32))
def test_forbidding_a_pair_never_makes_the_best_plan_better(case: Case, aim: AimKey, seed: int):
    allowed = case.allowed & (np.random.default_rng(seed).random(case.allowed.shape) < 0.9)
    before, after = value(case, aim), value(replace(case, allowed=allowed), aim)
    assert (after[0], after) <= (before[0], before)


@settings(max_examples=200)
@given(cases(), aims)
def test_forbidding_what_no_pair_of_the_plan_uses_changes_nothing(case: Case, aim: AimKey):
    before = plan(case, aim)
    used = np.zeros_like(case.allowed)
    rows = np.flatnonzero(before >= 0)
    used[rows, before[rows]] = True
    assert plan(replace(case, allowed=used), aim).tolist() == before.tolist()


@settings(max_examples=200)
@given(cases(), aims, st.integers(0, 2**32))
def test_locking_a_pair_never_makes_the_best_plan_better_and_locking_one_of_it_keeps_it(
    case: Case, aim: AimKey, seed: int
):
    before = plan(case, aim)
    lawful = np.argwhere(case.allowed & (case.capacity > 0))
    if not len(lawful):
        return
    row, column = lawful[seed % len(lawful)].tolist()
    after = locked(case, row, column, aim)
    assert worth(case, after, aim) <= worth(case, before, aim)
    own = int(before[row])
    if own >= 0:
        kept = locked(case, row, own, aim)
        assert worth(case, kept, aim) == worth(case, before, aim)


def locked(case: Case, row: int, column: int, aim: AimKey) -> Counts:
    """The best plan of the others when one pair is decided, and that pair."""
    others = np.arange(len(case.score)) != row
    rest = replace(
        case,
        score=case.score[others],
        allowed=case.allowed[others],
        capacity=case.capacity - (np.arange(len(case.capacity)) == column),
        ties=case.ties[others],
    )
    return np.insert(plan(rest, aim), row, column)


@settings(max_examples=200)
@given(cases(), st.integers(0, 2**32))
def test_one_more_mentor_never_lowers_the_total_when_that_is_the_aim(case: Case, seed: int):
    assert value(with_mentor(case, seed), "total") >= value(case, "total")


@settings(max_examples=200)
@given(cases(), st.sampled_from(["placed", "leximin"]), st.integers(0, 2**32))
def test_one_more_mentor_never_places_fewer_when_people_come_first(case: Case, aim: AimKey, seed: int):
    assert placed(with_mentor(case, seed), aim) >= placed(case, aim)


@settings(max_examples=150)
@given(st.integers(0, 2**32), aims, st.sampled_from([2, 3, 7, 1000]))
def test_scaling_all_scores_and_the_price_scales_the_total_and_keeps_the_plan(
    seed: int, aim: AimKey, factor: int
):
    """Only one plan is best here, as good as always: ties hang on the scores in a bare problem."""
    rng = np.random.default_rng(seed)
    score = rng.permutation(64).reshape(8, 8) + rng.integers(0, 10**6, (8, 8)) * 64.0
    price = float(rng.integers(0, 1000))
    before, after = answer(score, aim, price), answer(score * factor, aim, price * factor)
    assert after["total"] == factor * before["total"]
    assert after["assignment"] == before["assignment"]


@settings(max_examples=100)
@given(cases(), st.sampled_from([0.25, 0.5, 1.0]))
def test_a_constant_more_for_all_keeps_the_worth_per_person_when_people_come_first(case: Case, more: float):
    halved = replace(case, score=np.rint(case.score * SCALE / 2) / SCALE)
    raised = replace(halved, score=halved.score + more / 2)
    (count, _, points), (again, _, higher) = value(halved, "placed"), value(raised, "placed")
    assert (again, higher) == (count, points + count * round(SCALE * more / 2))


def table(*rows: tuple[float | None, ...]) -> Floats:
    return np.array([[np.nan if cell is None else cell for cell in row] for row in rows])


def test_does_not_hold_a_constant_more_for_all_keeps_the_plan_when_the_aim_is_the_total():
    scores = table((None, 0.0), (0.0, 1.0))
    assert answer(scores, "total")["assignment"][1] == 1
    assert answer(scores + 2.0, "total")["assignment"] == [1, 0]


def test_does_not_hold_one_more_mentor_never_lowers_the_total_when_people_come_first():
    few, many = table((1.0,), (0.0,)), table((1.0, 0.0), (0.0, None))
    assert (answer(few, "placed")["total"], answer(many, "placed")["total"]) == (1.0, 0.0)


def test_does_not_hold_in_a_bare_problem_that_another_order_keeps_the_pairs_of_people_who_are_the_same():
    """Two equal rows, one place: the same row number wins after they change places."""
    same = table((1.0,), (1.0,))
    before, after = (answer(one, "placed")["assignment"] for one in (same, same[::-1]))
    assert sorted(before, key=str) == [0, None]
    assert before == after
