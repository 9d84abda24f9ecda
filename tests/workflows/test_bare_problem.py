"""The bare problem: equal to another solver, and proven by what it prints alone."""

from typing import Any

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from mentorkit.errors import FileRefused
from mentorkit.matching.candidates import Floats
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.text import speaker
from mentorkit.workflows.pairing.bare_problem import BareProblem
from tests.workflows.bare import answer

NOTHING = np.nan


def assert_proven(given: Floats, capacity: list[int], said: dict[str, Any], price: float | None) -> None:
    """Checked from the numbers of the answer, without knowing how they were found."""
    duals, rows = said["duals"], [row for row, mentor in enumerate(said["assignment"]) if mentor is not None]
    mentee, mentor = np.array(duals["mentee"]), np.array(duals["mentor"])
    lawful = ~np.isnan(given)
    close = 1e-9 * max(1.0, float(np.abs(given[lawful]).max(initial=0.0)) * len(given))
    assert (mentee[:, None] + mentor[None, :] - given)[lawful].min(initial=0.0) >= -close
    assert (mentor >= 0).all()
    assert mentee.min(initial=-duals["unplaced_price"]) >= -duals["unplaced_price"] - close
    bound = mentee.sum() + (np.array(capacity) * mentor).sum()
    assert duals["bound"] == pytest.approx(bound, abs=close)
    left_out = duals["unplaced_price"] * len(said["unplaced"])
    if price is not None:
        assert duals["unplaced_price"] == pytest.approx(price, abs=close)
    assert said["total"] - left_out == pytest.approx(bound, abs=close + 1e-9 * abs(left_out))
    assert said["total"] == pytest.approx(sum(given[row, said["assignment"][row]] for row in rows))


def test_a_small_example_with_a_forbidden_pair():
    said = answer(np.array([[0.8, NOTHING], [0.4, 0.9], [0.7, 0.6]]), capacity=[1, 1])
    assert (said["assignment"], said["unplaced"], said["proven"]) == ([0, 1, None], [2], True)
    assert said["total"] == pytest.approx(1.7)


@pytest.mark.parametrize(
    ("objective", "price", "assignment"),
    [
        ("placed", 0.0, [1, 0]),
        ("total", 0.0, [0, None]),
        ("total", 4.5, [0, None]),
        ("total", 5.5, [1, 0]),
        ("leximin", 0.0, [1, 0]),
    ],
)
def test_each_objective_and_the_price_have_their_say(
    objective: str, price: float, assignment: list[int | None]
):
    said = answer(np.array([[9.0, 1.0], [3.0, NOTHING]]), objective, price)
    assert (said["assignment"], said["proven"]) == (assignment, True)


def test_to_protect_the_weakest_gives_up_total():
    scores = np.array([[10.0, 4.0], [4.0, 1.0]])
    assert (answer(scores, "placed")["total"], answer(scores, "leximin")["total"]) == (11.0, 8.0)


@pytest.mark.parametrize("size", [100, 200])
def test_whole_costs_from_1_to_100_are_solved_to_the_unit(size: int):
    """Like the assignment problems of the OR-Library: the least cost, so the scores are below 0."""
    cost = np.random.default_rng(size).integers(1, 101, (size, size)).astype(np.float64)
    rows, columns = linear_sum_assignment(cost)
    for objective in ("placed", "leximin"):
        said = answer(-cost, objective)
        assert (said["unplaced"], said["proven"]) == ([], True)
        if objective == "placed":
            assert said["total"] == -cost[rows, columns].sum()
            assert_proven(-cost, [1] * size, said, None)


@pytest.mark.parametrize("objective", ["placed", "total", "leximin"])
@pytest.mark.parametrize(("low", "high"), [(0, 1), (-50, 50), (-(10**9), 10**9), (10**11, 10**11 + 9)])
def test_numbers_of_any_size_are_proven(objective: str, low: int, high: int):
    rng = np.random.default_rng(3)
    for whole in (True, False):
        scores = rng.integers(low, high + 1, (30, 20)).astype(np.float64)
        scores = scores if whole else rng.uniform(low, high, (30, 20))
        scores[rng.random((30, 20)) < 0.4] = NOTHING
        said = answer(scores, objective, 0.5, capacity=[1] * 20)
        assert said["proven"]
        if objective != "leximin":
            assert_proven(scores, [1] * 20, said, 0.5 if objective == "total" else None)


