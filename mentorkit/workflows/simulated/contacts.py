"""The coordinator's calls to a pair, planned and promised, and what comes of them."""

from collections.abc import Iterator
from datetime import date

from numpy.random import Generator

from mentorkit.model import SIDES, CheckIn, Outcome
from mentorkit.model.row import id_of
from mentorkit.progress.cadence import contact_moments
from mentorkit.workflows.simulated.fates import Fate
from mentorkit.workflows.simulated.rates import Rates
from mentorkit.workflows.simulated.start import after

_OUTCOMES: tuple[Outcome, ...] = ("fine", "agreed", "worry", "stop")
_SOUND, _TROUBLED, _UNHAPPY = (0.75, 0.2, 0.05, 0.0), (0.2, 0.15, 0.55, 0.1), (0.15, 0.1, 0.45, 0.3)
_PROMISED, _TRIED_AGAIN, _FEWER = 0.6, 0.6, 0.5
_DAYS_OF_PROMISE, _DAYS_TO_TRY = (7, 14), 4


def contacts_of(
    fate: Fate, introduced_on: date, last: date, rates: Rates, rng: Generator
) -> tuple[CheckIn, ...]:
    """The calls until a day: at the planned moments, as promised in one, and a second try after no answer."""
    found: dict[str, CheckIn] = {}
    for _, moment in contact_moments(introduced_on, last, ()):
        if rng.random() < rates.called:
            for call in _one_and_next(fate, after(moment, int(rng.integers(-3, 5))), rates, rng):
                found.setdefault(call.id, call)
    return tuple(one for one in found.values() if one.day < last)


def _one_and_next(fate: Fate, day: date, rates: Rates, rng: Generator) -> Iterator[CheckIn]:
    first = _contact(fate, day, rates, rng)
    yield first
    if first.look_again_on:
        yield _contact(fate, first.look_again_on, rates, rng)
    elif first.outcome == "no_answer" and rng.random() < _TRIED_AGAIN:
        yield _contact(fate, after(day, _DAYS_TO_TRY), rates, rng)


def _contact(fate: Fate, day: date, rates: Rates, rng: Generator) -> CheckIn:
    side = [*SIDES][int(rng.integers(2))]
    outcome, again = _outcome(fate, day, rates, rng), None
    if outcome == "worry" and rng.random() < _PROMISED:
        again = after(day, int(rng.choice(_DAYS_OF_PROMISE)))
    own = id_of(fate.pair.id, side, day.isoformat())
    told = {"pair_id": fate.pair.id, "side": side, "day": day, "outcome": outcome, "look_again_on": again}
    return CheckIn.model_validate({"id": own, **told})


def _outcome(fate: Fate, day: date, rates: Rates, rng: Generator) -> Outcome:
    reached = rates.reached * (_FEWER if fate.is_quiet(day) else 1)
    if rng.random() >= reached:
        return "no_answer"
    unhappy = fate.has_trouble(day, "unhappy")
    chances = _UNHAPPY if unhappy else _TROUBLED if fate.has_trouble(day) else _SOUND
    return _OUTCOMES[int(rng.choice(len(_OUTCOMES), p=chances))]
