"""Findings in files, as a table: where, what, and what to do."""

from collections.abc import Iterable

from markupsafe import Markup

from mentorkit.model import Problem
from mentorkit.text import Message, Speaker, say
from mentorkit.views.table import html_table

_LONGEST = 200

_SEVERITY: dict[str, Message] = {
    "error": say("not taken in"),
    "warning": say("look at"),
    "notice": say("for your information"),
}


def problem_table(problems: Iterable[Problem], speak: Speaker) -> Markup:
    """One row per finding, the serious ones first."""
    order = list(_SEVERITY)
    found = sorted(problems, key=lambda one: (order.index(one.severity), one.file, one.row or 0))
    heads = (say("Kind"), say("File"), say("Row"), say("Column"), say("Value"), say("What to do"))
    return html_table(heads, (_cells(one, speak) for one in found), speak)


def _cells(problem: Problem, speak: Speaker) -> tuple[object, ...]:
    return (
        speak(_SEVERITY[problem.severity]),
        problem.file,
        "" if problem.row is None else problem.row,
        problem.column or "",
        (problem.value or "")[:_LONGEST],
        speak(problem.message),
    )
