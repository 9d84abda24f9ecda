"""The bare problem: scores and places in, an assignment with its proof out, so that anyone can check us."""

from dataclasses import dataclass
from typing import Annotated, Any

import numpy as np
from pydantic import BaseModel, BeforeValidator, FailFast, Field, ValidationError

from mentorkit.errors import FileRefused
from mentorkit.matching.aims import AIMS, aim_of, best, proof
from mentorkit.matching.candidates import Floats
from mentorkit.matching.pool import hashes, mixed_numbers
from mentorkit.matching.problem import Counts, Places, Problem, Solution, Target, Ties
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.model import AimKey
from mentorkit.text import say

Number = Annotated[float, Field(strict=True, gt=-1e12, lt=1e12, allow_inf_nan=False)]


def _whole(told: object) -> object:
    return int(told) if isinstance(told, float) and told.is_integer() else told


Place = Annotated[int, BeforeValidator(_whole), Field(strict=True, ge=0, lt=2**31)]

_EXAMPLES = {
    "": '{"score": [[0.8, null], [0.4, 0.9]], "capacity": [1, 2]}',
    "score": "[[0.8, null], [0.4, 0.9]]",
    "capacity": "[1, 2, 1]",
    "objective": ", ".join(aim.key for aim in AIMS),
    "unplaced_price": "0.25",
}
"""How each part of a problem looks, and under no name the whole."""


class _Told(BaseModel, extra="forbid"):
    """A problem as its JSON tells it; null stands where a pair is forbidden."""

    score: list[Annotated[list[Number | None], FailFast()]]
    capacity: list[Place] = []
    objective: AimKey = "placed"
    unplaced_price: Number | None = None


@dataclass(frozen=True)
class BareProblem:
    """Scores of any range, shape `(n_mentees, n_mentors)`, NaN where a pair is forbidden."""

    score: Floats
    capacity: Counts
    goal: Target

    @classmethod
    def read(cls, text: str) -> "BareProblem":
        """The problem in a JSON text: `score`, `capacity`, `objective` and `unplaced_price`.

        Without a capacity every mentor has one place, without an objective most mentees are
        placed first, without a price leaving a mentee out costs nothing. Raises FileRefused
        when the text says something else: in which part, and in which row, column or place of it,
        counted from 0.
        """
        try:
            told = _Told.model_validate_json(text)
        except ValidationError as error:
            raise _refused(*error.errors()[0]["loc"]) from None
        mentors = len(told.score[0]) if told.score else 0
        if uneven := next((row for row, line in enumerate(told.score) if len(line) != mentors), None):
            raise _refused("score", uneven)
        capacity = told.capacity if "capacity" in told.model_fields_set else [1] * mentors
        if mentors and len(capacity) != mentors:
            raise _refused("capacity")
        score = np.array(told.score, dtype=np.float64).reshape(len(told.score), mentors)
        goal = aim_of(told.objective).goal(told.unplaced_price or 0.0, is_bare=True)
        return cls(score, np.array(capacity[:mentors], dtype=np.int64), goal)

    def answer(self, watch: Watch) -> dict[str, Any]:
        """The best assignment, and dual prices in scores that prove it.

        For all lawful pairs `mentee[i] + mentor[j] >= score[i][j]`, no `mentor[j]` is
        negative, no `mentee[i]` is below minus `unplaced_price`, and the sum of `mentee`
        plus that of capacity times `mentor` is `bound`: the total less the price of
        everybody left out. Where points do not decide they prove that no plan places more, with every
        score taken as 0; `proven` says that each step after that was checked too. When
        `watch` stops a large one, the last plan is given, `proven` is false, and `gap` says
        what could at most still be won, in scores.

        Equal totals are settled by what stands in rows and columns, so their order does not matter, but
        for two that hold the same numbers in another order: exchanged, they may give another plan, as good.
        """
        score, allowed = np.nan_to_num(self.score), ~np.isnan(self.score)
        places = Places(self.capacity, np.zeros_like(self.capacity))
        problem = Problem.of(score, allowed, places, _ties(self.score, self.capacity), self.goal)
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
    rows = [row.tobytes() for row in np.sort(score, axis=1)]
    columns = zip(np.sort(score, axis=0).T, capacity, strict=True)
    rooms = [column.tobytes() + room.tobytes() for column, room in columns]
    return mixed_numbers(hashes(rows), hashes(rooms)) ^ score.view(np.uint64)


def _refused(name: object = "", *place: object) -> FileRefused:
    """The refusal of a text, in which this is wrong; nothing in it when it is no problem at all."""
    message = say(
        "The problem cannot be solved, because {name} is missing or not what it must be. "
        "This is how it looks: {example}.",
        name=f"{name or 'score'}{''.join(f'[{index}]' for index in place)}",
        example=_EXAMPLES.get(str(name), _EXAMPLES[""]),
    )
    return FileRefused("WRONG_PROBLEM", message)
