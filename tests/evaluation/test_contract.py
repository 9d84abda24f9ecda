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


SAME = {
    "two shares": (
        "newcombe",
        [
            '{"x1": 7, "n1": 34, "x2": 1, "n2": 34}',
            '{"x": [7, 1], "n": [34, 34]}',
            '{"group1": {"x": 7, "n": 34}, "group2": {"x": 1, "n": 34}}',
            '{"a": 7, "b": 27, "c": 1, "d": 33}',
            "[[7, 27], [1, 33]]",
            "7,27\n1,33\n",
            "group,x,n\nA,7,34\nB,1,34\n",
        ],
    ),
    "one share": (
        "wilson",
        [
            '{"x": 3, "n": 4}',
            '{"data": {"k": 3, "trials": 4}}',
            '{"successes": 3, "failures": 1}',
            "n,4\nsuccesses,3\n",
            "answer\nyes\nja\nno\n1\n",
            "[1, 1, 0, 1]",
            '{"x": 3, "n": 4, "alpha": 0.05}',
            '{"x": 3, "n": 4, "conf.level": "95%"}',
        ],
    ),
    "the same people twice": (
        "paired_change",
        [
            '{"pre": [1, 2, 4.5], "post": [2, 4, 5]}',
            '{"x": [2, 4, 5], "y": [1, 2, 4.5]}',
            '{"differences": [1, 2, 0.5]}',
            "pre;post\n1;2\n2;4\n4,5;5\n;3\n",
            '[{"before": 1, "after": 2}, {"before": 2, "after": 4}, {"before": 4.5, "after": 5}]',
            "[[2, 1], [4, 2], [5, 4.5]]",
            "1\n2\n0,5\n",
        ],
    ),
    "a table of ratings": (
        "icc",
        [
            "[[9, 2], [6, 1], [8, 5]]",
            '{"data": [[9, 2], [6, 1], [8, 5]]}',
            '{"rater1": [9, 6, 8], "rater2": [2, 1, 5]}',
            "subject,r1,r2\n1,9,2\n2,6,1\n3,8,5\n",
            "Wine,Judge,Scores\n1,A,9\n2,A,6\n3,A,8\n1,B,2\n2,B,1\n3,B,5\n",
        ],
    ),
    "two raters": (
        "kappa",
        [
            '{"table": [[2, 1], [0, 1]]}',
            '{"a": 2, "b": 1, "c": 0, "d": 1}',
            '{"x": ["a", "a", "a", "b"], "y": ["a", "a", "b", "b"]}',
            "rater1,rater2\nno,no\nno,no\nno,yes\nyes,yes\n",
        ],
    ),
    "two groups": (
        "permutation",
        [
            '{"group1": [5, 6], "group2": [3, 2, 1]}',
            '{"treatment": [5, 6], "control": [3, 2, 1]}',
            "arm,score\nT,5\nT,6\nC,3\nC,2\nC,1\n",
        ],
    ),
    "how long until": (
        "log_rank",
        [
            '{"times1": ["6", "7", "10+"], "times2": ["1", "2", "3"]}',
            '{"time1": [6, 7, 10], "status1": [1, 1, 0], "time2": [1, 2, 3], "status2": [1, 1, 1]}',
            "time,event,group\n6,1,a\n7,1,a\n10,0,a\n1,1,b\n2,1,b\n3,1,b\n",
        ],
    ),
    "one goal": ("gas", ['{"levels": [-2]}', '{"x": -2}', "[-2]"]),
    "one person": (
        "reliable_change",
        [
            '{"pre": 47.5, "post": 32.5, "sd": 7.5, "reliability": 0.88}',
            '{"x1": 47.5, "x2": 32.5, "s1": 7.5, "rxx": 0.88}',
            '{"baseline": 47.5, "followup": 32.5, "sd": 7.5, "alpha": 0.88}',
        ],
    ),
}


@pytest.mark.parametrize(("name", "told"), SAME.values(), ids=SAME)
def test_however_the_same_numbers_are_told_the_answer_is_the_same(name: str, told: list[str]):
    first, *others = (NumberCheck.of(statistic_named(name), read_told(text)).result for text in told)
    assert all(str(other) == str(first) for other in others)
