"""Cells of the workbooks we write: text stays text, whatever it looks like."""

Cell = str | int | float | None

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""A name such as `=1+1` is never a formula and an address never a link."""


def plain(cell: Cell) -> Cell:
    """The cell, unless xlsxwriter would take its text for markup of its own: then with a space behind it.

    >>> plain("<r>ours</r>")
    '<r>ours</r> '
    """
    return f"{cell} " if isinstance(cell, str) and cell.endswith("</r>") else cell
