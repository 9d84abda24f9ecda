"""What a column may be, by its answers and by headings that look like it: to suggest, seldom to decide."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from rapidfuzz import fuzz, process

from mentorkit.intake.tables.table import Table
from mentorkit.intake.values.cells import as_text, cell_by_cell, yes_or_no
from mentorkit.intake.values.choices import languages_named, parts_of
from mentorkit.intake.values.dates import read_days
from mentorkit.intake.words.headings import headings, holds
from mentorkit.intake.words.vocabulary import mentioned, phrases
from mentorkit.model.fields import ANSWERS, MANAGERS, NAMED_BY, Kind, of_kind
from mentorkit.text.compare import words

FULL_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[ .,'’-]+[^\W\d_]+){1,5}\.?(?: \([^()]*\))*")
CODE = re.compile(r"(?!0\d{9})(?=[A-Za-z-]*\d)[A-Za-z\d]+(?:-?[A-Za-z\d]+){0,2}")
_LEAST = 3
_NUMBER = NAMED_BY[1]
_T = TypeVar("_T")
_MOST = 0.8
_LIKENESS = 80
_SEEN = 200


def sample(table: Table, column: int) -> list[object]:
    """The first 200 answers of a column."""
    return table.answers(column)[:_SEEN]


def sniff(cells: Sequence[object]) -> Kind | None:
    """The kind that four in five answers of a column look like (our own heuristic); None without.

    >>> sniff(["noor@example.org", "bo@example.org"]), sniff(["Nederlands", "Engels"]), sniff(["x"])
    ('address', 'language codes', None)
    """
    texts = [as_text(cell) for cell in cells]
    looks: Mapping[Kind, Callable[[str], bool]] = {"address": _is_address, "language codes": _are_languages}
    return next((kind for kind, fits in looks.items() if texts and most(texts, fits)), None)


def most(found: Sequence[_T], fits: Callable[[_T], bool]) -> bool:
    """Whether four in five are so."""
    return sum(map(fits, found)) >= _MOST * len(found)


def are_days(cells: Sequence[object]) -> bool:
    """Whether every answer is a day."""
    return all(read.value is not None for read in read_days(cells))


def _is_address(text: str) -> bool:
    return text.count("@") == 1 and "." in text.partition("@")[2]


def _are_languages(text: str) -> bool:
    return all(languages_named(parts_of(text)).values())


def asks_manager(heading: str) -> bool:
    """Whether a heading asks something of a manager."""
    return "manager" in mentioned(heading, "asked")


def certain(table: Table, columns: Sequence[int]) -> int | None:
    """The only column of addresses, unless its heading is sensitive or speaks of a manager."""
    found = [column for column in columns if sniff(sample(table, column)) == "address"]
    if len(found) != 1:
        return None
    heading = table.headers[found[0]]
    return None if headings().is_sensitive(heading) or asks_manager(heading) else found[0]


def different(table: Table, columns: Sequence[int], form: re.Pattern[str]) -> int | None:
    """The first of these columns in which nearly everybody gives another answer, of this form."""
    texts = {at: [as_text(cell) for cell in sample(table, at)] for at in columns}
    told = {at: len(set(said)) >= max(_LEAST, _MOST * len(said)) for at, said in texts.items()}
    return next(
        (at for at in columns if told[at] and most(texts[at], lambda text: bool(form.fullmatch(text)))), None
    )


def suggest(table: Table, column: int, taken: Sequence[str]) -> str | None:
    """The field a column may be: by its answers, else the heading we know that is most like it.

    A field in `taken` is not suggested, nor one that the answers speak against.
    """
    cells = sample(table, column)
    if not cells or headings().is_sensitive(table.headers[column]):
        return None
    spelled = " ".join(words(table.headers[column]))
    known = headings().spelled
    found = process.extractOne(spelled, known.keys(), scorer=fuzz.token_set_ratio, score_cutoff=_LIKENESS)
    like = known[found[0]] if found and spelled else None
    if seen := sniff(cells):
        (field,) = of_kind(seen)
        field = MANAGERS[0] if seen == "address" and like in MANAGERS else field
        return field if field not in taken else None
    if like is None and not is_yes_no(table, column) and different(table, [column], CODE) is not None:
        like = _NUMBER
    kind = ANSWERS[like].kind if like else None
    return None if like in taken or kind == "address" or (kind == "day" and not are_days(cells)) else like


def asks_consent(table: Table, column: int) -> bool:
    """Whether a column asks with yes or no if personal data may be used."""
    asked = {key for phrase, key in phrases("consent") if holds(table.headers[column], [phrase])}
    return asked == {"ask", "about"} and bool(sample(table, column)) and is_yes_no(table, column)


def is_yes_no(table: Table, column: int) -> bool:
    """Whether every answer of a column is yes or no."""
    return all(read.doubt is None for read in cell_by_cell(yes_or_no)(sample(table, column)))


def is_refused(table: Table, column: int) -> bool:
    """Whether a column holds a national number, by its heading, or by a doubtful one and its answers."""
    heading = table.headers[column]
    if headings().is_refused(heading):
        return True
    cells = sample(table, column)
    return holds(heading, headings().perhaps_refused) and bool(cells) and all(map(_is_national, cells))


def _is_national(cell: object) -> bool:
    """Whether the check digits of a Dutch (9 digits) or Belgian (11) national number are right."""
    digits = "".join(c for c in as_text(cell) if c.isdigit())
    if len(digits) == 9:  # noqa: PLR2004 - the eleven test
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0
    if len(digits) == 11:  # noqa: PLR2004 - 97 minus the rest, with a 2 in front from the year 2000
        return any(97 - int(front + digits[:9]) % 97 == int(digits[9:]) for front in ("", "2"))
    return False
