"""New pairs in a running programme: what each number of pairs that move buys, for a person to choose from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from mentorkit.matching.aims import aim_of
from mentorkit.matching.pool import Pool
from mentorkit.matching.problem import Counts, Places, Problem
from mentorkit.matching.propose import Proposal, Settings, kept_by_decision, propose, score_pairs
from mentorkit.matching.solvers.blocks import SILENT, Watch
from mentorkit.matching.solvers.few_moves import Arranged, Rearranging

FINE = 5
"""Up to so many moves each number is proven by itself; beyond, a few on the way to the best plan of all."""

_BEYOND = 2


@dataclass(frozen=True)
class Reach:
    """What a re-match leaves alone, by the ids of mentees: pairs that `stay`, and who is to `wait` on."""

    stay: frozenset[str] = frozenset()
    wait: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Exchange:
    """One mentee who had a mentor and gets another; rows and columns."""

    row: int
    before: int
    after: int


@dataclass(frozen=True, eq=False)
class Rematch:
    """One way to make new pairs: the proposal, and the pairs that end for it.

    `standing` are the confirmed pairs before it, as rows and columns.
    """

    proposal: Proposal
    standing: tuple[tuple[int, int], ...]

    @cached_property
    def exchanges(self) -> tuple[Exchange, ...]:
        """The mentees who get another mentor than they have."""
        plan = self.proposal.mentor_of
        moved = ((row, column, int(plan[row])) for row, column in self.standing)
        return tuple(Exchange(*one) for one in sorted(moved) if one[1] != one[2])

    @property
    def moves(self) -> int:
        """How many pairs end so that others can begin."""
        return len(self.exchanges)

    @cached_property
    def placed(self) -> tuple[int, ...]:
        """The rows of waiting mentees who get a mentor."""
        had = {row for row, _ in self.standing}
        return tuple(row for row in self.proposal.placed.tolist() if row not in had)

    @property
    def mean(self) -> float:
        """The mean score of all pairs there would be, 0–1; NaN without any."""
        return self.proposal.total / len(self.proposal.placed) if len(self.proposal.placed) else float("nan")


def rematches(
    pool: Pool, settings: Settings, reach: Reach = Reach(), watch: Watch = SILENT
) -> tuple[Rematch, ...]:
    """From the best plan in which no pair moves to the best plan of all, fewest moves first.

    No plan with as few moves is better than the one given for them, and each is better than the one before:
    it places more of those who wait, or as many with more points (beyond what is rounded). Who has a mentor
    is never left without one, and a pair that is kept by a word of the coordinator stays. Under an aim that
    does not add up points, most people placed and then most points count.
    """
    settings = settings if aim_of(settings.aim).sums_points else replace(settings, aim="placed")
    pool, standing = _within(pool, reach), pool.confirmed
    scores = score_pairs(pool, settings)
    decided = kept_by_decision(pool, scores.allowed)[0]
    pool = replace(pool, wished=tuple(pair for pair in pool.wished if decided[pair[0]] == pair[1]))
    mentees = pool.candidates.mentees["id"].to_list()
    stays = {pair for pair in standing if mentees[pair[0]] in reach.stay or pair in pool.wished}
    moving = {row: column for row, column in standing if (row, column) not in stays}
    rows = np.array([row for row in range(len(mentees)) if row in moving or decided[row] < 0], dtype=np.int64)
    home = np.array([moving.get(row, -1) for row in rows.tolist()], dtype=np.int64)
    allowed = scores.allowed[rows]
    allowed[home >= 0, home[home >= 0]] = True
    places = _places(pool, np.delete(decided, rows), home)
    problem = Problem.of(scores.score[rows], allowed, places, pool.ties[rows], settings.goal)
    own = (home >= 0)[:, None] & (problem.mentor == home[:, None])
    engine = Rearranging(problem.before_others(home >= 0), own, watch)
    return tuple(
        Rematch(_proposal(pool, settings, set(rows[engine.left(step.lane_of)].tolist()), watch), standing)
        for step in _steps(engine)
    )


def _steps(engine: Rearranging) -> Iterator[Arranged]:
    """The plans of the menu: each has more moves and less loss than the one before.

    What scores can differ by because they are rounded, a millionth each, is no reason to move anybody.
    """
    last, free, rounded = engine.all_stay(), engine.free(), len(engine.own)
    yield last
    for moves in range(1, min(FINE, free.moves - 1) + 1):
        found = engine.best_within(moves, last)
        if found and found.loss < last.loss - rounded:
            yield found
            last = found
    for one in (*engine.hull(last, free, _BEYOND), free):
        if (one.moves > FINE or one is free) and one.loss < last.loss - rounded:
            yield one
            last = one


def _within(pool: Pool, reach: Reach) -> Pool:
    """The pool in which nobody new goes to a mentor who has more mentees than room, nor who is to wait on."""
    load = np.bincount([column for _, column in pool.confirmed], minlength=len(pool.capacity))
    waits = pool.candidates.mentees["id"].is_in(reach.wait).to_numpy()
    forbidden = pool.forbidden | waits[:, None] | (load > pool.capacity)[None, :]
    others = tuple(replace(other, forbidden=forbidden) for other in pool.others)
    wished = tuple(pair for pair in pool.wished if not waits[pair[0]])
    return replace(pool, forbidden=forbidden, others=others, wished=wished)


def _places(pool: Pool, decided: Counts, home: Counts) -> Places:
    """The places beside those of decided pairs; who has a place keeps it also where there are too many."""
    count = len(pool.capacity)
    taken = np.bincount(decided[decided >= 0], minlength=count)
    held = np.bincount(home[home >= 0], minlength=count)
    return Places(np.maximum(pool.capacity - taken, held), np.maximum(pool.least - taken, 0))


def _proposal(pool: Pool, settings: Settings, moved: set[int], watch: Watch) -> Proposal:
    """The proposal in which the pairs of these mentees end; ties by the data, proven as any other."""
    stand = tuple(pair for pair in pool.confirmed if pair[0] not in moved)
    return propose(replace(pool, confirmed=stand), settings, watch, moved)
