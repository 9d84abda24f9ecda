"""Every statistic against printed numbers: of papers, R, statsmodels, pingouin, or worked out by hand.

Each case goes the way of `mentorkit stats`, so that its names and shapes are those a person would try.
"""

import json
from typing import Any

import pytest

from mentorkit.evaluation.statistics import STATISTICS
from mentorkit.text import speaker
from mentorkit.workflows.evaluation.check_numbers import NumberCheck, statistic_named
from mentorkit.workflows.evaluation.told import read_told
from tests.matching.test_golden import GOLDEN, all_cases

CASES = all_cases("statistics")


def found(name: str, case: Any) -> dict[str, Any]:
    text = case["csv"] if "csv" in case else json.dumps(case["inputs"])
    return NumberCheck.of(statistic_named(name), read_told(text)).to_json(speaker("en"))


def part(result: Any, path: str) -> Any:
    for step in path.split("/"):
        result = result[step]
    return result


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_statistic_gives_the_printed_numbers(name: str, case: Any):
    result = found(name, case)
    for path, expected in case["gives"].items():
        value = part(result, path)
        if isinstance(expected, str | bool):
            assert value == expected, path
        else:
            assert value == pytest.approx(expected, abs=case["within"], rel=0), path


def test_every_statistic_has_its_cases():
    assert {file.stem for file in (GOLDEN / "statistics").glob("*.toml")} == {one.name for one in STATISTICS}


def test_every_acceptance_case_is_among_them():
    """T14 is a table with hidden cells, which is no statistic."""
    names = " ".join(case.values[1]["name"] for case in CASES)
    assert [
        n for n in range(1, 20) if f"T{n}:" not in names and f"T{n}a:" not in names and f"T{n}," not in names
    ] == [14]
