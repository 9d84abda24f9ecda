"""What the answers to a question look like, whatever the question says."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from mentorkit.intake.tables.table import Table
from mentorkit.intake.understand.roles import role_said
from mentorkit.intake.values.cells import as_text, cell_by_cell, is_nobody, number, yes_or_no
from mentorkit.intake.values.choices import languages_named, split_choices
from mentorkit.intake.values.dates import read_days
from mentorkit.intake.values.national import is_national
from mentorkit.intake.words.headings import headings, holds, told
from mentorkit.intake.words.vocabulary import mentioned, steps
from mentorkit.text.compare import folded, words
from mentorkit.text.topics import topic_keys_in

_T = TypeVar("_T")
_MOST = 0.8
_SEEN = 100
_LONGEST_CHOICE, _LONGEST_ROLE = 6, 8
_MOST_ROLES, _MOST_SIDES, _LEAST_CODES = 6, 3, 3
_CODE = re.compile(r"0\d+|\d{4,}|(?=\S*\d)(?=\S*[^\W\d])[\w.-]+")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[<>~±]?\s*-?\d")

Cells = Sequence[object]


def sample(table: Table, column: int) -> Cells:
    """The first 100 answers of a column."""
    return table.answers(column)[:_SEEN]


def look_of(cells: Cells) -> str:
    """What answers look like, in one of the words that evidence.toml has for it.

    >>> look_of(["noor@example.org"]), look_of(["Nederlands", "Engels;Frans"]), look_of(["IT", "No"])
    ('address', 'tongues', 'text')
    """
    return _look_of(tuple(as_text(cell) for cell in cells[:: len(cells) // _SEEN + 1]))


@lru_cache(maxsize=1_000)  # a sheet is understood twice, and again after every change of the coordinator
def _look_of(texts: tuple[str, ...]) -> str:
    looks: Mapping[str, str] = told("evidence.toml")["looks"] if texts else {}
    seen = _Seen(texts)
    return next(
        (look for look, pattern in looks.items() if _has(seen, look, pattern)), "text" if texts else "none"
    )


def _has(seen: "_Seen", look: str, pattern: str) -> bool:
    if not pattern:
        return _WORKED_OUT[look](seen)
    return most([text for text in seen.texts if not is_nobody(text)], re.compile(pattern).fullmatch)


def most(found: Sequence[_T], fits: Callable[[_T], object]) -> bool:
    """Whether four in five are so; of none that is not known."""
    return 0 < _MOST * len(found) <= sum(map(bool, map(fits, found)))


def are_yes_no(cells: Cells) -> bool:
    """Whether every answer is yes or no; so it is of none."""
    return all(read.doubt is None for read in cell_by_cell(yes_or_no)(cells))


def is_refused(table: Table, column: int) -> bool:
    """Whether a column holds a national number, by its heading, or by a doubtful one and its answers."""
    heading, cells = table.headers[column], sample(table, column)
    is_perhaps = bool(cells) and holds(heading, headings().perhaps_refused)
    return headings().is_refused(heading) or (is_perhaps and all(map(is_national, cells)))


@dataclass(frozen=True)
class _Seen:
    """Answers as texts, and their choices."""

    texts: Sequence[str]

    @cached_property
    def rows(self) -> Sequence[Sequence[str]]:
        return split_choices(self.texts)

    @cached_property
    def parts(self) -> Sequence[str]:
        return [part for row in self.rows for part in row]

    @cached_property
    def is_shared(self) -> bool:
        """Whether they are short, and half of what is chosen is chosen by several people."""
        counted = Counter(map(folded, self.parts))
        twice = sum(count for count in counted.values() if count > 1)
        return most(self.parts, _is_short) and 2 * twice >= len(self.parts)

    @property
    def has_several(self) -> bool:
        """Whether some people gave several."""
        return len(self.parts) > len(self.rows)


def _is_short(part: str) -> bool:
    return len(words(part)) <= _LONGEST_CHOICE


def _say_yes_or_no(seen: _Seen) -> bool:
    is_written = not any(map(_DIGIT.search, seen.texts))  # 1 alone is a number, 0 and 1 are no and yes
    return (is_written or set(seen.texts) == {"0", "1"}) and are_yes_no(seen.texts)


def _are_days(seen: _Seen) -> bool:
    is_plain = any(text.isdigit() or not _DIGIT.search(text) for text in seen.texts)
    return not is_plain and all(read.value is not None for read in read_days(seen.texts))


def _are_codes(seen: _Seen) -> bool:
    return len(set(seen.texts)) == len(seen.texts) >= _LEAST_CODES and all(map(_CODE.fullmatch, seen.texts))


def _is_number(text: str) -> bool:
    is_spelled = next(iter(words(text)), "") in steps("numbers")[0]
    return (is_spelled or _NUMBER.match(text) is not None) and number(text).value is not None


def _are_languages(seen: _Seen) -> bool:
    """Languages by name: No, Ja and IT are the codes of some and mostly mean something else."""
    is_told = seen.has_several or any(len(folded(part)) > 3 for part in seen.parts)  # noqa: PLR2004
    return is_told and most(seen.rows, lambda row: row and all(languages_named(row).values()))


def _are_roles(seen: _Seen) -> bool:
    """Two in three name a role, and not each of many in words of its own."""
    different = len(set(map(folded, seen.texts)))
    named = [text for text in seen.texts if len(words(text)) <= _LONGEST_ROLE and role_said(text)]
    return different <= max(_MOST_ROLES, len(seen.texts) - 1) and 3 * len(named) >= 2 * len(seen.texts)


def _are_long(seen: _Seen) -> bool:
    is_list = any(";" in text for text in seen.texts)
    is_long = sum(not all(map(_is_short, row)) for row in seen.rows)
    return not is_list and 2 * is_long > len(seen.texts)


def _are_topics(seen: _Seen) -> bool:
    is_chosen = seen.is_shared or seen.has_several or len(set(seen.parts)) < len(seen.parts)
    return is_chosen and all(map(_is_short, seen.parts)) and most(seen.texts, topic_keys_in)


def _are_sides(seen: _Seen) -> bool:
    """One, two or three different answers, each of which is to offer something, to want it, or neither."""
    different = len(set(map(folded, seen.parts)))
    return 0 < different <= _MOST_SIDES and all(mentioned(part, "shares") for part in seen.parts)


_WORKED_OUT: Mapping[str, Callable[[_Seen], bool]] = {
    "yes/no": _say_yes_or_no,
    "day": _are_days,
    "code": _are_codes,
    "number": lambda seen: most(seen.texts, _is_number),
    "tongues": _are_languages,
    "roles": _are_roles,
    "sides": _are_sides,
    "long": _are_long,
    "themes": _are_topics,
    "several": lambda seen: seen.is_shared and seen.has_several,
    "shared": lambda seen: seen.is_shared,
}
"""How to see that answers have a look for which evidence.toml has no pattern."""
