"""Talks that were planned beside talks that are known: held, not held, or unknown, which is never no."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Literal

from mentorkit.progress.known import KnownPair

State = Literal["held", "not_held", "unknown"]


@dataclass(frozen=True)
class TalkBounds:
    """Planned talks by what is known of them, and what part of them took place at least and at most."""

    held: int = 0
    not_held: int = 0
    unknown: int = 0

    @property
    def planned(self) -> int:
        """All of them."""
        return self.held + self.not_held + self.unknown

    @property
    def low(self) -> float | None:
        """The part that took place if none of the unknown ones did, 0–1; None when none was planned."""
        return self.held / self.planned if self.planned else None

    @property
    def high(self) -> float | None:
        """The part that took place if all of the unknown ones did, 0–1; None when none was planned."""
        return (self.held + self.unknown) / self.planned if self.planned else None

    def __add__(self, other: "TalkBounds") -> "TalkBounds":
        """Those of both."""
        held, not_held = self.held + other.held, self.not_held + other.not_held
        return TalkBounds(held, not_held, self.unknown + other.unknown)


def states(known: KnownPair, since: date = date.min) -> Iterator[tuple[date, State]]:
    """What became of each planned talk of a pair, from a day on until the day on which it is looked at.

    Of one that was planned while the pair rested nothing is expected, so it is left out. A talk belongs to
    the planned one that is nearest. Our own rule: who talked in the week after the planned day kept the
    rhythm.
    """
    return ((day, state) for day, state in known.once(_states) if since <= day)


def bounds_of(known: KnownPair, since: date = date.min) -> TalkBounds:
    """The planned talks of a pair, from a day on, by what is known of them."""
    found = [state for _, state in states(known, since)]
    return TalkBounds(found.count("held"), found.count("not_held"), found.count("unknown"))


def bounds_of_all(pairs: Iterable[KnownPair], since: date = date.min) -> TalkBounds:
    """The planned talks of several pairs."""
    return reduce(TalkBounds.__add__, (bounds_of(one, since) for one in pairs), TalkBounds())


def best_calls(pairs: Sequence[KnownPair], since: date = date.min, most: int = 3) -> tuple[KnownPair, ...]:
    """The pairs of which one call each would tell most: those with most planned talks nobody knows of.

    One call tells of all unknown talks of a pair, so no other choice of as many pairs narrows the bounds of
    the programme more. Fewer when less is unknown; who has as many comes in the order of the ids.
    """
    unknown = {one.pair.id: bounds_of(one, since).unknown for one in pairs}
    asked = sorted(pairs, key=lambda one: (-unknown[one.pair.id], one.pair.id))
    return tuple(one for one in asked[:most] if unknown[one.pair.id])


def _states(known: KnownPair) -> list[tuple[date, State]]:
    """Every planned talk until the day on which the pair is looked at."""
    days, noted = known.planned, [one.day for one in known.meetings]
    found: list[tuple[date, State]] = []
    for place, day in enumerate(days[: bisect_right(days, known.today)]):
        if not known.rests_on(day):
            first = _half_way(days[place - 1], day) if place else date.min
            last = _half_way(day, days[place + 1]) if place + 1 < len(days) else date.max
            is_held = _is_within(known.held, first, last)
            is_told = is_held or _is_within(noted, first, last)
            found.append((day, "held" if is_held else "not_held" if is_told else "unknown"))
    return found


def _is_within(days: Sequence[date], first: date, last: date) -> bool:
    """Whether one of these days, in order, lies from the first to before the last."""
    return bisect_left(days, first) < bisect_left(days, last)


def _half_way(before: date, after: date) -> date:
    return date.fromordinal((before.toordinal() + after.toordinal() + 1) // 2)
