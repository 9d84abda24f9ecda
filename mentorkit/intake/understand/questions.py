"""Columns as questions: one that is asked over several columns is one question."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.layout import Layout
from mentorkit.intake.understand.looks import sample
from mentorkit.intake.values.answers import Chosen, as_options, is_mark, labels_of
from mentorkit.intake.values.cells import as_text
from mentorkit.intake.words.vocabulary import is_one_of, language_codes
from mentorkit.text.compare import folded, forms_of, words
from mentorkit.text.topics import stop_words, topic_keys_in

_NOISE = re.compile(r"\{\{[^{}]*\}\}|\$\{[^{}]*\}|<[^<>]{1,80}>|&nbsp;|[*`]+|__+")
_SPACE_BEFORE = re.compile(r" (?=[,.?!:;])")
_NUMBERED = re.compile(r"^\W*(?:q|vraag|question)?\s?\d{1,3}\s?[.):]\s+(?=\D)", re.IGNORECASE)
_OPTION = re.compile(r"(.+?)\s*\[[^\[\]]+(?:\([^()]*\))?\]", re.DOTALL)
_PREFIX = re.compile(r"(.*(?:[:>|\n?]|\s[-–]\s))\s*\S.*", re.DOTALL)
_TRAILING = re.compile(r"\W*\d{1,2}\W*$")
_FEW, _MOST_RANK = 3, 3
_LEAST_LIKED = 0.7

Heads = Mapping[int, str]
"""Columns with their headings, cleaned."""

Found = Iterator[tuple[str, Sequence[int]]]
"""The words of questions, each with its columns."""


@dataclass(frozen=True)
class SheetQuestion:
    """One question: its words, its columns, and some of its answers.

    In columns that stand for an option each, a tick is the option it stands for. `chosen` are the
    numbers that count as a tick, where these are ranks or points; None otherwise.
    """

    heading: str
    columns: tuple[int, ...]
    cells: tuple[object, ...]
    chosen: Chosen | None = None


def cleaned(heading: str) -> str:
    """A heading without markup, numbers and the name that a form puts in it.

    >>> cleaned("Q4. Thanks {{field:9c}}, <b>where</b> do you *work*?")
    'Thanks, where do you work?'
    """
    return _NUMBERED.sub("", _SPACE_BEFORE.sub("", " ".join(_NOISE.sub(" ", heading).split()))) or heading


def questions_of(table: Table, columns: Iterable[int], layout: Layout | None = None) -> list[SheetQuestion]:
    """The questions in these columns, from the left; every column is in one of them."""
    label = layout.label if layout else str
    heads = {at: cleaned(label(table.headers[at])) for at in columns}
    left = {at: head for at, head in heads.items() if not (layout and layout.field_of(table, at))}
    found = [SheetQuestion(heads[at], (at,), tuple(sample(table, at))) for at in heads.keys() - left.keys()]
    gathers = {_coded: True, _stemmed: True, _ticked: True, _numbered: False, _branched: False}
    for gather, are_options in gathers.items():
        for heading, together in list(gather(table, left, layout)):
            found.append(_question(table, heading, together, are_options))
            left = {at: head for at, head in left.items() if at not in together}
    found += [SheetQuestion(head, (at,), tuple(sample(table, at))) for at, head in left.items()]
    return sorted(found, key=lambda one: one.columns)


def never_both(table: Table, columns: Sequence[int]) -> bool:
    """Whether no row has an answer in more than one of these columns, and each of them has some."""
    is_apart = all(sum(cells[at] is not None for at in columns) <= 1 for _, cells in table.rows)
    return is_apart and all(sample(table, at) for at in columns)


def _question(table: Table, heading: str, columns: Sequence[int], are_options: bool) -> SheetQuestion:
    cells: list[Sequence[object]] = [sample(table, at) for at in columns]
    chosen = _chosen(table, columns) if are_options else None
    labels = labels_of([table.headers[at] for at in columns]) if are_options else []
    if labels:
        cells = [as_options(column, of, chosen) for column, of in zip(cells, labels, strict=True)]
    said = [cell for column in cells for cell in column if cell is not None]
    ticked = [cell for cell in said if cell in labels]
    return SheetQuestion(heading, tuple(columns), tuple(ticked or said), chosen)


def _chosen(table: Table, columns: Sequence[int]) -> Chosen | None:
    """Which numbers stand for a choice: the first three of a ranking, the upper part of a scale."""
    rows = [[cells[at] for at in columns if cells[at] is not None] for _, cells in table.rows]
    numbers = [int(text) for row in rows for cell in row if (text := as_text(cell)).isdigit()]
    highest = max(numbers, default=0)
    if highest <= 1 or 2 * len(numbers) <= sum(map(len, rows)):
        return None
    is_ranked = all(len(set(map(as_text, row))) == len(row) for row in rows)
    is_whole = all(len(row) == len(columns) for row in rows if row)
    return (1, _MOST_RANK if is_whole else highest) if is_ranked else (_LEAST_LIKED * highest, highest)


def _alike(heads: Heads, key: Callable[[int, str], Hashable]) -> list[list[int]]:
    """Columns with the same key, where there are several."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for at, head in heads.items():
        found[key(at, head)].append(at)
    return [together for of, together in found.items() if of and len(together) > 1]


