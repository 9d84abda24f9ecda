"""Whom the coordinator calls this week: a list as long as the hours allow, and nobody forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from mentorkit.model import OTHER_SIDE, Promise, Side
from mentorkit.progress.known import KnownPair
from mentorkit.progress.signals import is_urgent, signals_of
from mentorkit.progress.signals.signal import Signal

CALL_MINUTES = 20
"""Minutes of one call with what comes before and after it. Our own estimate."""

Reason = Literal["promise", "signal", "action", "rhythm"]

_EARLY = timedelta(days=5)
_AHEAD = timedelta(days=6)
"""A contact up to five days early counts for a planned one, and those of the coming week are due."""

_RESTS = {"no_answer": 3}
_USUALLY_RESTS = 14
"""Days after a contact on which a pair is not on the list, but for a promise."""


@dataclass(frozen=True)
class Call:
    """A pair to call: why, with which of the two, and what the rules found."""

    known: KnownPair
    reason: Reason
    side: Side
    signals: tuple[Signal, ...]

    @property
    def due(self) -> tuple[Promise, ...]:
        """The agreed actions that were to be ready by now."""
        return tuple(one for one in self.known.promises if one.due_on <= self.known.today)

    @property
    def rank(self) -> tuple[int, int, str]:
        """Promises first, then what is urgent, what needs a look or is to be ready, and the rhythm.

        Within each who waits longest comes first.
        """
        wants = 2 if self.signals or self.due else 3
        place = 0 if self.reason == "promise" else 1 if is_urgent(self.signals) else wants
        return place, -self.known.waits, self.known.pair.id


def calls(pairs: Sequence[KnownPair]) -> tuple[Call, ...]:
    """Every pair that wants a call now, the most pressing first."""
    found = [call for one in pairs if (call := _call(one)) is not None]
    return tuple(sorted(found, key=lambda one: one.rank))


def calls_in(hours: float) -> int:
    """The calls that fit into some hours, never more."""
    return max(0, int(hours * 60 // CALL_MINUTES))


def calls_that_fit(wanted: Sequence[Call], hours: float | None) -> Sequence[Call]:
    """The first calls, as many as fit into some hours; none where no hours are given."""
    return wanted[: calls_in(hours or 0)]


def contact_plan(waits: Sequence[int], a_week: int, weeks: int) -> tuple[tuple[int, ...], ...]:
    """Which pairs, by their place, are called in each of the coming weeks: who waits longest comes first.

    `waits` are the days since the last contact with each. No other plan with as many calls a week has a
    shorter longest wait: calling somebody else first leaves the one who waits longest waiting longer.
    """
    now, plan = list(waits), []
    for _ in range(weeks):
        chosen = sorted(range(len(now)), key=lambda one: (-now[one], one))[:a_week]
        now = [(0 if one in chosen else wait) + 7 for one, wait in enumerate(now)]
        plan.append(tuple(chosen))
    return tuple(plan)


def longest_wait(waits: Sequence[int], plan: Sequence[Sequence[int]]) -> int:
    """The most days that anybody waits from now to the end of a plan; 0 without anybody."""
    now, most = list(waits), max(waits, default=0)
    for chosen in plan:
        now = [(0 if one in chosen else wait) + 7 for one, wait in enumerate(now)]
        most = max([most, *now])
    return most


def _call(known: KnownPair) -> Call | None:
    last = known.contacts[-1] if known.contacts else None
    found = signals_of(known)
    side = next((one.side for one in found if one.side), None) or _next_side(known)
    if any(one.rule.is_wish for one in found):
        return Call(known, "signal", side, found)
    if last and last.look_again_on:
        return Call(known, "promise", side, found) if last.look_again_on <= known.today else None
    rests = _RESTS.get(last.outcome, _USUALLY_RESTS) if last else 0
    if last and (known.today - last.day).days < rests:
        return None
    if found:
        return Call(known, "signal", side, found)
    action = Call(known, "action", side, ())
    if action.due:
        return action
    return Call(known, "rhythm", side, ()) if _is_due(known) else None


def _is_due(known: KnownPair) -> bool:
    """Whether a planned contact is due of which none was made yet; a pair that rests is left alone."""
    due = [day for day in known.moments if day <= known.today + _AHEAD]
    return bool(due) and not known.pause and (known.reached_on is None or known.reached_on < due[-1] - _EARLY)


def _next_side(known: KnownPair) -> Side:
    """Who was not spoken with the last time; at first the mentee."""
    reached = [one.side for one in known.contacts if one.outcome != "no_answer"]
    return OTHER_SIDE[reached[-1]] if reached else "mentee"
