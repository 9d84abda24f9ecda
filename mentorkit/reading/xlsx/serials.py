"""Day numbers of Excel: which formats make one a date, and which moment it is."""

import re
from datetime import date, datetime, time, timedelta

_NOT_CODES = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_BUILT_IN = {
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)), "d"),
    **dict.fromkeys((18, 19, 20, 21, 45, 47), "h"),
    46: "[h]",
}
_DAY = 86_400_000
_LEAP_THAT_NEVER_WAS = 60


def date_format(code: str | int) -> str:
    """What a number format shows of a day number; empty when it shows none.

    "d" a day, "h" a time of day, "[h]" a length of time. `code` is the format as
    Excel stores it, in English, or the number of a built-in one (ECMA-376, 18.8.30).

    >>> date_format("dd-mm-yyyy hh:mm"), date_format("[$-413]d mmm"), date_format('0.0" dagen"')
    ('d', 'd', '')
    """
    if isinstance(code, int):
        return _BUILT_IN.get(code, "")
    codes = _NOT_CODES.sub("", code).partition(";")[0].lower()
    if "general" in codes:
        return ""
    if "[" in codes:
        return "[h]"
    return (
        "d" if "y" in codes or "d" in codes else "h" if "h" in codes or "s" in codes else "d" * ("m" in codes)
    )


def moment(said: str, shows: str, is_1904: bool, *, is_iso: bool = False) -> object:
    """A number cell as a number, or as a moment when its format shows one.

    None when the number is no possible day. Raises ValueError when it is no number at all.

    >>> moment("46279", "d", False), moment("44817", "d", True), moment("0.5", "h", False)
    (datetime.datetime(2026, 9, 14, 0, 0), datetime.datetime(2026, 9, 14, 0, 0), datetime.time(12, 0))
    """
    if is_iso:
        return _iso(said)
    number = float(said)
    if not shows:
        return int(number) if number.is_integer() else number
    try:
        span = timedelta(milliseconds=round(number * _DAY))
        if shows == "[h]":
            return span
        if 0 <= number < 1:
            return (datetime.min + span).time()  # noqa: DTZ901 - a time of day has no zone
        start = date(1904, 1, 1) if is_1904 else date(1899, 12, 30 + (number < _LEAP_THAT_NEVER_WAS))
        return datetime.combine(start, time()) + span
    except (OverflowError, ValueError):
        return None


def _iso(said: str) -> object:
    for kind in (datetime, time):
        try:
            return kind.fromisoformat(said.removesuffix("Z"))
        except ValueError:
            continue
    return None
