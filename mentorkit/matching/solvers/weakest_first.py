"""Protect the weakest: the lowest pair as high as can be, then the next lowest, and so on."""

from collections.abc import Iterator

import numpy as np

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.duals import stage_prices, tight
from mentorkit.matching.problem import Counts, Problem, Solution
from mentorkit.matching.solvers import exact
from mentorkit.matching.solvers.reseat import Seating
from mentorkit.matching.solvers.settle import cheapest, settle, undecided


def solve_weakest_first(problem: Problem) -> Solution:
    """The plan whose losses, sorted from the highest down, are lexicographically least.

    As many mentees as possible are placed, and as many minimum places filled, before.
    Steps: 1. the options that place most mentees; 2. from the highest loss down, take away
    every option at that loss if the plan can be repaired without it by alternating paths;
    3. where it cannot, solve for the fewest mentees at that loss and keep only the options
    that such plans use; 4. settle ties. The prices prove step 1; `duals.stages` proves the rest.

    Lexicographic bottleneck assignment: Burkard & Rendl 1991
    (doi:10.1016/0167-6377(91)90056-P); the repair by paths is our own.
    """
    first = exact.solve_exactly(problem.placing)
    open_to = tight(problem.placing, first)
    seating = Seating(open_to, first.v < 0, problem.capacity, first.lane_of)
    for rows, lanes in _groups(problem.levels, open_to):
        is_open = seating.open_to[rows, lanes]
        rows, lanes = rows[is_open], lanes[is_open]  # noqa: PLW2901 - those still open
        if seating.close(rows, lanes):
            continue
        if len(rows) == 1:
            seating.hold(int(rows[0]), int(lanes[0]))
        else:
            _fewest_at(rows, lanes, problem.capacity, seating)
    lane_of = settle(seating.open_to, seating.is_full, problem, seating.lane_of)
    return Solution(lane_of, first.u, first.v)


def _groups(losses: Floats, open_to: Mask) -> Iterator[tuple[Counts, Counts]]:
    """The open options by loss, the highest first, as rows and lanes; 'not placed' is none of them."""
    rows, lanes = np.nonzero(open_to & np.isfinite(losses))
    found = -losses[rows, lanes]
    order = np.argsort(found, kind="stable")
    ends = np.flatnonzero(np.diff(found[order])) + 1
    yield from zip(np.split(rows[order], ends), np.split(lanes[order], ends), strict=True)


def _fewest_at(rows: Counts, lanes: Counts, capacity: Counts, seating: Seating) -> None:
    """Seat as few mentees as possible in these options, and close what such plans do not use."""
    cost = np.zeros(seating.open_to.shape)
    cost[rows, lanes] = 1.0
    choosing = undecided(seating.open_to)
    if len(choosing):
        seating.seat(cheapest(cost[choosing], seating.open_to, seating.is_full, capacity, seating.lane_of))
    cost[~seating.open_to] = np.inf
    u, v = stage_prices(cost, seating.lane_of, seating.is_full)
    seating.reopen(cost - u[:, None] - v == 0, seating.is_full | (v[:-1] < 0))
