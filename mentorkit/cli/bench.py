"""`mentorkit bench`: how long a plan with its proof takes here, beside bare scipy in the same run."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np
import typer
from scipy.optimize import linear_sum_assignment

from mentorkit.matching.aims import best
from mentorkit.matching.problem import Places, Problem, Target
from mentorkit.text import Message, Speaker, say

_RUNS = 5


def beside_scipy(size: str, speak: Speaker) -> Message:
    """Made-up scores, a quarter of the pairs forbidden; medians of runs that take turns."""
    mentees, mentors, places = _size(size, speak)
    rng, capacity = np.random.default_rng(1), np.full(mentors, places)
    score, allowed = rng.random((mentees, mentors)), rng.random((mentees, mentors)) < 0.75
    ties = np.arange(score.size, dtype=np.uint64).reshape(score.shape)
    problem = Problem.of(score, allowed, Places(capacity, np.zeros_like(capacity)), ties, Target())
    seats = np.repeat(np.where(allowed, problem.loss, problem.unplaced), capacity, axis=1)
    times = [
        (_time(lambda: best(problem)), _time(lambda: linear_sum_assignment(seats))) for _ in range(_RUNS)
    ]
    ours, scipys = (median(one) for one in zip(*times, strict=True))
    told = say(
        "{size}: the best proposal with its proof in {ours} ms, bare scipy without a proof in {scipys} ms."
    )
    return told.filled(size=size, ours=round(ours), scipys=round(scipys))


def _time(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return 1000 * (perf_counter() - begin)


def _size(text: str, speak: Speaker) -> tuple[int, int, int]:
    """Three whole numbers of 1 or more; wrong use when they are not."""
    try:
        mentees, mentors, places = (int(part) for part in text.split("x"))
    except ValueError:
        mentees = mentors = places = 0
    if min(mentees, mentors, places) < 1:
        wrong = say("Write a size as MENTEESxMENTORSxPLACES, for instance 2000x707x3, not {size}.", size=text)
        raise typer.BadParameter(speak(wrong), param_hint="--size")
    return mentees, mentors, places
