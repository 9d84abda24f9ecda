"""How fast the solvers are here: the same work as bare scipy, timed in the same run.

Run by hand: `python tests/benchmarks/measured.py [MENTEESxMENTORSxPLACES …] [--large] [--huge]`.
--large adds 10,000 x 10,000, which takes minutes; --huge adds 100,000 x 35,000, and Ctrl+C ends
it with the last plan.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from mentorkit.cli.progress import watched
from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, DEFAULT_WEIGHTS, Pool, Proposal, Settings, explain, propose, unplaced
from mentorkit.matching.aims.pair_price import prices
from mentorkit.matching.duals import Nearby
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.matching.solvers.large import sparse
from mentorkit.model import Application, Person, Programme, Role
from mentorkit.text import speaker

RUNS = 5
_FEATURES, _TEAMS = 24, 4
LARGE, HUGE = (10_000, 10_000, 1), (100_000, 35_000, 3)
_MILLION = 1_000_000

Work: TypeAlias = Callable[[], object]
Size: TypeAlias = tuple[int, int, int]
"""Mentees, mentors, and the places of every mentor."""


@dataclass(frozen=True)
class Made:
    """Made-up people: what mentees wish, how well each mentor gives it, and in which team all are.

    A score is a mean of gifts, weighted by wishes; nobody is paired within a team, which
    forbids a quarter of the pairs. Losses are computed per block, in millionths.
    """

    wishes: NDArray[np.float32]
    gifts: NDArray[np.float32]
    teams: tuple[NDArray[np.int64], NDArray[np.int64]]

    @classmethod
    def of(cls, mentees: int, mentors: int, seed: int = 1) -> "Made":
        """People who wish for a few things each; the same ones for the same seed."""
        rng = np.random.default_rng(seed)
        wishes = rng.dirichlet(np.full(_FEATURES, 0.3), mentees).astype(np.float32)
        gifts = rng.random((mentors, _FEATURES), dtype=np.float32)
        return cls(wishes, gifts, (rng.integers(_TEAMS, size=mentees), rng.integers(_TEAMS, size=mentors)))

    @property
    def shape(self) -> tuple[int, int]:
        """How many mentees and mentors there are."""
        return len(self.wishes), len(self.gifts)

    def __getitem__(self, rows: slice) -> NDArray[np.float32]:
        """The losses of these mentees with every mentor; infinity within a team."""
        loss = self.wishes[rows] @ self.gifts.T
        np.subtract(1, loss, out=loss)
        loss *= _MILLION
        np.rint(loss, out=loss)
        loss[self.teams[0][rows, None] == self.teams[1]] = np.inf
        return loss


@dataclass(frozen=True)
class Row:
    """One line of the table: what was timed, in milliseconds, and how often scipy's time it took."""

    what: str
    ours: float
    scipy: float
    ratio: float


def rows(sizes: list[Size]) -> Iterator[Row]:
    """The table, line by line as it is measured."""
    for size in ((500, 500, 1), (500, 177, 3)):
        yield from _desk(size)
    for size in sizes:
        losses = Made.of(*size[:2])[:]
        capacity, out = np.full(size[1], size[2]), float(_MILLION * (size[0] + 1))
        what = f"Large solver, {_named(size)}"
        runs = RUNS if losses.size < _MILLION * 10 else 1
        scipys = partial(_bare, np.where(np.isfinite(losses), losses, out), capacity)
        yield _compared(what, partial(sparse.solve_sparsely, losses, capacity, out), scipys, runs)


def huge(size: Size, watch: Watch) -> str:
    """What a solve of this size takes, over blocks that are computed on the way."""
    begin = perf_counter()
    people, capacity = Made.of(*size[:2]), np.full(size[1], size[2])
    plan = sparse.solve_sparsely(people, capacity, float(_MILLION * (size[0] + 1)), watch=watch)
    took, placed = perf_counter() - begin, int((plan.mentor_of >= 0).sum())
    share = (
        f"at most {100 * plan.gap / plan.total:.6f} %" if np.isfinite(plan.gap) else "nobody knows how far"
    )
    return f"{_named(size)}: {took:.0f} seconds, {placed} placed, {share} from the best plan."


