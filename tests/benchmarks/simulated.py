"""Simulated programmes as the coordinator saw them, a fortnight at a time, beside what really happened.

Run by hand for the numbers of 200 programmes of 60 pairs and a year:
`python tests/benchmarks/simulated.py` (`--programmes 200`). Tests use a few of them.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from mentorkit.frames import Snapshot
from mentorkit.model import Framework, Pair, Programme, Row
from mentorkit.progress.known import KnownPair, known_pairs
from mentorkit.progress.signals import signals_of
from mentorkit.progress.signals.signal import Signal
from mentorkit.workflows.simulated.life import simulated
from mentorkit.workflows.simulated.rates import Rates
from mentorkit.workflows.simulated.truth import Simulated, TrueLife

PAIRS, DAYS, STARTED = 60, 364, date(2025, 9, 1)
EVERY = timedelta(days=14)
"""How often the list of pairs that need attention is looked at."""

ABOUT_THE_COORDINATOR = frozenset({"no_contact", "agreement"})
"""Rules that tell what the coordinator or the papers still lack, and not how the two get on."""

PROGRAMME = Programme(
    id="g1", name="Simulated", framework=Framework(meeting_interval_days=21, duration_weeks=52)
)


class Held(Snapshot):
    """A snapshot of rows as they are, without frames: many are looked at here."""

    def rows(self, model):
        return self.tables.get(model, [])


def snapshot_of(rows: tuple[Row, ...], programme: Programme = PROGRAMME) -> Snapshot:
    tables: dict[type[Row], list[Row]] = {Programme: [programme]}
    for row in rows:
        tables.setdefault(type(row), []).append(row)
    return Held(tables)


@dataclass(frozen=True)
class Year:
    """One simulated programme, looked at every fortnight with what was noted by then."""

    seed: int
    rates: Rates = field(default_factory=Rates)
    pairs: int = PAIRS

    @cached_property
    def story(self) -> Simulated:
        rng = np.random.default_rng([20261201, self.seed])
        mentors = rng.integers(0, self.pairs * 3 // 4, self.pairs)
        pairs = [
            Pair(
                id=f"k{number:03}",
                mentee_id=f"e{number}",
                mentor_id=f"m{mentor}",
                score=0.7,
                decision_id="d1",
                confirmed_on=STARTED,
            )
            for number, mentor in enumerate(mentors)
        ]
        return simulated(pairs, DAYS, rng, self.rates)

    @cached_property
    def truth(self) -> Mapping[str, TrueLife]:
        return {one.pair_id: one for one in self.story.lives}

    @cached_property
    def days(self) -> tuple[date, ...]:
        return tuple(STARTED + number * EVERY for number in range(1, DAYS // EVERY.days + 1))

    @cached_property
    def known(self) -> Mapping[date, tuple[KnownPair, ...]]:
        return {day: known_pairs(snapshot_of(self.story.rows(day)), day) for day in self.days}

    @cached_property
    def named(self) -> Mapping[str, Mapping[date, tuple[Signal, ...]]]:
        """What the rules said of each pair on each day on which it was together."""
        found: dict[str, dict[date, tuple[Signal, ...]]] = defaultdict(dict)
        for day, pairs in self.known.items():
            for one in pairs:
                found[one.pair.id][day] = signals_of(one)
        return found

    def is_named(self, pair: str, first: date, last: date) -> bool:
        """Whether a rule about the two named a pair from a day on and before another."""
        return any(
            telling(signals) for day, signals in self.named.get(pair, {}).items() if first <= day < last
        )


def telling(signals: tuple[Signal, ...]) -> set[str]:
    """The rules that tell how the two get on, of those that named a pair."""
    return {one.rule.key for one in signals} - ABOUT_THE_COORDINATOR


@dataclass
class Found:
    """Planted troubles by kind: how many there were, were named before the end, and would be by chance.

    A trouble that no day of looking falls in is not counted. `by_chance` are sound pairs named within as
    many days from the same day on. `looks` are those at sound pairs, `alarms` the ones in which a rule
    named them, `red` those in which it was urgent.
    """

    planted: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    by_chance: Counter[str] = field(default_factory=Counter)
    by_rule: Counter[tuple[str, str]] = field(default_factory=Counter)
    alarms_by_rule: Counter[str] = field(default_factory=Counter)
    looks: int = 0
    alarms: int = 0
    red: int = 0
    calls: int = 0

    def add(self, year: Year) -> None:
        sound = [one for one in year.truth.values() if one.trouble is None]
        for number, (life, first, last) in enumerate(troubles(year)):
            self.planted[life.trouble] += 1
            self.named[life.trouble] += year.is_named(life.pair_id, first, last)
            other = sound[number % len(sound)]
            self.by_chance[life.trouble] += year.is_named(other.pair_id, first, last)
            rules = {
                key
                for day, signals in year.named.get(life.pair_id, {}).items()
                if first <= day < last
                for key in telling(signals)
            }
            self.by_rule.update((life.trouble, key) for key in rules)
        for life in sound:
            for signals in year.named.get(life.pair_id, {}).values():
                self.looks += 1
                self.alarms += bool(telling(signals))
                self.red += any(one.is_red and one.rule.key in telling(signals) for one in signals)
                self.alarms_by_rule.update(telling(signals))

    @property
    def share(self) -> float:
        return self.named.total() / self.planted.total()


def troubles(year: Year) -> Iterator[tuple[TrueLife, date, date]]:
    """Every trouble with its first and last day, of those in which a day of looking falls."""
    for life in year.truth.values():
        if life.began_on and any(life.began_on <= day < life.ended_on for day in year.days):
            yield life, life.began_on, life.ended_on


def found_in(years: list[Year]) -> Found:
    found = Found()
    for year in years:
        found.add(year)
    return found


def told(found: Found) -> str:
    lines = [f"{'trouble':<14}{'planted':>8}{'found':>8}{'by chance':>11}  found by"]
    for kind, count in sorted(found.planted.items()):
        rules = Counter({rule: n for (one, rule), n in found.by_rule.items() if one == kind})
        best = ", ".join(f"{rule} {n / count:.0%}" for rule, n in rules.most_common(5))
        share, chance = found.named[kind] / count, found.by_chance[kind] / count
        lines.append(f"{kind:<14}{count:>8}{share:>8.1%}{chance:>11.1%}  {best}")
    lines.append(f"{'together':<14}{found.planted.total():>8}{found.share:>8.1%}")
    lines.append(
        f"false alarms: {found.alarms / found.looks:.1%} of {found.looks} looks at sound pairs, "
        f"{found.red / found.looks:.1%} urgent"
    )
    by = ", ".join(f"{rule} {n / found.looks:.1%}" for rule, n in found.alarms_by_rule.most_common())
    lines.append(f"  by rule: {by}")
    return "\n".join(lines) + "\n"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--programmes", type=int, default=200)
    found = Found()
    for seed in range(options.parse_args().programmes):
        found.add(Year(seed))
    sys.stdout.write(told(found))


if __name__ == "__main__":
    main()
