"""The pulses of a simulated pair: when each side was asked, whether it answered, and what."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random

from numpy.random import Generator

from mentorkit.model import OTHER_SIDE, SIDES, Pulse, Side
from mentorkit.model.codes import new_codes
from mentorkit.model.row import id_of
from mentorkit.progress.known import KnownPair
from mentorkit.progress.pulses import PulseMoment, pulse_moments
from mentorkit.workflows.simulated.fates import Fate
from mentorkit.workflows.simulated.rates import Rates
from mentorkit.workflows.simulated.start import Begun
from mentorkit.workflows.simulated.truth import Noted

_WELL, _MEAGRE, _BADLY = (
    (0.0, 0.02, 0.13, 0.5, 0.35),
    (0.05, 0.2, 0.4, 0.3, 0.05),
    (0.2, 0.45, 0.25, 0.1, 0.0),
)
"""The chances of 1 to 5: in a sound pair, in one with a trouble, and for whom it does not go. Our own."""

_WANTS_CONTACT: Mapping[tuple[float, ...], float] = {_WELL: 0.03, _MEAGRE: 0.15, _BADLY: 0.35}
_MENTEE_SUFFERS, _BOTH_SUFFER, _FEWER = 0.6, 0.5, 0.5


def pulses_of(fate: Fate, begun: Begun, last: date, rates: Rates, rng: Generator) -> Iterator[Noted]:
    """Every asking until the pair ended, and the answers that came, each from its own day on."""
    codes = new_codes(Random(int(rng.integers(2**32))), ())  # noqa: S311 -- made-up answers
    side: Side = "mentee" if rng.random() < _MENTEE_SUFFERS else "mentor"
    suffer = (side, OTHER_SIDE[side]) if rng.random() < _BOTH_SUFFER else (side,)
    for moment in _moments(fate, begun, last):
        for side in SIDES:
            is_answered, days = rng.random() < _answers(fate, moment.day, rates), int(rng.integers(0, 10))
            told = _answer(fate, moment.day, side in suffer, rng)
            asked = _pulse(fate, moment, side, next(codes))
            yield asked.asked_on, asked
            answered_on = asked.asked_on + timedelta(days=days)
            if is_answered and answered_on < last:
                yield answered_on, asked.model_copy(update={**told, "answered_on": answered_on})


def _moments(fate: Fate, begun: Begun, last: date) -> tuple[PulseMoment, ...]:
    known = KnownPair(
        pair=fate.pair,
        today=last - timedelta(days=1),
        started_on=begun.introduced_on,
        interval_days=1,
        planned=(),
        moments=(),
        meetings=(),
        contacts=(),
        steps={"talked": begun.rhythm.starts_on} if begun.rhythm else {},
        ends_on=begun.rhythm.ends_on if begun.rhythm else None,
    )
    return pulse_moments(known)


def _pulse(fate: Fate, moment: PulseMoment, side: Side, code: str) -> Pulse:
    return Pulse(
        id=id_of(fate.pair.id, side, moment.occasion, str(moment.number)),
        pair_id=fate.pair.id,
        side=side,
        occasion=moment.occasion,
        number=moment.number,
        code=code,
        asked_on=moment.day,
    )


def _answers(fate: Fate, day: date, rates: Rates) -> float:
    return rates.answers * (_FEWER if fate.is_quiet(day) else 1)


def _answer(fate: Fate, day: date, suffers: bool, rng: Generator) -> dict[str, object]:
    is_badly = fate.has_trouble(day, "unhappy") and suffers
    chances = _BADLY if is_badly else _MEAGRE if fate.has_trouble(day) else _WELL
    going, clear, kept = (int(one) for one in rng.choice(range(1, 6), 3, p=chances))
    wants = bool(rng.random() < _WANTS_CONTACT[chances])
    return {"going": going, "clear_goals": clear, "kept": kept, "wants_contact": wants}
