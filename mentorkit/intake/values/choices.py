"""Answers with several choices in one cell."""

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from mentorkit.intake.values.cells import CellValue, Reader, as_text, is_blank, is_nobody
from mentorkit.intake.values.names import apart_from_number, parse_name, read_email
from mentorkit.intake.words.vocabulary import language_codes, mentioned
from mentorkit.model.fields import Kind
from mentorkit.text import say
from mentorkit.text.compare import folded
from mentorkit.text.topics import topic_keys_in

_BULLET = re.compile(r"^(?:[•·▪*–-]\s+|\d+[.)]\s+)")
_COMMA = re.compile(r",\s+|,(?=\D)")
_AND = re.compile(r"\s+(?:en|and|of|or|&)\s+")
_PERSON = re.compile(r"\S\s+\S|@|\d|^\s*$")
_NEXT_PERSON = re.compile(r"[;\n]| / ")
_LANGUAGE_SIGNS = re.compile(r"\s*[/+&,]\s*|\s+(?:en|and|et|und)\s+")
_MOST_PARTS = 6
_REMARK = re.compile(r"\s*[(\[–:].*|\s+-\s.*", re.DOTALL)

Joined = frozenset[tuple[str | None, str]]
"""Pairs of parts, folded, that are one option with a comma in it."""


def split_choices(cells: Sequence[object], options: Collection[str] = ()) -> list[tuple[str, ...]]:
    """The choices of every cell of a column, in their order, none twice.

    A column is split at line breaks and at the sign it uses: `;`, ` / `, ` | ` or commas. A
    comma inside an option does not split: two parts are one option when they are one of the
    `options` that are known, when they stand on one line of several, when they always
    stand together and either go on in small letters (twice or more) or are an answer of
    their own (three times or more), or when the second is an enumeration in small letters
    in a column of capitals (our own heuristic). The most usual spelling of an
    option is shown.

    >>> split_choices(["Data;Zorg;", "zorg", "Zorg;"])
    [('Data', 'Zorg'), ('Zorg',), ('Zorg',)]
    >>> split_choices(["Data, Rest, roest"], ["Rest, roest"])
    [('Data', 'Rest, roest')]
    """
    column = ["" if is_blank(cell) else _unpacked(as_text(cell)) for cell in cells]
    split = _splitter(column, options)
    parts = {text: [part for part in map(_bare, split(text)) if part] for text in set(column)}
    spelling = _spellings([part for text in column for part in parts[text]])
    chosen = {
        text: tuple(dict.fromkeys(spelling[_same(part)] for part in row)) for text, row in parts.items()
    }
    return [chosen[text] for text in column]


def read_choices(cells: Sequence[object], options: Collection[str] = ()) -> list[CellValue]:
    """The choices of every cell, as written; see `split_choices` for the options."""
    return [CellValue(chosen) for chosen in split_choices(cells, options)]


def topic_keys(labels: Iterable[str]) -> tuple[str, ...]:
    """Our own topics in these labels, in their order.

    >>> topic_keys(["Omgaan met conflicten", "Tuinieren"])
    ('conflict',)
    """
    return tuple(dict.fromkeys(key for label in labels for key in topic_keys_in(label)))


def read_languages(cells: Sequence[object]) -> list[CellValue]:
    """ISO 639 codes of the languages of every cell; an unknown one stays as written, with a doubt."""
    return [_languages(chosen) for chosen in split_choices(cells)]


def read_keys(cells: Sequence[object], answer: str) -> list[CellValue]:
    """Keys of what an answer with an open list offers, in every cell; another choice stays as written."""
    keys = [[key for one in row for key in mentioned(one, answer) or (one,)] for row in split_choices(cells)]
    return [CellValue(tuple(dict.fromkeys(row))) for row in keys]


def read_kinds(cells: Sequence[object]) -> list[CellValue]:
    """The kinds of mentoring every cell names; a kind nobody knows is left out, with a doubt."""
    return [_kinds(" ; ".join(chosen)) for chosen in split_choices(cells)]


def _kinds(answer: str) -> CellValue:
    found = mentioned(answer, "relation_types")
    if found or not answer.strip():
        return CellValue(found)
    doubt = say("“{value}” is no kind of mentoring that we know, so it was left out.", value=answer)
    return CellValue((), doubt)


def read_ways(cells: Sequence[object]) -> list[CellValue]:
    """Answers in the words of the file: one choice as text, several as a list."""
    return [CellValue(chosen[0] if len(chosen) == 1 else chosen or None) for chosen in split_choices(cells)]


def read_people(cells: Sequence[object]) -> list[CellValue]:
    """The people every cell names: e-mail address, employee number or full name."""
    return [CellValue(() if is_blank(cell) else people_in(as_text(cell))) for cell in cells]


@lru_cache(maxsize=50_000)
def manager_in(text: str) -> tuple[str, str]:
    """The one manager a text names, as people are named, and the number beside the name, if any.

    >>> manager_in("Smit, Bo (On Leave) (40002)"), manager_in("40002")
    (('Bo Smit', '40002'), ('40002', ''))
    """
    said, number = apart_from_number(text)
    named = people_in(said)
    return named[0] if len(named) == 1 else said, number


def people_in(text: str) -> tuple[str, ...]:
    """The people a text names, none twice; nobody for words such as geen or none.

    >>> people_in("Jan de Vries en Bo Smit; Boer, Klaas de")
    ('Jan de Vries', 'Bo Smit', 'Klaas de Boer')
    """
    named = [part.strip() for listed in _NEXT_PERSON.split(text) for part in _persons(listed)]
    somebody = [part for part in named if part and not is_nobody(part)]
    return tuple(dict.fromkeys(read_email(part).value or parse_name(part).full for part in somebody))


