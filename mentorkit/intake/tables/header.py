"""Which rows of a sheet are its headings: one, or several under titles and prompts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from mentorkit.intake.words.headings import headings
from mentorkit.intake.words.vocabulary import is_one_of
from mentorkit.reading.shape import cell_at, filled_in, headings_in, is_person
from mentorkit.text.compare import folded

Cells = tuple[object, ...]
Numbered = tuple[int, Cells]

_SEARCHED = 30
_MIN_ALONE = 3
_MAX_BELOW = 2
_TWICE = 2
_MARK = '{"ImportId"'
_KEY = re.compile(r"[A-Z][A-Z0-9_]*")


@dataclass(frozen=True)
class Header:
    """The rows with headings, in order, and the heading they give each column.

    `texts` has for each of the `rows` what stands in it, column by column.
    """

    rows: tuple[int, ...]
    texts: tuple[tuple[str, ...], ...]
    headings: tuple[str, ...]


def known(cells: Iterable[object]) -> int:
    """How many different headings that we know stand in a row."""
    return headings_in(cells, headings().forms)


def find_header(rows: Sequence[Numbered], down_to: Sequence[tuple[int, int]] = ()) -> Header:
    """The headings among the first 30 filled rows; `down_to` are first and last row of merged cells.

    The row with the most headings we know is the main one; without any, the first row
    that looks like headings. Rows beside it belong to it when they hold the codes of the
    columns, the groups above them, the options of a question below it or Qualtrics' marks.
    Where even that row is about a person there are no headings: all are empty, in the row before.
    """
    top = rows[:_SEARCHED]
    if not top:
        return Header((1,), ((),), ())
    first, main, last = _block(top, down_to)
    width = max(len(cells) for _, cells in rows)
    if is_person([cells for _, cells in top[main:]], headings().shapes):
        nothing = ("",) * width
        return Header((top[main][0] - 1,), (nothing,), nothing)
    texts = tuple(_texts(cells, width) for _, cells in top[first : last + 1])
    labels = _labels(texts[: main - first], texts[main - first])
    if last > main and not _is_mark(top[last][1]):
        labels = _options(labels, texts[-1])
    return Header(tuple(number for number, _ in top[first : last + 1]), texts, labels)


def _block(top: Sequence[Numbered], down_to: Sequence[tuple[int, int]]) -> tuple[int, int, int]:
    """First, main and last row of the headings, as places in `top`."""
    marked = next((place for place, (_, cells) in enumerate(top) if _is_mark(cells)), 0)
    if marked:
        return max(marked - 2, 0), marked - 1, marked
    main = _main(top)
    first = main
    if _follows(top, main) and _is_second(top[main][1], tuple(_alone(top, top[main + 1][1]))):
        main += 1
    while first and _follows(top, first - 1) and _is_above(top[first - 1][1], top[main][1]):
        first -= 1
    number = top[main][0]
    is_merged = any(start == number and number < end <= number + _MAX_BELOW for start, end in down_to)
    if _follows(top, main) and (is_merged or _are_options(top[main][1], top[main + 1][1])):
        return first, main, main + 1
    return first, main, main


def _main(top: Sequence[Numbered]) -> int:
    scores = [known(_alone(top, cells)) for _, cells in top]
    if max(scores) > 1:  # groups above the headings may be known words too, but are fewer
        return max(range(len(top)), key=lambda place: (scores[place], len(filled_in(top[place][1]))))
    widest = max(len(filled_in(cells)) for _, cells in top)
    for place, (_, cells) in enumerate(top):
        filled = filled_in(cells)
        if len(filled) > 1 and 2 * len(filled) >= widest and all(isinstance(cell, str) for cell in filled):
            return place
    if any(scores):
        return scores.index(1)
    return next((place for place, (_, cells) in enumerate(top) if len(filled_in(cells)) > 1), 0)


def _alone(top: Sequence[Numbered], cells: Cells) -> list[object]:
    """The cells of a row without those that stand in two more rows: these are answers."""
    return [
        cell for at, cell in enumerate(cells) if sum(cell_at(other, at) == cell for _, other in top) <= _TWICE
    ]


def _is_second(upper: Cells, lower: Cells) -> bool:
    """Whether the row below the headings says the same in other words: labels under codes."""
    return _is_plain(filled_in(lower)) and known(lower) >= max(2, known(upper) / 2)


def _is_above(upper: Cells, lower: Cells) -> bool:
    """Whether a row holds the codes or the groups of the headings below it."""
    filled = filled_in(upper)
    if len(filled) < 2 or not _is_plain(filled):
        return False
    if len(filled) > 2 and all(_KEY.fullmatch(str(cell)) for cell in filled):
        return True
    last = max(place for place, cell in enumerate(upper) if cell is not None)
    is_spread = last >= len(filled) and len(filled) < len(filled_in(lower))
    return is_spread or _is_second(lower, upper)


def _are_options(upper: Cells, lower: Cells) -> bool:
    """Whether a row holds options: nothing but a kind of answer under questions of one column."""
    filled = filled_in(lower)
    if len(filled) < 2 or not all(isinstance(cell, str) for cell in filled):
        return False
    alone = [
        place
        for place, cell in enumerate(upper)
        if cell is not None and cell_at(upper, place + 1) is not None
    ]
    return len(alone) >= _MIN_ALONE and all(_is_kind(cell_at(lower, place)) for place in alone)


def _is_kind(cell: object) -> bool:
    return cell is None or is_one_of(str(cell), "below_question", "alone")


def _labels(groups: Sequence[Sequence[str]], texts: Sequence[str]) -> tuple[str, ...]:
    """The main headings; one that is used twice gets its group in front."""
    spread = [_spread(group) for group in groups]
    forms = [folded(text) for text in texts]
    found = []
    for column, text in enumerate(texts):
        above = [group[column] for group in (spread if text else groups) if group[column]]
        is_twice = text and forms.count(forms[column]) > 1
        found.append(" ".join([*above, text]) if is_twice else text or "".join(above[-1:]))
    return tuple(found)


def _options(questions: Sequence[str], options: Sequence[str]) -> tuple[str, ...]:
    """Questions with the options below them, as in “Question [option]”."""
    ours = headings()
    found = []
    for question, spread, option in zip(questions, _spread(questions), options, strict=True):
        if not option or is_one_of(option, "below_question", "alone"):
            found.append(question or spread * bool(option))
        elif ours.is_known(option) and options.count(option) == 1:
            found.append(option)
        else:
            found.append(f"{spread} [{option}]")
    return tuple(found)


def _spread(texts: Sequence[str]) -> list[str]:
    """A group stands in its first column only; here it stands in all of them."""

    def latest(before: str, text: str) -> str:
        return text or before

    return list(accumulate(texts, latest))


def _follows(top: Sequence[Numbered], place: int) -> bool:
    """Whether the next row stands directly below."""
    return place + 1 < len(top) and top[place + 1][0] == top[place][0] + 1


def _is_mark(cells: Cells) -> bool:
    return any(isinstance(cell, str) and cell.startswith(_MARK) for cell in cells)


def _is_plain(filled: Sequence[object]) -> bool:
    return all(isinstance(cell, str) for cell in filled) and len(set(filled)) == len(filled)


def _texts(cells: Cells, width: int) -> tuple[str, ...]:
    shown = tuple("" if cell is None else str(cell) for cell in cells)
    return shown + ("",) * (width - len(shown))
