"""What the best plan is stands in one file per aim, and nobody else asks which aim it is."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from mentorkit.matching.aims import AIMS, aim_of, best, proof
from mentorkit.matching.aims.aim import Aim
from mentorkit.matching.aims.pair_price import insisted
from mentorkit.matching.duals import Nearby
from mentorkit.matching.problem import Problem
from mentorkit.model import AimKey
from tests.matching.instances import random_case
from tests.sources import MODULES, short, tree_of

MAY_NAME_ONE = {"mentorkit/matching/aims/leximin.py", "mentorkit/model/programme.py"}
ids = [aim.key for aim in AIMS]


def names_an_aim(path: Path) -> bool:
    return any(f"{quote}leximin{quote}" in path.read_text(encoding="utf-8") for quote in "\"'")


def comparisons(tree: ast.Module) -> Iterator[str]:
    """Every comparison of something called aim, or of its key, with written words."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [ast.unparse(side).removesuffix(".key") for side in (node.left, *node.comparators)]
            words = [one for side in (node.left, *node.comparators) for one in ast.walk(side)]
            has_words = any(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in words)
            if has_words and any(side.split(".")[-1] in {"aim", "objective"} for side in sides):
                yield ast.unparse(node)


def lawful_pairs(problem: Problem) -> list[tuple[int, list[int]]]:
    """Every lawful pair with a mentor who has places, as the methods of an aim ask for it."""
    lanes_of = {
        mentor: np.flatnonzero((problem.mentor == mentor) & (problem.capacity > 0)).tolist()
        for mentor in range(int(problem.mentor.max(initial=-1)) + 1)
    }
    rows = range(len(problem.loss))
    return [
        (row, lanes)
        for row in rows
        for lanes in lanes_of.values()
        if lanes and problem.allowed[row, lanes[0]]
    ]


def test_every_aim_has_its_file_and_its_place_in_the_tuple():
    assert tuple(ids) == get_args(AimKey)
    for aim in AIMS:
        assert importlib.import_module(f"mentorkit.matching.aims.{aim.key}").AIM is aim_of(aim.key) is aim


def test_an_aim_is_named_in_its_own_file_and_in_the_model_alone():
    assert {short(path) for path in MODULES if names_an_aim(path)} == MAY_NAME_ONE


def test_nobody_compares_an_aim_with_a_word():
    assert {short(path): found for path in MODULES if (found := [*comparisons(tree_of(path))])} == {}


@pytest.mark.parametrize(
    "asked", ['problem.aim == "x"', '"x" != aim', 'settings.aim in {"x", "y"}', 'proposal.aim.key == "x"']
)
def test_a_comparison_with_a_word_is_noticed(asked: str):
    assert len([*comparisons(ast.parse(asked))]) == 1


@pytest.mark.parametrize("aim", AIMS, ids=ids)
def test_an_aim_can_be_told(aim: Aim):
    assert all(message.id for message in (aim.label, aim.meaning, aim.proven))


@pytest.mark.parametrize("aim", AIMS, ids=ids)
def test_an_aim_answers_for_every_pair_what_another_solve_would(aim: Aim):
    """Of 30 small programmes: the pair is held, priced and outdone as its best plan says."""
    rng = np.random.default_rng(20)
    for case in (random_case(rng, 5) for _ in range(30)):
        problem = case.problem(aim.key)
        solution = best(problem)
        found = aim.standing(problem, solution.lane_of)
        assert aim.standing(problem, aim.assign(problem)) == found
        assert proof(problem, solution).is_optimal
        for row, lanes in lawful_pairs(problem):
            plans = [insisted(problem, row, lane, aim.assign) for lane in lanes]
            is_as_good = min(aim.standing(problem, plan) for plan in plans) == found
            insistence = aim.insist(Nearby(problem, solution), row, lanes)
            assert insistence.is_as_good == is_as_good == aim.holds(Nearby(problem, solution), row, lanes)
            assert not (is_as_good and aim.outdoes(problem, solution.lane_of, row, lanes))
