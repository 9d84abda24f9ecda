"""Notebooks show; everything else lives in the package."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.sources import NOTEBOOKS, body_lines, line_count, short, tree_of


def cells(notebook: Path) -> Iterator[ast.FunctionDef | ast.With]:
    """The cells of a notebook: functions at the top level, and the setup block."""
    for node in tree_of(notebook).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.With):
            yield node


def imported_roots(notebook: Path) -> set[str]:
    roots = set()
    for node in ast.walk(tree_of(notebook)):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            roots.add((node.module or ".").split(".")[0])
    return roots


def is_cell(node: ast.stmt) -> bool:
    """Whether a definition is marimo's own: `@app.cell`, with or without options."""
    marks = [
        mark.func if isinstance(mark, ast.Call) else mark for mark in getattr(node, "decorator_list", ())
    ]
    return [ast.unparse(mark) for mark in marks] == ["app.cell"]


def definitions(notebook: Path) -> Iterator[ast.stmt]:
    for node in ast.walk(tree_of(notebook)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


def cell_lines(cell: ast.FunctionDef | ast.With) -> int:
    if isinstance(cell, ast.With):
        return cell.end_lineno - cell.body[0].lineno + 1
    return body_lines(cell)


def names_in(cell: ast.FunctionDef) -> set[str]:
    return {node.id for node in ast.walk(cell) if isinstance(node, ast.Name)}


def test_there_are_notebooks():
    assert NOTEBOOKS


def test_notebooks_import_only_marimo_and_mentorkit():
    others = {short(path): imported_roots(path) - {"marimo", "mentorkit"} for path in NOTEBOOKS}
    assert {path: roots for path, roots in others.items() if roots} == {}


def test_cells_define_no_functions_and_no_classes():
    own = [
        f"{short(path)}:{node.lineno}"
        for path in NOTEBOOKS
        for node in definitions(path)
        if not is_cell(node)
    ]
    assert own == []


def test_a_cell_uses_every_name_it_asks_for():
    """marimo follows the names in a cell and not its arguments: an unused one neither runs nor stops it."""
    idle = [
        f"{short(path)}:{cell.lineno} {name}"
        for path in NOTEBOOKS
        for cell in cells(path)
        if isinstance(cell, ast.FunctionDef)
        for name in {one.arg for one in cell.args.args} - names_in(cell)
    ]
    assert idle == []


def test_no_cell_is_longer_than_25_lines():
    long = [
        f"{short(path)}:{cell.lineno} has {cell_lines(cell)} lines"
        for path in NOTEBOOKS
        for cell in cells(path)
        if cell_lines(cell) > 25
    ]
    assert long == []


def test_no_notebook_is_longer_than_350_lines():
    assert {short(path): line_count(path) for path in NOTEBOOKS if line_count(path) > 350} == {}
