"""One word, one thing: a public class or function has its name for itself."""

import ast
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.sources import MODULES, short, tree_of

ALLOWED = {
    "upgrade": "Alembic calls every step of a migration by this name",
    "main": "the start of a program: of the command, and of the process apart that reads files",
}
"""Names that stand in more than one module, with why. This list only gets shorter."""


def named_twice(modules: Iterable[tuple[str, ast.Module]]) -> dict[str, list[str]]:
    """Public classes and functions at the top of more than one module, and where."""
    places = defaultdict(list)
    for place, tree in modules:
        for node in tree.body:
            is_named = isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            if is_named and not node.name.startswith("_"):
                places[node.name].append(place)
    return {name: where for name, where in places.items() if len(where) > 1}


def of_the_package(paths: Iterable[Path] = MODULES) -> dict[str, list[str]]:
    return named_twice((short(path), tree_of(path)) for path in paths)


def test_no_public_name_stands_in_two_modules():
    assert {name: where for name, where in of_the_package().items() if name not in ALLOWED} == {}


def test_a_name_that_stands_alone_again_leaves_the_list():
    assert ALLOWED.keys() - of_the_package().keys() == set()


def test_a_name_that_stands_twice_is_noticed():
    one, other = ast.parse("class Word: ...\ndef _own(): ..."), ast.parse("def Word(): ...\ndef _own(): ...")
    assert named_twice([("one", one), ("other", other)]) == {"Word": ["one", "other"]}
