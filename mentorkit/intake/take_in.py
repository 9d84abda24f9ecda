"""A file of sign-ups, from bytes to people."""

from collections.abc import Sequence
from dataclasses import replace

from mentorkit.intake.check import Intake, check
from mentorkit.intake.map import map_columns
from mentorkit.intake.read import Table, best_table, read_tables
from mentorkit.model import Problem, Role
from mentorkit.text import say


def take_in(name: str, content: bytes, role: Role) -> Intake:
    """People and applications of one role in an Excel or CSV file, and all that was found in it.

    Of a workbook one sheet is read: the one named after the role, or else the one with
    the most headings we know. Raises FileRefused when the file is not safe to read, not
    a table or without rows; everything else that is wrong is a problem of the intake.
    """
    tables = read_tables(name, content)
    table = best_table(tables, role)
    intake = check(table, map_columns(table, role), role)
    return replace(intake, problems=(*_other_sheets(tables, table), *intake.problems))


def _other_sheets(tables: Sequence[Table], chosen: Table) -> list[Problem]:
    others = [table.sheet for table in tables if table is not chosen]
    if not others:
        return []
    message = say(
        "Only the sheet “{sheet}” was read. These sheets were not: {others}.",
        sheet=chosen.sheet,
        others=others,
    )
    return [Problem(chosen.file, None, None, None, message, "notice")]
