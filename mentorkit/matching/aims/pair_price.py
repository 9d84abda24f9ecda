"""Why not this pair: the exact price of insisting on it, and who would have to move."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.duals import Nearby, exchange, shortest
from mentorkit.matching.problem import Counts, Problem
from mentorkit.matching.solvers import exact

Step = tuple[int, int, int]
"""Row of a mentee, the lane she leaves and the lane she goes to; −1 is 'not placed'."""


def prices(near: Nearby) -> Floats:
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
    ways = _all_ways(near.exchange)
    to_free = ways[:, near.is_free].min(axis=1)
    away = np.minimum(to_free[None, :], ways[:, near.solution.lane_of].T)
    return (near.costs + away)[:, :-1]


def prices_of(near: Nearby, row: int) -> Floats:
    """The same for one mentee, by one search instead of all; for programmes of thousands."""
    if row not in near.told:
        away = shortest(near.exchange.T, np.where(_ends(near, row), 0.0, np.inf))
        near.told[row] = (near.costs[row] + away)[:-1]
    return near.told[row]


def chain(near: Nearby, row: int, lane: int) -> tuple[Step, ...]:
    """Who moves, in order, when a mentee is put into a lane at the least price.

    The first step is that of this mentee. Empty when the pair is forbidden or there is no room for it.
    """
    lane_of, home = near.solution.lane_of, int(near.solution.lane_of[row])
    path = _path(near.exchange, np.arange(near.costs.shape[1]) == lane, _ends(near, row))
    if not path or not np.isfinite(near.costs[row, lane]):
        return ()
    if path[-1] != home and home >= 0 and near.solution.v[home] < 0:
        return differences(lane_of, _without(near, row, lane), row)
    return ((row, home, lane), *_moves(path, near.costs, lane_of))


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


def _all_ways(cost: Floats) -> Floats:
    """Shortest distances between all lanes, 'not placed' last; infinity where there is no way."""
    ways = cost.copy()
    np.fill_diagonal(ways, 0.0)
    through = np.empty_like(ways)
    for lane in range(len(ways)):
        np.add(ways[:, lane, None], ways[lane], out=through)
        np.minimum(ways, through, out=ways)
    return ways


def _ends(near: Nearby, row: int) -> Mask:
    """Where a place that is handed on may end: at the lane the mentee leaves, or at a free one."""
    ends = near.is_free.copy()
    ends[near.solution.lane_of[row]] = True
    return ends


def _without(near: Nearby, row: int, lane: int) -> Counts:
    """A best plan with a mentee in this lane, when the place left is worth too much to stay empty.

    Steps: 1. the place is filled along moves that cost nothing, from a lane whose places are worth
    nothing, so that the prices hold for the others as they did; 2. she takes her place in the lane, and
    whoever she drives out moves on along a shortest way.
    """
    lanes, others = np.arange(near.costs.shape[1]), np.arange(len(near.costs)) != row
    lane_of, home = near.solution.lane_of.copy(), near.solution.lane_of[row]
    spare = np.append(near.solution.v, 0.0) == 0
    _move(lane_of, near.costs, _path(near.exchange, spare, lanes == home))
    costs, rest = near.costs[others], lane_of[others]
    room = np.append(near.problem.capacity, len(lane_of))
    has_room = np.bincount(rest % len(lanes), minlength=len(lanes)) < room
    _move(rest, costs, _path(exchange(costs, rest), lanes == lane, has_room))
    return np.insert(rest, row, lane)


def _move(lane_of: Counts, costs: Floats, path: list[int]) -> None:
    """Hand a place on along a way, in place."""
    for row, _, lane in [*_moves(path, costs, lane_of)]:
        lane_of[row] = lane


def _path(cost: Floats, starts: Mask, ends: Mask) -> list[int]:
    """The lanes of a shortest way from one of `starts` to one of `ends`; empty when there is none.

    Dijkstra 1959 (doi:10.1007/BF01386390); reduced costs are never negative.
    """
    far = np.where(starts, 0.0, np.inf)
    before, is_open = np.full(len(starts), -1), np.ones(len(starts), dtype=np.bool_)
    while True:
        lane = int(np.argmin(np.where(is_open, far, np.inf)))
        if not np.isfinite(far[lane]) or not is_open[lane]:
            return []
        if ends[lane]:
            break
        is_open[lane] = False
        reach = cost[lane] + far[lane]
        nearer = reach < far
        far[nearer], before[nearer] = reach[nearer], lane
    path = [lane]
    while before[path[-1]] >= 0:
        path.append(int(before[path[-1]]))
    return path[::-1]


def _moves(path: list[int], costs: Floats, lane_of: Counts) -> Iterator[Step]:
    """Who moves along each piece of a way: the one at the least loss, the first of equals."""
    nowhere = costs.shape[1] - 1
    for lane, to in pairwise(path):
        rows = np.flatnonzero(lane_of % (nowhere + 1) == lane)
        row = int(rows[np.argmin(costs[rows, to] - costs[rows, lane])])
        yield row, -1 if lane == nowhere else lane, -1 if to == nowhere else to
