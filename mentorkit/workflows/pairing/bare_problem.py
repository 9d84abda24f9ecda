"""The bare problem: scores and places in, an assignment with its proof out, so that anyone can check us."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from mentorkit.errors import FileRefused
from mentorkit.matching.aims import AIMS, aim_of, best, proof
from mentorkit.matching.candidates import Floats
from mentorkit.matching.pool import mixed_numbers
from mentorkit.matching.problem import Counts, Goal, Places, Problem, Solution, Ties
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.text import say


@dataclass(frozen=True)
class BareProblem:
    """Scores of any range, shape `(n_mentees, n_mentors)`, NaN where a pair is forbidden."""

    score: Floats
    capacity: Counts
    goal: Goal

    @classmethod
    def read(cls, text: str) -> "BareProblem":
        """The problem in a JSON text: `score`, `capacity`, `objective` and `unplaced_price`.

        Without a capacity every mentor has one place, without an objective most mentees are
        placed first, without a price leaving a mentee out costs nothing. Raises FileRefused
        when the text says something else.
        """
        given = _object(text)
        score = _matrix(given.get("score"))
        capacity = _counts(given.get("capacity", [1] * score.shape[1]), score.shape[1])
        aim, price = given.get("objective", "placed"), given.get("unplaced_price")
        if aim not in [one.key for one in AIMS]:
            raise _refused("objective", ", ".join(one.key for one in AIMS))
        if price is not None and not _is_number(price):
            raise _refused("unplaced_price", "0.25")
        return cls(score, capacity, aim_of(aim).goal(float(price or 0.0), is_bare=True))

    def answer(self, watch: Watch) -> dict[str, Any]:
        """The best assignment, and dual prices in scores that prove it.

        For all lawful pairs `mentee[i] + mentor[j] >= score[i][j]`, no `mentor[j]` is
        negative, no `mentee[i]` is below minus `unplaced_price`, and the sum of `mentee`
        plus that of capacity times `mentor` is `bound`: the total less the price of
        everybody left out. Where points do not decide they prove that no plan places more, with every
        score taken as 0; `proven` says that each step after that was checked too. When
        `watch` stops a large one, the last plan is given, `proven` is false, and `gap` says
        what could at most still be won, in scores.
        """
        allowed = ~np.isnan(self.score)
        places = Places(self.capacity, np.zeros_like(self.capacity))
        problem = Problem.of(
            np.nan_to_num(self.score), allowed, places, _ties(self.score, self.capacity), self.goal
        )
        solution = best(problem, watch)
        rows = np.flatnonzero(solution.lane_of >= 0)
        found = proof(problem, solution)
        return {
            "assignment": [int(lane) if lane >= 0 else None for lane in solution.lane_of],
            "total": float(self.score[rows, solution.lane_of[rows]].sum()),
            "unplaced": np.flatnonzero(solution.lane_of < 0).tolist(),
            "duals": _duals(problem, solution),
            "proven": found.is_optimal,
            "gap": found.gap,
        }


def _duals(problem: Problem, solution: Solution) -> dict[str, Any]:
    problem = aim_of(problem.aim).priced(problem)
    top = problem.top
    mentee, mentor = top - solution.u / problem.point, -solution.v / problem.point
    return {
        "mentee": mentee.tolist(),
        "mentor": mentor.tolist(),
        "unplaced_price": problem.unplaced / problem.point - top,
        "bound": float(mentee.sum() + (np.maximum(problem.capacity, 0) * mentor).sum()),
    }


def _ties(score: Floats, capacity: Counts) -> Ties:
    """A number per pair that follows from what stands in its row and column, in whatever order."""
    columns = np.sort(score, axis=0).T
    rows = np.sort(score, axis=1)
    of_rows = [_hash(row.tobytes()) for row in rows]
    of_columns = [
        _hash(column.tobytes() + int(room).to_bytes(8, "little"))
        for column, room in zip(columns, capacity, strict=True)
    ]
    return mixed_numbers(
        np.array(of_rows, dtype=np.uint64), np.array(of_columns, dtype=np.uint64)
    ) ^ score.view(np.uint64)


def _hash(content: bytes) -> int:
    return int.from_bytes(hashlib.sha256(content).digest()[:8], "little")


def _object(text: str) -> Mapping[str, Any]:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise _refused("score", '{"score": [[0.8, null], [0.4, 0.9]], "capacity": [1, 2]}')
    return given


def _matrix(rows: Any) -> Floats:
    """Rows of equal length with numbers, or null where a pair is forbidden."""
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise _refused("score", "[[0.8, null], [0.4, 0.9]]")
    width = len(rows[0]) if rows else 0
    cells = [cell for row in rows for cell in row]
    if any(len(row) != width for row in rows) or not all(cell is None or _is_number(cell) for cell in cells):
        raise _refused("score", "[[0.8, null], [0.4, 0.9]]")
    matrix = np.array([np.nan if cell is None else float(cell) for cell in cells])
    return matrix.reshape(len(rows), width)


def _counts(given: Any, mentors: int) -> Counts:
    is_right = isinstance(given, list) and (not mentors or len(given) == mentors)
    if not is_right or not all(type(one) is int and 0 <= one < 2**31 for one in given):
        raise _refused("capacity", "[1, 2, 1]")
    return np.array(given[:mentors], dtype=np.int64)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12


def _refused(name: str, example: str) -> FileRefused:
    return FileRefused(
        "WRONG_PROBLEM",
        say(
            "The problem cannot be solved, because {name} is missing or not what it must be. "
            "This is how it looks: {example}.",
            name=name,
            example=example,
        ),
    )
