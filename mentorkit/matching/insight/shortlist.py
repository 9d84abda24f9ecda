"""The first of two rounds: a few mentors for every mentee to talk to, no mentor shown too often."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array, vstack
from scipy.sparse.csgraph import maximum_flow

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.problem import SCALE, Counts, Ties
from mentorkit.matching.propose import Proposal

_TIE_BITS = 21
"""Ties are broken in steps of this many bits, so that a solver's tolerance never sees two as one."""


@dataclass(frozen=True)
class Shortlist:
    """Whom each mentee may talk to.

    `chosen` has shape `(n_mentees, n_mentors)`; `cap` is the most mentees that any mentor
    may be shown to.
    """

    chosen: Mask
    cap: int

    @property
    def exposure(self) -> Counts:
        """To how many mentees each mentor is shown."""
        counts: Counts = self.chosen.sum(axis=0)
        return counts


def shortlist_of(proposal: Proposal, k: int) -> Shortlist:
    """Up to `k` mentors for everybody whose mentor is not decided, among mentors with room."""
    room = proposal.problem.places.capacity
    lawful = proposal.allowed & np.isin(np.arange(len(proposal.mentor_of)), proposal.free)[:, None]
    return shortlist(proposal.score, lawful, room, k, proposal.pool.ties)


def shortlist(score: Floats, lawful: Mask, room: Counts, k: int, ties: Ties) -> Shortlist:
    """Up to `k` different lawful mentors with room per mentee; even first, then best.

    Everybody gets `k`, or as many as there are lawful ones. The most mentees that any mentor
    is shown to is the smallest number that allows this, and under that cap the total score
    is the highest there is: a linear programme whose corners are whole numbers, because
    its matrix is totally unimodular (Hoffman & Kruskal 1956, doi:10.1007/978-3-540-68279-0_3).
    Equal totals are decided by `ties`, so that the order of the rows changes nothing. That
    an even shortlist is a fair one is our own heuristic.
    """
    open_pairs = lawful & (room > 0)
    need = np.minimum(open_pairs.sum(axis=1), max(k, 0))
    cap = _smallest_cap(open_pairs, need)
    rows, columns = np.nonzero(open_pairs)
    mentors = open_pairs.shape[1]
    first = _Open(rows, columns, need, np.full(mentors, cap), np.zeros(mentors, dtype=np.bool_))
    shown = _best(first, _costs(score[rows, columns], ties[rows, columns]))
    chosen = np.zeros_like(open_pairs)
    chosen[rows[shown], columns[shown]] = True
    return Shortlist(chosen, cap)


def _smallest_cap(open_pairs: Mask, need: Counts) -> int:
    """The smallest cap per mentor under which every mentee gets what is needed; halving, by flows."""
    return bisect_left(range(len(need)), True, key=lambda cap: _reaches(open_pairs, need, cap))


def _reaches(open_pairs: Mask, need: Counts, cap: int) -> bool:
    """Whether a flow from mentees through lawful pairs to mentors gives every mentee what is needed."""
    mentees, mentors = open_pairs.shape
    rows, columns = np.nonzero(open_pairs)
    source, sink = mentees + mentors, mentees + mentors + 1
    tails = np.concatenate([np.full(mentees, source), rows, mentees + np.arange(mentors)])
    heads = np.concatenate([np.arange(mentees), mentees + columns, np.full(mentors, sink)])
    widths = np.concatenate([need, np.ones(len(rows), dtype=np.int64), np.full(mentors, cap)])
    network = csr_array((widths.astype(np.int32), (tails, heads)), shape=(sink + 1, sink + 1))
    return bool(maximum_flow(network, source, sink).flow_value == need.sum())


def _costs(score: Floats, ties: Ties) -> Iterator[Floats]:
    """What to make small, the first thing first: loss of score, then the ties from high to low."""
    yield np.rint(SCALE * (1.0 - score))
    for shift in (43, 22, 1):
        yield ((ties >> np.uint64(shift)) & np.uint64(2**_TIE_BITS - 1)).astype(np.float64)


@dataclass(frozen=True)
class _Open:
    """What is still open: pairs (as row and column), what everybody needs, and the room per mentor.

    `most` bounds how often a mentor may still be shown; those that are `full` are shown that
    often in every choice that is best so far.
    """

    row: Counts
    column: Counts
    need: Counts
    most: Counts
    full: Mask

    def best(self, cost: Floats) -> tuple[Mask, Floats, Floats]:
        """The cheapest choice, the reduced cost of every pair, and the price of every mentor's room.

        Prices of a corner are whole numbers where costs are, so rounding makes them exact.
        """
        places, ones = np.arange(len(self.row)), np.ones(len(self.row))
        of_row = coo_array((ones, (self.row, places)), shape=(len(self.need), len(places)))
        of_column = csr_array((ones, (self.column, places)), shape=(len(self.most), len(places)))
        result = linprog(
            cost,
            A_ub=vstack([of_column, -of_column[self.full]]),
            b_ub=np.concatenate([self.most, -self.most[self.full]]),
            A_eq=of_row,
            b_eq=self.need,
            bounds=(0, 1),
            method="highs-ds",
        )
        u = np.rint(result.eqlin.marginals)
        price, under = np.split(np.rint(result.ineqlin.marginals), [len(self.most)])
        price[self.full] -= under
        return result.x > 0.5, cost - u[self.row] - price[self.column], price

    def narrowed(self, reduced: Floats, price: Floats) -> "_Open":
        """What is open among the choices that are equally cheap: complementary slackness."""
        taken, still = reduced < 0, reduced == 0
        shown = np.bincount(self.column[taken], minlength=len(self.most))
        need = self.need - np.bincount(self.row[taken], minlength=len(self.need))
        return _Open(self.row[still], self.column[still], need, self.most - shown, self.full | (price < 0))


def _best(first: _Open, costs: Iterable[Floats]) -> Mask:
    """The pairs of the best shortlist: each cost chooses among what the costs before it leave equal."""
    left, places = first, np.arange(len(first.row))
    shown = np.zeros(len(places), dtype=np.bool_)
    for cost in costs:
        if not places.size:
            break
        chosen, reduced, price = left.best(cost[places])
        shown[places] = chosen
        left, places = left.narrowed(reduced, price), places[reduced == 0]
    return shown
