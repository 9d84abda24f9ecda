"""The plans for every number of moves: by trying everything, on thousands of small problems."""

from collections.abc import Iterator

import numpy as np
import pytest

from mentorkit.matching.problem import SCALE, Counts, Problem
from mentorkit.matching.solvers.few_moves import Arranged, Rearranging
from tests.matching.instances import Case, mentors_of, random_case

CASES = 600


def standing(case: Case, rng: np.random.Generator) -> Counts:
    """Some mentees have a mentor already, within the places there are: per mentee the column or −1."""
    room, found = case.capacity.copy(), np.full(len(case.score), -1)
    for row in range(len(found)):
        open_to = np.flatnonzero(room > 0)
        if len(open_to) and rng.random() < 0.6:
            found[row] = rng.choice(open_to)
            room[found[row]] -= 1
    return found


def rearranging(case: Case, aim: str, home: Counts) -> Rearranging:
    stands = home >= 0
    case.allowed[stands, home[stands]] = True
    problem = case.problem(aim).before_others(stands)
    return Rearranging(problem, stands[:, None] & (problem.mentor == home[:, None]))


def plans(case: Case, home: Counts, row: int = 0, taken: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """Every lawful plan in which nobody who has a mentor is left out."""
    if row == len(home):
        yield taken
        return
    for column in (*np.flatnonzero(case.allowed[row]).tolist(), *([-1] if home[row] < 0 else [])):
        if column < 0 or taken.count(column) < case.capacity[column]:
            yield from plans(case, home, row + 1, (*taken, column))


def value(case: Case, aim: str, plan: Counts) -> tuple[int, ...]:
    """What a plan is worth; the parts in the order of importance, higher is better."""
    rows = np.flatnonzero(plan >= 0)
    points = int(case.points[rows, plan[rows]].sum())
    filled = int(np.minimum(np.bincount(plan[rows], minlength=len(case.capacity)), case.least).sum())
    if aim == "placed":
        return len(rows), filled, points
    left = len(plan) - len(rows)
    return filled, points - left * int(np.rint(SCALE * case.price))


def best_by_moves(case: Case, aim: str, home: Counts) -> dict[int, tuple[int, ...]]:
    """The best value of any plan with at most so many moves, by trying every plan."""
    best: dict[int, tuple[int, ...]] = {}
    for taken in plans(case, home):
        plan = np.array(taken, dtype=np.int64)
        moves = int(((plan != home) & (home >= 0)).sum())
        best[moves] = max(best.get(moves, (-(10**12),)), value(case, aim, plan))
    found, so_far = {}, (-(10**12),)
    for moves in range(len(home) + 1):
        so_far = found[moves] = max(so_far, best.get(moves, so_far))
    return found


def worth(case: Case, aim: str, problem: Problem, found: Arranged, home: Counts) -> tuple[int, ...]:
    plan = mentors_of(problem, found.lane_of)
    assert (plan[home >= 0] >= 0).all()
    assert int(((plan != home) & (home >= 0)).sum()) == found.moves
    return value(case, aim, plan)


@pytest.mark.parametrize("aim", ["placed", "total"])
def test_no_plan_with_as_few_moves_is_better(aim: str):
    rng = np.random.default_rng(20261201)
    gaps = 0
    for _ in range(CASES):
        case = random_case(rng, most=5)
        home = standing(case, rng)
        engine = rearranging(case, aim, home)
        expected = best_by_moves(case, aim, home)
        stay, free = engine.all_stay(), engine.free()
        assert stay.moves == 0
        assert worth(case, aim, engine.problem, stay, home) == expected[0]
        assert worth(case, aim, engine.problem, free, home) == expected[len(home)]
        assert free.moves == min(moves for moves, best in expected.items() if best == expected[len(home)])
        known = stay
        for moves in range(1, free.moves + 1):
            known = engine.best_within(moves, known)
            assert worth(case, aim, engine.problem, known, home) == expected[moves]
        on_hull = [one.moves for one in engine.hull(stay, free, 9)]
        for one in engine.hull(stay, free, 9):
            assert worth(case, aim, engine.problem, one, home) == expected[one.moves]
        gaps += len({*range(1, free.moves)} - {*on_hull})
    assert gaps > 10, "there are numbers of moves that a price alone does not find"


def test_without_solves_nothing_is_claimed():
    rng = np.random.default_rng(1)
    case = random_case(rng, most=5, steps=1000)
    home = standing(case, rng)
    engine = rearranging(case, "placed", home)
    engine.most_solves = 0
    assert engine.best_within(1, engine.all_stay()) is None
