"""Nobody is found in a table, also not by subtracting: every pattern is audited with linear programs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from mentorkit.evaluation.disclosure import FEWEST, bounds, hidden_cells

TABLES = st.tuples(st.integers(1, 4), st.integers(2, 5)).flatmap(
    lambda size: st.lists(st.integers(0, 14), min_size=size[0] * size[1], max_size=size[0] * size[1]).map(
        lambda cells: np.array(cells).reshape(size)
    )
)


def can_prove(table: np.ndarray, hides: np.ndarray, cell: tuple[int, int]) -> tuple[float, float]:
    """What the totals and the open cells prove of one cell, with every cell as an unknown."""
    rows, columns = table.shape
    equal, sums = [], []
    for line in range(rows):
        equal.append([row == line for row in range(rows) for _ in range(columns)])
        sums.append(table[line].sum())
    for line in range(columns if rows > 1 else 0):
        equal.append([column == line for _ in range(rows) for column in range(columns)])
        sums.append(table[:, line].sum())
    limits = [
        (0, None) if hide else (one, one) for one, hide in zip(table.ravel(), hides.ravel(), strict=True)
    ]
    cost = np.zeros(table.size)
    cost[cell[0] * columns + cell[1]] = 1
    found = [linprog(one, A_eq=np.array(equal, float), b_eq=sums, bounds=limits).fun for one in (cost, -cost)]
    return found[0], -found[1]


@given(TABLES)
@settings(max_examples=60, deadline=None)
def test_no_hidden_cell_of_few_people_can_be_worked_out(table: np.ndarray):
    hides = hidden_cells(table)
    for cell in map(tuple, np.argwhere((table > 0) & (table < FEWEST))):
        assert hides[cell]
        if not hides.all():
            low, high = can_prove(table, hides, cell)
            assert high - low > 0.5, (table, hides)


@given(TABLES)
@settings(max_examples=30, deadline=None)
def test_what_is_hidden_in_a_line_is_never_few_people_together(table: np.ndarray):
    hides = hidden_cells(table)
    if hides.all():
        return
    lines = [*zip(table, hides, strict=True), *(zip(table.T, hides.T, strict=True) if len(table) > 1 else ())]
    assert all(counts[hide].sum() >= FEWEST for counts, hide in lines if hide.any())


@given(TABLES)
@settings(max_examples=20, deadline=None)
def test_a_table_without_small_cells_is_shown_whole(table: np.ndarray):
    assert not hidden_cells(np.where(table < FEWEST, 0, table)).any()


def test_the_published_case_of_statistics_norway():
    """GaussSuppression vignette: young and old in Spain, Iceland and Portugal; one person is too few."""
    table = np.array([[5, 2, 0], [6, 3, 4]])
    small = table <= 1
    found = bounds(table, np.array([[False, True, True], [False, True, True]]))
    assert [found[0][1].tolist(), found[1][1].tolist()] == [[6, 3, 2], [6, 5, 4]]
    assert not hidden_cells(table, k=2)[small].any(), "a zero is nobody"


@pytest.mark.parametrize("table", [[[3, 20]], [[1, 1, 1]], [[2, 0, 0]]])
def test_where_little_protects_all_is_hidden(table: list[list[int]]):
    assert hidden_cells(np.array(table)).all()


def test_one_small_cell_takes_the_cheapest_other_with_it():
    assert hidden_cells(np.array([[12, 3, 9, 30]])).tolist() == [[False, True, True, False]]
    square = hidden_cells(np.array([[3, 40, 9], [20, 50, 8], [30, 60, 70]]))
    assert square.tolist() == [[True, False, True], [True, False, True], [False] * 3]
