"""What more pairs would ask of the coordinator, in words."""

from mentorkit.progress.staffing import Staffing
from mentorkit.text import Message, say

MORE_PAIRS = 8
"""Pairs more of which is told what they would ask."""


def staffing_line(found: Staffing, more: int) -> Message:
    """The hours a week that so many more pairs would ask, with the interval and what it is from."""
    most, low, high = (round(one, 1) for one in found.hours(more))
    return say(
        "{more} more pairs would ask about {hours} hours a week more, {low} to {high}, by the {weeks} weeks "
        "that you kept.",
        more=more,
        hours=most,
        low=low,
        high=high,
        weeks=found.weeks,
    )
