"""How long one move of a slider takes: from weights to an explained proposal.

Run by hand: `python tests/benchmarks/bench_matching.py`. Times mean little on another
machine; the ratio to bare scipy, measured in the same run on the same matrix, does.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from scipy.optimize import linear_sum_assignment

from mentorkit.frames import Snapshot
from mentorkit.matching import (
    DEFAULT_WEIGHTS,
    Pool,
    Proposal,
    Settings,
    explain,
    plan_change,
    propose,
    unplaced,
)
from mentorkit.matching.candidates import Floats
from mentorkit.model import Application, Person, Programme, Role

RUNS = 20
SIZES = ((90, 60, 2), (200, 200, 1), (500, 500, 1), (500, 177, 3))
"""Mentees, mentors, and the room of every mentor."""

WORDS = {
    "topics": ("planning", "coaching", "presenting", "strategy", "finance", "design", "writing", "data"),
    "values": ("growth", "calm", "humour", "order", "freedom"),
    "interests": ("chess", "cycling", "cooking", "rowing", "reading", "music"),
    "channels": ("video", "phone", "office"),
    "availability": ("monday", "tuesday", "wednesday", "thursday", "friday"),
    "languages": ("Dutch", "English", "German"),
}
UNITS = ("Care", "ICT", "Finance", "People", "Law", "Sales")
CITIES = ("Utrecht", "Zwolle", "Breda")
ANSWERED = 0.9
"""Share of the questions that people answer."""


def programme(mentees: int, mentors: int, room: int) -> Snapshot:
    """Sign-ups in which each answer is missing now and then and each team has a manager."""
    rng = np.random.default_rng(20260914)
    roles: list[Role] = ["mentee"] * mentees + ["mentor"] * mentors
    people = [person(f"p{place:04d}", rng) for place in range(len(roles))]
    signed_up = [application(one.id, role, room, rng) for one, role in zip(people, roles, strict=True)]
    return Snapshot.of(Programme(id="programme", name="Programme"), people, signed_up)


def some(name: str, rng: np.random.Generator) -> tuple[str, ...]:
    words = WORDS[name]
    chosen = rng.permutation(len(words))[: rng.integers(1, 4)]
    return tuple(words[place] for place in chosen) if rng.random() < ANSWERED else ()


def person(name: str, rng: np.random.Generator) -> Person:
    return Person(
        id=name,
        full_name=f"Person {name}",
        email=f"{name}@example.org",
        department=UNITS[rng.integers(len(UNITS))],
        city=CITIES[rng.integers(len(CITIES))],
        level=float(rng.integers(1, 7)),
        years_experience=float(rng.integers(0, 35)),
        languages=("Dutch", *some("languages", rng)),
        manager_name=f"Person p{rng.integers(40):04d}",
    )


def application(name: str, role: Role, room: int, rng: np.random.Generator) -> Application:
    return Application(
        id=f"{name}-{role}",
        person_id=name,
        role=role,
        topics=some("topics", rng),
        goals=some("topics", rng),
        values=some("values", rng),
        interests=some("interests", rng),
        channels=some("channels", rng),
        availability=some("availability", rng),
        working_style=int(rng.integers(1, 6)),
        feedback_style=int(rng.integers(1, 6)),
        capacity=room,
        has_consented=True,
    )


def explained(pool: Pool, settings: Settings, before: Proposal) -> Proposal:
    """All that the page needs after a slider: plan, reasons of all pairs, who waits, what moved."""
    proposal = propose(pool, settings)
    for row in proposal.placed.tolist():
        explain(proposal, row, int(proposal.mentor_of[row]))
    unplaced(proposal)
    plan_change(before, proposal)
    return proposal


def seat_costs(proposal: Proposal) -> Floats:
    """The very matrix the solver gets: one column per seat."""
    problem = proposal.problem
    seats = np.repeat(np.arange(len(problem.capacity)), np.clip(problem.capacity, 0, len(problem.loss)))
    cost = np.minimum(problem.options[:, :-1], problem.unplaced)
    return np.ascontiguousarray(cost[:, seats])


def milliseconds(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return 1000 * (perf_counter() - begin)


def measure(mentees: int, mentors: int, room: int) -> str:
    """One line of the table; the weights change a little on every run, as under a slider."""
    pool = Pool.of(programme(mentees, mentors, room))
    rng = np.random.default_rng(1)
    whole, bare = [], []
    now = propose(pool, Settings(DEFAULT_WEIGHTS))
    for _ in range(RUNS):
        moved = {key: weight + float(rng.integers(0, 10)) for key, weight in DEFAULT_WEIGHTS.items()}
        whole.append(milliseconds(partial(explained, pool, Settings(moved), now)))
        now = propose(pool, Settings(moved))
        bare.append(milliseconds(partial(linear_sum_assignment, seat_costs(now))))
    ours, scipys = median(whole), median(bare)
    size = f"{mentees:>5} x {mentors:<5} {room:>4}"
    told = f"{now.allowed.mean():.0%} lawful, {len(now.placed)} placed"
    return f"{size} {ours:>10.1f} {scipys:>10.1f} {ours / scipys:>8.2f}   {told}"


def main() -> None:
    sys.stdout.write(f"medians of {RUNS} runs; from weights to an explained proposal\n")
    sys.stdout.write(f"{'size':>13} {'room':>4} {'ms':>10} {'scipy ms':>10} {'ratio':>8}\n")
    for size in SIZES:
        sys.stdout.write(measure(*size) + "\n")


if __name__ == "__main__":
    main()
