"""A figure for each measure: a dot for each person, and the interval of all of them together."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import altair as alt
import polars as pl
from markupsafe import Markup

from mentorkit.evaluation.levels import AS_EXPECTED, FAVOURABLE, Measure
from mentorkit.text import Speaker, say
from mentorkit.views.chart import BLUE, INK, framed
from mentorkit.views.evaluation.answers import answered_by, found

_AGREE = dict.fromkeys(("satisfied", "applies", "bond"), FAVOURABLE)
_LIMIT = {**_AGREE, "recommends": 9, "attained": AS_EXPECTED}
"""From which value somebody counts as one of the share."""

_ENDS = {**dict.fromkeys(_AGREE, [1, 5]), "recommends": [0, 10]}
_AXIS = {"attained": say("points; 50 is as hoped")}
_SVG = Markup(
    '<svg viewBox="0 0 120 18" width="120" height="18" role="img" aria-label="{label}">'
    '<line x1="60" x2="60" y1="1" y2="17" stroke="#57606a" stroke-dasharray="3 3"/>'
    '<line x1="{low}" x2="{high}" y1="9" y2="9" stroke="#0072B2" stroke-width="5"/>'
    '<circle cx="{at}" cy="9" r="4" fill="#1b1f24"/></svg>'
)
_WIDEST = 1.0
"""Points up or down at the ends of an interval on paper."""


def people_chart(measure: Measure, speak: Speaker) -> alt.LayerChart | None:
    """A dot for each person over the change, or over the score, with the interval below; the title tells it.

    None where nothing is told, and where there are no points to show.
    """
    claim = measure.claim
    is_change = claim is not None and claim.kind == "change"
    if claim is None or not (is_change or measure.key in _LIMIT):
        return None
    shown = say("{who}: {found}; n = {n}", who=answered_by(measure), found=found(measure), n=claim.n)
    titled = say("change, in points") if is_change else _AXIS.get(measure.key, say("points"))
    dots = pl.DataFrame([*_dots(measure, is_change=is_change)], schema=["value", "place"], orient="row")
    scale = alt.Scale(zero=False, domain=_ENDS.get(measure.key, alt.Undefined))
    base = alt.Chart(dots).encode(
        x=alt.X("value:Q", title=speak(titled), scale=scale, axis=alt.Axis(tickMinStep=0.2, tickCount=8)),
        y=alt.Y("place:Q", axis=None, scale=alt.Scale(zero=False)),
    )
    layers = [base.mark_point(color=BLUE, filled=True, size=45, opacity=0.8), _line(measure)]
    if ends := interval_of(measure):
        layers += _interval(*ends)
    return framed(alt.LayerChart(layer=layers), shown, speak, width=560, height=150)


def interval_of(measure: Measure) -> tuple[float, float, float] | None:
    """The low end of a change, the change and its high end, in points; None for other measures."""
    claim = measure.claim
    if claim is None or claim.kind != "change" or claim.low is None or claim.high is None:
        return None
    return claim.low, claim.estimate, claim.high


def interval_drawing(low: float, at: float, high: float, label: str) -> Markup:
    """An interval as a drawing that needs no script, from one point down to one point up."""
    ends = {"low": low, "high": high, "at": at}
    places = {name: round(60 + 54 * max(-1.0, min(1.0, end / _WIDEST))) for name, end in ends.items()}
    return _SVG.format(label=label, **places)


def _dots(measure: Measure, *, is_change: bool) -> Iterator[tuple[float, int]]:
    """Where each person stands: people of the same value one above the other."""
    seen: Counter[float] = Counter()
    for before, after in measure.rows.select("before", "after").rows():
        if after is not None:
            value = round(after - before if is_change else after, 2)
            yield value, seen[value]
            seen[value] += 1


def _line(measure: Measure) -> Any:
    """Where nothing changed, or from where somebody counts."""
    at = pl.DataFrame({"at": [float(_LIMIT.get(measure.key, 0))]})
    return alt.Chart(at).mark_rule(color=INK, strokeDash=[3, 3]).encode(x="at:Q")


def _interval(low: float, at: float, high: float) -> tuple[Any, Any]:
    ends = pl.DataFrame([{"low": low, "high": high, "at": at, "place": -1.2}])
    base = alt.Chart(ends).encode(y="place:Q")
    mean = base.mark_point(color=INK, filled=True, size=90, shape="diamond").encode(x="at:Q")
    return base.mark_rule(color=INK, strokeWidth=3).encode(x="low:Q", x2="high:Q"), mean
