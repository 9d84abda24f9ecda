"""How close other pairs come to a plan, without the price of every one of them: for thousands of people."""

from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, dijkstra

from mentorkit.matching.aims.pair_price import prices, prices_of
from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.duals import Nearby
from mentorkit.matching.problem import Counts
from mentorkit.matching.solvers.blocks import SILENT, Watch

_REACHES = (0.01, 0.04, 0.16)
"""How far is looked, in scores: first for everybody, then for those of whom nothing was found nearer."""

_AT_ONCE = 100
"""For so many mentees it is looked before anybody can stop it."""

_FEW = 0.02
"""Up to this share of the mentees it is quicker to look for each by herself than for all at once."""


def elsewhere(near: Nearby, watch: Watch = SILENT) -> Floats:
    """What the best plan loses when each mentee is with anybody else, or with nobody, in units of loss.

    Exact: the least of a mentee's `prices`; infinity for who is not placed. Steps: 1. shortest ways
    over exchanges that cost little, from every place back to that of the mentee or to a free one; what
    they find within reach is exact, because a longer way costs more; 2. further for who is left; 3. all
    prices of the last ones. `watch` can stop it.
    """
    mentor, lane_of = np.append(near.problem.mentor, -1), near.solution.lane_of
    options = np.where(mentor == mentor[lane_of][:, None], np.inf, near.costs)
    found, left = options[:, -1].copy(), np.flatnonzero(lane_of >= 0)
    for limit in (reach * near.problem.point for reach in _REACHES):
        for rows, back in _ways_back(near, limit, left, watch):
            found[rows] = np.minimum(found[rows], (options[rows] + back).min(axis=1))
        left = left[found[left] > limit]
    if len(left) > _FEW * len(found):
        told = prices(near)[left]
    else:
        told = np.array([prices_of(near, row) for row in left.tolist()])
    is_other = np.isfinite(options[left, :-1])
    least = np.min(told.reshape(is_other.shape), axis=1, where=is_other, initial=np.inf)
    found[left] = np.minimum(found[left], least)
    return found


def tied(near: Nearby) -> Mask:
    """The pairs with a price of 0: those that some best plan holds; shape `(n_mentees, n_lanes)`.

    A chain of moves costs nothing when each of its moves does, so it comes back to where it began,
    within one strongly connected component, or ends in a free place.
    """
    graph = _graph(near.exchange, 0.0)
    _, part = connected_components(graph, connection="strong")
    free, home = np.flatnonzero(near.is_free), near.solution.lane_of
    ends = np.isfinite(dijkstra(graph.T, indices=free, min_only=True, unweighted=True))
    comes_back = ends | (part == part[home][:, None])
    tie: Mask = ((near.costs == 0) & comes_back)[:, :-1]
    return tie


def _ways_back(near: Nearby, limit: float, rows: Counts, watch: Watch) -> Iterator[tuple[Counts, Floats]]:
    """Some mentees at a time, the shortest ways from every lane to theirs or a free one within the limit."""
    graph = _graph(near.exchange, limit).T.tocsr()
    to_free = dijkstra(graph, indices=np.flatnonzero(near.is_free), min_only=True, limit=limit)
    for some in np.array_split(rows, len(rows) // _AT_ONCE + 1):
        watch.go_on()
        lanes, which = np.unique(near.solution.lane_of[some], return_inverse=True)
        yield some, np.minimum(dijkstra(graph, indices=lanes, limit=limit)[which], to_free)


def _graph(cost: Floats, most: float) -> csr_array:
    """The exchanges that cost at most so much."""
    lanes = np.nonzero(cost <= most)
    return csr_array((cost[lanes], lanes), shape=cost.shape)
