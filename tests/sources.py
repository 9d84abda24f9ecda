"""Our own files, for the tests that read code."""

import ast
import importlib
import pkgutil
import tokenize
from functools import cache
from pathlib import Path
from types import ModuleType

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import mentorkit

ROOT = Path(__file__).parents[1]
_NO_CODE = {
    tokenize.COMMENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
    tokenize.INDENT,
    tokenize.NEWLINE,
    tokenize.NL,
}
MODULES = sorted((ROOT / "mentorkit").rglob("*.py"))
SCRIPTS = sorted((ROOT / "mentorkit").rglob("*.js"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.py"))
CATALOGUES = sorted((ROOT / "mentorkit" / "text" / "nl").glob("*.po"))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="nl_NL")


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def code_line_count(path: Path) -> int:
    """Lines with code on them: no docstrings, no comments, no blank lines."""
    spoken: set[int] = set()
    for node in ast.walk(tree_of(path)):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            spoken.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    with path.open("rb") as file:
        tokens = [token for token in tokenize.tokenize(file.readline) if token.type not in _NO_CODE]
    return len({line for token in tokens for line in range(token.start[0], token.end[0] + 1)} - spoken)


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement to the last, without the docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def imported_modules() -> list[ModuleType]:
    """Every module of the package, imported."""
    names = [found.name for found in pkgutil.walk_packages(mentorkit.__path__, "mentorkit.")]
    return [mentorkit, *map(importlib.import_module, names)]
