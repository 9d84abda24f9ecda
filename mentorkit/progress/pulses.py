"""When each of a pair is asked how it goes, who is to be asked now, and whose answer did not come."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mentorkit.model import SIDES, Occasion, Pulse, Side
from mentorkit.progress.known import KnownPair

REMIND_DAYS, MISSED_DAYS = 7, 21
"""Days after which somebody is reminded, and after which no answer is one that was missed. Our own."""

_AFTER_TALK, _MONTH, _EVERY = timedelta(days=1), timedelta(days=30), timedelta(days=60)
_BEFORE_END, _APART = timedelta(days=7), timedelta(days=14)
"""The last pulse comes a week before the end, and two are never closer than two weeks."""


@dataclass(frozen=True)
class PulseMoment:
    """A day from which both of a pair are asked; `number` counts the moments of an occasion."""

    day: date
    occasion: Occasion
    number: int


@dataclass(frozen=True)
class DuePulse:
    """One of a pair who is to be asked now."""

    known: KnownPair
    side: Side
    moment: PulseMoment


@dataclass(frozen=True)
class WaveResponse:
    """How many of those who were asked at a moment answered, on one side."""

    occasion: Occasion
    number: int
    side: Side
    asked: int
    answered: int


def pulse_moments(known: KnownPair) -> tuple[PulseMoment, ...]:
    """The moments of a pair until today, in order: what the talks to come change, changes none of them.

    After the first talk, after a month, every two months from then on, and a week before the planned end.
    A moment within two weeks of the one before it falls out, and so does one within two weeks before the
    last. Our own rhythm, after what other programmes ask.
    """
    last = known.ends_on - _BEFORE_END if known.ends_on else None
    kept: list[PulseMoment] = []
    for one in sorted(_all_moments(known), key=lambda one: (one.day, one.number)):
        if one.day > known.today:
            break
        is_free = not kept or one.day - kept[-1].day >= _APART
        if is_free and (last is None or last - one.day >= _APART):
            kept.append(one)
    closing = [PulseMoment(last, "closing", 1)] if last and last <= known.today else []
    return (*kept, *closing)


def due_pulses(pairs: Iterable[KnownPair]) -> tuple[DuePulse, ...]:
    """Everybody who is to be asked now: at the last moment of the pair, when it was not asked for yet.

    A moment that was let go by is not made good: nobody is asked twice at once.
    """
    found = []
    for known in pairs:
        for moment in pulse_moments(known)[-1:]:
            asked = {(one.side, one.occasion, one.number) for one in known.pulses}
            named = (moment.occasion, moment.number)
            found += [DuePulse(known, side, moment) for side in SIDES if (side, *named) not in asked]
    return tuple(found)


def to_remind(known: KnownPair) -> tuple[Pulse, ...]:
    """The pulses of a pair to which no answer came after a week, and for which it is not too late."""
    return tuple(
        one
        for one in known.pulses
        if one.answered_on is None and REMIND_DAYS <= (known.today - one.asked_on).days < MISSED_DAYS
    )


def sent_pulses(pairs: Iterable[KnownPair]) -> list[Pulse]:
    """Every pulse that was sent to these pairs."""
    return [one for known in pairs for one in known.pulses]


def response(pulses: Sequence[Pulse]) -> tuple[WaveResponse, ...]:
    """How many answered at each moment on each side, in the order of the moments."""
    groups: dict[tuple[Occasion, int, Side], list[Pulse]] = defaultdict(list)
    for one in sorted(pulses, key=lambda one: (one.asked_on, one.number, one.side)):
        groups[one.occasion, one.number, one.side].append(one)
    return tuple(
        WaveResponse(*wave, len(asked), sum(one.answered_on is not None for one in asked))
        for wave, asked in groups.items()
    )


def _all_moments(known: KnownPair) -> Iterator[PulseMoment]:
    if known.held:
        yield PulseMoment(known.held[0] + _AFTER_TALK, "first_talk", 1)
    yield PulseMoment(known.started_on + _MONTH, "month", 1)
    day, number = known.started_on + _MONTH + _EVERY, 1
    while day <= known.today:
        yield PulseMoment(day, "rhythm", number)
        day, number = day + _EVERY, number + 1


def gap_of(known: KnownPair) -> tuple[int, date] | None:
    """How many points the last answers of the two are apart, and the day of the last; None until both did."""
    told = [[one for one in known.replies[side] if one.going] for side in SIDES]
    last = [own[-1] for own in told if own]
    if len(last) < len(SIDES):
        return None
    values = [one.going or 0 for one in last]
    return max(values) - min(values), max(one.answered_on or known.today for one in last)


def told_by(measured: tuple[int, Pulse], known: KnownPair) -> tuple[float, date, Side]:
    """What was measured of an answer, with the day of that answer and who gave it."""
    value, reply = measured
    return value, reply.answered_on or known.today, reply.side


def is_taken_up(known: KnownPair, reply: Pulse) -> bool:
    """Whether the coordinator spoke with who gave an answer, on its day or later."""
    spoken = (one.day for one in known.contacts if one.side == reply.side and one.outcome != "no_answer")
    return reply.answered_on is not None and any(day >= reply.answered_on for day in spoken)


def open_points(known: KnownPair, side: Side) -> tuple[Pulse, ...]:
    """The answers of one side that tell how the two get on, until the last one is taken up: then none."""
    told = tuple(one for one in known.replies[side] if one.going)
    return () if told and is_taken_up(known, told[-1]) else told
