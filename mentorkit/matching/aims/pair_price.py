"""Why not this pair: the exact price of insisting on it, and who would have to move."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.duals import Exchange, reduced
from mentorkit.matching.problem import Counts, Problem, Solution
from mentorkit.matching.solvers import exact

Step = tuple[int, int, int]
"""Row of a mentee, the lane she leaves and the lane she goes to; −1 is 'not placed'."""


def prices(problem: Problem, solution: Solution) -> Floats:
    """What insisting on each pair costs, in units of loss; shape `(n_mentees, n_lanes)`.

    0 for a pair that some best plan holds, infinity where it is forbidden or no lawful
    plan has room for it. The price is exact: it is the loss of the best plan with that pair
    less the loss of the best plan.

    Steps: 1. reduced costs of all options; 2. shortest ways, over all chains of moves, to
    hand a taken place on to the place the mentee leaves, or to a free one; 3. reduced
    cost plus the shorter of the two. Leaving her old place costs no more than its price,
    because the dual prices are those nearest to zero. All-pairs shortest paths in the
    residual graph: Floyd 1962 (doi:10.1145/367766.368168).
    """
    own_costs = reduced(problem, solution)
    ways = _all_ways(Exchange.of(own_costs, solution.lane_of), own_costs.shape[1])
    to_free = ways[:, is_free(problem, solution)].min(axis=1)
    away = np.minimum(to_free[None, :], ways[:, solution.lane_of].T)
    return (own_costs + away)[:, :-1]


def prices_of(problem: Problem, solution: Solution, row: int) -> Floats:
    """The same for one mentee, by two searches instead of all; for programmes of thousands."""
    own_costs = reduced(problem, solution)
    exchange = Exchange.of(own_costs, solution.lane_of)
    ends = is_free(problem, solution)
    ends[solution.lane_of[row]] = True
    return (own_costs[row] + _distances_to(ends, exchange))[:-1]


def chain(problem: Problem, solution: Solution, row: int, lane: int) -> tuple[Step, ...]:
    """Who moves, in order, when a mentee is put into a lane at the least price.

    The first step is that of this mentee. Empty when the pair is forbidden or there is no room for it.
    """
    own_costs = reduced(problem, solution)
    exchange = Exchange.of(own_costs, solution.lane_of)
    home = int(solution.lane_of[row])
    ends = is_free(problem, solution)
    ends[home] = True
    path = _path(exchange, lane, ends, problem.loss.shape[1])
    if not path or not np.isfinite(own_costs[row, lane]):
        return ()
    if path[-1] != home % own_costs.shape[1] and home >= 0 and solution.v[home] < 0:
        return differences(solution.lane_of, insisted(problem, row, lane), row)
    steps = [(row, home, lane), *_moves(path, own_costs, solution.lane_of)]
    nowhere = problem.loss.shape[1]
    return tuple((mover, -1 if a == nowhere else a, -1 if b == nowhere else b) for mover, a, b in steps)


def insisted(
    problem: Problem, row: int, lane: int, assign: Callable[[Problem], Counts] = exact.assign
) -> Counts:
    """A best plan among those that give a mentee this lane; it must be lawful and have a place."""
    others = np.arange(len(problem.loss)) != row
    capacity = problem.capacity - (np.arange(len(problem.capacity)) == lane)
    rest = replace(
        problem,
        loss=problem.loss[others],
        allowed=problem.allowed[others],
        capacity=capacity,
        ties=problem.ties[others],
    )
    return np.insert(assign(rest), row, lane)


def differences(before: Counts, after: Counts, row: int) -> tuple[Step, ...]:
    """Everybody whose lane differs, the mentee in question first."""
    moved = sorted(np.flatnonzero(before != after).tolist(), key=lambda other: (other != row, other))
    return tuple((other, int(before[other]), int(after[other])) for other in moved)


@dataclass(frozen=True)
class Price:
    """A price in what the coordinator knows: people placed, minimum places filled, and scores lost."""

    placed: int
    least: int
    score: float


def price(problem: Problem, loss: float) -> Price:
    """A whole-number loss taken apart into what it is made of.

    Where staying unplaced has a price, it is itself counted in scores, so `placed` is 0.
    """
    placed = 0 if problem.is_priced else round(loss / problem.unplaced)
    rest = loss - placed * problem.unplaced
    least = round(rest / problem.least) if problem.least else 0
    # A mentee who loses a place has no loss of a pair any more: `top` makes that a sum of scores again.
    return Price(placed, least, (rest - least * problem.least) / problem.point + placed * problem.top)


def _all_ways(exchange: Exchange, width: int) -> Floats:
    """Shortest distances between all lanes, 'not placed' last; infinity where there is no way."""
    ways = np.full((width, width), np.inf)
    ways[exchange.loaded] = exchange.cost
    np.fill_diagonal(ways, 0.0)
    through = np.empty_like(ways)
    for lane in exchange.loaded.tolist():
        np.add(ways[:, lane, None], ways[lane], out=through)
        np.minimum(ways, through, out=ways)
    return ways


def is_free(problem: Problem, solution: Solution) -> Mask:
    """Lanes with a place left; there is always room among those who are not placed."""
    placed = solution.lane_of[solution.lane_of >= 0]
    load = np.bincount(placed, minlength=len(problem.capacity))
    return np.append(load < problem.capacity, True)


def _distances_to(ends: Mask, exchange: Exchange) -> Floats:
    """Shortest distances from every lane to the nearest of `ends`."""
    far, fell = np.where(ends, 0.0, np.inf), np.flatnonzero(ends)
    while len(fell):
        reach = (exchange.cost[:, fell] + far[fell]).min(axis=1)
        is_nearer = reach < far[exchange.loaded]
        fell = exchange.loaded[is_nearer]
        far[fell] = reach[is_nearer]
    return far


def _path(exchange: Exchange, start: int, ends: Mask, nowhere: int) -> list[int]:
    """The lanes of a shortest way from `start` to the nearest of `ends`; empty when there is none.

    Dijkstra 1959 (doi:10.1007/BF01386390); reduced costs are never negative.
    """
    far = np.full(nowhere + 1, np.inf)
    far[start] = 0.0
    before = np.full(nowhere + 1, -1)
    is_open = np.ones(nowhere + 1, dtype=np.bool_)
    place = np.full(nowhere + 1, -1)
    place[exchange.loaded] = np.arange(len(exchange.loaded))
    while True:
        lane = int(np.argmin(np.where(is_open, far, np.inf)))
        if not np.isfinite(far[lane]) or not is_open[lane]:
            return []
        if ends[lane]:
            break
        is_open[lane] = False
        if place[lane] >= 0:
            reach = exchange.cost[place[lane]] + far[lane]
            nearer = reach < far
            far[nearer], before[nearer] = reach[nearer], lane
    path = [lane]
    while path[-1] != start:
        path.append(int(before[path[-1]]))
    return path[::-1]


def _moves(path: list[int], own_costs: Floats, lane_of: Counts) -> Iterator[Step]:
    """Who moves along each piece of a way: the one at the least loss, the first of equals."""
    for lane, to in pairwise(path):
        rows = np.flatnonzero(lane_of % own_costs.shape[1] == lane)
        yield int(rows[np.argmin(own_costs[rows, to] - own_costs[rows, lane])]), lane, to
