"""The aims: one file each, and this tuple, which is also their order on the page."""

from mentorkit.matching.aims import leximin, placed, total
from mentorkit.matching.aims.aim import Aim
from mentorkit.matching.check import Certificate
from mentorkit.matching.problem import Problem, Solution
from mentorkit.matching.solvers.blocks import SILENT, Watch
from mentorkit.model import AimKey

AIMS: tuple[Aim, ...] = (placed.AIM, total.AIM, leximin.AIM)


def aim_of(key: AimKey) -> Aim:
    """The aim that is stored under this key."""
    return next(aim for aim in AIMS if aim.key == key)


def best(problem: Problem, watch: Watch = SILENT) -> Solution:
    """The best plan for the aim of a problem, with its prices; `watch` follows a large one."""
    return aim_of(problem.aim).solve(problem, watch)


def proof(problem: Problem, solution: Solution) -> Certificate:
    """What is proven about a plan under the aim of its problem."""
    return aim_of(problem.aim).prove(problem, solution)
