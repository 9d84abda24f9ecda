"""Who stayed and who moved up, with mentoring and without, from a list of the personnel department.

The clock of somebody with mentoring begins with the pair, whatever became of it; that of all others on one
day, the landmark, and only who was employed then counts, so that nobody is given time in which leaving was
not possible (Anderson et al. 1983, doi:10.1200/JCO.1983.1.11.710). A difference between the two is none that
mentoring made: who takes part is different already.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import polars as pl

from mentorkit.evaluation.claims import Claim, Design, claim_of
from mentorkit.evaluation.levels import Group, Measure, MeasureKey, Pace, share_claim, with_nothing_before
from mentorkit.evaluation.statistics.contract import Floats, Result, Statistic
from mentorkit.evaluation.statistics.kaplan_meier import STATISTIC as CURVE
from mentorkit.evaluation.statistics.log_rank import STATISTIC as SAME_PACE
from mentorkit.evaluation.statistics.newcombe import STATISTIC as NEWCOMBE
from mentorkit.evaluation.statistics.permutation import STATISTIC as BY_CHANCE
from mentorkit.evaluation.statistics.rules_by_n import FROM_COUNTS, reported

DAYS: Mapping[int, int] = {6: 182, 12: 364, 24: 728}
"""After how many months is looked, in days: 26 weeks are 6 months."""

NEWCOMER = 182
"""Somebody who came so many days ago is new. Our own heuristic."""

_WITH, _COMPLETED = pl.col("group") == "mentee", pl.col("is_completed")
_CAME: Mapping[MeasureKey, str] = {"stayed": "left", "promoted": "promoted"}
"""The measures, each with what can come, by which it is told."""

_APART: Mapping[Design, Statistic] = {"comparison": NEWCOMBE, "by_lot": BY_CHANCE}
"""By what two groups are compared."""


def followed(staff: pl.DataFrame) -> pl.DataFrame:
    """Everybody who was employed when the clock began, with the days until each thing that came by then.

    `staff` has `who`, `group` (mentee or other), `is_completed`, `since` (when the clock begins, null for
    the landmark: the middle day of all that are known), and the days of `Employment`. What is added are
    `seen`, `left` and `promoted` in days from then, null where it did not come by the day of the list.
    """
    begun = pl.col("since").fill_null(pl.lit(_middle(staff["since"]), pl.Date))
    there = staff.with_columns(_days(begun, "seen", "left", "promoted"))
    is_there = (pl.col("started_on") <= begun) & (pl.col("seen") > 0) & pl.col("left").gt(0).fill_null(True)
    came = (
        pl.when(pl.col(name).is_between(1, pl.col("seen"))).then(pl.col(name)).alias(name)
        for name in _CAME.values()
    )
    return there.filter(is_there.fill_null(False)).with_columns(*came)


def staying(there: pl.DataFrame) -> Iterator[Measure]:
    """Who stayed after 6, 12 and 24 months and who was promoted, of what `followed` gives.

    All with a pair, whatever became of it (intention to treat), stand beside those who completed it and
    those without mentoring. The two are compared once for each, after the longest time that is known of five
    people with mentoring at least.
    """
    groups: Mapping[Group, pl.DataFrame] = {
        "mentee": there.filter(_WITH),
        "completed": there.filter(_WITH, _COMPLETED),
        "other": there.filter(~_WITH),
    }
    told = _told(groups["mentee"])
    stayed: list[tuple[MeasureKey, int]] = [("stayed", months) for months in told]
    for key, months in (*stayed, *(("promoted", months) for months in told[-1:])):
        yield from (_of_group(key, group, of, months) for group, of in groups.items() if of.height)
    if told and groups["other"].height:
        yield from (_difference(key, there, told[-1], "comparison") for key in _CAME)


def by_lot(there: pl.DataFrame) -> Iterator[Measure]:
    """Whether more of those who were drawn by lot stayed than of those who had to wait, as drawn.

    `there` is what `followed` gives of all who were in the draw, those who were drawn as `mentee`.
    """
    yield from (_difference("stayed", there, months, "by_lot") for months in _told(there)[-1:])


def leaving(there: pl.DataFrame) -> Pace | None:
    """How fast people leave, of what `followed` gives; None with too few of either."""
    return _pace(_until_they_left(there))


def integrating(staff: pl.DataFrame) -> Pace | None:
    """In how many days after they came newcomers work alone, with mentoring and without; None with too few.

    A newcomer with mentoring came at most half a year before the pair began, and did not work alone then.
    The others are all who came since two years before the first of those, still worked and did not work
    alone when they were employed as long as the half of those with mentoring were when their pair began.
    """
    known = staff.with_columns(_days(pl.col("started_on"), "seen", "left", "independent", "since"))
    new = known.filter(_WITH, pl.col("since").is_between(0, NEWCOMER))
    if new.is_empty() or known["independent"].null_count() == known.height:
        return None
    late = pl.col("started_on") >= pl.lit(new["started_on"].min(), pl.Date).dt.offset_by("-24mo")
    wait = pl.lit(_middle(new["since"]), pl.Int64)
    both = pl.concat([new, known.filter(~_WITH, late).with_columns(since=wait)])
    time = pl.min_horizontal("independent", "left", "seen")
    came = (pl.col("independent") == time).fill_null(False)
    return _pace(both.with_columns(time=time, came=came).filter(pl.col("time") > pl.col("since")))


def _until_they_left(there: pl.DataFrame) -> pl.DataFrame:
    return there.with_columns(time=pl.min_horizontal("left", "seen"), came=pl.col("left").is_not_null())


def _middle(values: pl.Series) -> Any:
    """The middle one of the known values in their order; None without any."""
    known = values.drop_nulls().sort()
    return None if known.is_empty() else known[len(known) // 2]


def _days(begun: pl.Expr, *names: str) -> list[pl.Expr]:
    """The days from then to each day of a list, by its name."""
    days = {name: pl.col("since" if name == "since" else f"{name}_on") for name in names}
    return [(day - begun).dt.total_days().alias(name) for name, day in days.items()]


def _told(people: pl.DataFrame) -> list[int]:
    """After how many months there is something to tell of five people at least."""
    return [months for months, days in DAYS.items() if (people["seen"] >= days).sum() >= FROM_COUNTS]


def _within(key: MeasureKey, people: pl.DataFrame, months: int) -> pl.DataFrame:
    """Who stayed, or was promoted, until then: 1 or 0, of those who were seen as long as that."""
    came = (pl.col(_CAME[key]) <= DAYS[months]).fill_null(False)
    seen = people.filter(pl.col("seen") >= DAYS[months])
    return with_nothing_before(seen.select("who", after=~came if key == "stayed" else came))


def _of_group(key: MeasureKey, group: Group, people: pl.DataFrame, months: int) -> Measure:
    rows = _within(key, people, months)
    claim = share_claim(rows["after"].to_numpy(), 1)
    if key == "stayed" and claim and rows.height < people.height:
        claim = _on_the_curve(people, DAYS[months]) or claim
    return Measure(key, "results", rows, claim, group=group, months=months)


def _on_the_curve(people: pl.DataFrame, days: int) -> Claim | None:
    """The share that stayed by the curve, in which people count as long as they are seen."""
    found = _curve(_until_they_left(people), at=np.array([float(days)]))
    at = found["at"][0] if found else {"se": 0}
    return claim_of("share", {**at, "n": people.height, "estimate": at["survival"]}) if at["se"] else None


def _difference(key: MeasureKey, people: pl.DataFrame, months: int, design: Design) -> Measure:
    """The share of those with mentoring less that of the others."""
    both = [_within(key, people.filter(one), months) for one in (_WITH, ~_WITH)]
    with_, without = (one["after"].to_numpy() for one in both)
    found, claim = reported(_APART[design], group1=with_, group2=without), None
    if found is not None and found["ci_low"] is not None:
        ends = found["estimate"], found["ci_low"], found["ci_high"]
        claim = Claim("difference", found["n"], *ends, design=design)
    group: Group = "by_lot" if design == "by_lot" else "beside"
    return Measure(key, "results", pl.concat(both), claim, group=group, months=months)


def _pace(ends: pl.DataFrame) -> Pace | None:
    """The curves of people with their `time` in days and whether it `came` then."""
    with_, without = ends.filter(_WITH), ends.filter(~_WITH)
    mentees, others = _curve(with_), _curve(without)
    if mentees is None or others is None:
        return None
    (times1, events1), (times2, events2) = map(_ends, (with_, without))
    found = reported(SAME_PACE, times1=times1, events1=events1, times2=times2, events2=events2)
    until = min(float(np.sort(times)[-FROM_COUNTS]) for times in (times1, times2))
    return Pace(mentees, others, until, found["p"] if found else None)


def _curve(ends: pl.DataFrame, **more: Floats) -> Result | None:
    times, events = _ends(ends)
    return reported(CURVE, times=times, events=events, **more)


def _ends(ends: pl.DataFrame) -> tuple[Floats, Floats]:
    return ends["time"].to_numpy().astype(float), ends["came"].to_numpy().astype(float)
