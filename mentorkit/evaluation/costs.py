"""What a round costs, as a range: hours that were noted, and money by what the programme assumes."""

from collections.abc import Mapping
from dataclasses import dataclass

from mentorkit.evaluation.statistics.break_even import STATISTIC as BREAK_EVEN
from mentorkit.text import Message, say

ASSUMED: Mapping[str, tuple[Message, float]] = {
    "hour_low": (say("An hour of work costs at least, in euros"), 40),
    "hour_high": (say("An hour of work costs at most, in euros"), 60),
    "around": (say("Minutes around each talk, for each of the two"), 15),
    "own": (say("Hours of the coordinator that are not noted"), 0),
    "other": (say("Other costs of the round, in euros"), 0),
    "replacing_low": (say("Replacing somebody costs at least, in euros"), 15_000),
    "replacing_high": (say("Replacing somebody costs at most, in euros"), 45_000),
}
"""What is assumed, with what it is called, as long as nothing else is filled in. Our own guesses."""

Range = tuple[float, float]
"""At least and at most."""


@dataclass(frozen=True)
class Spent:
    """What is known of a round: minutes of talks and of the coordinator, and pairs that ended as planned.

    `untimed` of the `talks` that took place have no minutes; one of those took `usual` minutes, or no time.
    """

    talks: int
    minutes: int
    untimed: int
    usual: int
    own_minutes: int
    completed: int


@dataclass(frozen=True)
class Costs:
    """Hours of mentors and mentees together, hours of the coordinator, and all of it in euros."""

    hours: Range
    own_hours: float
    euros: Range
    completed: int
    break_even: Range | None

    @property
    def per_pair(self) -> Range | None:
        """What each pair that ended as planned cost, in euros; None before one did."""
        low, high = self.euros
        return (low / self.completed, high / self.completed) if self.completed else None


def assumptions(own: Mapping[str, float]) -> Mapping[str, float]:
    """Everything that is assumed, with what the programme filled in itself."""
    return {name: own.get(name, usual) for name, (_, usual) in ASSUMED.items()}


def costs_of(spent: Spent, own: Mapping[str, float]) -> Costs:
    """What was spent, in hours and in euros; see `ASSUMED` for what the programme can fill in itself.

    Both of a pair spend a talk and the minutes around it. The lowest counts talks without minutes as
    nothing, and an hour at its lowest price. `break_even` are the people who must stay because of it
    before it pays for itself, None when nothing was spent or nobody costs anything to replace.

    >>> found = costs_of(Spent(talks=10, minutes=600, untimed=0, usual=60, own_minutes=120, completed=2), {})
    >>> found.hours, found.own_hours, found.euros, found.per_pair
    ((25.0, 25.0), 2.0, (1080.0, 1620.0), (540.0, 810.0))
    """
    told = assumptions(own)
    around, unknown = told["around"] * spent.talks, spent.untimed * spent.usual
    shortest, longest = (2 * (spent.minutes + around + more) / 60 for more in (0, unknown))
    own_hours = spent.own_minutes / 60 + told["own"]
    cheap, dear = sorted((told["hour_low"], told["hour_high"]))
    low, high = (shortest + own_hours) * cheap + told["other"], (longest + own_hours) * dear + told["other"]
    return Costs((shortest, longest), own_hours, (low, high), spent.completed, _break_even((low, high), told))


def _break_even(euros: Range, told: Mapping[str, float]) -> Range | None:
    cheap, dear = sorted((told["replacing_low"], told["replacing_high"]))
    if not (euros[0] and cheap):
        return None
    ends = zip(euros, (dear, cheap), strict=True)
    low, high = (BREAK_EVEN.of(costs=spent, replacement_cost=one)["estimate"] for spent, one in ends)
    return low, high
