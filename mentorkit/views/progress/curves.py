"""How talks go over time as charts that print: by month, and by their number since the start of a pair."""

from collections.abc import Mapping, Sequence
from datetime import date

import altair as alt
import polars as pl
from markupsafe import Markup

from mentorkit.progress.expected import TalkBounds
from mentorkit.text import Message, Speaker, say
from mentorkit.views.chart import BLUE, INK, framed
from mentorkit.views.table import html_table

_FEWEST = 3
"""Pairs that a talk was due for at least, to be a point of the curve: fewer say little."""

_PARTS: Mapping[str, Message] = {
    "held": say("took place"),
    "not_held": say("did not take place"),
    "unknown": say("not known"),
}
_COLOURS = ("#00734f", "#D55E00", "#d0d7de")


def months_chart(found: Mapping[date, TalkBounds], speak: Speaker) -> alt.LayerChart | None:
    """A bar for each month: of the planned talks how many took place, did not, and are not known.

    None before a talk was due.
    """
    if not found:
        return None
    total = sum(found.values(), TalkBounds())
    finding = say(
        "Of {all} planned talks {held} took place, {not_held} did not, and {unknown} are not known.",
        all=total.planned,
        **{part: getattr(total, part) for part in _PARTS},
    )
    names = {part: speak(said) for part, said in _PARTS.items()}
    return framed(_bars(found, names, speak(say("planned talks"))), finding, speak, width=640, height=220)


def months_table(found: Mapping[date, TalkBounds], speak: Speaker) -> Markup:
    """The same as numbers."""
    heads = say("Month"), *_PARTS.values()
    rows = (
        (f"{one.month}-{one.year}", bounds.held, bounds.not_held, bounds.unknown)
        for one, bounds in found.items()
    )
    return html_table(heads, rows, speak)


def drop_off_chart(found: Sequence[TalkBounds], speak: Speaker) -> alt.LayerChart | None:
    """The part of the pairs that held each talk, by its number: a band from at least to at most.

    Talks that were due for fewer than three pairs are left out; None when nothing is left.
    """
    points = [
        (number, round(100 * one.held / one.planned), round(100 * (one.held + one.unknown) / one.planned))
        for number, one in enumerate(found, 1)
        if one.planned >= _FEWEST
    ]
    if not points:
        return None
    frame = pl.DataFrame(points, schema={"talk": pl.Int64, "low": pl.Int64, "high": pl.Int64}, orient="row")
    base = alt.Chart(frame).encode(
        x=alt.X("talk:O", title=speak(say("talk, counted from the start")), axis=alt.Axis(labelAngle=0))
    )
    scale = alt.Scale(domain=[0, 100])
    low = alt.Y("low:Q", title=speak(say("% of the pairs")), scale=scale)
    band = base.encode(y=low, y2="high:Q").mark_bar(color=BLUE, opacity=0.25)
    dots = base.encode(y=low).mark_point(color=BLUE, filled=True, size=60)
    first, last = points[0], points[-1]
    finding = say(
        "The first talk was held by {first}% of the pairs, talk {n} by {last}%.",
        first=_span(first[1], first[2]),
        n=last[0],
        last=_span(last[1], last[2]),
    )
    return framed(band + dots, finding, speak, width=640, height=200)


def drop_off_table(found: Sequence[TalkBounds], speak: Speaker) -> Markup:
    """The same as numbers, also of talks that were due for few pairs."""
    heads = say("Talk"), say("Pairs"), *_PARTS.values()
    rows = ((number, one.planned, one.held, one.not_held, one.unknown) for number, one in enumerate(found, 1))
    return html_table(heads, rows, speak)


def _span(low: int, high: int) -> Message | int:
    return low if low == high else say("{low} to {high}", low=low, high=high)


def _bars(found: Mapping[date, TalkBounds], names: Mapping[str, str], counted: str) -> alt.LayerChart:
    """The bars of the months, with how many talks were planned above each."""
    rows = [
        (month, names[part], place, getattr(bounds, part), bounds.planned)
        for month, bounds in found.items()
        for place, part in enumerate(names)
    ]
    schema = {"month": pl.Date, "part": pl.String, "place": pl.Int64, "talks": pl.Int64, "all": pl.Int64}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    scale = alt.Scale(domain=list(names.values()), range=list(_COLOURS))
    month = alt.X("yearmonth(month):O", title=None, axis=alt.Axis(format="%-m-%Y", labelAngle=0))
    bars = alt.Chart(frame).encode(
        x=month,
        y=alt.Y("sum(talks):Q", title=counted),
        color=alt.Color("part:N", title=None, scale=scale, legend=alt.Legend(orient="top")),
        order=alt.Order("place:Q"),
    )
    over = alt.Chart(frame).encode(x=month, y=alt.Y("max(all):Q"), text=alt.Text("max(all):Q"))
    both: alt.LayerChart = bars.mark_bar(stroke=INK, strokeWidth=0.5) + over.mark_text(color=INK, dy=-6)
    return both