def _coded(table: Table, heads: Heads, layout: Layout | None) -> Found:
    """Columns with the code of one question."""
    codes = _alike(heads, lambda at, _: layout and layout.question_of(table, at))
    yield from ((heads[together[0]], together) for together in codes)


def _stemmed(table: Table, heads: Heads, _: Layout | None) -> Found:
    """Columns such as `Question [Option]` or `Question: Option` with marks in them."""
    for together in _alike(heads, lambda _, head: _stem(head)):
        labels = labels_of([table.headers[at] for at in together])
        if sum(_are_marks(table, at, of) for at, of in zip(together, labels, strict=True)) > 1:
            yield _stem(heads[together[0]]), together


def _ticked(table: Table, heads: Heads, _: Layout | None) -> Found:
    """Columns beside each other that hold their own heading, or a tick, and one behind them for others."""
    for mark, run in groupby(heads, lambda at: _mark(table, at, heads[at])):
        together = list(run)
        named = [at for at in together if topic_keys_in(heads[at]) or folded(heads[at]) in language_codes()]
        is_bare = all(len({as_text(cell) for cell in sample(table, at)}) == 1 for at in together)
        is_ticked = len(together) >= _FEW and (2 * len(named) > len(together) or is_bare)
        if (mark == "own" and len(together) > 1) or (mark == "tick" and is_ticked):
            after = together[-1] + 1
            has_other = after in heads and is_one_of(forms_of(heads[after])[-1], "ticks", "other")
            yield "", [*together, after] if has_other else together


def _numbered(table: Table, heads: Heads, _: Layout | None) -> Found:
    """Columns that differ by a number only: Topic 1 and Topic 2, first and second choice."""
    for together in _alike(heads, lambda _, head: _family(head)):
        if len({folded(heads[at]) for at in together}) == len(together):
            yield _TRAILING.sub("", heads[together[0]]), together


def _branched(table: Table, heads: Heads, _: Layout | None) -> Found:
    """The same question again in another branch of the form: no row has answered both."""
    for together in _alike(heads, lambda _, head: forms_of(_TRAILING.sub("", head) or head)[-1]):
        if never_both(table, together):
            yield _TRAILING.sub("", heads[together[0]]), together


def _stem(head: str) -> str:
    found = _OPTION.fullmatch(head) or _PREFIX.fullmatch(head)
    return found[1] if found else ""


def _family(head: str) -> tuple[str, ...]:
    """The words of a heading without the number in it; nothing when it has none."""
    said = [word for word in words(head) if not word.isdigit() and not is_one_of(word, "ordinals", "all")]
    rest = tuple(word for word in said if word not in stop_words()) or tuple(said)
    return rest if len(said) < len(words(head)) else ()


def _are_marks(table: Table, at: int, label: str) -> bool:
    return all(is_mark(cell, label) for cell in sample(table, at))


def _mark(table: Table, at: int, head: str) -> str:
    """What a column of one option holds: its "own" heading, or a "tick"; empty for any other column."""
    if table.is_option(at):
        return "own"
    said = set(as_options(sample(table, at), head))
    return "tick" if "?" not in head and head in said <= {None, head} else ""
