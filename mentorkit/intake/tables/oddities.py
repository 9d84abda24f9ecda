"""What is odd about a file that is accepted all the same, each with what to do next."""

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from mentorkit.model import Finding
from mentorkit.text import say, say_count

Oddity = Literal[
    "BAD_CSV",
    "WRONG_TYPE",
    "MIXED_ENCODING",
    "SPARSE_SHEET",
    "DUPLICATE_HEADERS",
    "CONTROL_CHARS",
    "FORMULA_TEXT",
]
"""In the order in which they matter; the first that applies is the code of the file."""

_LISTED = 20
FLAWS = {
    "formula": say(
        "This cell holds a formula, and its result is not in the file. "
        "Open the file in Excel, save it and choose it again."
    ),
    "error": say("Excel shows an error in this cell. Correct it in Excel, or fill in the answer here."),
    "date": say("This cell is written as a date, but no day has this number. Fill in the date."),
    "long": say("This cell holds far more text than an answer. Fill in the answer itself."),
}
"""Why a cell holds no usable value."""


def letters_of(column: int) -> str:
    """How Excel calls a column; its number counts from 0.

    >>> letters_of(0), letters_of(25), letters_of(26), letters_of(16_383)
    ('A', 'Z', 'AA', 'XFD')
    """
    before, last = divmod(column, 26)
    return (letters_of(before - 1) if before else "") + chr(ord("A") + last)


def code_of(found: Iterable[str]) -> str:
    """The finding that matters most; OK without any."""
    seen = set(found)
    return next((code for code in get_args(Oddity) if code in seen), "OK")


def wrong_type(file: str, is_workbook: bool) -> Finding:
    """A name that promises another kind of file than this is."""
    message = (
        say("This is an Excel workbook with the name of another kind of file. It was read as a workbook.")
        if is_workbook
        else say(
            "This is a text file (CSV) with the name of an Excel workbook. It was read as CSV. "
            "If letters or columns look wrong, open it in Excel and save it as .xlsx."
        )
    )
    return Finding(file, None, None, None, message, "notice")


def headless(file: str, row: int) -> Finding:
    """A table without a row of headings."""
    message = say(
        "There is no row with headings, so row {row} was read as a person, and the columns by their answers. "
        "Put headings such as Name, E-mail and Role above the answers, or choose what each column holds.",
        row=row,
    )
    return Finding(file, None, None, None, message, "warning")


def turned(file: str) -> Finding:
    """A sheet with people in its columns."""
    message = say(
        "People stand beside each other in the columns of this sheet, so it was read turned: row 2 is here "
        "column B of your file, and so on. In Excel, Paste Special with Transpose turns it too."
    )
    return Finding(file, None, None, None, message, "warning")


def several(file: str, sheets: Sequence[str]) -> Finding:
    """A sheet that holds more than one table."""
    message = say("This sheet holds several tables. Each was read by itself: {sheets}.", sheets=sheets)
    return Finding(file, None, None, None, message, "notice")


def mixed(file: str, rows: Sequence[int]) -> Finding:
    """Rows in another alphabet than the rest."""
    message = say(
        "This file mixes two ways of writing letters such as é. Check the names in rows {rows}; "
        "correct them if they are wrong.",
        rows=row_numbers(rows),
    )
    return Finding(file, None, None, None, message, "warning")


def sparse(file: str) -> Finding:
    """A sheet that goes on far beyond its answers."""
    message = say(
        "This sheet goes on far beyond the last sign-up. Only the part with sign-ups was read; "
        "check that the number of rows is right."
    )
    return Finding(file, None, None, None, message, "warning")


def duplicates(file: str, heading: str, columns: Sequence[int]) -> Finding:
    """A heading that stands above more than one column; columns count from 0."""
    message = say(
        "The columns {columns} have the same heading. Check which of them holds the answers you need.",
        columns=[letters_of(column) for column in columns],
    )
    return Finding(file, None, heading, None, message, "warning")


def controls(file: str, row: int, heading: str, value: str) -> Finding:
    """A cell with characters that nobody can see; the value shows them."""
    message = say(
        "This cell held characters that cannot be seen and can mislead; they were left out. "
        "Check what it says."
    )
    return Finding(file, row, heading, value, message, "warning")


def more_controls(file: str, n: int) -> Finding:
    """How many more cells were like the ones that are listed."""
    message = say_count(
        "One more cell held characters that cannot be seen; they were left out.",
        "{n} more cells held characters that cannot be seen; they were left out.",
        n,
    )
    return Finding(file, None, None, None, message, "warning")


def formulas(file: str, rows: Sequence[int]) -> Finding:
    """Cells that look like a formula and are text."""
    message = say(
        "Some cells begin like a formula (rows {rows}). They are kept as text and nothing in them is run. "
        "Check that they are answers.",
        rows=row_numbers(rows),
    )
    return Finding(file, None, None, None, message, "warning")


def hidden(file: str, n: int) -> Finding:
    """Rows that Excel hides."""
    message = say_count(
        "One row is hidden or filtered out in Excel. It was read too.",
        "{n} rows are hidden or filtered out in Excel. They were read too.",
        n,
    )
    return Finding(file, None, None, None, message, "notice")


def struck(file: str, rows: Sequence[int]) -> Finding:
    """Rows with text that is struck through."""
    message = say(
        "Text is crossed out in rows {rows}. Do these people still take part? "
        "They were read; skip the rows of those who do not.",
        rows=row_numbers(rows),
    )
    return Finding(file, None, None, None, message, "warning")


def uneven(file: str, row: int, is_longer: bool) -> Finding:
    """A row of a CSV file in which answers may have moved to another column."""
    message = (
        say(
            "This row has more cells than there are headings, so answers may stand in the wrong column. "
            "Put quotation marks around the answer that contains the separator."
        )
        if is_longer
        else say(
            "This row has fewer cells than there are headings, so answers may stand in the wrong column. "
            "Check for a line break in an answer."
        )
    )
    return Finding(file, row, None, None, message, "error")


def row_numbers(rows: Sequence[int]) -> list[str]:
    """Row numbers to be said, at most twenty."""
    return shortened([*map(str, rows)])


def shortened(listed: Sequence[str]) -> list[str]:
    """What is listed, at most twenty of it."""
    return [*listed[:_LISTED], *["…"] * (len(listed) > _LISTED)]
