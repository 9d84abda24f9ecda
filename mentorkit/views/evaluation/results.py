"""What it brought: how pairs ended, who stayed and how fast newcomers worked alone, and what it cost."""

from collections import Counter
from collections.abc import Iterator, Mapping
from math import ceil, isnan

import altair as alt
import polars as pl

from mentorkit.evaluation.claims import CHANCE
from mentorkit.evaluation.costs import Costs
from mentorkit.evaluation.disclosure import FEWEST
from mentorkit.evaluation.levels import Pace
from mentorkit.evaluation.results import PLANNED, UNTOLD, endings
from mentorkit.evaluation.statistics.contract import Result
from mentorkit.evaluation.staying import DAYS
from mentorkit.frames import Snapshot
from mentorkit.model import Pair
from mentorkit.model.closure import ASKED_BY, CLOSURE_REASONS
from mentorkit.progress.closing import closings
from mentorkit.text import Message, Speaker, say
from mentorkit.views.chart import BLUE, framed
from mentorkit.views.evaluation.answers import GROUPS

CAUSES: Mapping[str, Message] = {
    PLANNED: say("as planned"),
    **{str(who): said for who, said in ASKED_BY.items()},
    UNTOLD: say("earlier, and nobody said by whose wish"),
}
"""How pairs ended: as planned, or earlier by whose wish."""

END_HEADS = (
    say("As planned, or earlier by whose wish"),
    say("Pairs"),
    say("Share of all pairs by now, and 95% interval"),
)
"""Above the lines of endings."""

REASON_HEADS = (say("By whose wish"), say("Why"), say("Pairs"))
"""Above the lines of reasons."""

PACE_HEADS = (say("Months"), GROUPS["mentee"], GROUPS["other"])
"""Above the lines of two curves."""

COST = say("What it cost")
"""Above what is told of costs."""

_COLOURS = (BLUE, "#D55E00", "#00734f", "#7a5195", "#57606a", "#b58900", "#1b1f24")
_SHARE = say("{share}% ({low} to {high})")
_DIFFERENT = say("The pace differs (log-rank, p at most {p}). That is a difference and no proven effect.")
_ALIKE = say("Whether the pace differs cannot be told (log-rank, p at most {p}).")
_MONTH = DAYS[12] / 12


def ending_rows(pairs: pl.DataFrame, speak: Speaker) -> Iterator[tuple[str, str, str]]:
    """Each way to end with its pairs, and its share by the days that are known of all pairs."""
    found = endings(pairs)
    many = Counter(pairs["cause"])
    for cause, said in CAUSES.items():
        if many[cause]:
            curve = found["causes"].get(cause) if found else None
            yield speak(said), speak.write(many[cause]), speak(_last(curve)) if curve else "–"


def ending_chart(pairs: pl.DataFrame, speak: Speaker) -> alt.LayerChart | None:
    """Of all pairs, the share that ended by each day, a line for each way; None before enough is known."""
    found = endings(pairs)
    if found is None:
        return None
    curves = {speak(CAUSES[cause]): curve for cause, curve in found["causes"].items()}
    rows = [
        (name, day, 100 * share)
        for name, curve in curves.items()
        for day, share in [(0, 0.0), *zip(found["time"], curve["share"], strict=True)]
    ]
    early = sum(curve["share"][-1] for cause, curve in found["causes"].items() if cause != PLANNED)
    finding = say(
        "{early}% of the pairs ended early by day {day}; n = {n}.",
        early=round(100 * early),
        day=round(found["time"][-1]),
        n=found["n"],
    )
    frame = pl.DataFrame(rows, ["who", "day", "share"], orient="row")
    return _drawn(frame, say("days since the pair began"), finding, speak, has_ends=False)


def reason_rows(snapshot: Snapshot, pairs: pl.DataFrame, speak: Speaker) -> list[tuple[str, str, str]]:
    """Why pairs ended early and by whose wish, what was most often first; for the coordinator."""
    early = set(pairs.filter(pl.col("cause").is_in(["", PLANNED]).not_())["who"])
    known = closings(snapshot)
    told = Counter(
        (one.asked_by, one.reason)
        for pair in snapshot.rows(Pair)
        if pair.id in early and (one := known.get(pair.id))
    )
    return [
        (speak(ASKED_BY[who]) if who else "–", speak(CLOSURE_REASONS[why]) if why else "–", speak.write(many))
        for (who, why), many in told.most_common()
    ]


def stay_chart(pace: Pace, speak: Speaker) -> alt.LayerChart:
    """Who is still employed by each day, with mentoring and without, each with its interval."""
    both = {speak(GROUPS["mentee"]): pace.mentees, speak(GROUPS["other"]): pace.others}
    rows = [
        (name, day, *(100 * part for part in parts))
        for name, curve in both.items()
        for day, *parts in _steps(curve, pace.until)
    ]
    frame = pl.DataFrame(rows, ["who", "day", "share", "low", "high"], orient="row")
    finding = say(
        "Still employed here after {months} months: {mentees} of those with mentoring, {others} of those "
        "without; n = {n} and {more}.",
        months=round(pace.until / _MONTH),
        mentees=_standing(pace.mentees, pace.until),
        others=_standing(pace.others, pace.until),
        n=pace.mentees["n"],
        more=pace.others["n"],
    )
    return _drawn(frame, say("days since the pairs began"), finding, speak, has_ends=True)


