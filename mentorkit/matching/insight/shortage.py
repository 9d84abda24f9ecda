"""Shortage: who proves that there are not enough places, and what one more would add."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations

import numpy as np

from mentorkit.matching.aims.pair_price import price
from mentorkit.matching.candidates import Mask
from mentorkit.matching.problem import Counts
from mentorkit.matching.propose import Proposal
from mentorkit.matching.unplaced import takes_part

_SEARCHED = 12
"""Up to this many mentors the smallest shortage is looked for among all sets of them."""


@dataclass(frozen=True)
class Shortage:
    """Mentees who together may go to these mentors only, and these have fewer places.

    Rows and columns of the pool, in order. `seats` counts the places of these mentors that
    no decided pair takes; it is always less than the number of mentees.
    """

    mentees: tuple[int, ...]
    mentors: tuple[int, ...]
    seats: int

    @property
    def short(self) -> int:
        """How many of these mentees no plan can place."""
        return len(self.mentees) - self.seats


@dataclass(frozen=True)
class SeatValue:
    """What one more place with a mentor (column) would add: people placed, and scores."""

    column: int
    placed: int
    points: float


def shortages(proposal: Proposal) -> tuple[Shortage, ...]:
    """Why nobody else can be placed: for each group of mentees the mentors they compete for.

    Together they are short of exactly as many places as the largest plan leaves mentees
    out, and groups share no mentor. A mentee who may go to nobody is a group alone, without
    mentors. Steps: 1. place as many as possible; 2. from each mentee left out follow who
    sits with the lawful mentors, and where they may go; 3. join groups that share a mentor. The
    groups do not depend on which largest plan was found (Dulmage & Mendelsohn 1958,
    doi:10.4153/CJM-1958-052-0); Hall's theorem makes them a proof. Who takes no part is in none.
    """
    seating, waits = _Seating.of(proposal), takes_part(proposal.pool.candidates.mentees)
    groups: list[Shortage] = []
    for row in (row for row in seating.left_out if waits[row]):
        joined = [seating.around(row)]
        joined += [one for one in groups if not set(joined[0].mentors).isdisjoint(one.mentors)]
        groups = [one for one in groups if one not in joined]
        rows = chain.from_iterable(one.mentees for one in joined)
        groups.append(seating.shortage(rows, chain.from_iterable(one.mentors for one in joined)))
    return tuple(sorted(groups, key=lambda one: (-len(one.mentees), one.mentees)))


def core(proposal: Proposal, shortage: Shortage) -> Shortage:
    """A smallest part of a shortage that proves it by itself: without any one of them all fit.

    Among up to 12 mentors it is the smallest there is. Among more, where no quick way to
    the smallest is known, it is the smallest of those around one mentee who is left out;
    they too can do without nobody.
    """
    seating = _Seating.of(proposal)
    found = min((seating.around(row) for row in seating.left_out if row in shortage.mentees), key=_size)
    if len(shortage.mentors) <= _SEARCHED:
        found = min([found, *_closed(seating, shortage, found)], key=_size)
    return found


def seat_values(proposal: Proposal) -> tuple[SeatValue, ...]:
    """What one more place would add, for every mentor; best first, those without effect left out.

    Exact: it is minus the dual price of the mentor's places, see `duals.shortest`. A place more
    than the minimum is meant where the mentor set one. Where leaving a mentee out has a price
    `points` counts that as well; where points do not decide they are 0.
    """
    problem = proposal.aim.priced(proposal.problem)
    worth = -proposal.solution.v[: len(proposal.pool.capacity)]
    gains = [(column, price(problem, float(worth[column]))) for column in np.flatnonzero(worth > 0).tolist()]
    values = [SeatValue(column, gain.placed, gain.score) for column, gain in gains]
    return tuple(sorted(values, key=lambda one: (-one.placed, -one.points, one.column)))


@dataclass(frozen=True)
class _Seating:
    """A plan that places as many undecided mentees as possible; rows and columns of the pool."""

    rows: Counts
    allowed: Mask
    room: Counts
    mentor_of: Counts

    @classmethod
    def of(cls, proposal: Proposal) -> "_Seating":
        free, room = proposal.free, proposal.problem.places.capacity
        seating = cls(free, proposal.allowed[free], room, proposal.mentor_of[free].copy())
        # Where leaving out has a price a mentee can be left out although there is a place.
        for place in np.flatnonzero(seating.mentor_of < 0).tolist():
            seating._seat(place)
        return seating

    @property
    def left_out(self) -> list[int]:
        """Rows of the mentees without a mentor."""
        return [*self.rows[self.mentor_of < 0].tolist()]

    def around(self, row: int) -> Shortage:
        """A mentee and everybody who could hand a place on to her, and the mentors they may go to."""
        place = int(np.searchsorted(self.rows, row))
        came = self._reach(place)[0]
        members = np.flatnonzero(np.isin(self.mentor_of, [*came])).tolist()
        return self.shortage(self.rows[[place, *members]].tolist(), came)

    def shortage(self, rows: Iterable[int], columns: Iterable[int]) -> Shortage:
        """These mentees and mentors with the places they have."""
        mentors = sorted(set(columns))
        return Shortage(tuple(sorted(set(rows))), tuple(mentors), int(self.room[mentors].sum()))

    def _reach(self, place: int) -> tuple[dict[int, int], int]:
        """Mentors reached from a mentee with who would come to them, and the first with room, or −1."""
        load = np.bincount(self.mentor_of[self.mentor_of >= 0], minlength=len(self.room))
        came: dict[int, int] = {}
        front = [place]
        for member in front:
            for column in np.flatnonzero(self.allowed[member]).tolist():
                if column in came:
                    continue
                came[column] = member
                if load[column] < self.room[column]:
                    return came, column
                front.extend(np.flatnonzero(self.mentor_of == column).tolist())
        return came, -1

    def _seat(self, place: int) -> None:
        """Give a mentee a place if others can move along."""
        came, column = self._reach(place)
        while column >= 0:
            member = came[column]
            column, self.mentor_of[member] = int(self.mentor_of[member]), column


def _size(shortage: Shortage) -> tuple[int, int, tuple[int, ...]]:
    return len(shortage.mentees), len(shortage.mentors), shortage.mentees


def _closed(seating: _Seating, shortage: Shortage, found: Shortage) -> Iterator[Shortage]:
    """Smaller sets: mentees who may go to some of the mentors only, one more than these have places."""
    places = np.searchsorted(seating.rows, shortage.mentees)
    open_to = seating.allowed[places]
    for size in range(len(shortage.mentors)):
        for columns in combinations(shortage.mentors, size):
            seats = int(seating.room[list(columns)].sum())
            if seats + 1 >= len(found.mentees):
                continue
            elsewhere = np.delete(open_to, list(columns), axis=1).any(axis=1)
            inside = np.flatnonzero(~elsewhere)
            if len(inside) > seats:
                members = [shortage.mentees[one] for one in inside[: seats + 1].tolist()]
                used = np.flatnonzero(open_to[inside[: seats + 1]].any(axis=0)).tolist()
                yield seating.shortage(members, used)
