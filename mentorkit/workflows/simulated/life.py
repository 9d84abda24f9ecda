"""Programmes that are made up from their confirmed pairs on: what was noted, and what really happened."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from numpy.random import Generator

from mentorkit.model import SIDES, Expectation, Pair
from mentorkit.model.row import id_of
from mentorkit.workflows.simulated.asked import pulses_of
from mentorkit.workflows.simulated.contacts import contacts_of
from mentorkit.workflows.simulated.ends import ending_of
from mentorkit.workflows.simulated.fates import Fate, fates
from mentorkit.workflows.simulated.pursuits import Wording, goals_in
from mentorkit.workflows.simulated.rates import Rates
from mentorkit.workflows.simulated.start import Begun, started
from mentorkit.workflows.simulated.talks import rows_of_talks, talks_of
from mentorkit.workflows.simulated.truth import Noted, Simulated, TrueLife, TrueTalk, merged

_TELLS, _DIFFERS, _HAS_MENTOR_GOAL = 0.75, 0.35, 0.25


@dataclass(frozen=True)
class Phrases:
    """What pairs may say: the words of goals by whose they are, and the options of each question."""

    wording: Mapping[str, Sequence[Wording]] = field(default_factory=dict)
    options: Mapping[str, Sequence[str]] = field(default_factory=dict)


def simulated(
    pairs: Sequence[Pair], days: int, rng: Generator, rates: Rates | None = None, told: Phrases | None = None
) -> Simulated:
    """The lives of confirmed pairs that are meant to last so many days, from the first to the last of them.

    What is drawn depends on the order of the pairs and on nothing else of them, so that the same seed tells
    the same story of other people. Nothing depends on a day from which it is looked at: `rows` of what comes
    back says what stood in the programme on a day.
    """
    assumed, words = rates or Rates(), told or Phrases()
    planted = fates(pairs, days, assumed, rng)
    own = rng.spawn(len(planted))
    return merged(_life(fate, words, assumed, one) for fate, one in zip(planted, own, strict=True))


def _life(fate: Fate, told: Phrases, rates: Rates, rng: Generator) -> Simulated:
    begun = started(fate, rates, rng)
    last_on = begun.rhythm.ends_on if begun.rhythm else fate.pair.confirmed_on + timedelta(days=fate.days)
    ended_on = fate.ended_on or last_on
    contacts = contacts_of(fate, begun.introduced_on, ended_on, rates, rng)
    talks = talks_of(fate, begun.rhythm, contacts, rates, rng) if begun.rhythm else ()
    noted = (
        (fate.pair.confirmed_on, fate.pair),
        *(one for one in begun.noted if one[0] < ended_on),
        *((one.day, one) for one in contacts),
        *rows_of_talks(fate, talks, rng),
        *(_expectations(fate, begun, told, rng) if told.options else ()),
        *(_goals(fate, begun, told, rng) if told.wording else ()),
        *pulses_of(fate, begun, ended_on, rates, rng),
        *ending_of(fate, ended_on, rng),
    )
    return Simulated(noted, (_truth(fate, ended_on, talks),))


def _truth(fate: Fate, ended_on: date, talks: tuple[TrueTalk, ...]) -> TrueLife:
    is_early, trouble = fate.ended_on is not None, fate.trouble
    return TrueLife(fate.pair.id, trouble, fate.began_on, ended_on, is_early, fate.is_poorly_logged, talks)


def _expectations(fate: Fate, begun: Begun, told: Phrases, rng: Generator) -> Iterator[Noted]:
    """What each side told of its expectations, once both had said yes."""
    usual = {key: _one_of(options, rng) for key, options in told.options.items()}
    for side in SIDES:
        other = {key: _one_of(options, rng) for key, options in told.options.items()}
        choices = {key: other[key] if rng.random() < _DIFFERS else usual[key] for key in usual}
        is_told, days = rng.random() < _TELLS, int(rng.integers(1, 5))
        if is_told and begun.agreed_on:
            day = begun.agreed_on + timedelta(days=days)
            own = id_of(fate.pair.id, "expects", side)
            yield (
                day,
                Expectation(id=own, pair_id=fate.pair.id, side=side, answered_on=day, choices=choices),
            )


def _goals(fate: Fate, begun: Begun, told: Phrases, rng: Generator) -> Iterator[Noted]:
    """One goal of the mentee, and of some mentors one as well."""
    chosen = {side: _one_of(told.wording[side], rng) for side in SIDES}
    if rng.random() >= _HAS_MENTOR_GOAL:
        del chosen["mentor"]
    if begun.rhythm:
        yield from goals_in(fate, begun.rhythm.starts_on, chosen, rng)


def _one_of(options: Sequence[Any], rng: Generator) -> Any:
    return options[int(rng.integers(len(options)))]
