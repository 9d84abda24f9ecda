"""Large programmes: a few pairs are looked at closely, and the plan is the best of all pairs all the same."""

from dataclasses import dataclass, field
from threading import Event

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from mentorkit.matching.candidates import Floats
from mentorkit.matching.problem import Counts
from mentorkit.matching.solvers import blocks
from mentorkit.matching.solvers.blocks import Blocks, Losses, Watch
from mentorkit.matching.solvers.large import sparse
from mentorkit.matching.solvers.large.flow import Edges, Engine, Network, by_flow, by_matching
from mentorkit.matching.solvers.large.nearby import first_prices, likely, nearest
from mentorkit.matching.solvers.large.sparse import Effort, SparsePlan, solve_sparsely
from mentorkit.text import say

ENGINES: tuple[Engine, ...] = (by_matching, by_flow)


@dataclass(frozen=True)
class Market:
    """Losses with infinity where a pair is forbidden, places per mentor, the loss of not being placed."""

    losses: Floats
    capacity: Counts
    unplaced: float

    @property
    def least(self) -> float:
        """The loss of the best plan, by scipy over all pairs with a private way out for everybody."""
        count, big = len(self.losses), 1e15
        seats = np.repeat(np.arange(len(self.capacity)), self.capacity)
        pairs = np.where(np.isfinite(self.losses), self.losses, big)[:, seats]
        costs = np.hstack([pairs, np.full((count, count), self.unplaced)])
        return float(costs[linear_sum_assignment(costs)].sum())


