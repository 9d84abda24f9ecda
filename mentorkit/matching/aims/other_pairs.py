"""How close other pairs come to a plan, without the price of every one of them: for thousands of people."""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, dijkstra

from mentorkit.matching.aims.pair_price import is_free, prices, prices_of
from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.duals import Exchange, reduced
from mentorkit.matching.problem import Counts, Problem, Solution

_REACHES = (0.01, 0.04, 0.16)
"""How far is looked, in scores: first for everybody, then for those of whom nothing was found nearer."""

_FEW = 0.02
"""Up to this share of the mentees it is quicker to look for each by herself than for all at once."""


def elsewhere(problem: Problem, solution: Solution) -> Floats:
    """What the best plan loses when each mentee is with anybody else, or with nobody, in units of loss.

    Exact: the least of a mentee's `prices`; infinity for who is not placed. Steps: 1. shortest ways
    over exchanges that cost little, from every place back to that of the mentee or to a free one; what
    they find within reach is exact, because a longer way costs more; 2. further for who is left; 3. all
    prices of the last ones.
    """
    options = reduced(problem, solution)
    exchange = Exchange.of(options, solution.lane_of)
    free, homes = np.flatnonzero(is_free(problem, solution)), solution.lane_of % options.shape[1]
    mentor = np.append(problem.mentor, -1)
    options[mentor == mentor[solution.lane_of][:, None]] = np.inf
    found, left = options[:, -1].copy(), np.flatnonzero(solution.lane_of >= 0)
    for limit in (reach * problem.point for reach in _REACHES):
        back = _way_back(exchange, limit, free, homes[left])
        found[left] = np.minimum(found[left], (options[left] + back).min(axis=1))
        left = left[found[left] > limit]
    if len(left) > _FEW * len(found):
        told = prices(problem, solution)[left]
    else:
        told = np.array([prices_of(problem, solution, row) for row in left.tolist()])
    is_other = np.isfinite(options[left, :-1])
    least = np.min(told.reshape(is_other.shape), axis=1, where=is_other, initial=np.inf)
    found[left] = np.minimum(found[left], least)
    return found


def tied(problem: Problem, solution: Solution) -> Mask:
    """The pairs with a price of 0: those that some best plan holds; shape `(n_mentees, n_lanes)`.

    A chain of moves costs nothing when each of its moves does, so it comes back to where it began,
    within one strongly connected component, or ends in a free place.
    """
    own_costs = reduced(problem, solution)
    width = own_costs.shape[1]
    graph = _graph(Exchange.of(own_costs, solution.lane_of), 0.0, width)
    _, part = connected_components(graph, connection="strong")
    free = np.flatnonzero(is_free(problem, solution))
    ends = np.isfinite(dijkstra(graph.T, indices=free, min_only=True, unweighted=True))
    home = solution.lane_of % width
    comes_back = ends | (part == part[home][:, None])
    tie: Mask = ((own_costs == 0) & comes_back)[:, :-1]
    return tie


def _way_back(exchange: Exchange, limit: float, free: Counts, homes: Counts) -> Floats:
    """Per mentee the shortest ways from every lane to her own or to a free one; infinity beyond the limit."""
    graph = _graph(exchange, limit, exchange.cost.shape[1]).T.tocsr()
    to_free = dijkstra(graph, indices=free, min_only=True, limit=limit)
    lanes, which = np.unique(homes, return_inverse=True)
    return np.minimum(dijkstra(graph, indices=lanes, limit=limit)[which], to_free)


def _graph(exchange: Exchange, most: float, width: int) -> csr_array:
    """The exchanges that cost at most so much."""
    rows, lanes = np.nonzero(exchange.cost <= most)
    return csr_array((exchange.cost[rows, lanes], (exchange.loaded[rows], lanes)), shape=(width, width))
