"""Findings in files, as a table or as lines of text: where, what, and what to do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from mentorkit.intake.tables.oddities import row_numbers
from mentorkit.model import Finding
from mentorkit.text import Message, Speaker, say
from mentorkit.views.table import html_table

_LONGEST = 200
_MANY = 3

_SEVERITY: dict[str, Message] = {
    "error": say("not imported"),
    "warning": say("look at"),
    "notice": say("for your information"),
}

_HEADS = (say("Kind"), say("File"), say("Row"), say("Column"), say("Value"), say("What to do"))


def finding_table(findings: Iterable[Finding], speak: Speaker) -> Markup:
    """One row per finding, the serious ones first."""
    return html_table(_HEADS, (_cells(one, speak) for one in in_order(summed_up(findings))), speak)


def finding_lines(findings: Iterable[Finding], speak: Speaker) -> Iterator[str]:
    """The same as lines of text in columns that line up, without the kind; no line for no finding."""
    found = [_cells(one, speak)[1:] for one in in_order(summed_up(findings))]
    rows = [[printable(str(cell)) for cell in row] for row in (map(speak, _HEADS[1:]), *found)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in ([], *rows) if found else ():
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()


def printable(text: str) -> str:
    """A text on one line; signs that steer a terminal become a question mark."""
    return "".join(sign if sign.isprintable() else "?" for sign in " ".join(text.split()))


def with_its_column(finding: Finding) -> Message:
    """What a finding says, after the column that it is about."""
    said = say("{column}: {finding}", column=f"‘{finding.column}’", finding=finding.message)
    return said if finding.column else finding.message


def summed_up(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, with one for each column of which three rows or more say the same thing.

    It tells how many there are, where, and the first as an example. Rows that wait to be repaired
    keep a finding each, unless it says the very same.
    """
    alike: dict[object, list[Finding]] = defaultdict(list)
    for number, one in enumerate(findings):
        said = repr(one.message) if one.severity == "error" else one.message.id
        alike[number if one.row is None else (one.severity, one.file, one.sheet, one.column, said)].append(
            one
        )
    return [told for same in alike.values() for told in (same if len(same) < _MANY else [_sum(same)])]


def _sum(same: Sequence[Finding]) -> Finding:
    rows = sorted({one.row for one in same if one.row is not None})
    message = say(
        "{n} times, in rows {rows}. For example: {example}",
        n=len(same),
        rows=row_numbers(rows),
        example=same[0].message,
    )
    return replace(same[0], row=None, message=message)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The serious ones first, those of one file by their row; what is about no row comes before the rows."""
    order = list(_SEVERITY)
    return sorted(findings, key=lambda one: (order.index(one.severity), one.file, one.row or 0))


def _cells(finding: Finding, speak: Speaker) -> tuple[object, ...]:
    where = (finding.file, "" if finding.row is None else finding.row, finding.column or "")
    value = (finding.value or "")[:_LONGEST]
    return speak(_SEVERITY[finding.severity]), *where, value, speak(finding.message)