def market(rng: np.random.Generator, most: int = 12) -> Market:
    """Coarse or fine losses, few or many lawful pairs, room from 0 to 3, three ways to price a mentee."""
    shape = tuple(rng.integers(0, most, 2))
    top = int(rng.choice([3, 20, 1_000_000]))
    losses = rng.integers(0, top + 1, shape).astype(np.float64)
    losses[rng.random(shape) < rng.choice([0, 0.25, 0.7, 1])] = np.inf
    price = float(rng.choice([0, top // 2, (shape[0] + 1) * (top + 1)]))
    return Market(losses, rng.integers(0, 4, shape[1]), price)


def large(seed: int = 3) -> Market:
    """Long rows, so that their smallest values are sought in groups of columns."""
    rng = np.random.default_rng(seed)
    like = rng.random((90, 4)) @ rng.random((4, 1100)) / 4
    losses = np.rint(1e6 * (1 - like))
    losses[rng.random(losses.shape) < 0.25] = np.inf
    return Market(losses, rng.integers(0, 2, 1100), 91e6)


def is_lawful(plan: SparsePlan, given: Market) -> bool:
    placed = np.flatnonzero(plan.mentor_of >= 0)
    load = np.bincount(plan.mentor_of[placed], minlength=len(given.capacity))
    pairs = given.losses[placed, plan.mentor_of[placed]]
    loss = pairs.sum() + given.unplaced * (len(plan.mentor_of) - len(placed))
    return bool((load <= given.capacity).all() and np.isfinite(pairs).all() and loss == plan.total)


def is_proven(plan: SparsePlan, given: Market) -> bool:
    """The prices hold for all pairs and add up to the loss of the plan."""
    holds = (plan.u[:, None] + plan.v <= given.losses).all() and (plan.u <= given.unplaced).all()
    adds_up = plan.u.sum() + (given.capacity * plan.v).sum() == plan.total
    return bool(holds and (plan.v <= 0).all() and adds_up)


def broken_cases(engine: Engine, cases: int = 300) -> int:
    """Of some hundred random markets, those whose plan is not the best or not proven to be."""
    rng, broken = np.random.default_rng(7), 0
    for case in range(cases):
        given = market(rng)
        losses: Losses = given.losses.astype(np.float32) if case % 2 else given.losses
        effort = Effort(width=int(rng.integers(1, 4)), engine=engine)
        plan = solve_sparsely(losses, given.capacity, given.unplaced, effort)
        is_right = plan.total == given.least and is_lawful(plan, given) and is_proven(plan, given)
        broken += not (is_right and plan.is_optimal)
    return broken


@pytest.mark.parametrize("engine", ENGINES)
def test_the_plan_is_the_best_of_all_pairs_and_its_prices_prove_it(engine: Engine):
    assert broken_cases(engine) == 0


@pytest.mark.parametrize("engine", ENGINES)
def test_without_the_check_of_all_pairs_the_plan_is_not_the_best(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
):
    def nothing_found(blocks: Blocks, *_: object) -> tuple[Floats, Edges]:
        none = np.empty(0, dtype=np.int64)
        return np.full(blocks.shape[0], np.inf), Edges(none, none, np.empty(0))

    monkeypatch.setattr(sparse, "nearest", nothing_found)
    assert broken_cases(engine) > 10


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("width", [1, 4])
def test_long_rows_take_some_rounds_and_end_at_the_optimum(engine: Engine, width: int):
    given = large()
    plan = solve_sparsely(given.losses, given.capacity, given.unplaced, Effort(width=width, engine=engine))
    assert (plan.total, is_proven(plan, given), plan.rounds > 1) == (given.least, True, True)


def test_a_price_is_what_one_more_place_gains():
    given = market(np.random.default_rng(12))
    plan = solve_sparsely(given.losses, given.capacity, given.unplaced)
    for mentor, price in enumerate(plan.v):
        more = given.capacity + (np.arange(len(given.capacity)) == mentor)
        gained = plan.total - Market(given.losses, more, given.unplaced).least
        assert gained == -price


@pytest.mark.parametrize("calls", [0, 3, 64, 66, 70, 130])
def test_whoever_stops_gets_the_last_plan_and_what_is_proven_about_it(calls: int):
    given, asked = large(), Asked(calls)
    plan = solve_sparsely(given.losses, given.capacity, given.unplaced, Effort(width=1), asked.watch)
    assert is_lawful(plan, given)
    assert plan.total - plan.gap <= given.least <= plan.total


@dataclass
class Asked:
    """Asks to stop after so many blocks, and keeps what it hears."""

    calls: int
    heard: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def watch(self) -> Watch:
        return Watch(lambda done, total, step: self.heard.append((done, total, step.id)), self._stop)

    def _stop(self) -> bool:
        self.calls -= 1
        return self.calls < 0


def test_progress_tells_every_step_up_to_its_end():
    given, asked = large(), Asked(10_000)
    solve_sparsely(given.losses, given.capacity, given.unplaced, watch=asked.watch)
    steps = {step: (done, total) for done, total, step in asked.heard}
    assert len(steps) == 3
    assert [done == total for done, total in steps.values()] == [True, False, True]


@dataclass(frozen=True)
class FirstIsLast:
    """The first block of a pass is there only once every other was asked for: all of them see old news."""

    losses: Losses
    others_are_asked: Event = field(default_factory=Event)

    @property
    def shape(self) -> tuple[int, ...]:
        return self.losses.shape

    def __getitem__(self, rows: slice) -> Losses:
        if rows.stop == len(self.losses):
            self.others_are_asked.set()
        if rows.start == 0 and rows.stop is not None:
            assert self.others_are_asked.wait(60)
            self.others_are_asked.clear()
        return self.losses[rows]


def test_the_same_losses_give_the_same_plan_whatever_the_threads_do(monkeypatch: pytest.MonkeyPatch):
    given = large()

    def found(losses: Blocks) -> list[list[int]]:
        pairs = likely(losses, 4, Watch())
        plan = solve_sparsely(losses, given.capacity, given.unplaced)
        return [pairs.row.tolist(), pairs.column.tolist(), plan.mentor_of.tolist()]

    old_news = found(FirstIsLast(given.losses))
    monkeypatch.setattr(blocks, "_THREADS", 1)
    assert old_news == found(given.losses)


def test_a_first_price_is_the_share_of_how_far_below_the_others_a_mentor_is():
    """By hand: the means are 20, 40 and 60; the last mentor, whom nobody may have, costs nothing."""
    losses = np.array([[10.0, 40.0, 60.0, np.inf], [30.0, np.inf, 60.0, np.inf]])
    assert first_prices(losses).tolist() == [-28.0, -14.0, 0.0, 0.0]


def test_losses_too_large_for_whole_numbers_go_to_the_other_engine():
    given = large()
    plan = solve_sparsely(given.losses, given.capacity, 2.0**62, Effort(engine=by_flow))
    assert (plan.mentor_of >= 0).all()


def test_the_smallest_of_a_long_row_are_the_smallest_of_a_sorted_one():
    given, width = large(), 5
    prices = np.full(90, np.inf), np.zeros(1100)
    value, edges = nearest(given.losses, prices, width, say("step"), Watch())
    smallest = np.sort(given.losses, axis=1)[:, :width]
    assert np.array_equal(value, smallest[:, 0])
    assert np.array_equal(np.sort(edges.loss.reshape(-1, width), axis=1), smallest)


def test_a_network_without_pairs_places_nobody():
    empty = Network(Edges(np.empty(0, int), np.empty(0, int), np.empty(0)), 2, np.ones(3, int), 5.0)
    assert [engine(empty).tolist() for engine in ENGINES] == [[-1, -1], [-1, -1]]
