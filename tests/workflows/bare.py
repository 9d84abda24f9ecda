"""Bare problems asked as a reader of JSON asks them."""

import json
from typing import Any

import numpy as np

from mentorkit.matching.candidates import Floats
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.workflows.pairing.bare_problem import BareProblem


def answer(score: Floats, objective: str = "placed", price: float = 0.0, **more: Any) -> dict[str, Any]:
    """What `mentorkit solve` prints for these scores, NaN where a pair is forbidden."""
    cells = [[None if np.isnan(cell) else cell for cell in row] for row in score.tolist()]
    text = json.dumps({"score": cells, "objective": objective, "unplaced_price": price, **more})
    return BareProblem.read(text).answer(Watch())
