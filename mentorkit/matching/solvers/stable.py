"""A stable plan: no mentee and mentor who would both rather have each other."""

import numpy as np

from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.problem import Counts, Ties


def stable(of_mentees: Floats, of_mentors: Floats, allowed: Mask, capacity: Counts, ties: Ties) -> Counts:
    """The stable plan that is best for all mentees at once; per mentee a column, −1 for none.

    `of_mentees` and `of_mentors` say how much each side likes a pair (higher is better),
    all of shape `(n_mentees, n_mentors)`; equal likings are settled by `ties`. Whoever is
    not placed is so in every stable plan (rural hospitals theorem).

    Steps: 1. every mentee without a mentor asks the next on her list; 2. a mentor keeps
    those she likes best, up to her capacity, and the others ask on. Deferred acceptance:
    Gale & Shapley 1962 (doi:10.1080/00029890.1962.11989827).
    """
    count, mentors = allowed.shape
    wish_list = _ranked(of_mentees, ties)
    rank = np.argsort(_ranked(of_mentors.T, ties.T), axis=1).T
    held: list[list[int]] = [[] for _ in range(mentors)]
    asked = [0] * count
    waiting = list(range(count))[::-1]
    while waiting:
        row = waiting.pop()
        while asked[row] < mentors:
            column = int(wish_list[row, asked[row]])
            asked[row] += 1
            if not allowed[row, column] or capacity[column] <= 0:
                continue
            held[column].append(row)
            if len(held[column]) <= capacity[column]:
                break
            row = max(held[column], key=lambda other: rank[other, column])  # noqa: B023 - called at once
            held[column].remove(row)
    mentor_of = np.full(count, -1, dtype=np.int64)
    for column, rows in enumerate(held):
        mentor_of[rows] = column
    return mentor_of


def blocking_pairs(
    of_mentees: Floats, of_mentors: Floats, allowed: Mask, capacity: Counts, plan: Counts
) -> Mask:
    """Lawful pairs whose two people would both rather have each other than what the plan gives them.

    A mentee without a mentor likes every lawful one better; a mentor with a free place, or
    with a mentee she likes less, would take another. Equal likings block nothing.
    """
    rows = np.flatnonzero(plan >= 0)
    now = np.full(len(plan), -np.inf)
    now[rows] = of_mentees[rows, plan[rows]]
    least_liked = np.full(len(capacity), np.inf)
    np.minimum.at(least_liked, plan[rows], of_mentors[rows, plan[rows]])
    load = np.bincount(plan[rows], minlength=len(capacity))
    least_liked[load < capacity] = -np.inf
    least_liked[capacity <= 0] = np.inf
    return allowed & (of_mentees > now[:, None]) & (of_mentors > least_liked[None, :])


def _ranked(liking: Floats, ties: Ties) -> Counts:
    """For each row the columns, best liked first; equal likings by the lower tie."""
    return np.lexsort((ties, -liking), axis=1)
