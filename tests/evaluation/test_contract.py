"""Each statistic keeps its contract: its file, words, inputs, an example that runs, and what it gives."""

import json
from collections import Counter
from itertools import combinations
from typing import Any

import pytest

from mentorkit.evaluation.statistics import STATISTICS, Statistic
from mentorkit.evaluation.statistics.contract import data_file
from mentorkit.evaluation.statistics.inputs import other_names, simple
from mentorkit.text import LANGUAGES, speaker
from mentorkit.workflows.evaluation.check_numbers import NumberCheck, listed_json, statistic_named
from mentorkit.workflows.evaluation.told import read_told
from tests.evaluation.test_golden import CASES, found
from tests.sources import ROOT

FOLDER = ROOT / "mentorkit" / "evaluation" / "statistics"
EACH = pytest.mark.parametrize("statistic", STATISTICS, ids=lambda one: one.name)


def of_example(statistic: Statistic) -> dict[str, Any]:
    return NumberCheck.of(statistic, read_told(json.dumps(dict(statistic.example)))).result


def test_every_file_with_a_statistic_is_registered():
    files = {path.stem for path in FOLDER.glob("*.py") if "Statistic.of_file" in path.read_text("utf-8")}
    assert files - {"contract"} == {one.name for one in STATISTICS}


@EACH
def test_its_words_are_there_in_both_languages_and_its_source_can_be_found(statistic: Statistic):
    for texts in (statistic.about, statistic.convention):
        assert set(texts) == set(LANGUAGES)
        assert all(text.strip() for text in texts.values())
    assert (
        "doi:" in statistic.source
        or any(character.isdigit() for character in statistic.source)
        or (statistic.source == "Our own heuristic")
    )


@EACH
def test_its_example_runs_and_gives_the_same_again(statistic: Statistic):
    result = of_example(statistic)
    assert result
    assert str(of_example(statistic)) == str(result)


@EACH
def test_it_gives_what_it_names_and_nothing_else(statistic: Statistic):
    """Over its example and its golden cases; what is added for everyone is not its own."""
    given = set(of_example(statistic))
    for case in (case.values[1] for case in CASES if case.values[0] == statistic.name):
        text = case["csv"] if "csv" in case else json.dumps(case["inputs"])
        given |= set(NumberCheck.of(statistic, read_told(text)).result)
    assert given == set(statistic.gives)


def test_no_name_means_two_statistics():
    names = Counter(name for one in STATISTICS for name in {simple(each) for each in (one.name, *one.also)})
    assert [name for name, times in names.items() if times > 1] == []


def test_capitals_and_signs_of_a_name_do_not_matter():
    assert statistic_named("Clopper-Pearson") is statistic_named("clopper_pearson") is not None


@EACH
def test_another_name_of_an_input_means_one_input(statistic: Statistic):
    for way in statistic.inputs:
        for one, other in combinations(way, 2):
            shapes = {one.kind.shape, other.kind.shape}
            is_ambiguous = len({"list", "labels", "table"} & shapes) == len(shapes) or not shapes & {
                "list",
                "labels",
                "table",
            }
            if is_ambiguous:
                both = {simple(one.name), *other_names(one.name)} & {
                    simple(other.name),
                    *other_names(other.name),
                }
                assert both - {simple(one.name), simple(other.name)} == set(), (one.name, other.name)


def test_no_name_is_kept_for_an_input_that_nothing_takes():
    taken = {one.name for statistic in STATISTICS for way in statistic.inputs for one in way}
    assert set(data_file("inputs.toml")) - taken == set()


@EACH
def test_the_list_for_a_program_has_the_whole_contract(statistic: Statistic):
    (row,) = listed_json([statistic], speaker("en"))["statistics"]
    assert {"name", "inputs", "needs_n", "gives", "example", "convention", "source"} <= set(row)
    json.dumps(row)


def test_a_number_that_is_none_is_null_in_json():
    case = {"inputs": {"events1": 3, "time1": 10, "events2": 0, "time2": 10}}
    assert json.loads(json.dumps(found("rate_ratio", case), allow_nan=False))["estimate"] is None
