"""A criterion or rule that is only half there does not pass."""

import importlib
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings

import mentorkit.matching
from mentorkit.frames import Snapshot, schema_of
from mentorkit.matching import CRITERIA, RULES
from mentorkit.matching.candidates import Candidates
from mentorkit.matching.criteria.criterion import Criterion
from mentorkit.matching.rules.rule import Rule
from mentorkit.model import Application, Person
from mentorkit.views.presets import PRESETS, Preset
from tests.matching.small import columns_read, mentee, mentor, snapshot
from tests.sources import MODULES, short
from tests.strategies import programmes

ROOMS = Path(mentorkit.matching.__file__).parent
GOLDEN = Path(__file__).parents[1] / "golden"
ANSWERS = {*schema_of(Person).names(), *schema_of(Application).names()}

EVERYTHING = {
    "goals": ["planning"],
    "topics": ["planning"],
    "goal_text": "Learning to plan",
    "biography": "Planned many moves",
    "values": ["calm"],
    "interests": ["chess"],
    "working_style": 3,
    "learning_style": "by doing",
    "feedback_style": 3,
    "channels": ["video"],
    "availability": ["monday"],
    "prefers": ["somebody"],
    "languages": ["Dutch"],
    "department": "Care",
    "city": "Zwolle",
    "level": 2.0,
    "years_experience": 4.0,
}
"""An answer to every question a criterion asks."""


def keys(entries: Sequence[Criterion] | Sequence[Rule]) -> list[str]:
    return [entry.key for entry in entries]


def stems(folder: Path, pattern: str) -> set[str]:
    return {path.stem for path in folder.glob(pattern) if path.stem != "__init__"}


def golden_faults(folder: Path, wanted: Iterable[str], outcome: str) -> list[str]:
    """What golden files lack: a file, an answer that is missing, two different outcomes."""
    faults = [f"{key}: no golden file" for key in wanted if not (folder / f"{key}.toml").is_file()]
    for file in sorted(folder.glob("*.toml")):
        cases = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
        if file.stem not in wanted:
            faults.append(f"{file.stem}: nothing of that name")
        if not any(case.get("missing") for case in cases):
            faults.append(f"{file.stem}: no case with a missing answer")
        if len({case[outcome] for case in cases if outcome in case}) < 2:
            faults.append(f"{file.stem}: always the same outcome")
    return faults


def criterion_faults(criterion: Criterion, pool: Candidates) -> list[str]:
    """What is wrong with the values of a criterion."""
    values = criterion.compute(pool)
    faults = []
    if values.shape != pool.shape:
        faults.append("shape")
    if values.dtype != np.float64:
        faults.append("dtype")
    if not ((values >= 0) & (values <= 1) | np.isnan(values)).all():
        faults.append("range")
    return faults


def rule_faults(rule: Rule, pool: Candidates) -> list[str]:
    """What is wrong with the judgement of a rule."""
    lawful = rule.compute(pool)
    return [
        *(["shape"] if lawful.shape != pool.shape else []),
        *(["dtype"] if lawful.dtype != np.bool_ else []),
    ]


def test_every_criterion_file_is_in_the_tuple_under_its_own_name():
    assert sorted(keys(CRITERIA)) == sorted(stems(ROOMS / "criteria", "*.py") - {"criterion"})
    for key, criterion in zip(keys(CRITERIA), CRITERIA, strict=True):
        assert importlib.import_module(f"mentorkit.matching.criteria.{key}").CRITERION is criterion


def test_every_rule_file_is_in_the_tuple_under_its_own_name():
    assert sorted(keys(RULES)) == sorted(stems(ROOMS / "rules", "*.py") - {"rule"})
    for key, rule in zip(keys(RULES), RULES, strict=True):
        assert importlib.import_module(f"mentorkit.matching.rules.{key}").RULE is rule


def test_every_criterion_has_golden_cases():
    assert golden_faults(GOLDEN / "criteria", keys(CRITERIA), "value") == []


def test_every_rule_has_golden_cases():
    assert golden_faults(GOLDEN / "rules", keys(RULES), "lawful") == []


def test_a_thin_golden_file_is_noticed(tmp_path: Path):
    (tmp_path / "thin.toml").write_text('[[case]]\nname = "one"\nvalue = 1.0\n', encoding="utf-8")
    assert golden_faults(tmp_path, ["other"], "value") == [
        "other: no golden file",
        "thin: nothing of that name",
        "thin: no case with a missing answer",
        "thin: always the same outcome",
    ]


@pytest.mark.parametrize("criterion", CRITERIA, ids=keys(CRITERIA))
def test_a_criterion_has_a_weight_a_label_a_reason_and_answers_that_exist(criterion: Criterion):
    assert 0 <= criterion.weight <= 100
    assert criterion.label.id
    assert criterion.reason.id
    assert criterion.mentee_answers
    assert criterion.mentor_answers
    assert {*criterion.mentee_answers, *criterion.mentor_answers} <= ANSWERS


