"""The personnel list of a simulated programme, with how long people would stay kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from numpy.random import Generator

from mentorkit.model import Employment, Pair
from mentorkit.model.row import id_of
from mentorkit.workflows.simulated.truth import Noted, Simulated

_OTHERS = 140
"""People of the organisation without mentoring."""

_BEFORE, _STAYS, _MOVES_UP, _ALONE = 500, 2200, 1500, 200
"""Days on average: employed before pairs began, until somebody leaves, moves up, works alone. Our own."""

_LONGER, _SOONER = 1.4, 0.7
"""How much longer somebody stays with mentoring, and how much sooner works alone. Our own."""


@dataclass(frozen=True)
class TrueStay:
    """How many days somebody stays from the day on which pairs began, and whether with mentoring."""

    employment_id: str
    stays: float
    is_mentee: bool


def employed(pairs: Sequence[Pair], days: int, rng: Generator) -> tuple[Simulated, tuple[TrueStay, ...]]:
    """The list as it comes in so many days after the first pair began, and beside it what was drawn.

    Mentees stay longer: in part because who takes part is different, which the list does not tell. What is
    drawn depends on the order of the pairs and on nothing else of them.
    """
    begun = min(one.confirmed_on for one in pairs)
    seen_on = begun + timedelta(days=days)
    people = [*dict.fromkeys(one.mentee_id for one in pairs), *(None for _ in range(_OTHERS))]
    drawn = [_employment(who, place, (begun, seen_on), rng) for place, who in enumerate(people)]
    rows: tuple[Noted, ...] = tuple((seen_on, row) for row, _ in drawn)
    return Simulated(rows, ()), tuple(stay for _, stay in drawn)


def _employment(
    who: str | None, place: int, between: tuple[date, date], rng: Generator
) -> tuple[Employment, TrueStay]:
    (begun, seen_on), own = between, id_of("employment", str(place))
    longer, sooner = (1.0, 1.0) if who is None else (_LONGER, _SOONER)
    before, stays, up, alone = rng.exponential((_BEFORE, _STAYS * longer, _MOVES_UP, _ALONE * sooner))
    started_on = begun - timedelta(days=1 + int(before))
    days = {"left_on": (begun, stays), "promoted_on": (begun, up), "independent_on": (started_on, alone)}
    came = {name: since + timedelta(days=1 + int(many)) for name, (since, many) in days.items()}
    told = {name: day for name, day in came.items() if day <= min(seen_on, came["left_on"])}
    row = Employment(id=own, person_id=who, started_on=started_on, seen_on=seen_on, **told)
    return row, TrueStay(own, float(stays), who is not None)
