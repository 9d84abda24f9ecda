"""One answer, read: numbers, scales, yes or no, levels, ways of learning."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mentorkit.intake.words.vocabulary import is_one_of, mentioned, starts_as, steps
from mentorkit.model.fields import Kind
from mentorkit.text import Message, say
from mentorkit.text.compare import words

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)*")
_CURRENCY = re.compile(r"[€$£%]")
_LEADING = re.compile(r"(\d+)(?![\d.,])")
_DAMAGED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_DIGITS_WITHOUT_ZERO = 9
_MOST_FTE, _LEAST_PERCENT = 1.5, 40
_HIGHEST = 5
_NOT_UNDERSTOOD = say("“{value}” is not understood, so this answer was left out. Correct it.")
_READ_AS = say("“{value}” was read as {read}. Correct it if that is wrong.")


@dataclass(frozen=True)
class CellValue:
    """What an answer means, the doubt there is about it, if any, and what may be meant instead."""

    value: Any = None
    doubt: Message | None = None
    suggestion: str | None = None


Reader = Callable[[Sequence[object]], list[CellValue]]
"""Reads the cells of a column."""


def cell_by_cell(read: Callable[[object], CellValue]) -> Reader:
    """Cell by cell; a blank one says nothing, and equal ones are read once, as most columns have few."""

    def column(cells: Sequence[object]) -> list[CellValue]:
        different = {(type(cell), cell): cell for cell in cells}
        found = {key: CellValue() if is_blank(cell) else read(cell) for key, cell in different.items()}
        return [found[type(cell), cell] for cell in cells]

    return column


def left_out(value: object) -> CellValue:
    """An answer that is not understood."""
    return CellValue(None, _NOT_UNDERSTOOD.filled(value=_brief(value)))


def is_blank(value: object) -> bool:
    """Whether a cell says nothing: empty, a dash, not applicable."""
    return value is None or (isinstance(value, str) and is_one_of(value, "nothing", "anywhere"))


def is_nobody(text: str) -> bool:
    """Whether a text says that there is nobody: geen, none, NO_MANAGER, a dash."""
    return is_blank(text) or is_one_of(text, "nothing", "people")


def text(value: object) -> CellValue:
    """Any answer as text on one line."""
    return CellValue(None if is_blank(value) else " ".join(as_text(value).split()))


def long_text(value: object) -> CellValue:
    """Any answer as text, with its line breaks."""
    return CellValue(None if is_blank(value) else as_text(value))


def as_text(value: object) -> str:
    """A cell as it is seen: dates in ISO form, no time when it is midnight; empty without anything in it.

    >>> as_text(None), as_text(7.5)
    ('', '7.5')
    """
    if isinstance(value, date):
        return value.isoformat().removesuffix("T00:00:00")
    return "" if value is None else str(value)


def number(value: object) -> CellValue:
    """A number, also when it is written 7,5 or 1.250,50 or 2 uur; a guess comes with a doubt.

    >>> number("7,5 jaar").value
    7.5
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return CellValue(float(value))
    if not isinstance(value, str):
        return left_out(value)
    found = _NUMBER.findall(_CURRENCY.sub("", value))
    if not found:
        known = steps("numbers")[0]
        spelled = next((float(known[word]) for word in words(value) if word in known), None)
        return left_out(value) if spelled is None else _guess(value, spelled)
    read = _decimal(found[0])
    rest = _NUMBER.sub(" ", _CURRENCY.sub("", value), count=1)
    certain = all(is_one_of(word, "units", "all") for word in words(rest)) and not set(rest) & set("+<>~±")
    return CellValue(read) if certain else _guess(value, read)


def within(value: object, highest: float) -> CellValue:
    """A number that must lie between 0 and a bound, both included; outside them it is left out."""
    read = number(value)
    if read.value is None or 0 <= read.value <= highest:
        return read
    doubt = say(
        "“{value}” is not between {lowest} and {highest}, so this answer was left out. Correct it.",
        value=_brief(value),
        lowest=0,
        highest=highest,
    )
    return CellValue(None, doubt)


def fte(value: object) -> CellValue:
    """A share of a full week, from 0 to 1.5, also written as a percentage; hours are no share.

    >>> fte("0,56").value, fte("56 %").value, fte("80").value
    (0.56, 0.56, 0.8)
    """
    read = within(value, 150)
    if read.value is None:
        return read
    if isinstance(value, str) and set(words(_NUMBER.sub("", value))) - {"fte"}:
        return left_out(value)
    if isinstance(value, str) and "%" in value:
        return CellValue(round(read.value / 100, 6), read.doubt)
    if read.value <= _MOST_FTE:
        return read
    return _guess(value, round(read.value / 100, 6)) if read.value > _LEAST_PERCENT else left_out(value)


def code(value: object) -> CellValue:
    """What somebody is known by. Zeros in front stay; a word such as geen or none is nobody."""
    return CellValue() if is_nobody(as_text(value)) else _undamaged(value)


