"""Two files in, a plan out: the shape other programs read."""

import json
from pathlib import Path
from typing import Any

import pytest

from mentorkit.errors import FileRefused
from mentorkit.matching import CRITERIA, DEFAULT_WEIGHTS
from mentorkit.matching.solvers.blocks import Watch
from mentorkit.text import LANGUAGES, Language, speaker
from mentorkit.workflows.pairing.pair_files import PairingResult, pair_files
from tests.workflows.cases import export, sample_files, sample_plan, shuffled, spoken

KEYS = {criterion.key for criterion in CRITERIA}


def small(folder: Path, **weights: float) -> PairingResult:
    """Ann lives where Kim does and wants to learn what Lou offers; Bo signed up without an e-mail address."""
    ann = {
        "Full name": "Ann Vos",
        "E-mail address": "ann@example.org",
        "City": "Gent",
        "Topics I want to work on": "Planning",
    }
    bo = {"Full name": "Bo Smit", "E-mail address": "", "City": "", "Topics I want to work on": ""}
    kim = {
        "Full name": "Kim Boer",
        "E-mail address": "kim@example.org",
        "City": "Gent",
        "Topics I can mentor on": "Presenting",
    }
    lou = {
        "Full name": "Lou Mulder",
        "E-mail address": "lou@example.org",
        "City": "Luik",
        "Topics I can mentor on": "Planning",
    }
    mentors, mentees = folder / "mentors.csv", folder / "mentees.csv"
    mentors.write_bytes(export("mentor", kim, lou).content)
    mentees.write_bytes(export("mentee", ann, bo).content)
    return pair_files(mentors, mentees, weights, Watch())


@pytest.fixture(params=LANGUAGES)
def plan(request: pytest.FixtureRequest) -> dict[str, Any]:
    return sample_plan(request.param).to_json(speaker(request.param))


def test_the_object_has_exactly_these_parts(plan: dict[str, Any]):
    assert set(plan) == {"pairs", "unplaced", "summary", "problems"}
    assert plan["pairs"]
    assert plan["unplaced"]
    for pair in plan["pairs"]:
        assert set(pair) == {"mentee", "mentor", "score", "parts"}
        assert set(pair["parts"]) == KEYS
        assert all(set(part) == {"value", "weight", "points"} for part in pair["parts"].values())
    assert all(set(one) == {"person", "role", "reason", "code"} for one in plan["unplaced"])
    assert set(plan["summary"]["weights"]) == KEYS


def test_points_add_up_to_the_score_and_weights_to_one(plan: dict[str, Any]):
    for pair in plan["pairs"]:
        parts = pair["parts"].values()
        assert abs(sum(part["points"] for part in parts) - pair["score"]) < 1e-9
        assert abs(sum(part["weight"] for part in parts) - 1) < 1e-9
        assert all(part["points"] == part["weight"] * (part["value"] or 0) for part in parts)
        assert 0 <= pair["score"] <= 1


def test_an_answer_that_is_missing_has_no_value_and_no_weight(plan: dict[str, Any]):
    missing = [part for pair in plan["pairs"] for part in pair["parts"].values() if part["value"] is None]
    assert missing
    assert {(part["weight"], part["points"]) for part in missing} == {(0.0, 0.0)}


def test_it_survives_json_without_a_loss(plan: dict[str, Any]):
    assert json.loads(json.dumps(plan, allow_nan=False)) == plan


def test_the_summary_counts_what_is_there(plan: dict[str, Any]):
    summary, scores = plan["summary"], [pair["score"] for pair in plan["pairs"]]
    not_placed = [one["role"] for one in plan["unplaced"]].count("mentee")
    assert summary["placed"] == len(scores) == summary["mentees"] - not_placed
    assert abs(summary["total"] - sum(scores)) < 1e-9
    assert abs(summary["mean"] - sum(scores) / len(scores)) < 1e-9
    assert summary["lowest"] == min(scores)
    assert summary["weights"] == DEFAULT_WEIGHTS


