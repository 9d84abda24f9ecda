"""The best plan among a list of pairs: two engines, and the prices of what they find."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.problem import Counts
from mentorkit.matching.solvers.blocks import Losses


@dataclass(frozen=True)
class Edges:
    """Pairs that a plan may use: mentee, mentor and loss of each."""

    row: Counts
    column: Counts
    loss: Losses

    @classmethod
    def all_of(cls, parts: "list[Edges]") -> "Edges":
        """The lawful pairs of all parts one after the other."""
        row, column, loss = (
            np.concatenate([getattr(part, name) for part in parts]) for name in ("row", "column", "loss")
        )
        lawful = np.isfinite(loss)
        return cls(row[lawful], column[lawful].astype(np.int64), loss[lawful].astype(np.float64))

    def unique(self) -> "Edges":
        """Every pair once, by mentee and then by mentor."""
        key = self.row * (self.column.max(initial=0) + 1) + self.column
        place = np.unique(key, return_index=True)[1]
        return Edges(self.row[place], self.column[place], self.loss[place])


@dataclass(frozen=True)
class Network:
    """Pairs, places per mentor and what leaving a mentee out costs."""

    edges: Edges
    mentees: int
    capacity: Counts
    unplaced: float

    def losses(self, mentor_of: Counts) -> Floats:
        """The loss of every mentee under a plan."""
        own = np.full(self.mentees, self.unplaced)
        used = mentor_of[self.edges.row] == self.edges.column
        own[self.edges.row[used]] = self.edges.loss[used]
        return own


Engine: TypeAlias = Callable[[Network], Counts]


def by_matching(network: Network) -> Counts:
    """A best plan by scipy's sparse assignment, one column per place and a private 'not placed' each.

    Jonker & Volgenant for sparse graphs (doi:10.1007/BF02278710).
    """
    edges, count = network.edges, network.mentees
    # Nobody needs more places than there are mentees.
    room = np.minimum(network.capacity, count)
    seats = np.repeat(np.arange(len(room)), room)
    places = len(seats)
    copies = room[edges.column]
    nth = np.arange(copies.sum()) - np.repeat(np.cumsum(copies) - copies, copies)
    seat = np.repeat((np.cumsum(room) - room)[edges.column], copies) + nth
    rows = np.append(np.repeat(edges.row, copies), np.arange(count))
    loss = np.append(np.repeat(edges.loss, copies), np.full(count, network.unplaced))
    # scipy takes a weight of 0 for no edge; one more for everybody changes no choice.
    weight = loss - loss.min(initial=0.0) + 1
    columns = np.append(seat, places + np.arange(count))
    graph = csr_array((weight, (rows, columns)), shape=(count, places + count))
    taken = min_weight_full_bipartite_matching(graph)[1]
    return np.append(seats, -1)[np.minimum(taken, places)]


def by_flow(network: Network) -> Counts:
    """A best plan by the cost scaling of OR-Tools, which the extra `scale` installs.

    Goldberg 1997 (doi:10.1006/jagm.1995.0805). Losses too large for its whole numbers go
    to scipy instead.
    """
    # Here alone, because the wheels of ortools and highspy do not load in one process.
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow  # noqa: PLC0415

    edges, count, mentors = network.edges, network.mentees, len(network.capacity)
    out = count + mentors
    flow = SimpleMinCostFlow()
    arcs = _arcs(flow, edges.row, count + edges.column, np.ones(len(edges.row)), edges.loss)
    everyone, mentor = np.arange(count), np.arange(mentors)
    _arcs(flow, everyone, np.full(count, out), np.ones(count), np.full(count, network.unplaced))
    _arcs(flow, count + mentor, np.full(mentors, out), network.capacity, np.zeros(mentors))
    flow.set_nodes_supplies(np.append(everyone, out), np.append(np.ones(count, np.int64), -count))
    if flow.solve() != flow.OPTIMAL:
        return by_matching(network)
    used = flow.flows(arcs) > 0
    mentor_of = np.full(count, -1)
    mentor_of[edges.row[used]] = edges.column[used]
    return mentor_of


def _arcs(flow: "object", tail: Counts, head: Counts, room: Floats | Counts, cost: Losses) -> Counts:
    whole = [np.ascontiguousarray(part, dtype=np.int64) for part in (tail, head, room, cost)]
    return flow.add_arcs_with_capacity_and_unit_cost(*whole)  # type: ignore[attr-defined]


def network_prices(network: Network, mentor_of: Counts) -> tuple[Floats, Floats]:
    """The prices nearest to zero that prove a best plan among these pairs: per mentee, per place.

    Shortest distances over 'a mentee of mentor a moves to mentor b' (Bellman–Ford, looking
    again only at mentors whose price fell).
    """
    nowhere = len(network.capacity)
    seated, own = mentor_of % (nowhere + 1), network.losses(mentor_of)
    edges = network.edges
    source = np.append(seated[edges.row], seated)
    target = np.append(edges.column, np.full(network.mentees, nowhere))
    cost = np.append(edges.loss - own[edges.row], network.unplaced - own)
    order = np.argsort(source, kind="stable")
    target, cost = target[order], cost[order]
    starts = np.searchsorted(source[order], np.arange(nowhere + 2))
    prices = np.zeros(nowhere + 1)
    fell = np.arange(nowhere + 1)
    for _ in range(nowhere + 2):
        arcs, width = _ranges(starts[fell], starts[fell + 1])
        reach = np.repeat(prices[fell], width) + cost[arcs]
        lower: Mask = reach < prices[target[arcs]]
        if not lower.any():
            break
        np.minimum.at(prices, target[arcs][lower], reach[lower])
        fell = np.unique(target[arcs][lower])
    return own - prices[seated], prices[:-1]


def _ranges(starts: Counts, ends: Counts) -> tuple[Counts, Counts]:
    """All whole numbers from each start up to its end, and how many each gives."""
    width = ends - starts
    return np.repeat(starts - np.cumsum(width) + width, width) + np.arange(width.sum()), width
