"""What can be done has words, and nothing else is done."""

import ast

from mentorkit.model import action_words
from tests.sources import MODULES, tree_of


def actions_done() -> set[str]:
    """The first argument of every Changes(…) and Changes.to_settings(…) in the package."""
    return {
        node.args[0].value
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Changes", "Changes.to_settings")
        if node.args and isinstance(node.args[0], ast.Constant)
    }


def test_every_action_has_words_and_every_word_an_action():
    assert actions_done() | {"undo", "restore", "erase"} == action_words().keys()
