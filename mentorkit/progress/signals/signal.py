"""What a rule must say when it names a pair, and what it found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import gt
from typing import Literal

from mentorkit.model import Side
from mentorkit.progress.known import KnownPair
from mentorkit.text import Message, say, say_count

Family = Literal["contact", "satisfaction", "goals", "frame", "own"]

FAMILIES: Mapping[Family, Message] = {
    "contact": say("contact"),
    "satisfaction": say("how they like it"),
    "goals": say("goals"),
    "frame": say("agreements and time"),
    "own": say("your own contacts"),
}
"""What rules are about; those about the coordinator's own contacts say nothing of the pair itself."""

Found = tuple[float, date] | tuple[float, date, Side]
"""What a rule measures, the day from which it counts, and whom of the two it is about when it is one."""


@dataclass(frozen=True)
class Limit:
    """The value from which a pair is named: a `usual` number, or the programme's own in its place.

    `at` makes the limit of one pair of that number, where it depends on the rhythm of the pair.
    """

    usual: float
    at: Callable[[KnownPair, float], float] = field(default=lambda _, number: number)


def fixed(number: float) -> Limit:
    """The same limit for every pair."""
    return Limit(number)


@dataclass(frozen=True)
class SignalRule:
    """One reason to call a pair: a prompt, never a verdict and never a score.

    `compute` gives what it measures, None where that cannot be told. `beyond` compares it with the `amber`
    and the `red` limit; without `red` it is never urgent. `unit` says a limit with what it counts.
    `found` says it with `value`, `limit` and `day`, and `ask` is what to say on the phone to the one who is
    `called` about the `other`: to whom it is about, or else to whose turn it is.
    `source` tells where the limits are from, and `family` what it is about. What somebody wishes (`is_wish`)
    is told at once, however short ago the coordinator spoke with the pair; what is about `silence` is not
    told while the pair rests.
    """

    key: str
    label: Message
    found: Message
    ask: Message
    source: Message
    compute: Callable[[KnownPair], Found | None]
    amber: Limit
    red: Limit | None = None
    beyond: Callable[[float, float], bool] = field(default=gt)
    family: Family = "contact"
    unit: Message = field(default=say_count("{n} day", "{n} days", 0))
    is_wish: bool = False
    is_silence: bool = False

    @cached_property
    def limits(self) -> Mapping[str, Limit]:
        """Its limits by what the programme calls them, the urgent one first."""
        named = {f"{self.key}.red": self.red, f"{self.key}.amber": self.amber}
        return {name: limit for name, limit in named.items() if limit is not None}

    def __call__(self, known: KnownPair) -> "Signal | None":
        """The signal of a pair, None when it is not named."""
        measured = self.compute(known)
        if measured is None or (self.is_silence and known.pause):
            return None
        value, day, side = measured if len(measured) == 3 else (*measured, None)
        for name, limit in self.limits.items():
            passed = limit.at(known, known.common.limits.get(name, limit.usual))
            if self.beyond(value, passed):
                return Signal(self, value, passed, day, limit is self.red, side)
        return None


@dataclass(frozen=True)
class Signal:
    """A rule that names a pair: what it measured, the limit that was passed, and the day it counts from.

    `side` is whom it is about, None where it is about both.
    """

    rule: SignalRule
    value: float
    limit: float
    day: date
    is_red: bool
    side: Side | None = None

    @property
    def message(self) -> Message:
        """Why the pair is named."""
        return self.rule.found.filled(value=round(self.value), limit=round(self.limit), day=self.day)
