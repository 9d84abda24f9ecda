"""The exact solver: most people placed, then most points, then ties by the data."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from mentorkit.matching.candidates import Floats, Mask

Assignment = NDArray[np.int64]
"""Per mentee the column of her mentor, -1 for not placed."""

SCALE = 1_000_000
"""Scores are compared to a millionth, as whole numbers, so that ties are real ties."""

_EXACT = 2**50
"""Whole numbers up to here keep the solver's sums exact in double precision."""


def solve(score: Floats, allowed: Mask, capacity: NDArray[np.int64], ties: NDArray[np.uint64]) -> Assignment:
    """The best lawful plan for scores 0–1 of shape `(n_mentees, n_mentors)`.

    No lawful plan places more mentees; none that places as many has a higher total (to
    a millionth per pair); among those the sum of `ties` (reduced to the room that exact
    arithmetic leaves) is smallest. Nobody gets more mentees than her capacity.

    Steps: 1. one column per free seat; 2. whole-number costs in which a point outweighs
    all ties together, and one person not placed outweighs all points together; 3. solve
    the assignment problem; 4. who sits in an unlawful seat is not placed.

    Solver: scipy's shortest augmenting paths (Crouse 2016, doi:10.1109/TAES.2016.140952).
    """
    seats = np.repeat(np.arange(score.shape[1]), np.clip(capacity, 0, score.shape[0]))
    assignment = np.full(score.shape[0], -1, dtype=np.int64)
    cost = costs(score, allowed, ties, most=min(score.shape[0], seats.size))
    rows, taken = linear_sum_assignment(cost[:, seats])
    columns = seats[taken]
    lawful = allowed[rows, columns]
    assignment[rows[lawful]] = columns[lawful]
    return assignment


def costs(score: Floats, allowed: Mask, ties: NDArray[np.uint64], most: int) -> Floats:
    """Whole-number costs of every pair when at most `most` pairs can be made."""
    tie_room = max(1, int(_EXACT // (SCALE * (most + 1) ** 2)))
    point = most * tie_room + 1
    lost = np.rint(SCALE * (1.0 - score)) * point + (ties % np.uint64(tie_room)).astype(np.float64)
    not_placed = float((most + 1) * (SCALE * point + tie_room))
    return np.where(allowed, lost, not_placed)
