"""A made-up programme of any size, scored block by block: no matrix of all pairs ever exists.

Run by hand, with room for two threads of ours and none for those of the matrix products:
`OPENBLAS_NUM_THREADS=1 python tests/benchmarks/synthetic.py 100000 35000 3 by_flow`.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from numpy.typing import NDArray

from mentorkit.matching.solvers.blocks import Watch
from mentorkit.matching.solvers.large import flow
from mentorkit.matching.solvers.large.sparse import Effort, solve_sparsely
from mentorkit.text import Message, speaker

Features = NDArray[np.float32]
Kinds = NDArray[np.int64]

TOPICS, VALUES, SLOTS, CITIES, LEVELS, STYLES, UNITS, LANGUAGES = 40, 16, 10, 50, 6, 5, 12, 5
COVERAGE, PLACE, LEVEL, STYLE, SHARED_VALUES, TIME = 0.35, 0.15, 0.15, 0.05, 0.15, 0.15
"""Weights of the criteria; together 1."""


@dataclass(frozen=True)
class Synthetic:
    """Losses in millionths, rows mentees; infinity where department, language or level forbids.

    `wishes` and `gifts` hold everything that is a sum over features, weights included:
    their product is coverage of goals, distance, level and style at once.
    """

    wishes: Features
    gifts: Features
    values: tuple[Features, Features]
    slots: tuple[Features, Features]
    rules: tuple[Features, Features]

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.wishes), len(self.gifts)

    def __getitem__(self, rows: slice) -> Features:
        """The losses of some mentees with every mentor."""
        score = self.wishes[rows] @ self.gifts.T
        mine, theirs = self.values
        shared = mine[rows] @ theirs.T
        shared /= mine[rows].sum(axis=1)[:, None] + theirs.sum(axis=1)
        shared *= 2 * SHARED_VALUES
        score += shared
        free = self.slots[0][rows] @ self.slots[1].T
        np.minimum(free, TIME, out=free)
        score += free
        loss = np.subtract(1, score, out=score)
        loss *= 1_000_000
        np.rint(loss, out=loss)
        np.maximum(loss, 0, out=loss)
        loss[(self.rules[0][rows] @ self.rules[1].T) < 1] = np.inf
        return loss


def synthetic(mentees: int, mentors: int, seed: int = 1) -> Synthetic:
    """People with popular and rare topics, cities on a map, levels and languages."""
    rng = np.random.default_rng(seed)
    sides = mentees, mentors
    popular = 1 / np.arange(2, TOPICS + 2) ** 0.7
    goals, offers = some(mentees, popular, 1, 4, rng), some(mentors, popular, 2, 8, rng)
    map_of = rng.random((CITIES, 2)) * 200
    near = 1 - np.linalg.norm(map_of[:, None] - map_of, axis=2).clip(0, 100) / 100
    step = np.arange(LEVELS)[None, :] - np.arange(LEVELS)[:, None]
    gap = 1 - np.abs(step - 2) / 5
    like = 1 - np.abs(np.subtract.outer(np.arange(STYLES), np.arange(STYLES))) / 4
    level = one_hot(rng.choice(4, mentees), LEVELS), one_hot(rng.choice(LEVELS, mentors), LEVELS)
    crowd = rng.dirichlet(np.full(CITIES, 1.0))
    city = [one_hot(rng.choice(CITIES, size, p=crowd), CITIES) for size in sides]
    style = [one_hot(rng.choice(STYLES, size), STYLES) for size in sides]
    unit = [one_hot(rng.choice(UNITS, size), UNITS) for size in sides]
    tongue = [spoken(size, rng) for size in sides]
    wishes = [COVERAGE * goals / goals.sum(axis=1, keepdims=True), PLACE * city[0] @ near]
    wishes += [LEVEL * level[0] @ gap, STYLE * style[0] @ like]
    values = [some(size, np.ones(VALUES), 2, 5, rng) for size in sides]
    slots = [some(size, np.ones(SLOTS), 2, 6, rng) for size in sides]
    # A pair is lawful when languages in common outweigh one department or a mentor of lower level.
    rule = np.hstack([tongue[0], -9 * unit[0], -9 * level[0] @ (step < 0)])
    return Synthetic(
        np.hstack(wishes).astype(np.float32),
        np.hstack([offers, city[1], level[1], style[1]]).astype(np.float32),
        (values[0], values[1]),
        (np.float32(TIME / 2) * slots[0], slots[1]),
        (rule.astype(np.float32), np.hstack([tongue[1], unit[1], level[1]])),
    )


def some(size: int, chance: NDArray[np.float64], least: int, most: int, rng: np.random.Generator) -> Features:
    """A few words per person, more often the popular ones (Gumbel top-k sampling)."""
    keys = np.log(chance) + rng.gumbel(size=(size, len(chance)))
    count = rng.integers(least, most + 1, size)
    rank = np.argsort(np.argsort(-keys, axis=1), axis=1)
    return (rank < count[:, None]).astype(np.float32)


def spoken(size: int, rng: np.random.Generator) -> Features:
    """Most people share the first language."""
    known = rng.random((size, LANGUAGES)) < np.array([0.9, 0.5, 0.1, 0.05, 0.05])
    known[~known.any(axis=1), 0] = True
    return known.astype(np.float32)


def one_hot(kind: Kinds, kinds: int) -> Features:
    return np.eye(kinds, dtype=np.float32)[kind]


def main() -> None:
    """Mentees, mentors, places per mentor and the engine come from the command line."""
    mentees, mentors, places = (int(number) for number in sys.argv[1:4])
    people, capacity = synthetic(mentees, mentors), np.full(mentors, places)
    begin, spent, told = perf_counter(), process_time(), {""}

    def tell(_done: int, _total: int, step: Message) -> None:
        sentence = speaker("en")(step)
        if sentence not in told:
            sys.stdout.write(f"{perf_counter() - begin:8.1f} s  {sentence}\n")
            sys.stdout.flush()
            told.add(sentence)

    effort = Effort(engine=getattr(flow, sys.argv[4]))
    plan = solve_sparsely(people, capacity, float(1_000_000 * (mentees + 1)), effort, Watch(tell))
    took, worked = perf_counter() - begin, process_time() - spent
    placed = int((plan.mentor_of >= 0).sum())
    sys.stdout.write(f"{took:.1f} s, {worked:.1f} s of processor; {placed} placed, gap {plan.gap:.0f}, ")
    sys.stdout.write(f"total {plan.total:.0f}, {plan.rounds} rounds\n")


if __name__ == "__main__":
    main()