def _named(size: Size) -> str:
    return "{} x {}, places: {}".format(*size)


def _desk(size: Size) -> Iterator[Row]:
    """What happens under a slider, and the prices of all other pairs."""
    pool, before = _pool(size), Settings(DEFAULT_WEIGHTS)
    rng = np.random.default_rng(1)
    moved = {key: weight + float(rng.integers(1, 10)) for key, weight in DEFAULT_WEIGHTS.items()}
    proposal = propose(pool, before)
    problem, solution = proposal.problem, proposal.solution
    scipys = partial(_bare, np.where(problem.allowed, problem.loss, problem.unplaced), problem.capacity)
    what = f"From weights to an explained plan, {_named(size)}"
    yield _compared(what, partial(_explained, pool, Settings(moved)), scipys)
    what = f"The price of every other pair, {_named(size)}"
    yield _compared(what, lambda: prices(Nearby(problem, solution)), scipys)


def _explained(pool: Pool, settings: Settings) -> Proposal:
    proposal = propose(pool, settings)
    for row in proposal.placed.tolist():
        explain(proposal, row, int(proposal.mentor_of[row]))
    unplaced(proposal)
    return proposal


def _pool(size: Size) -> Pool:
    """A pool in which every criterion has made-up values and a quarter of the pairs is forbidden."""
    mentees, mentors, places = size
    sides: tuple[tuple[Role, int], ...] = (("mentee", mentees), ("mentor", mentors))
    roles = [role for role, size_of in sides for _ in range(size_of)]
    people = [Person(id=f"p{place:05d}", full_name=f"Person {place}") for place in range(len(roles))]
    applications = [
        Application(id=one.id, person_id=one.id, role=role, capacity=places, has_consented=True)
        for one, role in zip(people, roles, strict=True)
    ]
    blank = Pool.of(Snapshot.of(Programme(id="bench", name="Bench"), people, applications))
    made = [Made.of(mentees, mentors, seed) for seed in range(len(CRITERIA))]
    layers = np.stack([one.wishes.astype(np.float64) @ one.gifts.T for one in made])
    return replace(blank, layers=layers, forbidden=made[0].teams[0][:, None] == made[0].teams[1])


def _bare(losses: NDArray[np.floating], capacity: NDArray[np.int64]) -> None:
    """Scipy's dense solver on the same losses, one column per place."""
    seats = np.repeat(np.arange(len(capacity)), capacity)
    linear_sum_assignment(losses if len(seats) == len(capacity) else losses[:, seats])


def milliseconds(work: Work) -> float:
    """How long something takes."""
    begin = perf_counter()
    work()
    return 1000 * (perf_counter() - begin)


def _compared(what: str, ours: Callable[[], object], scipys: Callable[[], object], runs: int = RUNS) -> Row:
    """Medians of runs that take turns, so that both meet the same computer."""
    times = [(milliseconds(ours), milliseconds(scipys)) for _ in range(runs)]
    return Row(
        what,
        median(one for one, _ in times),
        median(other for _, other in times),
        median(one / other for one, other in times),
    )


def told(arguments: list[str]) -> Iterator[str]:
    """The table and what was asked for beside it, line by line."""
    sizes = [tuple(map(int, one.split("x"))) for one in arguments if not one.startswith("--")]
    yield "Time in milliseconds: mentorkit, bare scipy, and mentorkit as a share of scipy."
    for row in rows([*(sizes or [(2000, 707, 3)]), *[LARGE] * ("--large" in arguments)]):
        yield f"{row.what:<66} {row.ours:>10.1f} {row.scipy:>10.1f} {row.ratio:>7.2f}"
    if "--huge" in arguments:
        with watched(speaker("en")) as watch:
            yield huge(HUGE, watch)


if __name__ == "__main__":
    for line in told(sys.argv[1:]):
        sys.stdout.write(f"{line}\n")