def _persons(listed: str) -> list[str]:
    """Parts at commas and at `en`, when every part can stand for a person."""
    for sign in (_COMMA, _AND):
        parts = sign.split(listed.strip())
        if len(parts) > 1 and all(map(_PERSON.search, parts)):
            return [person for part in parts for person in _persons(part)]
    return [listed]


def _languages(chosen: Sequence[str]) -> CellValue:
    codes = languages_named(chosen)
    unknown = [option for option, code in codes.items() if code is None]
    doubt = say("These languages are not known: {languages}. Check their spelling.", languages=unknown)
    found = dict.fromkeys(code or option for option, code in codes.items())
    return CellValue(tuple(found), doubt if unknown else None)


def languages_named(options: Iterable[str]) -> Mapping[str, str | None]:
    """Every language that options name, as written, with its ISO 639 code; None for one we do not know.

    >>> languages_named(["Nederlands en Frans", "Klingonees"])
    {'Nederlands': 'nl', 'Frans': 'fr', 'Klingonees': None}
    """
    return {named: _code(named) for option in options for named in _languages_in(option)}


def _languages_in(option: str) -> Sequence[str]:
    """One language, or several that are written as one option: Nederlands en Frans, NL/FR."""
    if _code(option):
        return (option,)
    parts = [part for part in _LANGUAGE_SIGNS.split(option) if part.strip()]
    return parts if len(parts) > 1 and any(map(_code, parts)) else (option,)


def _code(option: str) -> str | None:
    known = language_codes()
    return known.get(folded(option)) or known.get(folded(_REMARK.sub("", option)))


def _unpacked(text: str) -> str:
    """The list some systems write, ["A","B"], as A;B."""
    if not (text.startswith("[") and text.endswith("]")):
        return text
    try:
        listed = json.loads(text)
    except ValueError:
        return text
    return ";".join(listed) if all(isinstance(item, str) for item in listed) else text


def _splitter(column: Sequence[str], options: Collection[str]) -> Callable[[str], list[str]]:
    """How a column is split; lines always are options, and what they hold is never split further."""
    for sign in (";", " / ", " | "):
        if any(sign in text for text in column):
            return lambda text: text.replace("\n", sign).split(sign)
    joined = _joined(column)
    held = {_same(option): option for option in options if _COMMA.search(option)}
    return lambda text: text.split("\n") if "\n" in text else _at_commas(text, joined, held)


def _at_commas(text: str, joined: Joined, held: Mapping[str, str]) -> list[str]:
    """The longest known option first, then what this column itself shows to be one option."""
    parts = _COMMA.split(text)
    options: list[str] = []
    place = 0
    while place < len(parts):
        length = _held(parts[place : place + _MOST_PARTS], held)
        if length == 1 and options and (_same(parts[place - 1]), _same(parts[place])) in joined:
            options[-1] += f", {parts[place]}"
        else:
            options.append(", ".join(parts[place : place + length]))
        place += length
    return options


def _held(parts: Sequence[str], held: Mapping[str, str]) -> int:
    """How many of these parts together are one known option."""
    if not held:
        return 1
    sizes = (n for n in range(len(parts), 1, -1) if "".join(map(_same, parts[:n])) in held)
    return next(sizes, 1)


def _joined(column: Sequence[str]) -> Joined:
    """Which neighbours are one option: on one line of several, or never apart and no chance."""
    lines = [line for text in column if "\n" in text for line in text.split("\n")]
    rows = [_COMMA.split(text) for text in column if text and "\n" not in text]
    alone = Counter(_same(part) for row in rows for part in row)
    pairs = [pair for row in rows for pair in pairwise(row)]
    together = Counter((_same(one), _same(other)) for one, other in pairs)
    goes_on = {
        (_same(one), _same(other)) for one, other in pairs if one[:1].isupper() and other[:1].islower()
    }
    whole = {_same(text) for text in column}
    certain = {(_same(one), _same(other)) for line in lines for one, other in pairwise(_COMMA.split(line))}
    likely = {
        pair
        for pair, count in together.items()
        if count == alone[pair[0]] == alone[pair[1]]
        and ((count > 1 and pair in goes_on) or (count > 2 and "".join(pair) in whole))
    }
    return frozenset(certain | likely | _enumerations(rows))


def _enumerations(rows: Sequence[Sequence[str]]) -> Joined:
    """Parts such as "organiseren en plannen" in a column in which every option begins with a capital."""
    later = [pair for row in rows for pair in pairwise(row) if pair[1][:1].islower()]
    capitals = all(part[:1].isupper() for row in rows for part in row[:1])
    if not capitals or not all(_AND.search(part) for _, part in later):
        return frozenset()
    return frozenset((_same(one), _same(other)) for one, other in later)


def _spellings(parts: Sequence[str]) -> Mapping[str, str]:
    """Per option its most usual spelling; of equals the first in the alphabet, so that order never counts."""
    usual: dict[str, str] = {}
    for part, _ in sorted(Counter(parts).items(), key=lambda counted: (-counted[1], counted[0])):
        usual.setdefault(_same(part), part)
    return usual


def _bare(part: str) -> str:
    return " ".join(_BULLET.sub("", part.strip()).split()).strip(" ,;")


def _same(part: str) -> str:
    """What makes two spellings one option; signs alone are compared as they are."""
    return folded(part) or part.strip()


BY_COLUMN: Mapping[Kind, Reader] = {
    "people": read_people,
    "way": read_ways,
    "language codes": read_languages,
}
"""How kinds of answers are read of which a cell may hold several."""
