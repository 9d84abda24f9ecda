"""Repairing a plan: when an option is taken away, others move along until all fits again."""

import numpy as np

from mentorkit.matching.candidates import Mask
from mentorkit.matching.problem import Counts


class Seating:
    """A plan and the options it may use, changed in place while options are taken away.

    `open_to` has shape `(n_mentees, n_lanes + 1)`, 'not placed' last; lanes marked
    `is_full` must keep all their places taken. Options are kept as bits too, so that a
    search over hundreds of lanes takes microseconds.
    """

    def __init__(self, open_to: Mask, is_full: Mask, capacity: Counts, lane_of: Counts) -> None:
        self._nowhere = open_to.shape[1] - 1
        self.lane_of = lane_of
        self._room = [*capacity.tolist(), len(lane_of)]
        self.reopen(open_to, is_full)

    def reopen(self, open_to: Mask, is_full: Mask) -> None:
        """Use these options from now on; the plan must be one of theirs."""
        self.open_to, self.is_full = open_to.copy(), is_full
        self._bits = _as_bits(open_to)
        self._may_empty = ~sum(1 << int(lane) for lane in np.flatnonzero(is_full))

    def close(self, rows: Counts, lanes: Counts) -> bool:
        """Take these options away if the plan can do without them; else change nothing."""
        broken = rows[self.lane_of[rows] % (self._nowhere + 1) == lanes].tolist()
        kept = self._bits
        if broken:
            self._bits = kept.copy()
        for row, lane in zip(rows.tolist(), lanes.tolist(), strict=True):
            self._bits[row] &= ~(1 << lane)
        if broken and not self._mend(broken):
            self._bits = kept
            return False
        self.open_to[rows, lanes] = False
        return True

    def hold(self, row: int, lane: int) -> None:
        """Leave a mentee the one option that no plan can do without."""
        self._bits[row] = 1 << lane
        self.open_to[row] = False
        self.open_to[row, lane] = True

    def _mend(self, broken: list[int]) -> bool:
        """Give everybody in `broken` another place; nobody moves unless all of them can."""
        seated = (self.lane_of % (self._nowhere + 1)).tolist()
        members: list[set[int]] = [set() for _ in self._room]
        for row, lane in enumerate(seated):
            members[lane].add(row)
        if not all(self._move(row, seated, members) for row in broken):
            return False
        self.lane_of = np.array([-1 if lane == self._nowhere else lane for lane in seated])
        return True

    def _move(self, row: int, seated: list[int], members: list[set[int]]) -> bool:
        """Give one mentee another place; the others follow along a shortest alternating path.

        Her old place may stay empty unless its lane must stay full; an empty place may be
        handed on from one lane that need not be full to another.
        """
        home = seated[row]
        members[home].discard(row)
        came: dict[int, tuple[int, int]] = {}
        front = self._visit(row, -1, 0, came)
        seen = self._bits[row]
        goal = home if seen >> home & 1 else None
        place = 0
        while goal is None and place < len(front):
            lane = front[place]
            place += 1
            if len(members[lane]) < self._room[lane] and self._may_empty >> lane & 1:
                if self._may_empty >> home & 1:
                    goal = lane
                    break
                fresh = self._may_empty & ~seen & ((1 << len(self._room)) - 1)
                front += _reach(fresh, (-1, lane), came)
                seen |= fresh
            for other in members[lane]:
                fresh = self._bits[other] & ~seen
                front += _reach(fresh, (other, lane), came)
                seen |= fresh
            if seen >> home & 1:
                goal = home
        if goal is None:
            members[home].add(row)
            return False
        self._follow(goal, came, row, seated, members)
        return True

    def _visit(self, row: int, lane: int, seen: int, came: dict[int, tuple[int, int]]) -> list[int]:
        return _reach(self._bits[row] & ~seen, (row, lane), came)

    def _follow(
        self,
        goal: int,
        came: dict[int, tuple[int, int]],
        row: int,
        seated: list[int],
        members: list[set[int]],
    ) -> None:
        """Move everybody along the path that ends in `goal`."""
        lane = goal
        while True:
            mover, before = came[lane]
            if mover >= 0:
                if before >= 0:
                    members[before].discard(mover)
                members[lane].add(mover)
                seated[mover] = lane
            if mover == row:
                return
            lane = before


def _reach(fresh: int, step: tuple[int, int], came: dict[int, tuple[int, int]]) -> list[int]:
    """The lanes in a set of bits, each noted with the step that reached it."""
    lanes = []
    while fresh:
        lowest = fresh & -fresh
        lane = lowest.bit_length() - 1
        came[lane] = step
        lanes.append(lane)
        fresh ^= lowest
    return lanes


def _as_bits(options: Mask) -> list[int]:
    """Each row of a mask as one whole number, lane 0 its lowest bit."""
    packed = np.packbits(options, axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in packed]
