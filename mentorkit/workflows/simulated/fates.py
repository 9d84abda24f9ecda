"""What is planted in each pair before its life is simulated."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from numpy.random import Generator

from mentorkit.model import Pair
from mentorkit.workflows.simulated.rates import Rates, Trouble


@dataclass(frozen=True)
class Fate:
    """The trouble of a pair from a day on, when it ends if that is early, and how long it was to last."""

    pair: Pair
    trouble: Trouble | None
    began_on: date | None
    ended_on: date | None
    is_poorly_logged: bool
    days: int

    def has_trouble(self, day: date, *kinds: Trouble) -> bool:
        """Whether it is in trouble on a day, of one of these kinds or of any."""
        is_one = self.trouble in kinds if kinds else self.trouble is not None
        return is_one and self.began_on is not None and self.began_on <= day

    def is_quiet(self, day: date) -> bool:
        """Whether it never began or fell silent by this day: then it answers less as well."""
        return self.has_trouble(day, "never_starts", "silent")


def fates(pairs: Sequence[Pair], days: int, rates: Rates, rng: Generator) -> tuple[Fate, ...]:
    """The fate of every pair, each meant to last so many days; the pairs keep their order."""
    mentees = Counter(pair.mentor_id for pair in pairs)
    overloaded = {
        mentor: _drawn_days(rates.begins, rng)
        for mentor, many in mentees.items()
        if many > 1 and rng.random() < rates.overloaded
    }
    return tuple(_fates(pairs, days, rates, rng, overloaded))


def _fates(
    pairs: Sequence[Pair], days: int, rates: Rates, rng: Generator, overloaded: dict[str, timedelta]
) -> Iterator[Fate]:
    kinds, chances = list(rates.planted), list(rates.planted.values())
    for pair in pairs:
        trouble = kinds[rng.choice(len(kinds), p=chances)]
        begins, lasts = _drawn_days(rates.begins, rng), _drawn_days(rates.lasts, rng)
        ends_early, is_poorly_logged = rng.random(2)
        if trouble is None and pair.mentor_id in overloaded:
            trouble, begins = "overload", overloaded[pair.mentor_id]
        if trouble in ("never_starts", "one_sided"):
            begins = timedelta()
        began_on, is_early = pair.confirmed_on + begins, ends_early < rates.ends[trouble]
        yield Fate(
            pair,
            trouble,
            began_on if trouble else None,
            began_on + lasts if is_early else None,
            bool(is_poorly_logged < rates.poorly_logged),
            days,
        )


def _drawn_days(between: tuple[int, int], rng: Generator) -> timedelta:
    return timedelta(days=int(rng.integers(*between, endpoint=True)))
