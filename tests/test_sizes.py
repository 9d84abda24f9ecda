"""Small enough to read: modules, functions and parameters. Rooms: see test_rooms."""

import ast
from collections.abc import Iterator
from statistics import median

from tests.javascript import functions as functions_of_script
from tests.sources import MODULES, SCRIPTS, body_lines, line_count, short, tree_of

DRAWERS = {"common.py", "helpers.py", "misc.py", "util.py", "utils.py"}


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{short(path)}:{node.lineno} {node.name}", node


def parameter_count(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return sum(argument.arg not in {"self", "cls"} for argument in named)


def test_no_module_is_longer_than_300_lines():
    assert {short(path): line_count(path) for path in MODULES if line_count(path) > 300} == {}


def test_no_script_is_longer_than_300_lines():
    assert {short(path): line_count(path) for path in SCRIPTS if line_count(path) > 300} == {}


def test_half_of_the_modules_have_at_most_120_lines():
    assert median(line_count(path) for path in MODULES) <= 120


def test_no_function_body_is_longer_than_30_lines():
    assert {place: body_lines(node) for place, node in functions() if body_lines(node) > 30} == {}


def test_no_function_body_of_a_script_is_longer_than_40_lines():
    bodies = {
        f"{short(path)}:{one.line} {one.name}": one.body_lines
        for path in SCRIPTS
        for one in functions_of_script(path.read_text(encoding="utf-8"))
    }
    assert {place: lines for place, lines in bodies.items() if lines > 40} == {}


def test_no_function_has_more_than_6_parameters():
    assert {place: parameter_count(node) for place, node in functions() if parameter_count(node) > 6} == {}


def test_no_module_is_a_drawer_for_everything():
    assert [short(path) for path in MODULES if path.name in DRAWERS] == []
