"""Nobody is found by subtracting one shared table from another: linear programs over all that was shared."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from mentorkit.evaluation.disclosure import FEWEST
from mentorkit.evaluation.shared_cells import People, as_one_cell, cells_to_hide, worked_out


def of(first: int, last: int) -> People:
    return frozenset(f"p{number}" for number in range(first, last + 1))


FEW = settings(max_examples=max(5, settings().max_examples // 12))
"""Programs over whole tables take long; `--hypothesis-profile=thorough` tries many."""


@st.composite
def histories(draw: st.DrawFn) -> list[list[People]]:
    """Two or three tables of two features of about the same people, each with its totals."""
    many = draw(st.integers(8, 26))
    of_each = st.lists(st.integers(0, 2), min_size=many, max_size=many)
    kept = [draw(of_each) for _ in range(3)]
    found = []
    for _ in range(draw(st.integers(2, 3))):
        there = range(draw(st.integers(0, 3)), many)
        one, other = draw(st.permutations(kept))[:2]
        lines = [
            *(
                [person for person in there if (one[person], other[person]) == at]
                for at in product(range(3), repeat=2)
            ),
            *(
                [person for person in there if feature[person] == value]
                for feature in (one, other)
                for value in range(3)
            ),
            [*there],
        ]
        found.append([frozenset(f"p{person}" for person in line) for line in lines])
    return found


def proved(shown: list[People], group: People) -> bool:
    """Whether linear programs over all shown cells leave a group one size only, person by person."""
    people = sorted(frozenset().union(*shown, group))
    equal = np.array([[one in cell for one in people] for cell in shown], float)
    wanted = np.array([one in group for one in people], float)
    # A cell tells a number, such as how often something was answered: between none and all of its people.
    known = equal @ np.full(len(people), 0.5)
    ends = [linprog(cost, A_eq=equal, b_eq=known, bounds=(0, 1)).fun for cost in (wanted, -wanted)]
    return bool(-ends[1] - ends[0] < 1e-7)


@FEW
@given(histories())
def test_no_cell_difference_or_overlap_of_few_people_is_proved_by_all_tables_together(
    tables: list[list[People]],
):
    shown: list[People] = []
    for table in tables:
        hides = cells_to_hide(table, shown)
        assert all(hide for cell, hide in zip(table, hides, strict=True) if 0 < len(cell) < FEWEST)
        shown += [cell for cell, hide in zip(table, hides, strict=True) if not hide]
    every = {cell for table in tables for cell in table}
    groups = (
        every
        | {one - other for one in every for other in every}
        | {one & other for one in shown for other in every}
    )
    few = [group for group in groups if 0 < len(group) < FEWEST]
    assert not [group for group in few[:40] if proved(shown, group)]
    assert worked_out(shown) == []


@FEW
@given(histories())
def test_what_is_worked_out_is_proved_and_shown_whole_it_is_hidden(tables: list[list[People]]):
    shown = [cell for table in tables for cell in table]
    for group in worked_out(shown):
        assert 0 < len(group) < FEWEST
        assert proved(shown, group)


def test_one_more_answer_after_the_first_report_is_not_told_by_the_second():
    first, second = [of(1, 12), of(13, 30), of(1, 30)], [of(1, 12), of(13, 31), of(1, 31)]
    assert worked_out([*first, *second]) == [of(31, 31)]
    assert cells_to_hide(second, first) == [False, True, True]


def test_three_tables_that_tell_of_nobody_in_twos_do_so_together():
    everybody, north, south = of(1, 33), of(1, 15), of(16, 30)
    assert (
        worked_out([everybody, north]) == worked_out([everybody, south]) == worked_out([north, south]) == []
    )
    assert worked_out([everybody, north, south]) == [of(31, 33)]
    assert cells_to_hide([south], [everybody, north]) == [True]


def test_totals_that_are_known_hide_a_second_cell():
    table = [of(1, 12), of(13, 15), of(16, 24), of(25, 54)]
    assert cells_to_hide(table, [of(1, 54)]) == [False, True, True, False]
    assert cells_to_hide(table) == [False, True, False, False]


def test_what_is_hidden_may_be_one_cell_when_that_tells_of_no_few_people():
    table = [of(1, 3), of(4, 6), of(7, 20)]
    assert as_one_cell(table, cells_to_hide(table)) == of(1, 6)
    assert as_one_cell([of(1, 3), of(7, 20)], [True, False]) is None
    assert as_one_cell([of(1, 3), of(3, 9)], [True, True]) is None


@pytest.mark.parametrize("table", [[], [frozenset()], [of(1, 5)]])
def test_where_nobody_is_few_nothing_is_hidden(table: list[People]):
    assert not any(cells_to_hide(table))
