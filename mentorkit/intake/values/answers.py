"""Every column read by the field it belongs to."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from os.path import commonprefix
from typing import Any, NamedTuple

from mentorkit.intake.values.cells import BY_CELL, UP_TO, CellValue, Reader, as_text, cell_by_cell
from mentorkit.intake.values.choices import BY_COLUMN, read_choices, read_keys, read_kinds, read_ways
from mentorkit.intake.values.dates import Clock, read_days, read_moments
from mentorkit.intake.values.names import read_email, read_name
from mentorkit.intake.words.vocabulary import is_one_of
from mentorkit.model import Application, Person
from mentorkit.model.fields import ANSWERS, Kind
from mentorkit.text import Message, say
from mentorkit.text.compare import folded, words

Column = Sequence[object]

Chosen = tuple[float, float]
"""The lowest and the highest number that count as a tick, both included."""

_EXCEL_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!"})
_EXCEL_ERROR = say(
    "Excel shows an error in this cell, so it was left out. Type the answer itself in the cell."
)
_IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]\s*$")
_PREFIX_END = re.compile(r".*(?:[:>|\n]|\s[-–]\s|\.\s|\?)\s*", re.DOTALL)
_TICKS = frozenset("✓✔☑✅●■")
_RANK = re.compile(r"\d{1,2}")
_BARE_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_SHOWN = 200


class CellDoubt(NamedTuple):
    """A doubtful cell: its place among the rows and its column, both from 0, and what it says."""

    place: int
    column: int
    field: str
    value: str
    message: Message
    suggestion: str | None
    is_left_out: bool


@dataclass(frozen=True)
class Around:
    """What a sheet says about its cells: headings, known options, how it writes days, broken cells.

    `options` are choices that are known to be one. `flaws` are messages by place of the row
    and column. `chosen` tells of columns with ranks or points which of them count as a tick.
    """

    headings: Sequence[str] = ()
    options: frozenset[str] = frozenset()
    clock: Clock = Clock()
    flaws: Mapping[tuple[int, int], Message] = field(default_factory=dict)
    chosen: Mapping[int, Chosen] = field(default_factory=dict)


def read_columns(
    rows: Sequence[Sequence[object]], fields: Mapping[int, str], around: Around | None = None
) -> tuple[list[dict[str, Any]], list[CellDoubt]]:
    """The answers of every row by field, and the doubts about single cells.

    Of several columns for one field, lists are joined (a column may be one option, or the
    text that goes with "Other"), and of other answers the first is taken. `level_name` and
    `meeting` are the answers in the words of the file.
    """
    around = around or Around()
    answers: list[dict[str, Any]] = [{} for _ in rows]
    doubts: list[CellDoubt] = []
    for name, columns in by_field(fields).items():
        is_spread = len(columns) > 1 and bool(around.headings) and _kind(name) != "own"
        labels = labels_of([around.headings[column] for column in columns]) if is_spread else []
        for column, label in zip_longest(columns, labels):
            cells = [row[column] for row in rows]
            if name == "channels":
                for place, way in enumerate(read_ways(as_options(cells, label) if label else cells)):
                    _keep(answers[place], "meeting", None, way.value)
            for place, read in enumerate(_readings(name, column, cells, label, around)):
                _keep(answers[place], name, cells[place], read.value)
                if read.doubt is not None:
                    said, is_lost = as_text(cells[place])[:_SHOWN], read.value is None
                    doubts.append(CellDoubt(place, column, name, said, read.doubt, read.suggestion, is_lost))
    return answers, doubts


def by_field(fields: Mapping[int, str]) -> Mapping[str, list[int]]:
    """The columns of every field, from the left."""
    columns: dict[str, list[int]] = defaultdict(list)
    for column, name in sorted(fields.items()):
        columns[name].append(column)
    return columns


def _keep(answer: dict[str, Any], name: str, cell: object, value: Any) -> None:
    """Add what a cell says to the answers of its row."""
    before = answer.get(name)
    if isinstance(value, tuple) and isinstance(before, tuple):
        joined = dict.fromkeys((*before, *value))
        said = tuple(part for part in joined if not is_one_of(part, "ticks", "other"))
        answer[name] = said if value else before
    elif before in (None, ()):
        answer[name] = value
        if _kind(name) == "step" and value is not None:
            answer["level_name"] = as_text(cell)
            answer["level_label"] = value if _BARE_NUMBER.fullmatch(as_text(cell)) else as_text(cell)


def _readings(name: str, column: int, cells: Column, label: str | None, around: Around) -> list[CellValue]:
    """The readings of a column; cells without a usable value are left out before."""
    broken = {
        place: around.flaws.get((place, column)) or _EXCEL_ERROR
        for place, cell in enumerate(cells)
        if (place, column) in around.flaws or (isinstance(cell, str) and cell in _EXCEL_ERRORS)
    }
    sound = [None if place in broken else cell for place, cell in enumerate(cells)] if broken else cells
    reader = _reader(name, column, around)
    if label is not None and isinstance(reader([label])[0].value, tuple):
        sound = as_options(sound, label, around.chosen.get(column))
        reader = _reader(name, column, around, label)
    found = enumerate(reader(sound))
    return [CellValue(None, broken[place]) if place in broken else read for place, read in found]


def _kind(name: str) -> Kind:
    """What an answer is; one of a form that was saved by another version may be gone, and is text."""
    return ANSWERS[name].kind if name in ANSWERS else "text"


def _reader(name: str, column: int, around: Around, label: str = "") -> Reader:
    """How the column of a field is read; every field without a way of its own is text."""
    kind = _kind(name)
    if kind == "day":
        return lambda cells: read_days(cells, around.clock)
    if kind == "moment":
        heading = around.headings[column] if around.headings else ""
        clock = replace(around.clock, is_utc=around.clock.is_utc or "utc" in words(heading))
        return lambda cells: read_moments(cells, clock)
    if kind == "own":
        return cell_by_cell(lambda cell: CellValue((f"{around.headings[column]}: {as_text(cell)}",)))
    if kind == "list":
        return lambda cells: read_choices(cells, around.options | {label})
    if read := UP_TO.get(kind):
        most = (Person if name in Person.model_fields else Application).most_of(name)
        return cell_by_cell(lambda value: read(value, most))
    if kind == "choices":
        return (lambda cells: read_keys(cells, name)) if ANSWERS[name].is_open else read_kinds
    return _READERS[kind]


def as_options(cells: Column, label: str, chosen: Chosen | None = None) -> Column:
    """A column that is one option: a tick stands for its label, a no for nothing, text for itself."""
    ticked = {said: _ticked(said[1], label, chosen) for said in {(type(cell), cell) for cell in cells}}
    return [ticked[type(cell), cell] for cell in cells]


def is_mark(cell: object, label: str) -> bool:
    """Whether a cell says no more than that an option is chosen or not, or how much it is."""
    said = _ticked(cell, label)
    return said is None or said == label or bool(_RANK.fullmatch(as_text(said)))


def _ticked(cell: object, label: str, chosen: Chosen | None = None) -> object:
    if isinstance(cell, bool):
        return label if cell else None
    said = as_text(cell)
    if chosen and said.isdecimal():
        return label if chosen[0] <= int(said) <= chosen[1] else None
    if not words(said):
        return label if said in _TICKS else None
    is_yes = is_one_of(said, "yes_no", "yes") or is_one_of(said, "ticks", "ticked")
    if is_yes or folded(said) == folded(label):
        return label
    return None if is_one_of(said, "yes_no", "no") or is_one_of(said, "ticks", "open") else cell


def labels_of(headings: Sequence[str]) -> list[str]:
    """What each of the columns of one question stands for: its heading without the question."""
    begin = _PREFIX_END.match(commonprefix(list(headings)))
    rests = [heading[begin.end() :] if begin else heading for heading in headings]
    return [
        (inside[1] if (inside := _IN_BRACKETS.search(rest)) else rest).strip(" ]") or heading
        for rest, heading in zip(rests, headings, strict=True)
    ]


_READERS: Mapping[Kind, Reader] = {
    "name": cell_by_cell(read_name),
    "address": cell_by_cell(read_email),
    **BY_CELL,
    **BY_COLUMN,
}
