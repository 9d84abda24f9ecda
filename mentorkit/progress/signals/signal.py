"""What a rule must say when it names a pair, and what it found."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from operator import gt

from mentorkit.progress.known import KnownPair
from mentorkit.text import Message

Limit = Callable[[KnownPair], float]
"""The value from which a pair is named, which may depend on its own rhythm."""

Found = tuple[float, date]
"""What a rule measures, and the day from which it counts."""


@dataclass(frozen=True)
class SignalRule:
    """One reason to call a pair: a prompt, never a verdict and never a score.

    `compute` gives what it measures, None where that cannot be told. `beyond` compares it with the `amber`
    and the `red` limit; without `red` it is never urgent. `found` says it with `value`, `limit` and `day`,
    and `ask` is what to say on the phone to the one who is `called` about the `other`. `source` tells where
    the limits are from.
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

    def __call__(self, known: KnownPair) -> "Signal | None":
        """The signal of a pair, None when it is not named."""
        measured = self.compute(known)
        if measured is None:
            return None
        value, day = measured
        limits = [(limit(known), limit is self.red) for limit in (self.red, self.amber) if limit is not None]
        passed = next(((limit, is_red) for limit, is_red in limits if self.beyond(value, limit)), None)
        return Signal(self, value, passed[0], day, passed[1]) if passed else None


@dataclass(frozen=True)
class Signal:
    """A rule that names a pair: what it measured, the limit that was passed, and the day it counts from."""

    rule: SignalRule
    value: float
    limit: float
    day: date
    is_red: bool

    @property
    def message(self) -> Message:
        """Why the pair is named."""
        return self.rule.found.filled(value=round(self.value), limit=round(self.limit), day=self.day)


def fixed(number: float) -> Limit:
    """The same limit for every pair."""
    return lambda _: number
