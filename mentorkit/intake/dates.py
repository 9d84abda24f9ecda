"""Days and moments, also when they are written as text."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from mentorkit.intake.tidy import words
from mentorkit.intake.values import Reading, as_text, is_blank, left_out
from mentorkit.intake.vocabulary import steps
from mentorkit.text import Message, say

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?", re.IGNORECASE)
_EXCEL_BEGIN = datetime(1899, 12, 30, tzinfo=UTC)
_EXCEL_DAYS = range(20_000, 80_000)  # 1954 to 2119


def read_moments(cells: Sequence[object]) -> list[Reading]:
    """Day and time of every cell of a column, as written and kept as UTC.

    14/9/2026 is read day first, unless the column proves it is month first: by a day
    above 12, or because only that order runs forward in time, as forms do. Where
    nothing proves it, readings that could be otherwise have a doubt; dates with
    dashes or dots never have one, as no system writes those month first.
    """
    month_first = _is_month_first(cells)
    return [_moment(cell, month_first) for cell in cells]


def read_days(cells: Sequence[object]) -> list[Reading]:
    """The day of every cell of a column; see `read_moments`."""
    return [
        Reading(read.value.date() if read.value is not None else None, read.doubt)
        for read in read_moments(cells)
    ]


def _moment(cell: object, month_first: bool | None) -> Reading:
    if is_blank(cell):
        return Reading()
    if isinstance(cell, datetime):
        return Reading(cell.replace(tzinfo=UTC))
    if isinstance(cell, date):
        return Reading(datetime.combine(cell, time(), UTC))
    if isinstance(cell, int | float) and int(cell) in _EXCEL_DAYS:
        return Reading(_EXCEL_BEGIN + timedelta(days=round(float(cell) * 86_400) / 86_400))
    return _written(as_text(cell), month_first)


def _written(text: str, month_first: bool | None) -> Reading:
    parts = _parts(text, bool(month_first))
    try:
        found = datetime(*parts, *_clock(text), tzinfo=UTC) if parts else None
    except ValueError:
        return left_out(text)
    if found is None:
        return left_out(text)
    if month_first is None and _YEAR_LAST.search(text) and found.day <= 12 and found.day != found.month:
        return Reading(found, _unsure(found))
    return Reading(found)


def _unsure(found: datetime) -> Message:
    return say("This date was read as {day}. Correct it in the file if that is wrong.", day=found.date())


def _parts(text: str, month_first: bool) -> tuple[int, int, int] | None:
    """Year, month and day; None when the text holds no date."""
    if match := _YEAR_FIRST.search(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _YEAR_LAST.search(text):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        first, second = int(match[1]), int(match[2])
        return (year, first, second) if month_first else (year, second, first)
    return _named_month(text)


def _named_month(text: str) -> tuple[int, int, int] | None:
    """14 mrt 2026 and March 14, 2026."""
    spoken = words(text)
    months = [steps("months")[0][word] + 1 for word in spoken if word in steps("months")[0]]
    digits = [int(word) for word in spoken if word.isdecimal()]
    days = [n for n in digits if n <= 31]
    years = [n for n in digits if 1900 <= n <= 2200]
    return (years[0], months[0], days[0]) if months and days and years else None


def _clock(text: str) -> tuple[int, int, int]:
    match = _CLOCK.search(text)
    if not match:
        return 0, 0, 0
    hour = int(match[1])
    if match[4]:
        hour = hour % 12 + (12 if match[4].lower() == "p" else 0)
    return hour, int(match[2]), int(match[3] or 0)


def _is_month_first(cells: Sequence[object]) -> bool | None:
    """True or False when the dates of the column can be read in one way only, otherwise None."""
    found = [match for cell in cells if isinstance(cell, str) and (match := _YEAR_LAST.search(cell))]
    dates = [(int(match[3]), int(match[1]), int(match[2])) for match in found]
    if any("/" not in match[0] for match in found) or any(first > 12 for _, first, _ in dates):
        return False
    if any(second > 12 for _, _, second in dates):
        return True
    day_first = pairwise((year, second, first) for year, first, second in dates)
    runs = (all(a <= b for a, b in pairwise(dates)), all(a <= b for a, b in day_first))
    return runs[0] if runs[0] != runs[1] else None
