"""What a question asks when its wording is new to us: by a word in it and by all of its answers.

Our own heuristic: neither the words nor the answers decide alone, so a sentence that happens to
hold a word is no field, and a number that nobody asked for is none either.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.layout import Layout
from mentorkit.intake.understand.suggest import are_days, asks_manager, is_yes_no, most, sample, sniff
from mentorkit.intake.values.cells import as_text, cell_by_cell, number
from mentorkit.intake.values.choices import parts_of
from mentorkit.intake.words.headings import told
from mentorkit.intake.words.vocabulary import is_one_of, language_codes, mentioned
from mentorkit.model import Role
from mentorkit.model.fields import ANSWERS, MANAGERS, OFFERED, WANTED, Kind, of_kind
from mentorkit.text.compare import folded, forms_of, words
from mentorkit.text.topics import topics_in

_LONGEST_CHOICE, _LONG_TEXT = 6, 6
_OPTION = re.compile(r"^(.+?)\s*\[([^\[\]]+(?:\([^()]*\))?)\]$")

Cells = Sequence[object]
Question = tuple[str, Sequence[int], Sequence[str]]
"""The words of a question, if any, its columns, and what those stand for that are surely one option."""


def meant(table: Table, column: int, role: Role) -> str | None:
    """The field of a question we do not know by its words; None when words and answers do not agree.

    `role` is whose answers the file holds, for topics: mentees have goals.
    """
    cells, heading = sample(table, column), table.headers[column]
    if not cells:
        return None
    if asks_manager(heading) or sniff(cells) == "address":
        return MANAGERS[0] if asks_manager(heading) and sniff(cells) == "address" else None
    if _are_roles(cells):
        return "role"
    if _are_topics(cells):
        return learning(heading, role)
    asked = set(mentioned(heading, "asked"))
    fitting = (name for name, needed in told("words.toml")["asked_for"].items() if asked.issuperset(needed))
    return next((name for name in fitting if _LOOKS[ANSWERS[name].kind](cells)), None)


def learning(heading: str, role: Role) -> str:
    """Whether topics are what somebody wants to learn or what somebody knows."""
    asked = mentioned(heading, "asked")
    return WANTED if "learn" in asked or (role == "mentee" and "guide" not in asked) else OFFERED


def options_of(table: Table, role: Role, layout: Layout | None) -> dict[int, str]:
    """Columns that are one option of one question each, with the field that most options belong to."""
    fields: dict[int, str] = {}
    for question, columns, options in (*_bracketed(table, layout), *_neighbours(table)):
        field = _field_of(question, options, role)
        if len(options) > 1 and field and field not in fields.values():
            fields |= dict.fromkeys(columns, field)
    return fields


def _bracketed(table: Table, layout: Layout | None) -> Iterator[Question]:
    """Columns such as `Question [Option]`; surely options hold a tick, a yes or no, or their option."""
    questions: dict[str, dict[int, str]] = defaultdict(dict)
    for column, heading in enumerate(table.headers):
        if found := _OPTION.match(layout.label(heading) if layout else heading):
            questions[found[1]][column] = found[2]
    for question, labels in questions.items():
        yield question, list(labels), [label for at, label in labels.items() if _is_ticked(table, at, label)]


def _neighbours(table: Table) -> Iterator[Question]:
    """Columns beside each other that say their own heading or nothing, and one behind them for others."""
    for is_option, run in groupby(range(len(table.headers)), table.is_option):
        columns = list(run)
        behind = [forms_of(heading)[-1] for heading in table.headers[columns[-1] + 1 :][:1]]
        others = [columns[-1] + 1 for form in behind if is_one_of(form, "ticks", "other")]
        if is_option:
            yield "", columns + others, [table.headers[column] for column in columns]


def _field_of(question: str, options: Sequence[str], role: Role) -> str | None:
    if not question and 2 * sum(folded(option) in language_codes() for option in options) > len(options):
        return next(iter(of_kind("language codes")))
    are_topics = 2 * sum(bool(topics_in(option)) for option in options) > len(options)
    return learning(question, role) if are_topics else None


def _is_ticked(table: Table, column: int, label: str) -> bool:
    said = {folded(as_text(cell)) for cell in sample(table, column)}
    return said <= {folded(label)} or is_yes_no(table, column)


def _are_roles(cells: Cells) -> bool:
    texts = [as_text(cell) for cell in cells]
    return most(texts, lambda text: len(words(text)) <= _LONGEST_CHOICE and bool(mentioned(text, "roles")))


def _are_topics(cells: Cells) -> bool:
    """Choices of which most name a topic; a sentence is no choice, and few people write the same one."""
    parts = [part for cell in cells for part in parts_of(as_text(cell))]
    is_short = all(len(words(part)) <= _LONGEST_CHOICE for part in parts)
    is_chosen = max(Counter(map(folded, parts)).values(), default=0) > 1 or len(parts) > len(cells)
    return is_short and is_chosen and most(cells, lambda cell: bool(topics_in(as_text(cell))))


def _are_numbers(cells: Cells) -> bool:
    return most(cell_by_cell(number)(cells), lambda read: read.value is not None)


def _are_long(cells: Cells) -> bool:
    return 2 * sum(len(words(as_text(cell))) >= _LONG_TEXT for cell in cells) > len(cells)


def _are_names(cells: Cells) -> bool:
    texts = [cell if isinstance(cell, str) else "" for cell in cells]
    return most(texts, lambda text: 0 < len(words(text)) <= _LONGEST_CHOICE) and not _are_numbers(cells)


_LOOKS: Mapping[Kind, Callable[[Cells], bool]] = {
    "language codes": lambda cells: sniff(cells) == "language codes",
    "whole number": _are_numbers,
    "number": _are_numbers,
    "day": are_days,
    "long text": _are_long,
    "text": _are_names,
}
"""How to see that answers are of a kind."""
