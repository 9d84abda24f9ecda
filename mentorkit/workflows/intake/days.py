"""Days that are typed."""

from datetime import date

from mentorkit.errors import NotLawful
from mentorkit.intake.values.dates import Clock, read_days
from mentorkit.text import say


def typed_day(text: str, field: str = "day") -> date | None:
    """The day that was typed in a field, day first; None when nothing was. Raises NotLawful for no day."""
    if not text.strip():
        return None
    (read,) = read_days([text], Clock(month_first=False))
    if not isinstance(read.value, date) or read.doubt is not None:
        raise NotLawful(say("This is no day: {day}. Write it as 14-9-2026.", day=text), field)
    return read.value