def pace_rows(pace: Pace, speak: Speaker) -> Iterator[tuple[str, str, str]]:
    """The share that is still there after each three months, in both groups, as long as five are followed."""
    for months in range(3, int(pace.until / _MONTH) + 1, 3):
        mentees, others = (_standing(curve, months * _MONTH) for curve in (pace.mentees, pace.others))
        yield speak.write(months), speak(mentees), speak(others)


def pace_line(pace: Pace) -> Message | None:
    """Whether the two differ in pace; None for too few people."""
    if pace.p is None:
        return None
    return (_DIFFERENT if pace.p <= CHANCE else _ALIKE).filled(p=ceil(1000 * pace.p) / 1000)


def integrating_lines(pace: Pace) -> Iterator[Message]:
    """After how many days half of the newcomers worked alone, with mentoring and without."""
    mentees, others = (curve["median"] for curve in (pace.mentees, pace.others))
    told = {"n": pace.mentees["n"], "more": pace.others["n"]}
    if mentees is None or others is None:
        yield say("Of {n} newcomers with mentoring and {more} without, too few work alone already.", **told)
    else:
        yield say(
            "Half of the newcomers with mentoring work alone after {days} days, of those without after "
            "{others} days; n = {n} and {more}.",
            days=round(mentees),
            others=round(others),
            **told,
        )
    yield from filter(None, [pace_line(pace)])


def cost_lines(costs: Costs, *, goes_out: bool = False) -> Iterator[Message]:
    """Hours, money, what each of five completed pairs or more cost, and how many must stay.

    Where the number of completed pairs is not told, neither is what each cost.
    """
    yield say(
        "Mentors and mentees spent {low} to {high} hours, the coordinator {own}. That comes to {cheap} to "
        "{dear} euros.",
        low=round(costs.hours[0]),
        high=round(costs.hours[1]),
        own=round(costs.own_hours),
        cheap=_rounded(costs.euros[0]),
        dear=_rounded(costs.euros[1]),
    )
    if costs.per_pair and costs.completed >= FEWEST and not goes_out:
        low, high = map(_rounded, costs.per_pair)
        yield say(
            "Each of the {n} pairs that ended as planned cost {low} to {high} euros.",
            n=costs.completed,
            low=low,
            high=high,
        )
    if costs.break_even:
        few, many = (round(one, 1) for one in costs.break_even)
        yield say(
            "It pays for itself when {low} to {high} people stay who would have left otherwise. How many "
            "those are is not known.",
            low=few,
            high=many,
        )


def _rounded(euros: float) -> int:
    return int(round(euros, -1))


def _last(curve: Mapping[str, list[float]]) -> Message:
    share, low, high = (round(100 * curve[end][-1]) for end in ("share", "ci_low", "ci_high"))
    return _SHARE.filled(share=share, low=low, high=high)


def _steps(curve: Result, until: float) -> Iterator[tuple[float, float, float, float]]:
    """The steps of a curve to a day: where no interval is known, the curve itself."""
    step = 0.0, 1.0, 1.0, 1.0
    yield step
    columns = (curve[one] for one in ("time", "survival", "ci_low", "ci_high"))
    for day, share, low, high in zip(*columns, strict=True):
        if day <= until:
            step = day, share, share if isnan(low) else low, share if isnan(high) else high
            yield step
    yield (until, *step[1:])


def _standing(curve: Result, day: float) -> Message:
    """The share on a day, with its interval."""
    *_, (_, share, low, high) = _steps(curve, day)
    return _SHARE.filled(share=round(100 * share), low=round(100 * low), high=round(100 * high))


def _drawn(
    frame: pl.DataFrame, days: Message, finding: Message, speak: Speaker, *, has_ends: bool
) -> alt.LayerChart:
    """The curves of a frame with `who`, `day`, `share` and perhaps its ends `low` and `high`, in per cent."""
    names = frame["who"].unique(maintain_order=True).to_list()
    scale = alt.Scale(domain=names, range=[*_COLOURS[: len(names)]])
    base = alt.Chart(frame).encode(
        x=alt.X("day:Q", title=speak(days)),
        color=alt.Color("who:N", title=None, scale=scale, legend=alt.Legend(orient="top", labelLimit=400)),
    )
    high = alt.Y("share:Q", title="%", scale=alt.Scale(zero=False))
    lines = base.encode(y=high).mark_line(interpolate="step-after", strokeWidth=2)
    band = base.encode(y="low:Q", y2="high:Q").mark_area(opacity=0.15, interpolate="step-after")
    layers = [band, lines] if has_ends else [lines]
    return framed(alt.LayerChart(layer=layers), finding, speak, width=560, height=240)
