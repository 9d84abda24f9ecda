"""Solvers: from whole-number losses to a plan, one file each."""

from mentorkit.matching.problem import Problem, Solution
from mentorkit.matching.solvers import exact, leximin
from mentorkit.matching.solvers.blocks import Watch

_SILENT = Watch()


def best(problem: Problem, watch: Watch = _SILENT) -> Solution:
    """The best plan for the aim of a problem, with its prices; `watch` follows a large one."""
    return leximin.solve(problem) if problem.aim == "leximin" else exact.solve(problem, watch)
