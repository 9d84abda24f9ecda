"""Large programmes: solve over likely pairs, then prove that no pair left out could do better."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import count

import numpy as np

from mentorkit.matching.candidates import Floats
from mentorkit.matching.problem import Counts
from mentorkit.matching.solvers.blocks import Blocks, Stopped, Watch
from mentorkit.matching.solvers.large.flow import Edges, Engine, Network, by_flow, by_matching, network_prices
from mentorkit.matching.solvers.large.nearby import likely, nearest
from mentorkit.text import say

_SILENT = Watch()


@dataclass(frozen=True)
class SparsePlan:
    """A plan and what is proven about it.

    `mentor_of` gives per mentee the column of her mentor or −1; `total` is the loss of the
    plan. The prices `u` (per mentee) and `v` (per place, never above 0) hold for all pairs:
    no pair costs less than `u + v`, and no lawful plan less than their sum. `gap` is what
    a better plan could still win: 0 when it is proven that there is none, infinity when
    the solve was stopped before any prices were proven, so that they mean nothing. After
    a full solve `v` is nearest to zero: exactly what one more place would gain.
    """

    mentor_of: Counts
    u: Floats
    v: Floats
    total: float
    gap: float
    rounds: int

    @property
    def is_optimal(self) -> bool:
        """Whether it is proven that no lawful plan is better."""
        return self.gap == 0


@dataclass(frozen=True)
class Effort:
    """How to search: `width` pairs per mentee to begin with; a `gap` (share of the total) that will do.

    `engine` solves over the pairs found so far.
    """

    width: int = 24
    gap: float = 0.0
    engine: Engine | None = None


_USUAL = Effort()


def engine() -> Engine:
    """The fastest engine on this computer: OR-Tools when the extra `scale` is installed, else scipy."""
    return by_flow if find_spec("ortools") else by_matching


def solve_sparsely(
    blocks: Blocks, capacity: Counts, unplaced: float, effort: Effort = _USUAL, watch: Watch = _SILENT
) -> SparsePlan:
    """The plan with the least loss over all pairs, though only a few of them are ever kept.

    `capacity` counts the places per mentor; `unplaced` is the loss of a mentee without
    one, a whole number. Steps: 1. likely pairs, in one pass over all of them; 2. the best
    plan among the pairs kept, and its prices; 3. a pass over all pairs, which keeps those
    that cost least after prices; 4. again from 2, until no pair left out costs less than
    what its mentee has (column generation, Dantzig & Wolfe 1960, doi:10.1287/opre.8.1.101).

    When stopped, the last plan is given with its gap. A step of the engine itself is not
    interrupted.
    """
    plan = _nobody(blocks, unplaced)
    if 0 in blocks.shape:
        return replace(plan, gap=0.0)
    try:
        for better in _improving(blocks, np.maximum(capacity, 0), unplaced, effort, watch):
            plan = better
    except Stopped:
        pass
    return plan


@dataclass(frozen=True)
class _Proof:
    """Prices that hold for all pairs, and the least loss that they leave possible."""

    u: Floats
    v: Floats
    bound: float


def _nobody(blocks: Blocks, unplaced: float) -> SparsePlan:
    mentees, mentors = blocks.shape
    alone = np.full(mentees, unplaced)
    return SparsePlan(np.full(mentees, -1), alone, np.zeros(mentors), mentees * unplaced, np.inf, 0)


def _improving(
    blocks: Blocks, capacity: Counts, unplaced: float, effort: Effort, watch: Watch
) -> Iterator[SparsePlan]:
    """The plan of every round, before and after its prices are held against all pairs."""
    best = effort.engine or engine()
    edges = likely(blocks, effort.width, watch)
    proof = _Proof(np.full(blocks.shape[0], unplaced), np.zeros(blocks.shape[1]), -np.inf)
    for rounds in count(1):
        watch.progress(0, 1, say("Choosing the best proposal among the likely pairs"))
        network = Network(edges, blocks.shape[0], capacity, unplaced)
        mentor_of = best(network)
        yield _plan(network, mentor_of, proof, rounds)
        u, v = network_prices(network, mentor_of)
        step = say("Checking that no other pair can improve the proposal, round {round}", round=rounds)
        near = nearest(blocks, (u, v), max(2, effort.width // 2), step, watch)
        cheapest = np.minimum(u, near.value)
        bound = float(cheapest.sum() + (capacity * v).sum())
        proof = proof if bound < proof.bound else _Proof(cheapest, v, bound)
        plan = _plan(network, mentor_of, proof, rounds)
        yield plan
        if plan.gap < effort.gap * abs(plan.total) or np.array_equal(cheapest, u):
            return
        edges, before = Edges.all_of([edges, near.edges]).unique(), len(edges.row)
        if len(edges.row) == before:
            return


def _plan(network: Network, mentor_of: Counts, proof: _Proof, rounds: int) -> SparsePlan:
    total = float(network.losses(mentor_of).sum())
    return SparsePlan(mentor_of, proof.u, proof.v, total, total - proof.bound, rounds)
