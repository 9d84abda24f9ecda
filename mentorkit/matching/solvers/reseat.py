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
        self._room = [*capacity.tolist(), len(lane_of)]
        self.seat(lane_of)
        self.reopen(open_to, is_full)

    @property
    def lane_of(self) -> Counts:
        """The plan: per mentee her lane, −1 for not placed."""
        seated = np.array(self._seated, dtype=np.int64)
        return np.where(seated == self._nowhere, -1, seated)

    def seat(self, lane_of: Counts) -> None:
        """Follow another plan from now on."""
        self._seated = (lane_of % (self._nowhere + 1)).tolist()
        self._members: list[set[int]] = [set() for _ in self._room]
        for row, lane in enumerate(self._seated):
            self._members[lane].add(row)

    def reopen(self, open_to: Mask, is_full: Mask) -> None:
        """Use these options from now on; the plan must be one of theirs."""
        self.open_to, self.is_full = open_to.copy(), is_full
        self._bits = _as_bits(open_to)
        self._may_empty = _as_bits(~np.append(is_full, False)[None, :])[0]

    def close(self, rows: Counts, lanes: Counts) -> bool:
        """Take these options away if the plan can do without them; else change nothing."""
        options = list(zip(rows.tolist(), lanes.tolist(), strict=True))
        broken = [row for row, lane in options if self._seated[row] == lane]
        kept = self._bits
        if broken:
            self._bits = kept.copy()
        for row, lane in options:
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
        before = self.lane_of
        if all(self._move(row) for row in broken):
            return True
        self.seat(before)
        return False

    def _move(self, row: int) -> bool:
        """Give one mentee another place; the others follow along a shortest alternating path."""
        home = self._seated[row]
        self._members[home].discard(row)
        came: dict[int, tuple[int, int]] = {}
        lane = self._search(row, home, came)
        if lane is None:
            self._members[home].add(row)
            return False
        mover = -1
        while mover != row:
            mover, before = came[lane]
            if mover >= 0:
                self._members[before].discard(mover)
                self._members[lane].add(mover)
                self._seated[mover] = lane
            lane = before
        return True

    def _search(self, row: int, home: int, came: dict[int, tuple[int, int]]) -> int | None:
        """The lane where a way out ends, and in `came` who moved from where to every lane reached.

        A way ends in the place left empty at home, or in another empty one when home need not
        be full. When it must, an empty place elsewhere is handed on to any lane that may be empty.
        """
        seen = self._bits[row]
        front = _reach(seen, (row, home), came)
        for lane in front:
            if seen >> home & 1:
                return home
            is_spare = len(self._members[lane]) < self._room[lane] and self._may_empty >> lane & 1
            if is_spare and self._may_empty >> home & 1:
                return lane
            for other in (-1, *self._members[lane]) if is_spare else self._members[lane]:
                fresh = (self._may_empty if other < 0 else self._bits[other]) & ~seen
                front += _reach(fresh, (other, lane), came)
                seen |= fresh
        return home if seen >> home & 1 else None


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
