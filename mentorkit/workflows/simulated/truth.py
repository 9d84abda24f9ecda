"""What really happened in a simulated programme; nothing of it stands in the programme itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from mentorkit.model import Row
from mentorkit.workflows.simulated.rates import Trouble

Noted = tuple[date, Row]
"""A row as it stood from a day on; a later one with the same id takes its place."""


@dataclass(frozen=True)
class TrueTalk:
    """A planned talk with the day on which it took place or would have, and the day on which it was noted.

    `noted_on` is None for what nobody ever wrote down.
    """

    planned_on: date
    day: date
    is_held: bool
    noted_on: date | None


@dataclass(frozen=True)
class TrueLife:
    """One pair: its trouble and since when, None when it was sound, its last day, and its talks until then.

    It ended early, or on the day on which it was meant to end. A trouble lasts until the pair ends.
    """

    pair_id: str
    trouble: Trouble | None
    began_on: date | None
    ended_on: date
    has_ended_early: bool
    is_poorly_logged: bool
    talks: tuple[TrueTalk, ...]


@dataclass(frozen=True)
class Simulated:
    """Pairs from their confirmation on: what was noted and when, and beside it what really happened."""

    noted: tuple[Noted, ...]
    lives: tuple[TrueLife, ...]

    @cached_property
    def _in_order(self) -> tuple[Noted, ...]:
        return tuple(sorted(self.noted, key=lambda one: one[0]))

    def rows(self, today: date) -> tuple[Row, ...]:
        """What stood in the programme at the end of a day, as it stood then."""
        known: dict[tuple[str, str], Row] = {}
        for on, row in self._in_order:
            if on > today:
                break
            known[row.table, row.id] = row
        return tuple(known.values())


def merged(lives: Iterable[Simulated]) -> Simulated:
    """Several parts as one."""
    parts = tuple(lives)
    return Simulated(
        tuple(one for part in parts for one in part.noted), tuple(one for part in parts for one in part.lives)
    )
