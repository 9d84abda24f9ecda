"""Which cells of a notebook run, by what it says that they need."""

import ast
from pathlib import Path


def cells_after(notebook: Path, names: set[str]) -> set[str]:
    """The cells that run when these names get another value, by what the notebook says they need."""
    code = ast.parse(notebook.read_text(encoding="utf-8"))
    cells = {one.name: one for one in code.body if isinstance(one, ast.FunctionDef)}
    found: set[str] = set()
    while (
        new := {name for name, cell in cells.items() if names & {arg.arg for arg in cell.args.args}} - found
    ):
        found |= new
        made = (
            part.id for name in new for part in ast.walk(cells[name].body[-1]) if isinstance(part, ast.Name)
        )
        names = names | set(made)
    return found
