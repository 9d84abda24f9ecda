"""Random problems without people, and what the best plan of each is by trying everything."""

from dataclasses import dataclass

import numpy as np

from mentorkit.matching.aims import aim_of
from mentorkit.matching.candidates import Floats, Mask
from mentorkit.matching.problem import SCALE, AimKey, Counts, Places, Problem, Ties

AIMS: tuple[AimKey, ...] = ("placed", "total", "leximin")

Worth = tuple[int, ...]
"""What a plan is worth under an aim: the higher the better, its parts in order of importance."""


@dataclass(frozen=True)
class Case:
    """Scores of mentees (rows) and mentors (columns), lawful pairs, places and the fewest wanted."""

    score: Floats
    allowed: Mask
    capacity: Counts
    least: Counts
    price: float
    ties: Ties

    def problem(self, aim: AimKey) -> Problem:
        places = Places(self.capacity, self.least)
        return Problem.of(self.score, self.allowed, places, self.ties, aim_of(aim).goal(self.price))

    @property
    def points(self) -> Counts:
        """Scores in whole millionths, rounded as losses are."""
        return SCALE - np.rint(SCALE * (1.0 - self.score)).astype(np.int64)


def random_case(rng: np.random.Generator, most: int, steps: int = 0) -> Case:
    """Sizes from none up, few or many lawful pairs, coarse or fine scores, room from 0 to 3."""
    shape = tuple(rng.integers(0, most + 1, 2))
    steps = steps or int(rng.choice([1, 4, 1000, 1_000_000]))
    return Case(
        score=rng.integers(0, steps + 1, shape) / steps,
        allowed=rng.random(shape) < rng.choice([0.2, 0.5, 0.9]),
        capacity=rng.integers(0, rng.choice([2, 4]), shape[1]),
        least=rng.integers(0, rng.choice([1, 3]), shape[1]),
        price=float(rng.choice([0.0, 0.25, 0.5, -0.5, 1.0])),
        ties=random_ties(rng, shape),
    )


def random_ties(rng: np.random.Generator, shape: tuple[int, ...]) -> Ties:
    return rng.integers(0, 2**64, shape, dtype=np.uint64)


def mentors_of(problem: Problem, lane_of: Counts) -> Counts:
    """Per mentee the column of her mentor, −1 for none."""
    mentors: Counts = np.append(problem.mentor, -1)[lane_of]
    return mentors


def assert_lawful(case: Case, mentor_of: Counts) -> None:
    rows = np.flatnonzero(mentor_of >= 0)
    assert case.allowed[rows, mentor_of[rows]].all()
    assert (np.bincount(mentor_of[rows], minlength=len(case.capacity)) <= case.capacity).all()


def worth(case: Case, mentor_of: Counts, aim: AimKey) -> Worth:
    """What a plan is worth, worked out from the scores themselves."""
    rows = np.flatnonzero(mentor_of >= 0)
    load = np.bincount(mentor_of[rows], minlength=len(case.capacity))
    filled = int(np.minimum(load, case.least).sum())
    points = sorted(case.points[rows, mentor_of[rows]].tolist())
    if aim == "total":
        return filled, sum(points) - round(SCALE * case.price) * (len(mentor_of) - len(rows))
    return (len(rows), filled, *points) if aim == "leximin" else (len(rows), filled, sum(points))


def best(case: Case, aim: AimKey) -> int:
    """The most that a plan can be worth, by trying everything; as `as_number` tells it.

    Place by place, for every set of mentees the most that it can be worth: an array with
    one axis of length 2 per mentee.
    """
    count = len(case.score)
    gains, fills, placed = _gains(case, aim)
    found = np.full((2,) * count, -(10**200), dtype=object)
    found[(0,) * count] = 0
    for column, room in enumerate(np.minimum(case.capacity, count).tolist()):
        for place in range(room):
            before = found.copy()
            for row in np.flatnonzero(case.allowed[:, column]).tolist():
                gain = gains[row][column] + placed + (fills if place < case.least[column] else 0)
                at = (slice(None),) * row
                found[(*at, 1)] = np.maximum(found[(*at, 1)], before[(*at, 0)] + gain, dtype=object)
    return int(found.max()) if count else 0


def as_number(case: Case, mentor_of: Counts, aim: AimKey) -> int:
    """What a plan is worth as one number, on the scale of `best`."""
    gains, fills, placed = _gains(case, aim)
    rows = np.flatnonzero(mentor_of >= 0).tolist()
    load = np.bincount(mentor_of[rows], minlength=len(case.capacity))
    filled = int(np.minimum(load, case.least).sum())
    return sum(gains[row][mentor_of[row]] + placed for row in rows) + filled * fills


def _gains(case: Case, aim: AimKey) -> tuple[list[list[int]], int, int]:
    """What a pair adds, what a minimum place adds, and what being placed adds."""
    if aim == "leximin":
        # One mentee fewer at a low score outweighs everybody at the scores above it.
        levels = np.unique(case.points[case.allowed])[::-1]
        rank = np.searchsorted(-levels, -case.points)
        gains = [[-((len(case.score) + 1) ** int(one)) for one in row] for row in rank]
        much = 2 * (len(case.score) + 1) ** (len(levels) + 1)
    else:
        gains, much = case.points.tolist(), 4 * SCALE * (len(case.score) + 1)
    fills = much * (len(case.score) + 1)
    return gains, fills, round(SCALE * case.price) if aim == "total" else fills * (len(case.score) + 1)
