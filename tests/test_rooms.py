"""Rooms that stay small enough to read: lines of code, and arrows between the parts of a room."""

import ast
from pathlib import Path

import pytest

from tests.sources import MODULES, ROOT, code_line_count, tree_of

PACKAGE = ROOT / "mentorkit"
MOST_LINES = {
    "reading": 860,
    "intake": 2_600,
    "questions": 300,
    "matching": 3_746,
    "progress": 1_962,
    "evaluation": 2_524,
    "store": 1_702,
    "views": 5_761,
    "workbook": 809,
    "documents": 1_884,
    "serving": 558,
    "workflows": 4_857,
    "ui": 5_634,
    "cli": 1_088,
    "writing": 211,
    "sharing": 699,
}
"""Lines of code per room. A room that wants more gives something up first."""

MOST_ARROWS = {"matching": 65, "intake": 15, "ui": 10}
"""Pairs of parts of a room of which one imports the other; a part is a sub-room or a module by itself."""


def lines_of(folder: Path) -> int:
    return sum(code_line_count(path) for path in MODULES if path.is_relative_to(folder))


def arrows(room: str) -> set[tuple[str, str]]:
    """Which part imports which; what a room offers by itself (its door) is no part."""
    folder = PACKAGE / room
    return {
        (part, to)
        for path in MODULES
        if path.is_relative_to(folder) and (part := path.relative_to(folder).with_suffix("").parts[0])
        for to in imported(tree_of(path), f"mentorkit.{room}")
        if part not in {to, "__init__"}
    }


def imported(tree: ast.Module, room: str) -> set[str]:
    """The parts of a room that a module imports."""
    full: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            full |= {f"{node.module}.{name.name}" for name in node.names}
        if isinstance(node, ast.Import):
            full |= {name.name for name in node.names}
    below = [name.removeprefix(f"{room}.").split(".")[0] for name in full if name.startswith(f"{room}.")]
    folder = PACKAGE.parent.joinpath(*room.split("."))
    return {part for part in below if (folder / part).is_dir() or (folder / f"{part}.py").is_file()}


@pytest.mark.parametrize(("room", "most"), MOST_LINES.items())
def test_a_room_has_no_more_lines_of_code_than_it_may(room: str, most: int):
    assert lines_of(PACKAGE / room) <= most


def test_the_package_has_at_most_37394_lines_of_code():
    """Less than the stops of all rooms together; the rooms of the second half of a programme begin."""
    assert lines_of(PACKAGE) <= 37_394


@pytest.mark.parametrize(("room", "most"), MOST_ARROWS.items())
def test_the_parts_of_a_room_know_few_others(room: str, most: int):
    found = arrows(room)
    assert len(found) <= most, sorted(found)


@pytest.mark.parametrize(
    "line",
    [
        "from mentorkit.matching.pool import Pool",
        "from mentorkit.matching import pool",
        "import mentorkit.matching.pool",
        "from mentorkit.matching.pool.deep import Pool",
    ],
)
def test_every_way_to_import_a_part_counts(line: str):
    assert imported(ast.parse(line), "mentorkit.matching") == {"pool"}


def test_a_name_from_the_door_is_no_part():
    assert imported(ast.parse("from mentorkit.matching import Proposal"), "mentorkit.matching") == set()


def test_every_room_but_the_foundations_has_a_stop():
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert rooms - MOST_LINES.keys() == {"model", "text"}
