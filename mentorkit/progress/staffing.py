"""How many hours a week more pairs would ask, from the minutes that the coordinator kept."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import mean, stdev

from scipy.stats import t

from mentorkit.frames import Snapshot
from mentorkit.model import Pair, WorkLog
from mentorkit.model.work_log import PER_PAIR
from mentorkit.progress.known import is_together
from mentorkit.progress.weeks import monday_of

ENOUGH_WEEKS = 4
"""Weeks with minutes from which an interval is given. Our own heuristic."""


@dataclass(frozen=True)
class Staffing:
    """Minutes a week for each pair, with the bounds of a 95 % interval, from so many weeks."""

    weeks: int
    rate: float
    low: float
    high: float

    def hours(self, more: int) -> tuple[float, float, float]:
        """The hours a week that so many more pairs would ask: as estimated, at least and at most."""
        return more * self.rate / 60, more * self.low / 60, more * self.high / 60


def minutes_by_week(logged: Sequence[WorkLog]) -> dict[date, dict[str, int]]:
    """The minutes of each week by kind of task, by its Monday and in order."""
    found: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in logged:
        found[monday_of(one.day)][one.kind] += one.minutes
    return {monday: dict(found[monday]) for monday in sorted(found)}


def staffing(snapshot: Snapshot, today: date) -> Staffing | None:
    """What one pair asks in a week, by the tasks that grow with the pairs; None from fewer than four weeks.

    A week in which nothing was kept is not known, and never counts as a week without work; the week of today
    is not over and does not count. The interval is Student's for the mean of the weeks, cut at nothing:
    Student (1908), Biometrika 6(1), 1-25, https://doi.org/10.1093/biomet/6.1.1
    """
    pairs, rates = snapshot.rows(Pair), []
    for monday, kinds in minutes_by_week(snapshot.rows(WorkLog)).items():
        together = sum(is_together(one, monday) for one in pairs)
        if together and monday < monday_of(today):
            rates.append(sum(minutes for kind, minutes in kinds.items() if kind in PER_PAIR) / together)
    if len(rates) < ENOUGH_WEEKS:
        return None
    middle = mean(rates)
    half = float(t.ppf(0.975, len(rates) - 1)) * stdev(rates) / sqrt(len(rates))
    return Staffing(len(rates), middle, max(0.0, middle - half), middle + half)
