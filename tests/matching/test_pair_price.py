"""The price of insisting on a pair is what the best plan with that pair loses."""

from dataclasses import replace

import numpy as np
import pytest

from mentorkit.matching.aims import best as solve
from mentorkit.matching.aims.other_pairs import elsewhere, tied
from mentorkit.matching.aims.pair_price import Price, chain, price, prices, prices_of
from mentorkit.matching.check import certificate
from mentorkit.matching.duals import Nearby, reduced
from mentorkit.matching.problem import AimKey, Counts, Problem, Solution
from tests.matching.instances import Case, random_case

TWO_AIMS: tuple[AimKey, ...] = ("placed", "total")


def forced(problem: Problem, row: int, lane: int) -> float:
    """The loss of the best plan that holds a pair: solved again with a gift for that pair."""
    gift = 4.0 * (len(problem.loss) + 1) * (np.abs(problem.options[np.isfinite(problem.options)]).max() + 1)
    loss = problem.loss.copy()
    loss[row, lane] -= gift
    given = replace(problem, loss=loss)
    lane_of = solve(given).lane_of
    return given.total(lane_of) + gift if lane_of[row] == lane else np.inf


def solved(seed: int, aim: AimKey, count: int, most: int) -> list[tuple[Problem, Solution]]:
    rng = np.random.default_rng(seed)
    problems = [random_case(rng, most, steps).problem(aim) for steps in (1, 4, 1000) for _ in range(count)]
    return [(problem, solve(problem)) for problem in problems]


@pytest.mark.parametrize("aim", TWO_AIMS)
def test_every_price_is_that_of_a_plan_solved_again_with_the_pair(aim: AimKey):
    """Thousands of pairs, with minimum loads, room for none to three, and few or many lawful pairs."""
    kinds = {"free": 0, "priced": 0, "impossible": 0}
    for problem, found in solved(1, aim, count=25, most=7):
        told, now = prices(Nearby(problem, found)), problem.total(found.lane_of)
        for row, lane in np.ndindex(*told.shape):
            again = forced(problem, row, lane) - now
            assert told[row, lane] == again
            kinds["free" if again == 0 else "priced" if np.isfinite(again) else "impossible"] += 1
    assert min(kinds.values()) > 100


@pytest.mark.parametrize("aim", TWO_AIMS)
def test_500_pairs_of_large_problems_have_the_price_of_solving_again(aim: AimKey):
    rng = np.random.default_rng(2)
    for _ in range(5):
        case = large(rng)
        problem = case.problem(aim)
        found = solve(problem)
        told, now = prices(Nearby(problem, found)), problem.total(found.lane_of)
        for _ in range(50):
            row, lane = (int(rng.integers(size)) for size in told.shape)
            assert told[row, lane] == forced(problem, row, lane) - now


def large(rng: np.random.Generator) -> Case:
    return Case(
        score=rng.random((50, 30)).round(3),
        allowed=rng.random((50, 30)) < rng.choice([0.1, 0.6]),
        capacity=rng.integers(0, 4, 30),
        least=rng.integers(0, 2, 30),
        price=0.25,
        ties=rng.integers(0, 2**64, (50, 30), dtype=np.uint64),
    )


@pytest.mark.parametrize("aim", TWO_AIMS)
def test_the_prices_of_one_mentee_are_those_of_all(aim: AimKey):
    for problem, found in solved(3, aim, count=60, most=8):
        near = Nearby(problem, found)
        told = prices(near)
        for row in range(len(told)):
            assert np.array_equal(prices_of(near, row), told[row])


@pytest.mark.parametrize("aim", TWO_AIMS)
def test_who_would_move_makes_a_lawful_plan_at_exactly_that_price(aim: AimKey):
    for problem, found in solved(4, aim, count=40, most=7):
        told = prices(Nearby(problem, found))
        for row, lane in np.ndindex(*told.shape):
            steps = chain(Nearby(problem, found), row, lane)
            if not np.isfinite(told[row, lane]):
                assert steps == ()
                continue
            assert steps[0] == (row, int(found.lane_of[row]), lane)
            assert len({mover for mover, _, _ in steps}) == len(steps)
            after = moved(found.lane_of, steps)
            judged = certificate(problem, replace(found, lane_of=after))
            assert judged.is_lawful
            assert judged.loss - problem.total(found.lane_of) == told[row, lane]


def moved(lane_of: Counts, steps: tuple[tuple[int, int, int], ...]) -> Counts:
    after = lane_of.copy()
    for mover, before, to in steps:
        assert lane_of[mover] == before
        after[mover] = to
    return after


def test_a_forbidden_pair_and_a_mentor_without_room_have_no_price():
    case = Case(
        score=np.full((1, 3), 0.5),
        allowed=np.array([[True, False, True]]),
        capacity=np.array([1, 1, 0]),
        least=np.zeros(3, dtype=np.int64),
        price=0.0,
        ties=np.zeros((1, 3), dtype=np.uint64),
    )
    problem = case.problem("placed")
    found = solve(problem)
    assert prices(Nearby(problem, found)).tolist() == [[0.0, np.inf, np.inf]]
    assert [chain(Nearby(problem, found), 0, lane) for lane in (1, 2)] == [(), ()]


def test_a_price_is_taken_apart_into_people_minimum_places_and_scores():
    rng = np.random.default_rng(5)
    problem = replace(large(rng), least=np.ones(30, dtype=np.int64)).problem("placed")
    assert price(problem, 0.0) == Price(0, 0, 0.0)
    pair = price(problem, 2 * problem.least + 250_000)
    assert (pair.placed, pair.least, pair.score) == (0, 2, 0.25)
    worse = price(problem, problem.least - 100_000)
    assert (worse.placed, worse.least, worse.score) == (0, 1, -0.1)


@pytest.mark.parametrize("aim", TWO_AIMS)
def test_what_comes_closest_to_a_plan_is_found_without_the_price_of_every_pair(aim: AimKey):
    """A step with 1,500 mentees and 1,500 mentors took 11 seconds for the prices of all pairs, twice."""
    kinds = {"tied": 0, "near": 0, "far": 0}
    for problem, found in [*solved(5, aim, count=40, most=8), *_with_two_lanes(aim)]:
        near = Nearby(problem, found)
        told = prices(near)
        assert np.array_equal(tied(near), told == 0)
        own = np.append(problem.mentor, -1)[found.lane_of]
        others = np.where(problem.mentor == own[:, None], np.inf, told).min(axis=1, initial=np.inf)
        nobody = np.where(own < 0, np.inf, reduced(problem, found)[:, -1])
        least = elsewhere(near)
        assert np.array_equal(least[own >= 0], np.minimum(others, nobody)[own >= 0])
        kinds["tied"] += int((least == 0).sum())
        kinds["near"] += int(((least > 0) & (least <= 0.16 * problem.point)).sum())
        kinds["far"] += int((least > 0.16 * problem.point).sum())
    assert min(kinds.values()) >= 20


def _with_two_lanes(aim: AimKey) -> list[tuple[Problem, Solution]]:
    """Problems in which every other lane is a second one of the same mentor."""
    doubled = [
        replace(problem, mentor=problem.mentor // 2) for problem, _ in solved(6, aim, count=10, most=8)
    ]
    return [(problem, solve(problem)) for problem in doubled]
