"""Days and moments, also when they are written as text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise

from mentorkit.intake.values.cells import CellValue, as_text, is_blank, left_out
from mentorkit.intake.words.vocabulary import steps
from mentorkit.text import Message, say
from mentorkit.text.compare import words

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<![\d/.-])(\d{1,2})([-/.])\s?(\d{1,2})[-/.]\s?(\d{4}|\d{2})(?!\d)")
_COMPACT = re.compile(r"(19\d\d|20\d\d)(\d\d)(\d\d)")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(?:([ap])\.?m\.?(?!\w))?", re.IGNORECASE)
_ZONE = re.compile(r"(?:\b(?:GMT|UTC)\s*|(?<=\d))([+-])(\d{1,2}):?(\d{2})?\s*$|\b(?:UTC|GMT)\b|(?<=\d)Z\s*$")
_BEGIN = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001 - Excel knows no zones
_EXCEL_DAYS = range(20_000, 80_000)  # 1954 to 2119
_HIGHEST_MONTH, _LATEST_SHORT_YEAR, _PROOF = 12, 69, 3


@dataclass(frozen=True)
class Clock:
    """How a sheet writes days and moments, as far as it tells.

    `is_1904` says from when day numbers count, `is_utc` that moments without a zone are in
    UTC, `month_first` which way dates are written where a column itself proves nothing, and
    `never` are beginnings of text that stand for a moment nobody knows.
    """

    is_1904: bool = False
    is_utc: bool = False
    month_first: bool | None = None
    never: tuple[str, ...] = ()


def read_moments(cells: Sequence[object], clock: Clock | None = None) -> list[CellValue]:
    """Day and time of every cell of a column, with a time zone where the file states one.

    14/9/2026 is read day first, unless the column proves it is month first: by a day
    above 12, or because only that order runs forward in time, as forms do. Where
    nothing proves it, readings that could be otherwise have a doubt; dates with
    dashes or dots never have one, as systems do not write those month first.
    """
    clock = clock or Clock()
    found = _read(cells, clock, runs_forward=True)
    return [_in_utc(read) for read in found] if clock.is_utc else found


def read_days(cells: Sequence[object], clock: Clock | None = None) -> list[CellValue]:
    """The day of every cell of a column; see `read_moments`. Here no order in time proves anything."""
    found = _read(cells, clock or Clock(), runs_forward=False)
    return [CellValue(read.value and read.value.date(), read.doubt) for read in found]


def _read(cells: Sequence[object], clock: Clock, *, runs_forward: bool) -> list[CellValue]:
    proven = _is_month_first(cells, runs_forward=runs_forward)
    return [_moment(cell, clock.month_first if proven is None else proven, clock) for cell in cells]


def _in_utc(read: CellValue) -> CellValue:
    if read.value is None or read.value.tzinfo is not None:
        return read
    return CellValue(read.value.replace(tzinfo=UTC), read.doubt)


def _moment(cell: object, month_first: bool | None, clock: Clock) -> CellValue:
    if is_blank(cell) or as_text(cell).startswith(clock.never or "\n"):
        return CellValue()
    if isinstance(cell, datetime):
        return CellValue(cell)
    if isinstance(cell, date):
        return CellValue(datetime.combine(cell, time()))
    if isinstance(cell, int | float) and int(cell) in _EXCEL_DAYS:
        return CellValue(_BEGIN[clock.is_1904] + timedelta(seconds=round(float(cell) * 86_400)))
    if isinstance(cell, int) and (compact := _COMPACT.fullmatch(str(cell))):
        return _written("-".join(compact.groups()), month_first)
    return _written(as_text(cell), month_first)


def _written(text: str, month_first: bool | None) -> CellValue:
    parts = _parts(text, bool(month_first))
    try:
        found = datetime(*parts, *_clock(text), tzinfo=_zone(text)) if parts else None
    except ValueError:
        return left_out(text)
    if found is None:
        return _whole_month(text)
    match = None if _YEAR_FIRST.search(text) else _YEAR_LAST.search(text)
    is_open = match and found.day <= _HIGHEST_MONTH and found.day != found.month
    return CellValue(found, _unsure(found)) if is_open and month_first is None else CellValue(found)


def _whole_month(text: str) -> CellValue:
    """September 2026 is read as its first day, with a doubt."""
    spoken = words(text)
    months = [steps("months")[0][word] + 1 for word in spoken if word in steps("months")[0]]
    years = [int(word) for word in spoken if re.fullmatch(r"(?:19|20)\d\d", word)]
    if len(months) != 1 or len(years) != 1:
        return left_out(text)
    found = datetime(years[0], months[0], 1)  # noqa: DTZ001 - a day has no zone
    return CellValue(found, _unsure(found))


def _unsure(found: datetime) -> Message:
    return say("This date was read as {day}. Correct it if that is wrong.", day=found.date())


def _parts(text: str, month_first: bool) -> tuple[int, int, int] | None:
    """Year, month and day; None when the text holds no date. A day above 12 speaks for itself."""
    if match := _YEAR_FIRST.search(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _YEAR_LAST.search(text):
        first, second = int(match[1]), int(match[3])
        is_month_first = first <= _HIGHEST_MONTH and (month_first or second > _HIGHEST_MONTH)
        day, month = (second, first) if is_month_first else (first, second)
        return _full_year(match[4]), month, day
    return _named_month(text)


def _full_year(digits: str) -> int:
    """21 is 2021 and 98 is 1998."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < _LATEST_SHORT_YEAR else 1900)  # noqa: PLR2004


