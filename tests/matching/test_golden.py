"""Every criterion, rule and score against values worked out by hand."""

import tomllib
from collections.abc import Mapping
from datetime import date
from math import isnan
from pathlib import Path
from typing import Any

import pytest

from mentorkit.frames import Snapshot
from mentorkit.matching import CRITERIA, DEFAULT_WEIGHTS, RULES, Pool, Settings, explain, propose
from mentorkit.matching.candidates import Candidates
from mentorkit.matching.reporting_lines import cycles, managers_above, unknown_managers
from tests.matching.small import earlier, known, mentee, mentor, plan, snapshot

GOLDEN = Path(__file__).parents[1] / "golden"

Case = Mapping[str, Any]


def cases(file: Path) -> list[Any]:
    """The cases of one file, named after the file and what they show."""
    read = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    return [pytest.param(file.stem, case, id=f"{file.stem}: {case['name']}") for case in read]


def all_cases(folder: str) -> list[Any]:
    return [case for file in sorted((GOLDEN / folder).glob("*.toml")) for case in cases(file)]


def programme(case: Case) -> Snapshot:
    """The two people of a case, and whoever stands around them."""
    pairs = [earlier("mentee", "mentor", date(2026, 6, 1), **case["earlier"])] if "earlier" in case else []
    return snapshot(
        mentee(**case["mentee"]),
        mentor(case.get("mentor_name", "mentor"), **case["mentor"]),
        *(known(name, **details) for name, details in case.get("others", {}).items()),
        pairs=pairs,
        relation_type=case.get("relation_type", "classic"),
    )


@pytest.mark.parametrize(("key", "case"), all_cases("criteria"))
def test_a_criterion_gives_the_value_worked_out_by_hand(key: str, case: Case):
    criterion = next(criterion for criterion in CRITERIA if criterion.key == key)
    value = float(criterion.compute(Candidates.of(programme(case)))[0, 0])
    if case.get("missing"):
        assert isnan(value)
    else:
        assert value == pytest.approx(case["value"], abs=1e-9)


@pytest.mark.parametrize(("key", "case"), all_cases("rules"))
def test_a_rule_judges_as_worked_out_by_hand(key: str, case: Case):
    rule = next(rule for rule in RULES if rule.key == key)
    assert bool(rule.compute(Candidates.of(programme(case)))[0, 0]) is case["lawful"]


@pytest.mark.parametrize(("key", "case"), all_cases("rules"))
def test_an_unlawful_pair_is_not_proposed_unless_its_rule_is_switched_off(key: str, case: Case):
    rule = next(rule for rule in RULES if rule.key == key)
    assert len(plan(programme(case)).placed) == case["lawful"]
    switched_off = plan(programme(case), rules_off=[key])
    assert len(switched_off.placed) == (case["lawful"] or not rule.is_fixed)


READING = {rule.key for rule in RULES if rule.answers}
REFUSED = [one for one in all_cases("rules") if one.values[0] in READING and not one.values[1]["lawful"]]


@pytest.mark.parametrize(("key", "case"), REFUSED)
def test_a_rule_lets_a_pair_pass_without_the_answers_it_names(key: str, case: Case):
    """And where it needs both answers, already without one of them."""
    rule = next(rule for rule in RULES if rule.key == key)
    left = [
        without(case[side], rule.answers if side in rule.asked_of else ()) for side in ("mentee", "mentor")
    ]
    one_sided = ({**case, "mentee": left[0]}, {**case, "mentor": left[1]})
    judged = [rule.compute(Candidates.of(programme(one)))[0, 0] for one in one_sided]
    neither = {**case, "mentee": left[0], "mentor": left[1]}
    assert rule.compute(Candidates.of(programme(neither)))[0, 0]
    assert all(judged) or not rule.needs_both


def without(answers: Case, names: tuple[str, ...]) -> Case:
    return {name: answer for name, answer in answers.items() if name not in names}


@pytest.mark.parametrize(("key", "case"), cases(GOLDEN / "scores.toml"))
def test_a_score_is_the_one_worked_out_by_hand(key: str, case: Case):
    weights = DEFAULT_WEIGHTS if case.get("use_default_weights") else dict.fromkeys(DEFAULT_WEIGHTS, 0.0)
    settings = Settings({**weights, **case.get("weights", {})})
    proposal = propose(Pool.of(programme(case)), settings)
    assert proposal.score[0, 0] == pytest.approx(case["score"], abs=1e-9)
    assert proposal.weight_known[0, 0] == pytest.approx(case["known"], abs=1e-9)
    assert sum(part.points for part in explain(proposal, 0, 0).parts) == pytest.approx(
        case["score"], abs=1e-9
    )


@pytest.mark.parametrize(("key", "case"), cases(GOLDEN / "reporting_lines.toml"))
def test_a_reporting_line_is_the_one_drawn_by_hand(key: str, case: Case):
    people = snapshot(*(known(name, **details) for name, details in case["people"].items())).people
    above = {person: sorted(managers) for person, managers in managers_above(people).items()}
    assert above == case["above"]
    assert cycles(people) == [tuple(group) for group in case.get("cycles", [])]
    unknown = {person: sorted(names) for person, names in unknown_managers(people).items()}
    assert unknown == case.get("unknown", {})


@pytest.mark.parametrize(("key", "case"), cases(GOLDEN / "reporting_lines.toml"))
def test_nobody_is_paired_with_somebody_above_or_below_her(key: str, case: Case):
    """Everybody signs up in both roles, so both directions are asked for."""
    entries = [
        make(name, capacity=50, **details)
        for name, details in case["people"].items()
        for make in (mentee, mentor)
    ]
    pool = Pool.of(snapshot(*entries))
    names = pool.candidates.mentees["id"].to_list()
    for row, below in enumerate(names):
        for column, other in enumerate(names):
            in_line = other in case["above"][below] or below in case["above"][other]
            assert pool.lawful["reporting_line"][row, column] != in_line
