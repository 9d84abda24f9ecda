"""Solvers: from whole-number losses to a plan, one file each."""

from mentorkit.matching.problem import Problem, Solution
from mentorkit.matching.solvers import exact, leximin


def best(problem: Problem) -> Solution:
    """The best plan for the aim of a problem, with its prices."""
    return leximin.solve(problem) if problem.aim == "leximin" else exact.solve(problem)
