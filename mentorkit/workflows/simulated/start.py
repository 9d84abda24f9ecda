"""A pair from its confirmation to its first talk."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from numpy.random import Generator

from mentorkit.model import SIDES, Rhythm, StartStep, StepKind
from mentorkit.model.row import id_of
from mentorkit.progress.beginning import YES
from mentorkit.progress.cadence import next_free
from mentorkit.workflows.simulated.fates import Fate
from mentorkit.workflows.simulated.rates import Rates
from mentorkit.workflows.simulated.truth import Noted

_SIGNS, _NOTED, _HALF = 0.75, 0.95, 0.5
_LATEST = 25


@dataclass(frozen=True)
class Begun:
    """When the steps of a pair were noted, and the rhythm that it agreed with its first talk."""

    noted: tuple[Noted, ...]
    introduced_on: date
    agreed_on: date | None = None
    rhythm: Rhythm | None = None


def started(fate: Fate, rates: Rates, rng: Generator) -> Begun:
    """How the pair begins: introduced, yes or silence from each, a first talk set and held, the agreement."""
    introduced = after(fate.pair.confirmed_on, int(rng.integers(0, 4)))
    said = {YES[side]: after(introduced, int(rng.geometric(0.3))) for side in SIDES}
    if fate.trouble == "never_starts" and rng.random() < _HALF:
        del said[YES["mentee" if rng.random() < _HALF else "mentor"]]
    steps: dict[StepKind, date] = {"introduced": introduced, **said}
    noted = tuple((day, _step(fate, kind, day)) for kind, day in steps.items())
    if fate.trouble == "never_starts":
        return Begun(noted, introduced)
    agreed = max(said.values())
    set_on = after(agreed, int(rng.integers(1, 5)))
    first = after(set_on, min(int(rng.geometric(0.15)), _LATEST))
    every = int(rng.choice(rates.intervals))
    rhythm = Rhythm(
        id=id_of(fate.pair.id, "rhythm"),
        pair_id=fate.pair.id,
        starts_on=first,
        ends_on=first + timedelta(days=fate.days),
        interval_days=every,
    )
    more = (set_on, _step(fate, "planned", first)), (set_on, rhythm), *_talked(fate, first, rng)
    return Begun((*noted, *more), introduced, agreed, rhythm)


def after(day: date, days: int) -> date:
    """So many days later, or the next working day."""
    return next_free(day + timedelta(days=days), ())


def _talked(fate: Fate, first: date, rng: Generator) -> Iterator[Noted]:
    signed_on = after(first, int(rng.integers(0, 12)))
    if rng.random() < _NOTED:
        yield first, _step(fate, "talked", first)
    if rng.random() < _SIGNS:
        yield signed_on, _step(fate, "signed", signed_on)


def _step(fate: Fate, kind: StepKind, day: date) -> StartStep:
    return StartStep(id=id_of(fate.pair.id, kind), pair_id=fate.pair.id, kind=kind, day=day)
