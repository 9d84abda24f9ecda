"""Large programmes: solve over likely pairs, then prove that no pair left out could do better."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import count

import numpy as np

from mentorkit.matching.candidates import Floats
from mentorkit.matching.problem import Counts
from mentorkit.matching.solvers.blocks import SILENT, Blocks, Stopped, Watch
from mentorkit.matching.solvers.large.flow import Edges, Engine, Network, by_flow, by_matching, network_prices
from mentorkit.matching.solvers.large.nearby import likely, nearest
from mentorkit.text import say


@dataclass(frozen=True)
class SparsePlan:
    """A plan and what is proven about it.

    `mentor_of` gives per mentee the column of her mentor or −1; `total` is the loss of the
    plan. The prices `u` (per mentee) and `v` (per place, never above 0) hold for all pairs:
    no pair costs less than `u + v`, and no lawful plan less than their sum, the `bound`. The
    gap to it is 0 when it is proven that there is no better plan, infinity when the solve was
    stopped before any prices were proven, so that they mean nothing. After
    a full solve `v` is nearest to zero: exactly what one more place would gain.
    """

    mentor_of: Counts
    u: Floats
    v: Floats
    total: float
    bound: float
    rounds: int

    @property
    def gap(self) -> float:
        """What a better plan could still win at most."""
        return self.total - self.bound

    @property
    def is_optimal(self) -> bool:
        """Whether it is proven that no lawful plan is better."""
        return self.gap == 0


@dataclass(frozen=True)
class Effort:
    """How to search: `width` pairs per mentee to begin with.

    `engine` solves over the pairs found so far; without one it is the fastest on this computer:
    OR-Tools when the extra `scale` is installed, else scipy.
    """

    width: int = 24
    engine: Engine | None = None


_USUAL = Effort()


def solve_sparsely(
    blocks: Blocks, capacity: Counts, unplaced: float, effort: Effort = _USUAL, watch: Watch = SILENT
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
    mentees, mentors = blocks.shape
    alone, nobody = np.full(mentees, unplaced), np.full(mentees, -1)
    plan = SparsePlan(nobody, alone, np.zeros(mentors), mentees * unplaced, -np.inf, 0)
    if 0 in blocks.shape:
        return replace(plan, bound=plan.total)
    try:
        for better in _improving(plan, blocks, np.maximum(capacity, 0), unplaced, effort, watch):
            plan = better
    except Stopped:
        pass
    return plan


def _improving(
    plan: SparsePlan, blocks: Blocks, capacity: Counts, unplaced: float, effort: Effort, watch: Watch
) -> Iterator[SparsePlan]:
    """The plan of every round, before and after its prices are held against all pairs."""
    best = effort.engine or (by_flow if find_spec("ortools") else by_matching)
    edges = likely(blocks, effort.width, watch)
    for rounds in count(1):
        watch.progress(0, 1, say("Choosing the best proposal among the likely pairs"))
        network = Network(edges, blocks.shape[0], capacity, unplaced)
        mentor_of = best(network)
        total = float(network.losses(mentor_of).sum())
        plan = replace(plan, mentor_of=mentor_of, total=total, rounds=rounds)
        yield plan
        u, v = network_prices(network, mentor_of)
        step = say("Checking that no other pair can improve the proposal, round {round}", round=rounds)
        value, near = nearest(blocks, (u, v), max(2, effort.width // 2), step, watch)
        cheapest = np.minimum(u, value)
        bound = float(cheapest.sum() + (capacity * v).sum())
        if bound >= plan.bound:
            plan = replace(plan, u=cheapest, v=v, bound=bound)
        yield plan
        if np.array_equal(cheapest, u):
            return
        edges, before = Edges.all_of([edges, near]).unique(), len(edges.row)
        if len(edges.row) == before:
            return
