"""What a question asks when its wording is new to us: by a word in it and by all of its answers.

Our own heuristic: neither the words nor the answers decide alone, so a sentence that happens to
hold a word is no field, and a number that nobody asked for is none either.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.layout import Layout
from mentorkit.intake.understand.suggest import answers, is_yes_no, sniff
from mentorkit.intake.values.cells import as_text, number
from mentorkit.intake.values.dates import read_days
from mentorkit.intake.words.vocabulary import mentioned
from mentorkit.model import Role
from mentorkit.text.compare import folded, words
from mentorkit.text.topics import topics_in

_MOST = 0.8
_LONGEST_CHOICE, _LONG_TEXT = 6, 6
_OPTION = re.compile(r"^(.+?)\s*\[([^\[\]]+(?:\([^()]*\))?)\]$")
_SEPARATORS = re.compile(r"[;\n]| / |,\s")

Cells = Sequence[object]


def meant(table: Table, column: int, role: Role) -> str | None:
    """The field of a question we do not know by its words; None when words and answers do not agree.

    `role` is whose answers the file holds, for topics: mentees have goals.
    """
    cells, asked = answers(table, column), set(mentioned(table.headers[column], "asked"))
    if not cells:
        return None
    if sniff(cells) == "email":
        return "manager_email" if "manager" in asked else None
    if "manager" in asked:
        return None
    if _are_roles(cells):
        return "role"
    if _are_topics(cells):
        return learning(table.headers[column], role)
    return next((name for name, (needed, fits) in _ASKED.items() if needed <= asked and fits(cells)), None)


def learning(heading: str, role: Role) -> str:
    """Whether topics are what somebody wants to learn or what somebody knows."""
    asked = mentioned(heading, "asked")
    if "learn" in asked:
        return "goals"
    return "goals" if role == "mentee" and "guide" not in asked else "topics"


def spread(table: Table, role: Role, layout: Layout | None = None) -> dict[int, str]:
    """Columns that are one option of one question each, `Question [Option]`, with their field.

    They hold a tick, a yes or no, their own option or nothing; most options are topics.
    """
    questions: dict[str, list[int]] = {}
    labels: dict[int, str] = {}
    for column, heading in enumerate(table.headers):
        if found := _OPTION.match(layout.label(heading) if layout else heading):
            labels[column] = found[2]
            questions.setdefault(found[1], []).append(column)
    fields: dict[int, str] = {}
    for question, columns in questions.items():
        ticked = [column for column in columns if _is_ticked(table, column, labels[column])]
        known = sum(bool(topics_in(labels[column])) for column in ticked)
        name = learning(question, role)
        if len(ticked) > 1 and 2 * known > len(ticked) and name not in fields.values():
            fields |= dict.fromkeys(columns, name)
    return fields


def _is_ticked(table: Table, column: int, label: str) -> bool:
    said = {folded(as_text(cell)) for cell in answers(table, column)}
    return said <= {folded(label)} or is_yes_no(table, column)


def _are_roles(cells: Cells) -> bool:
    return _most(cells, lambda cell: len(words(as_text(cell))) <= _LONGEST_CHOICE and _names_role(cell))


def _names_role(cell: object) -> bool:
    return bool(mentioned(as_text(cell), "roles"))


def _are_topics(cells: Cells) -> bool:
    """Choices of which most name a topic; a sentence is no choice, and few people write the same one."""
    parts = [part for cell in cells for part in _SEPARATORS.split(as_text(cell)) if part.strip()]
    is_short = all(len(words(part)) <= _LONGEST_CHOICE for part in parts)
    is_chosen = max(Counter(map(folded, parts)).values(), default=0) > 1 or len(parts) > len(cells)
    return is_short and is_chosen and _most(cells, lambda cell: bool(topics_in(as_text(cell))))


def _are_numbers(cells: Cells) -> bool:
    return _most(cells, lambda cell: number(cell).value is not None)


def _are_days(cells: Cells) -> bool:
    return all(read.value is not None for read in read_days(list(cells)))


def _are_languages(cells: Cells) -> bool:
    return sniff(cells) == "languages"


def _are_long(cells: Cells) -> bool:
    return 2 * sum(len(words(as_text(cell))) >= _LONG_TEXT for cell in cells) > len(cells)


def _are_names(cells: Cells) -> bool:
    return _most(
        cells, lambda cell: isinstance(cell, str) and 0 < len(words(cell)) <= _LONGEST_CHOICE
    ) and not _are_numbers(cells)


def _most(cells: Cells, fits: Callable[[object], bool]) -> bool:
    return sum(map(fits, cells)) >= _MOST * len(cells)


_ASKED: Mapping[str, tuple[set[str], Callable[[Cells], bool]]] = {
    "languages": ({"language"}, _are_languages),
    "capacity": ({"count", "mentees"}, _are_numbers),
    "hours_per_month": ({"hours", "month"}, _are_numbers),
    "years_experience": ({"years", "experience"}, _are_numbers),
    "available_from": ({"available"}, _are_days),
    "goal_text": ({"learn"}, _are_long),
    "department": ({"department"}, _are_names),
    "job_title": ({"job"}, _are_names),
}
"""Which words must stand in a question, by key in words.toml, and what its answers must be."""
