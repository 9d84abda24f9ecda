"""Findings in files, as a table: where, what, and what to do."""

from collections.abc import Iterable

from markupsafe import Markup

from mentorkit.model import Finding
from mentorkit.text import Message, Speaker, say
from mentorkit.views.table import html_table

_LONGEST = 200

_SEVERITY: dict[str, Message] = {
    "error": say("not imported"),
    "warning": say("look at"),
    "notice": say("for your information"),
}


def finding_table(findings: Iterable[Finding], speak: Speaker) -> Markup:
    """One row per finding, the serious ones first."""
    heads = (say("Kind"), say("File"), say("Row"), say("Column"), say("Value"), say("What to do"))
    return html_table(heads, (_cells(one, speak) for one in in_order(findings)), speak)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The serious ones first, those of one file by their row; what is about no row comes before the rows."""
    order = list(_SEVERITY)
    return sorted(findings, key=lambda one: (order.index(one.severity), one.file, one.row or 0))


def _cells(finding: Finding, speak: Speaker) -> tuple[object, ...]:
    where = (finding.file, "" if finding.row is None else finding.row, finding.column or "")
    value = (finding.value or "")[:_LONGEST]
    return speak(_SEVERITY[finding.severity]), *where, value, speak(finding.message)
