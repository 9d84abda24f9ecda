"""The talks of a pair as they took place, and what of it reaches the coordinator."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from numpy.random import Generator

from mentorkit.model import INITIATIVES, MEDIA, CheckIn, Meeting, Rhythm
from mentorkit.model.row import id_of
from mentorkit.progress.cadence import planned_talks
from mentorkit.progress.days_off import public_holidays
from mentorkit.workflows.simulated.fates import Fate
from mentorkit.workflows.simulated.rates import Rates
from mentorkit.workflows.simulated.truth import Noted, TrueTalk

_INITIATIVES = tuple(INITIATIVES)
_BY_MENTEE, _BY_MENTOR, _BALANCED = (0.96, 0.02, 0.02), (0.02, 0.96, 0.02), (0.5, 0.2, 0.3)
"""The chances of mentee, mentor and both to take the initiative. Our own."""

_MENTOR_DOES_ALL = 0.6
_DETAILS, _PREPARED = 0.8, 0.8
_MINUTES = (30, 45, 60, 75)
_USED_WAYS = tuple(MEDIA)[:3]
_HEARD_OF = timedelta(days=60)
_SOONER, _LATER = -2, 3
_SATURDAY = 5


def talks_of(
    fate: Fate, rhythm: Rhythm, contacts: Sequence[CheckIn], rates: Rates, rng: Generator
) -> tuple[TrueTalk, ...]:
    """Every talk that was planned until the pair ended: whether it took place, and when that was noted."""
    heard = sorted(one.day for one in contacts if one.outcome != "no_answer")
    found = []
    years = range(rhythm.starts_on.year, rhythm.ends_on.year + 2)
    for talk in planned_talks((rhythm,), public_holidays(rhythm.country, years)):
        day = _moved(talk.planned_on, rng) if talk.number > 1 else talk.planned_on
        if day < (fate.ended_on or rhythm.ends_on):
            is_held = talk.number == 1 or rng.random() < _chance(fate, day, rates)
            found.append(
                TrueTalk(talk.planned_on, day, bool(is_held), _noted_on(fate, day, heard, rates, rng))
            )
    return tuple(found)


def rows_of_talks(fate: Fate, talks: Sequence[TrueTalk], rng: Generator) -> Iterator[Noted]:
    """What of the talks stands in the programme, from the day on which it was noted."""
    way, one_side = _USED_WAYS[int(rng.integers(3))], rng.random() < _MENTOR_DOES_ALL
    for talk in talks:
        chances = (_BY_MENTOR if one_side else _BY_MENTEE) if fate.trouble == "one_sided" else _BALANCED
        initiative = _INITIATIVES[int(rng.choice(3, p=chances))]
        minutes, (has_details, is_prepared) = int(rng.choice(_MINUTES)), rng.random(2)
        if talk.noted_on:
            own = id_of(fate.pair.id, talk.day.isoformat())
            row = Meeting(id=own, pair_id=fate.pair.id, day=talk.day, is_held=talk.is_held)
            if talk.is_held and has_details < _DETAILS:
                details = {"minutes": minutes, "medium": way, "initiative": initiative}
                row = row.model_copy(update={**details, "is_prepared": bool(is_prepared < _PREPARED)})
            yield talk.noted_on, row


def _moved(day: date, rng: Generator) -> date:
    """Somewhat sooner or later: never nearer to another planned talk, and never in a weekend."""
    moved = day + timedelta(days=int(rng.integers(_SOONER, _LATER, endpoint=True)))
    return day if moved.weekday() >= _SATURDAY else moved


def _chance(fate: Fate, day: date, rates: Rates) -> float:
    is_troubled = fate.trouble is not None and fate.has_trouble(day)
    return rates.kept_in.get(fate.trouble, rates.kept) if is_troubled and fate.trouble else rates.kept


def _noted_on(fate: Fate, day: date, heard: Sequence[date], rates: Rates, rng: Generator) -> date | None:
    """Within the week, or in the first call of the two months after it, or never."""
    if rng.random() < rates.logged[fate.is_poorly_logged]:
        return day + timedelta(days=int(rng.integers(0, 7)))
    call = next((one for one in heard if day <= one <= day + _HEARD_OF), None)
    return call if call and rng.random() < rates.told_later else None