def _undamaged(value: object) -> CellValue:
    """A number that is a name. What Excel turned into 3,16123E+10 is lost and left out."""
    read = text(value)
    if read.value is None or not _DAMAGED.fullmatch(read.value):
        return read
    doubt = say(
        "Excel changed this number to “{value}”, so it was left out. "
        "Format the column as text in Excel and enter the number again.",
        value=read.value,
    )
    return CellValue(None, doubt)


def phone(value: object) -> CellValue:
    """A telephone number as written; nine digits that Excel took for a number may miss their zero.

    >>> phone("'+31 6 12345678").value, phone(612345678).suggestion
    ('+31 6 12345678', '0612345678')
    """
    read = _undamaged(value.removeprefix("'") if isinstance(value, str) else value)
    if not isinstance(value, int) or len(str(value)) != _DIGITS_WITHOUT_ZERO:
        return read
    message = say(
        "The zero in front of this telephone number may be lost. Is {suggestion} meant?",
        suggestion=f"0{value}",
    )
    return CellValue(read.value, message, f"0{value}")


def whole(value: object, highest: float) -> CellValue:
    """A whole number from 0; decimals are dropped with a doubt."""
    read = within(value, int(highest))
    if read.value is None:
        return read
    rounded = int(read.value)
    return CellValue(rounded, read.doubt) if read.value == rounded else _guess(value, rounded)


def scale(value: object) -> CellValue:
    """A place on a scale of 1 to 5, also written with its label.

    >>> scale("4 - tamelijk direct").value
    4
    """
    digits = _LEADING.match(as_text(value))
    if digits and not isinstance(value, float | date) and 1 <= int(digits[1]) <= _HIGHEST:
        return CellValue(int(digits[1]))
    return left_out(value)


def yes_or_no(value: object) -> CellValue:
    """True or False, in Dutch or English, also when an explanation follows.

    >>> yes_or_no("Nog niet").value
    False
    """
    if isinstance(value, bool):
        return CellValue(value)
    said = starts_as(as_text(value), "yes_no")
    return left_out(value) if said is None else CellValue(said == "yes")


def level(value: object, highest: float) -> CellValue:
    """A step on a ladder of functions: a number up to a bound as it is, a name by its place (first step 1).

    >>> level("senior", 100).value, level("Grade 7", 100).value, level("schaal 11", 100).value
    (4.0, 6.0, 11.0)
    """
    named = " ".join(words(as_text(value)))
    bare = " ".join(words(re.sub(r"\(.*", "", as_text(value))))
    for ladder in steps("ladders"):
        if (step := ladder.get(named, ladder.get(bare))) is not None:
            return CellValue(float(step + 1))
    if not (unit := _NUMBER.sub("", named).strip()) or is_one_of(unit, "units", "step"):
        return within(value, highest)
    return _nearest_step(value, named)


def style(value: object) -> CellValue:
    """The one way of learning a text speaks of, as a key; otherwise the text as written.

    >>> style("Door te doen").value
    'doing'
    """
    found = mentioned(as_text(value), "learning_style")
    return CellValue(found[0]) if len(found) == 1 else text(value)


def _nearest_step(value: object, named: str) -> CellValue:
    """The longest step whose name is part of the answer, as a guess."""
    inside = [
        (len(step), place)
        for ladder in steps("ladders")
        for step, place in ladder.items()
        if f" {step} " in f" {named} "
    ]
    return _guess(value, float(max(inside)[1] + 1)) if inside else left_out(value)


def _guess(value: object, read: float) -> CellValue:
    return CellValue(read, _READ_AS.filled(value=_brief(value), read=read))


def _decimal(digits: str) -> float:
    """The last separator is the decimal one, unless dots mark thousands."""
    whole, comma, part = digits.rpartition(",")
    if comma and "." not in part:
        return float(f"{re.sub('[.,]', '', whole)}.{part}")
    if digits.count(".") > 1 or re.fullmatch(r"-?\d{1,3}\.\d{3}", digits):
        digits = digits.replace(".", "")
    return float(digits.replace(",", ""))


def _brief(value: object) -> str:
    shown = " ".join(as_text(value).split())
    return shown if len(shown) <= 60 else shown[:59] + "…"


BY_CELL: Mapping[Kind, Reader] = {
    "text": cell_by_cell(text),
    "long text": cell_by_cell(long_text),
    "telephone": cell_by_cell(phone),
    "code": cell_by_cell(code),
    "person": cell_by_cell(code),
    "share": cell_by_cell(fte),
    "choice": cell_by_cell(style),
    "scale": cell_by_cell(scale),
    "yes/no": cell_by_cell(yes_or_no),
}
"""How kinds of answers are read that hold one thing and say by themselves what."""

UP_TO: Mapping[Kind, Callable[[object, float], CellValue]] = {
    "number": within,
    "whole number": whole,
    "step": level,
}
"""How kinds of answers are read that go no higher than the model says."""
