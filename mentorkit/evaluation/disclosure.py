"""Which cells of a table of people stay hidden, so that nobody can be found in it, also by subtracting.

A cell of 1 to k − 1 people is hidden, and others with it: the cheapest that leave no hidden cell to be worked
out from the totals, found by integer and audited by linear programs. In every row and column with something
hidden, what is hidden is at least k people together. Our own heuristic; the totals must be of k people or
more.
"""

import numpy as np
import numpy.typing as npt
from scipy.optimize import LinearConstraint, linprog, milp

Counts = npt.NDArray[np.int64]
Hidden = npt.NDArray[np.bool_]

FEWEST = 5
"""People in a cell from which it is shown."""


def hidden_cells(table: Counts, k: int = FEWEST) -> Hidden:
    """Which cells of a two-way table with published totals are hidden, True where they are.

    `table` holds counts of people without totals; a table of one row is one-way. A zero is shown unless
    another cell needs it. All is hidden where nothing less protects.

    >>> hidden_cells(np.array([[12, 3, 9, 30]])).tolist()
    [[False, True, True, False]]
    """
    counts = np.atleast_2d(np.asarray(table, dtype=np.int64))
    small = (counts > 0) & (counts < k)
    if not small.any():
        return small
    refused: list[Hidden] = []
    while True:
        found = _cheapest(counts, small, refused, k)
        if found is None:
            return np.ones_like(small)
        open_cells = _worked_out(counts, found) & small
        if not open_cells.any():
            return found
        refused.append(found)


def bounds(table: Counts, hides: Hidden) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The lowest and highest count that a reader of totals and shown cells can prove of each cell."""
    counts = np.atleast_2d(np.asarray(table, dtype=np.int64))
    cells, low, high = np.argwhere(hides), counts.astype(float), counts.astype(float)
    if not len(cells):
        return low, high
    lines = _lines(counts.shape)[:, hides.ravel()]
    sums = lines @ counts[hides]
    for place, cell in enumerate(map(tuple, cells)):
        for sign, into in ((1, low), (-1, high)):
            cost = np.zeros(len(cells))
            cost[place] = sign
            into[cell] = sign * linprog(cost, A_eq=lines, b_eq=sums, bounds=(0, None)).fun
    return low, high


def _cheapest(counts: Counts, small: Hidden, refused: list[Hidden], k: int) -> Hidden | None:
    """The fewest people hidden with these cells, by lines with none or at least two hidden cells.

    Each line (row or column) has a switch y: at least 2 y cells and k y people are hidden in it, and no cell
    without y. A pattern that was refused needs at least one more cell.
    """
    size, lines = counts.size, _lines(counts.shape)
    many = len(lines)
    both = [np.hstack([lines, -2 * np.eye(many)]), np.hstack([lines * counts.ravel(), -k * np.eye(many)])]
    off = np.hstack([lines, -lines.sum(axis=1)[:, None] * np.eye(many)])
    more = [np.concatenate([~one.ravel(), np.zeros(many)]) for one in refused]
    rules = [LinearConstraint(part, 0, np.inf) for part in both] + [LinearConstraint(off, -np.inf, 0)]
    rules += [LinearConstraint(one, 1, np.inf) for one in more]
    cost = np.concatenate([counts.ravel() + 1 / (1 + size), np.zeros(many)])
    from_ = np.concatenate([small.ravel(), np.zeros(many)])
    solved = milp(cost, constraints=rules, integrality=np.ones(size + many), bounds=(from_, 1))
    return None if solved.x is None else np.reshape(solved.x[:size] > 0.5, counts.shape)


def _worked_out(counts: Counts, hides: Hidden) -> Hidden:
    low, high = bounds(counts, hides)
    found: Hidden = hides & (high - low < 0.5)
    return found


def _lines(shape: tuple[int, ...]) -> npt.NDArray[np.float64]:
    """Which cells stand in each row and, when there is more than one row, in each column."""
    rows, columns = shape
    lines = [np.kron(np.eye(rows), np.ones(columns))]
    lines += [np.kron(np.ones(rows), np.eye(columns))] if rows > 1 else []
    return np.vstack(lines)