@pytest.mark.parametrize("rule", RULES, ids=keys(RULES))
def test_the_answers_a_rule_names_exist(rule: Rule):
    assert {*rule.answers} <= ANSWERS
    assert rule.asked_of


def test_whether_a_rule_is_on_is_asked_of_the_rule_alone():
    asked = [short(path) for path in MODULES if "is_fixed or" in path.read_text(encoding="utf-8")]
    assert asked == ["mentorkit/matching/rules/rule.py"]


def test_where_somebody_stands_in_a_matrix_is_said_by_the_candidates_alone():
    counted = [short(path) for path in MODULES if '["id"].to_list())}' in path.read_text(encoding="utf-8")]
    assert counted == ["mentorkit/matching/candidates.py"]


@pytest.mark.parametrize("rule", RULES, ids=keys(RULES))
def test_a_rule_has_its_sentences_and_its_refusal_names_people(rule: Rule):
    assert rule.label.id
    assert rule.nobody.id
    assert "{mentor}" in rule.refusal.id or "{mentee}" in rule.refusal.id


def test_the_default_weights_add_up_to_100():
    assert sum(criterion.weight for criterion in CRITERIA) == 100


def test_what_protects_people_cannot_be_switched_off():
    fixed = {rule.key for rule in RULES if rule.is_fixed}
    assert fixed == {"reporting_line", "veto", "consent", "pause", "same_person", "failed_pair"}


@pytest.mark.parametrize("key", ["age", "birth_date", "gender", "origin", "nationality"])
def test_age_gender_and_origin_are_never_asked_for(key: str):
    assert key not in ANSWERS


@settings(max_examples=40)
@given(programmes())
def test_every_value_has_the_right_shape_type_and_range(programme: Snapshot):
    pool = Candidates.of(programme)
    assert {c.key: criterion_faults(c, pool) for c in CRITERIA if criterion_faults(c, pool)} == {}
    assert {r.key: rule_faults(r, pool) for r in RULES if rule_faults(r, pool)} == {}


@pytest.mark.parametrize(
    "entries", [[], [mentee()], [mentor()], [mentee(), mentor()]], ids=["nobody", "mentee", "mentor", "two"]
)
def test_an_empty_side_is_no_trouble(entries: list[object]):
    pool = Candidates.of(snapshot(*entries))
    assert [c.key for c in CRITERIA if criterion_faults(c, pool)] == []
    assert [r.key for r in RULES if rule_faults(r, pool)] == []


@pytest.mark.parametrize(
    ("compute", "fault"),
    [
        (lambda pool: np.zeros(pool.shape[::-1]), "shape"),
        (lambda pool: np.full(pool.shape, 1.01), "range"),
        (lambda pool: np.full(pool.shape, -0.01), "range"),
        (lambda pool: np.full(pool.shape, np.inf), "range"),
        (lambda pool: np.ones(pool.shape, dtype=np.bool_), "dtype"),
    ],
)
def test_a_faulty_criterion_is_noticed(compute: Callable[[Candidates], np.ndarray], fault: str):
    pool = Candidates.of(snapshot(mentee("a"), mentee("b"), mentor()))
    assert criterion_faults(replace(CRITERIA[0], compute=compute), pool) == [fault]


@pytest.mark.parametrize("criterion", CRITERIA, ids=keys(CRITERIA))
def test_the_answers_a_criterion_names_are_what_it_reads(criterion: Criterion):
    """Without them it is silent; without all others it says the same."""
    full = Candidates.of(snapshot(mentee(**EVERYTHING), mentor(**EVERYTHING)))
    value = criterion.compute(full)[0, 0]
    assert not np.isnan(value)
    assert np.isnan(criterion.compute(without(full, criterion, is_named=True))[0, 0])
    assert criterion.compute(without(full, criterion, is_named=False))[0, 0] == value


def without(pool: Candidates, criterion: Criterion, is_named: bool) -> Candidates:
    """The pool without the answers a criterion names, or without all that it does not name."""
    dropped = [
        [answer for answer in EVERYTHING if (answer in columns_read(named)) is is_named]
        for named in (criterion.mentee_answers, criterion.mentor_answers)
    ]
    return replace(pool, mentees=blank(pool.mentees, dropped[0]), mentors=blank(pool.mentors, dropped[1]))


def blank(frame: pl.DataFrame, columns: Sequence[str]) -> pl.DataFrame:
    return frame.with_columns(pl.lit(None).cast(frame.schema[column]).alias(column) for column in columns)


@pytest.mark.parametrize("preset", PRESETS, ids=[preset.label.id for preset in PRESETS])
def test_a_preset_gives_every_criterion_a_weight_and_not_all_of_them_nothing(preset: Preset):
    assert list(preset.weights) == keys(CRITERIA)
    assert all(0 <= weight <= 100 for weight in preset.weights.values())
    assert any(preset.weights.values())
    assert preset.label.id
