"""Ties: of all best plans the one that the people's own numbers choose, never the order of rows."""

import numpy as np

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.problem import Counts, Problem
from mentorkit.matching.solvers.assignment import least_cost

_EXACT_BITS = 51
_ODD = np.uint64(0x9E3779B97F4A7C15)


def settle(open_to: Mask, is_full: Mask, problem: Problem, lane_of: Counts) -> Counts:
    """The plan with the lowest sum of ties among those that use only options `open_to` them.

    `open_to` has shape `(n_mentees, n_lanes + 1)`, 'not placed' last; lanes marked
    `is_full` keep all their places taken. `lane_of` is one such plan.
    """
    rows = undecided(open_to)
    if not len(rows):
        return lane_of
    bits = max(1, int(_EXACT_BITS - 2 * np.ceil(np.log2(len(rows) + 2))))
    # Multiplied, because with one mentor alone a tie would weigh as much as staying unplaced.
    alone = problem.ties[rows].sum(axis=1, dtype=np.uint64) * _ODD
    ties = np.column_stack([problem.ties[rows], alone]) >> np.uint64(64 - bits)
    return cheapest(ties.astype(np.float64), open_to, is_full, problem.capacity, lane_of)


def undecided(open_to: Mask) -> Counts:
    """The mentees with more than one option."""
    return np.flatnonzero(open_to.sum(axis=1) > 1)


def cheapest(cost: Floats, open_to: Mask, is_full: Mask, capacity: Counts, lane_of: Counts) -> Counts:
    """The plan of least cost within the options; `cost` has one row per undecided mentee.

    Costs are whole and not negative. Who has one option keeps it; the others are assigned
    anew, where a place that must be taken is worth more than all costs, and a closed
    option costs more than all of that.
    """
    rows = undecided(open_to)
    settled, lanes = np.delete(lane_of, rows), len(capacity)
    room = capacity - np.bincount(settled[settled >= 0], minlength=lanes)
    seats = np.repeat(np.arange(lanes), np.minimum(room, len(rows)))
    columns = np.concatenate([seats, np.full(len(rows), lanes)])
    more = (len(rows) + 1) * (cost.max(initial=0.0) + 1)
    worth = np.where(open_to[rows], cost, (len(rows) + 1) * more)
    worth[:, :-1][:, is_full] -= more
    taken = least_cost(worth[:, columns])[1]
    chosen = lane_of.copy()
    chosen[rows] = np.where(columns[taken] == lanes, -1, columns[taken])
    return chosen
