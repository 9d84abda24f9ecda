"""What a simulated programme assumes: how often pairs talk, what goes wrong, and what gets written down.

No programme of adults publishes such figures. Where no source stands beside a number it is our own, chosen
so that about as many pairs end early as in two youth programmes: 31 % of 356 within twelve months (STAR
project 2017, ojjdp.ojp.gov), 38 % of 6,468 in all (Kupersmidt et al. 2017, American Journal of Community
Psychology 59, 25). The simulation proves that the product does what it says on such data; it proves nothing
about real programmes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Trouble = Literal["never_starts", "silent", "one_sided", "overload", "unhappy"]
"""What can be planted: no first talk, no talks any more, one side does all, no time, not getting on."""

_PLANTED: Mapping[Trouble | None, float] = {
    "never_starts": 0.06,
    "silent": 0.10,
    "one_sided": 0.08,
    "unhappy": 0.08,
    None: 0.68,
}
_ENDS: Mapping[Trouble | None, float] = {
    "never_starts": 0.6,
    "silent": 0.7,
    "one_sided": 0.3,
    "overload": 0.6,
    "unhappy": 0.8,
    None: 0.08,
}


@dataclass(frozen=True)
class Rates:
    """Chances between 0 and 1, and days. Every chance is drawn for each pair, talk or call apart."""

    planted: Mapping[Trouble | None, float] = field(default_factory=lambda: _PLANTED)
    """What goes wrong in a pair, None for nothing; together 1."""

    overloaded: float = 0.12
    """Mentors of several mentees for whom it becomes too much: all their sound pairs suffer. Time is the
    reason most often named for an end, and mentors are twice as often the reason (STAR project 2017)."""

    ends: Mapping[Trouble | None, float] = field(default_factory=lambda: _ENDS)
    """Pairs with such a trouble that end early; without one it is a move or another job."""

    begins: tuple[int, int] = (45, 200)
    """Days after the confirmation between which a trouble begins."""

    lasts: tuple[int, int] = (60, 150)
    """Days from the beginning of a trouble to an end for it."""

    intervals: tuple[int, ...] = (14, 21, 21, 28)
    """Days between talks that pairs agree, each as often as it stands here."""

    kept: float = 0.88
    """Planned talks that take place in a sound pair."""

    kept_in: Mapping[Trouble, float] = field(
        default_factory=lambda: {"silent": 0.0, "overload": 0.2, "unhappy": 0.6}
    )
    """Planned talks that take place once a trouble began."""

    poorly_logged: float = 0.15
    """Pairs of which the talks hardly reach the coordinator."""

    logged: Mapping[bool, float] = field(default_factory=lambda: {False: 0.9, True: 0.25})
    """Talks that are noted within the week, by whether their pair is poorly logged."""

    told_later: float = 0.8
    """Talks of the last weeks that nobody noted, and of which the coordinator hears on the phone."""

    called: float = 0.9
    """Planned contacts for which the coordinator finds the time."""

    reached: float = 0.85
    """Calls in which somebody answers; half as many in a pair that fell silent or never began."""

    answers: float = 0.75
    """Pulses that are answered; half as many in a pair that fell silent or never began."""