def test_people_go_by_e_mail_or_else_by_their_own_id(tmp_path: Path):
    result = small(tmp_path)
    plan = result.to_json(speaker("en"))
    bo = result.snapshot.people.filter(full_name="Bo Smit")["id"].item()
    assert {pair["mentee"] for pair in plan["pairs"]} == {"ann@example.org", bo}
    assert {pair["mentor"] for pair in plan["pairs"]} == {"kim@example.org", "lou@example.org"}


@pytest.mark.parametrize(
    ("weights", "mentor"),
    [
        ({"goal_coverage": 0, "proximity": 50}, "kim@example.org"),
        ({"goal_coverage": 50, "proximity": 0}, "lou@example.org"),
    ],
)
def test_the_weights_decide(tmp_path: Path, weights: dict[str, float], mentor: str):
    plan = small(tmp_path, **weights).to_json(speaker("en"))
    (ann,) = (pair for pair in plan["pairs"] if pair["mentee"] == "ann@example.org")
    assert ann["mentor"] == mentor
    assert plan["summary"]["weights"] == {**DEFAULT_WEIGHTS, **weights}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_is_said_in_the_language_asked_for(language: Language):
    plans = {spoken_in: sample_plan(language).to_json(speaker(spoken_in)) for spoken_in in LANGUAGES}
    for kind, key in (("problems", "message"), ("unplaced", "reason")):
        dutch, english = ([one[key] for one in plans[code][kind]] for code in ("nl", "en"))
        assert len(dutch) == len(english) > 0
        assert all(one != other for one, other in zip(dutch, english, strict=True))


def test_findings_keep_their_place_in_the_file():
    plan = sample_plan("nl").to_json(speaker("nl"))
    assert all(
        set(one) == {"file", "row", "column", "value", "message", "severity"} for one in plan["problems"]
    )
    assert any(one["row"] for one in plan["problems"])


@pytest.mark.parametrize("name", ["nothing.csv", "."])
def test_a_file_that_is_not_there_is_refused(tmp_path: Path, name: str):
    with pytest.raises(FileRefused) as caught:
        pair_files(tmp_path / name, sample_files("en")[1], {}, Watch())
    assert caught.value.code == "NOT_FOUND"
    assert str(tmp_path) in spoken(caught.value.message)[0]


@pytest.mark.parametrize("seed", range(3))
def test_rows_in_another_order_give_the_same_pairs(tmp_path: Path, seed: int):
    usual, other = (
        result.to_json(speaker("en"))
        for result in (sample_plan("en"), pair_files(*shuffled(tmp_path, seed), {}, Watch()))
    )
    assert other["pairs"] == usual["pairs"]
    assert (other["unplaced"], other["summary"]) == (usual["unplaced"], usual["summary"])


def test_without_anybody_to_place_there_is_still_an_object(tmp_path: Path):
    mentors, mentees = tmp_path / "mentors.csv", tmp_path / "mentees.csv"
    no = {"Full name": "Kim", "E-mail address": "kim@example.org", "Agrees to the use of data": "No"}
    mentors.write_bytes(export("mentor", no).content)
    mentees.write_bytes(export("mentee", no | {"E-mail address": "ann@example.org"}).content)
    plan = pair_files(mentors, mentees, {}, Watch()).to_json(speaker("nl"))
    assert (plan["pairs"], plan["summary"]["mean"], plan["summary"]["lowest"]) == ([], None, None)
    assert {one["code"] for one in plan["unplaced"]} == {"one_condition"}
    assert json.loads(json.dumps(plan, allow_nan=False)) == plan


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_is_the_first_lines_of_the_page(language: Language):
    result = sample_plan(language)
    lines = result.summary(speaker(language)).split("\n")
    assert len(lines) == 2 + bool(result.to_json(speaker(language))["summary"]["capacity_assumed"])
    assert str(len(result.proposal.placed)) in lines[0]
