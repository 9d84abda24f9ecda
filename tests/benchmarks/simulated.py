"""Simulated programmes as the coordinator saw them, a fortnight at a time, beside what really happened.

Run by hand for the numbers of 200 programmes of 60 pairs and a year:
`python tests/benchmarks/simulated.py` (`--programmes 200`). Tests use a few of them.

With `--sure` it is about bounds, calls and the chart of talks. On 1 December 2026, 200 programmes:
bounds without the truth in 0 of 270,692 looks at a pair; three chosen calls told more than three drawn ones
in 5,179 of 5,179 rounds, of 17.1 talks beside 2.7; where nothing changes 0 of 1,400 months were unusual.
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
from mentorkit.progress.chart_of_talks import months_of_talks
from mentorkit.progress.expected import best_calls, bounds_of
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

STABLE = Rates(planted={None: 1.0}, overloaded=0.0, ends={None: 0.0})
"""Nothing goes wrong in any pair, and none ends early: each keeps its rhythm as it does."""

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
        return {day: self.at(day) for day in self.days}

    def at(self, day: date) -> tuple[KnownPair, ...]:
        """The pairs as they are known on a day."""
        return known_pairs(snapshot_of(self.story.rows(day)), day)

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


@dataclass
class Sure:
    """How often bounds of talks held contain the truth, three chosen calls tell more than three drawn ones,
    and a month of a programme in which nothing changes is called unusual.

    `looks` are those at a pair, `rounds` those in which anything was unknown, `months` those that are judged.
    """

    looks: int = 0
    missed: int = 0
    rounds: int = 0
    better: int = 0
    chosen: int = 0
    drawn: float = 0.0
    months: int = 0
    unusual: int = 0

    def add(self, year: Year) -> None:
        rng = np.random.default_rng(year.seed)
        for day, pairs in year.known.items():
            found = [bounds_of(one) for one in pairs]
            for known, bounds in zip(pairs, found, strict=True):
                truth = sum(one.is_held for one in year.truth[known.pair.id].talks if one.planned_on <= day)
                self.looks += 1
                self.missed += not bounds.held <= truth <= bounds.held + bounds.unknown
            self._call(pairs, [one.unknown for one in found], rng)
        calm = Year(year.seed, STABLE)
        verdicts = [one.verdict for one in months_of_talks(calm.at(calm.days[-1]))]
        self.months += sum(one != "unknown" for one in verdicts)
        self.unusual += sum(one in {"fewer", "more"} for one in verdicts)

    def _call(self, pairs: tuple[KnownPair, ...], unknown: list[int], rng: np.random.Generator) -> None:
        if any(unknown):
            chosen = sum(bounds_of(one).unknown for one in best_calls(pairs))
            drawn = float(np.mean([rng.choice(unknown, 3, replace=False).sum() for _ in range(20)]))
            self.rounds += 1
            self.better += chosen > drawn
            self.chosen += chosen
            self.drawn += drawn

    def told(self) -> str:
        return (
            f"bounds without the truth: {self.missed} of {self.looks} looks at a pair\n"
            f"three chosen calls tell more than three drawn ones in {self.better} of {self.rounds} rounds: "
            f"of {self.chosen / self.rounds:.2f} talks beside {self.drawn / self.rounds:.2f}\n"
            f"months called unusual where nothing changed: {self.unusual} of {self.months} "
            f"({self.unusual / self.months:.2%})\n"
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--programmes", type=int, default=200)
    options.add_argument("--sure", action="store_true")
    asked = options.parse_args()
    found: Found | Sure = Sure() if asked.sure else Found()
    for seed in range(asked.programmes):
        found.add(Year(seed))
    sys.stdout.write(found.told() if isinstance(found, Sure) else told(found))


if __name__ == "__main__":
    main()
