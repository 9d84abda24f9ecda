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

TELLING = frozenset({"contact", "satisfaction"})
"""The families of rules that tell how the two get on; others tell of papers, goals and the coordinator."""

OWN_RULES: Mapping[str, frozenset[str]] = {
    "never_starts": frozenset({"first_talk"}),
    "silent": frozenset({"silence", "few_talks", "cancelled"}),
    "one_sided": frozenset({"one_sided"}),
    "overload": frozenset({"silence", "few_talks", "cancelled"}),
    "unhappy": frozenset({"low_pulse", "falling_pulse", "two_views", "wants_contact", "wants_out"}),
}
"""The rules that are made for each trouble."""

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

    def rules(self, pair: str, first: date, last: date) -> tuple[set[str], set[str]]:
        """The rules about the two that named a pair from a day on and before another: all, and urgently."""
        seen = [
            one
            for day, signals in self.named.get(pair, {}).items()
            if first <= day < last
            for one in telling(signals)
        ]
        return {one.rule.key for one in seen}, {one.rule.key for one in seen if one.is_red}


def telling(signals: tuple[Signal, ...]) -> list[Signal]:
    """The signals that tell how the two get on."""
    return [one for one in signals if one.rule.family in TELLING]


@dataclass
class Found:
    """Planted troubles by kind, and how many of them were named before the end: by any rule, by one that is
    made for them (`own`), and urgently (`red`); a trouble that no day of looking falls in is not counted.

    `chance` are the same three of sound pairs in as many days from the same day on. `looks` are those at
    sound pairs, `alarms` the ones in which a rule named them, `urgent` those in which one was urgent.
    """

    planted: Counter[str] = field(default_factory=Counter)
    named: Counter[tuple[str, str]] = field(default_factory=Counter)
    chance: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_rule: Counter[tuple[str, str]] = field(default_factory=Counter)
    alarms_by_rule: Counter[str] = field(default_factory=Counter)
    looks: int = 0
    alarms: int = 0
    urgent: int = 0

    def add(self, year: Year) -> None:
        sound = [one for one in year.truth.values() if one.trouble is None]
        for number, (life, first, last) in enumerate(troubles(year)):
            self.planted[life.trouble] += 1
            rules = year.rules(life.pair_id, first, last)
            self.named.update((life.trouble, how) for how in ways(life.trouble, *rules))
            self.by_rule.update((life.trouble, key) for key in rules[0])
            other = year.rules(sound[number % len(sound)].pair_id, first, last)
            self.chance.update((life.trouble, how) for how in ways(life.trouble, *other))
        for life in sound:
            for signals in year.named.get(life.pair_id, {}).values():
                told = telling(signals)
                self.looks += 1
                self.alarms += bool(told)
                self.urgent += any(one.is_red for one in told)
                self.alarms_by_rule.update({one.rule.key for one in told})

    def share(self, how: str) -> float:
        """The part of all planted troubles that was named so."""
        named = sum(count for (_, one), count in self.named.items() if one == how)
        return named / self.planted.total()


def ways(trouble: str, rules: set[str], red: set[str]) -> Iterator[str]:
    """How a pair with such a trouble was named: by any rule, one of its own, or urgently."""
    if rules:
        yield "any"
    if rules & OWN_RULES[trouble]:
        yield "own"
    if red:
        yield "red"


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
    """The numbers as lines; behind each part of the troubles that of sound pairs in as many days."""
    lines = [f"{'trouble':<14}{'planted':>8}{'any rule':>14}{'own rule':>14}{'urgent':>14}  found by"]
    for kind, count in sorted(found.planted.items()):
        rules = Counter({rule: n for (one, rule), n in found.by_rule.items() if one == kind})
        best = ", ".join(f"{rule} {n / count:.0%}" for rule, n in rules.most_common(5))
        cells = (
            f"{found.named[kind, how] / count:>7.1%} ({found.chance[kind, how] / count:>3.0%})"
            for how in ("any", "own", "red")
        )
        lines.append(f"{kind:<14}{count:>8}" + " ".join(f"{cell:>13}" for cell in cells) + f"  {best}")
    together = " ".join(f"{found.share(how):>7.1%}      " for how in ("any", "own", "red"))
    lines.append(f"{'together':<14}{found.planted.total():>8} {together}")
    lines.append(
        f"false alarms: {found.alarms / found.looks:.1%} of {found.looks} looks at sound pairs, "
        f"{found.urgent / found.looks:.1%} urgent"
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
