"""The trace of what the programme guides ask for: nothing forgotten, nothing claimed that is not there."""

import ast
import csv
import importlib
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from mentorkit.matching import CRITERIA
from tests.sources import CATALOGUES, ROOT, catalogue, tree_of

TABLE = ROOT / "tests" / "requirements.csv"
IDS = [f"R{number:03}" for number in range(1, 208)]
STEPS = {"set-up", "intake", "pairing", "start", "progress", "closing", "evaluation", "guidance", "sharing"}


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def where(state: str) -> dict[str, str]:
    return {row["id"]: row["where"] for row in rows() if row["state"] == state}


def is_there(place: str) -> bool:
    """Whether one place of the table can be found in the project."""
    if place.startswith("message:"):
        return has_message(place.removeprefix("message:"))
    if "::" in place:
        return has_cell(*place.split("::"))
    return has_symbol(*place.split(":"))


def has_symbol(module: str, dotted: str = "") -> bool:
    try:
        found: Any = importlib.import_module(module)
    except ModuleNotFoundError:
        return False
    absent = object()
    return (
        reduce(lambda owner, name: member(owner, name, absent), filter(None, dotted.split(".")), found)
        is not absent
    )


def member(owner: Any, name: str, absent: object) -> Any:
    """An attribute, or a field of a model, which is no attribute of its class."""
    return getattr(owner, name, getattr(owner, "model_fields", {}).get(name, absent))


def has_cell(notebook: str, cell: str) -> bool:
    path: Path = ROOT / notebook
    return path.is_file() and any(
        isinstance(node, ast.FunctionDef) and node.name == cell for node in tree_of(path).body
    )


def has_message(template: str) -> bool:
    return any(template in catalogue(path) for path in CATALOGUES)


def is_test(place: str) -> bool:
    """Whether a test id names a function of a file in the tests."""
    file, _, name = place.partition("::")
    return bool(name) and has_cell(file, name)


def test_every_requirement_has_its_row_and_no_other():
    assert [row["id"] for row in rows()] == IDS


def test_every_requirement_is_planned_done_or_left_out():
    assert {row["id"]: row["state"] for row in rows()} == {
        row["id"]: row["state"] for row in rows() if row["state"] in {"planned", "done", "left out"}
    }


def test_a_plan_names_a_step_of_the_programme():
    assert {key: step for key, step in where("planned").items() if step not in STEPS} == {}


def test_what_is_left_out_has_a_written_reason():
    assert {key: reason for key, reason in where("left out").items() if len(reason.split()) < 5} == {}


def test_what_is_done_can_be_found():
    lost = {
        key: place
        for key, places in where("done").items()
        for place in places.split(" + ")
        if not is_there(place)
    }
    assert lost == {}


def test_what_is_done_names_a_test_that_is_there():
    lost = {row["id"]: row["proof"] for row in rows() if row["state"] == "done" and not is_test(row["proof"])}
    assert lost == {}


def test_only_what_is_done_has_a_proof():
    assert {row["id"] for row in rows() if row["proof"] and row["state"] != "done"} == set()


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("mentorkit.text", True),
        ("mentorkit.text:say", True),
        ("mentorkit.model.application:Application.goals", True),
        ("message:yes", True),
        ("mentorkit.nowhere", False),
        ("mentorkit.text:shout", False),
        ("mentorkit.model.application:Application.shoe_size", False),
        ("notebooks/nowhere.py::cell", False),
        ("message:Nobody says this.", False),
    ],
)
def test_a_place_is_found_only_where_it_is(place, found):
    assert is_there(place) is found


def test_r028_a_job_title_ranks_nobody():
    read = {
        answer for criterion in CRITERIA for answer in (*criterion.mentee_answers, *criterion.mentor_answers)
    }
    assert "job_title" not in read