def _named_month(text: str) -> tuple[int, int, int] | None:
    """14 mrt 2026, 14 mars 26 and March 14th, 2026."""
    spoken = [re.sub(r"^(\d{1,2})(?:st|nd|rd|th|e|de|er)$", r"\1", word) for word in words(text)]
    names = steps("months")[0]
    place = next((place for place, word in enumerate(spoken) if word in names), None)
    if place is None:
        return None
    around = [word for word in spoken[max(place - 1, 0) : place + 3] if word.isdecimal()]
    days = [word for word in around if len(word) <= 2]  # noqa: PLR2004 - a day has one digit or two
    years = [word for word in around if re.fullmatch(r"(?:19|20)\d\d", word)] or days[1:2]
    return (_full_year(years[0]), names[spoken[place]] + 1, int(days[0])) if days and years else None


def _clock(text: str) -> tuple[int, int, int]:
    match = _CLOCK.search(text)
    if not match:
        return 0, 0, 0
    hour = int(match[1])
    if match[4]:
        hour = hour % 12 + (12 if match[4].lower() == "p" else 0)
    return hour, int(match[2]), int(match[3] or 0)


def _zone(text: str) -> timezone | None:
    """The time zone a text states: GMT+2, +02:00, UTC or Z."""
    if not (_CLOCK.search(text) and (match := _ZONE.search(text))):
        return None
    if match[1] is None:
        return UTC
    ahead = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(ahead if match[1] == "+" else -ahead) if ahead else UTC


def _is_month_first(cells: Sequence[object], *, runs_forward: bool) -> bool | None:
    """True or False when the dates of the column can be read in one way only, otherwise None."""
    texts = [cell for cell in cells if isinstance(cell, str) and not _YEAR_FIRST.search(cell)]
    found = [match for text in texts if (match := _YEAR_LAST.search(text))]
    dates = [(int(match[4]), int(match[1]), int(match[3])) for match in found]
    has_day_last = any(two > _HIGHEST_MONTH for _, _, two in dates)
    has_day_first = any(one > _HIGHEST_MONTH for _, one, _ in dates)
    if has_day_last or has_day_first:
        return None if has_day_last and has_day_first else has_day_last
    if found and all(match[2] != "/" for match in found):
        return False
    return _forward(dates) if runs_forward and len(set(dates)) >= _PROOF else None


def _forward(dates: Sequence[tuple[int, int, int]]) -> bool | None:
    """Whether only month first, or only day first, gives dates that never go back."""
    turned = [(year, second, first) for year, first, second in dates]
    runs = [all(a <= b for a, b in pairwise(order)) for order in (dates, turned)]
    return runs[0] if runs[0] != runs[1] else None
