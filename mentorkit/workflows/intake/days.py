"""Days that are typed."""

from datetime import date

from mentorkit.errors import NotLawful
from mentorkit.intake.values.dates import read_days
from mentorkit.text import say


def typed_day(text: str) -> date | None:
    """The day that was typed, None when nothing was. Raises NotLawful, with the field `day`, for no day."""
    if not text.strip():
        return None
    (read,) = read_days([text])
    if not isinstance(read.value, date) or read.doubt is not None:
        raise NotLawful(say("This is no day: {day}. Write it as 14-9-2026.", day=text), "day")
    return read.value