@pytest.mark.parametrize("objective", ["placed", "total", "leximin"])
def test_other_rows_and_columns_give_the_same_pairs(objective: str):
    rng = np.random.default_rng(4)
    for _ in range(20):
        scores, capacity = rng.integers(0, 3, (9, 6)).astype(np.float64), rng.integers(0, 3, 6)
        scores[rng.random((9, 6)) < 0.3] = NOTHING
        if len({tuple(sorted(map(str, row))) for row in scores}) < len(scores):
            scores += np.where(np.isnan(scores), NOTHING, np.arange(9)[:, None] * 1e-3)
        rows, columns = rng.permutation(9), rng.permutation(6)
        before = answer(scores, objective, capacity=capacity.tolist())
        after = answer(scores[np.ix_(rows, columns)], objective, capacity=capacity[columns].tolist())
        back = [None if place is None else int(columns[place]) for place in after["assignment"]]
        assert back == [before["assignment"][row] for row in rows]


@pytest.mark.parametrize("smallest", [5e-324, 1e-300, 2e-290])
def test_scores_as_small_as_numbers_can_be_are_solved(smallest: float):
    """It ended in an error: the unit they were counted in was infinite."""
    said = answer(np.array([[smallest, 0.0], [0.0, NOTHING]]))
    assert (said["assignment"], said["proven"]) == ([1, 0], True)


def test_places_may_be_written_with_a_point():
    said = BareProblem.read('{"score": [[9], [3]], "capacity": [2.0]}').answer(Watch())
    assert said["assignment"] == [0, 0]


@pytest.mark.parametrize(
    ("scores", "capacity"), [([], []), ([[], []], []), ([[None], [None]], [3]), ([[1]], [0])]
)
@pytest.mark.parametrize("objective", ["placed", "total", "leximin"])
def test_where_nobody_can_be_placed_nobody_is(scores: list[Any], capacity: list[int], objective: str):
    given = np.array(scores, dtype=np.float64).reshape(len(scores), len(capacity))
    said = answer(given, objective, capacity=capacity)
    assert said["assignment"] == [None] * len(scores)
    assert (said["unplaced"], said["total"], said["proven"]) == (list(range(len(scores))), 0.0, True)


def test_without_capacity_each_has_one_place_and_without_objective_people_come_first():
    said = BareProblem.read('{"score": [[9, 1], [3, null]]}').answer(Watch())
    assert (said["assignment"], said["total"]) == ([1, 0], 4.0)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "score"),
        ("[1]", "score"),
        ("{}", "score"),
        ('{"score": 1}', "score"),
        ('{"score": [[1], [1, 2]]}', "score[1]"),
        ('{"score": [["1"]]}', "score[0][0]"),
        ('{"score": [[true]]}', "score[0][0]"),
        ('{"score": [[1], [NaN]]}', "score[1][0]"),
        ('{"score": [[Infinity]]}', "score[0][0]"),
        ('{"score": [[0, 1e300]]}', "score[0][1]"),
        ("[" * 100_000, "score"),
        ('{"score": [[1]], "capacity": [1, 1]}', "capacity"),
        ('{"score": [[1]], "capacity": [-1]}', "capacity[0]"),
        ('{"score": [[1]], "capacity": [1, 1.5]}', "capacity[1]"),
        ('{"score": [[1]], "capacity": 1}', "capacity"),
        ('{"score": [[1]], "capacity": [true]}', "capacity[0]"),
        ('{"score": [[1]], "capacity": ["1"]}', "capacity[0]"),
        ('{"score": [[1]], "capcity": [1]}', "capcity"),
        ('{"score": [[1]], "objective": "most"}', "objective"),
        ('{"score": [[1]], "objective": ["total"]}', "objective"),
        ('{"score": [[1]], "unplaced_price": "0"}', "unplaced_price"),
        ('{"score": [[1]], "unplaced_price": NaN}', "unplaced_price"),
    ],
)
def test_a_wrong_problem_is_refused_with_the_name_of_what_is_wrong(text: str, name: str):
    with pytest.raises(FileRefused) as refused:
        BareProblem.read(text)
    for language in ("nl", "en"):
        assert f" {name} " in speaker(language)(refused.value.message)
