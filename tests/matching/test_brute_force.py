"""No plan is better than the one we find: by trying everything, for each of the three aims."""

import numpy as np
import pytest

from mentorkit.matching.aims import best as solve
from mentorkit.matching.aims import proof
from mentorkit.matching.problem import AimKey
from tests.matching.instances import AIMS, as_number, assert_lawful, best, mentors_of, random_case

INSTANCES = 2000

pytestmark = pytest.mark.no_cover  # thousands of problems


@pytest.mark.no_cover  # hundreds of problems
@pytest.mark.parametrize("aim", AIMS)
def test_on_2000_problems_up_to_8_by_8_no_plan_is_better_and_the_prices_prove_it(aim: AimKey):
    rng = np.random.default_rng(20260914)
    for _ in range(INSTANCES):
        case = random_case(rng, most=8)
        problem = case.problem(aim)
        solution = solve(problem)
        plan = mentors_of(problem, solution.lane_of)
        assert_lawful(case, plan)
        assert as_number(case, plan, aim) == best(case, aim)
        assert proof(problem, solution).is_optimal
