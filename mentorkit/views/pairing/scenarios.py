"""Plans side by side: a table with the best of each row, and a chart of those that nothing beats."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan

import altair as alt
import numpy as np
import polars as pl
from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching.aims import AIMS
from mentorkit.matching.insight.scenarios import CURRENT, STABLE, Measures, Plan, non_dominated
from mentorkit.text import Message, Speaker, say, say_count
from mentorkit.views.chart import BLUE, INK, framed
from mentorkit.views.table import each

STABLE_NAME = say("Stable")
STABLE_REASON = say(
    "Nobody can improve by swapping: there is no mentee and mentor who would both rather have each other. "
    "It follows what people ask for most closely, and can have fewer points or fewer people placed."
)
"""What the stable plan is."""

_LONGEST_LABEL = 40

_TABLE = Markup(
    '<table class="mk-table mk-compare"><caption class="mk-quiet" style="text-align: left">{}</caption>'
    "<thead><tr><td></td>{}</tr></thead><tbody>{}</tbody></table>"
)


@dataclass(frozen=True)
class _Line:
    """One row of the table: a value per plan, and whether more or less of it is better."""

    label: Message
    value: Callable[[Measures], float]
    sign: int
    digits: int = 0
    is_always_shown: bool = True


_LINES = (
    _Line(say("Mentees placed"), lambda one: one.placed, 1),
    _Line(say("Total of the points"), lambda one: one.total * 100, 1),
    _Line(say("Points per pair, on average"), lambda one: one.mean * 100, 1, 1),
    _Line(say("Lowest pair"), lambda one: one.worst * 100, 1, 1),
    _Line(
        say("The 10% with the weakest pair: share of their best score, in %"),
        lambda one: one.fairness * 100,
        1,
        1,
    ),
    _Line(say("Mentees and mentors who would rather have each other"), lambda one: one.blocking, -1),
    _Line(say("Mentees with another mentor than now"), lambda one: one.changed, -1),
    _Line(say("Pairs that break a condition that is on now"), lambda one: one.unlawful, -1, 0, False),
)


def plan_names(plans: Sequence[Plan], snapshot: Snapshot, speak: Speaker) -> Mapping[str, str]:
    """What to call each plan, by its key; a name given by hand that is one of ours too is put in quotes."""
    messages: dict[str, Message] = {CURRENT: say("Current proposal"), STABLE: STABLE_NAME}
    messages |= {aim.key: aim.label for aim in AIMS}
    ours = {key: speak(label) for key, label in messages.items()}
    given = {one.id: f"“{one.name}”" if one.name in ours.values() else one.name for one in snapshot.scenarios}
    return {plan.key: ours.get(plan.key) or given.get(plan.key, plan.key) for plan in plans}


def plans_table(plans: Sequence[Plan], names: Mapping[str, str], speak: Speaker) -> Markup:
    """A column per plan, a row per measure; the best of a row is bold and says so to a screen reader."""
    caption = say_count(
        "One mentee. Every proposal is measured with the weights and conditions that are set now; the"
        " best of each row is bold.",
        "{n} mentees. Every proposal is measured with the weights and conditions that are set now; "
        "the best of each row is bold.",
        plans[0].measures.mentees,
    )
    heads = each(Markup('<th scope="col">{}</th>'), (names[plan.key] for plan in plans))
    shown = (
        line for line in _LINES if line.is_always_shown or any(line.value(plan.measures) for plan in plans)
    )
    rows = Markup("").join(_row(line, plans, speak) for line in shown)
    return _TABLE.format(speak(caption), heads, rows)


def finding(plans: Sequence[Plan], names: Mapping[str, str]) -> Message:
    """What the comparison shows, in one sentence; `plans` are those that nothing beats."""
    most = max(plans, key=lambda plan: plan.measures.total)
    lowest = max(plans, key=lambda plan: np.nan_to_num(plan.measures.worst))
    if np.isclose(most.measures.worst, lowest.measures.worst, equal_nan=True):
        return say(
            "‘{plan}’ has the most points, and no other proposal has a better lowest pair.",
            plan=names[most.key],
        )
    return say(
        "‘{most}’ has the most points; ‘{lowest}’ lifts the lowest pair from {before} to {after} points.",
        most=names[most.key],
        lowest=names[lowest.key],
        before=round(np.nan_to_num(most.measures.worst) * 100),
        after=round(lowest.measures.worst * 100),
    )


def plans_chart(plans: Sequence[Plan], names: Mapping[str, str], speak: Speaker) -> alt.LayerChart | None:
    """Total against lowest pair of the plans that no other plan beats; None with fewer than two points.

    Plans at the same point share one dot and one label. The size of a dot is the number placed.
    """
    mask = non_dominated([one.measures for one in plans])
    best = [plan for plan, is_best in zip(plans, mask, strict=True) if is_best]
    dots = _dots(best, names, speak)
    if dots.height < 2:
        return None
    return framed(_labelled(dots, speak), finding(best, names), speak, width=620, height=240)


def _labelled(dots: pl.DataFrame, speak: Speaker) -> alt.LayerChart:
    """Dots with their labels above them, and room at the sides for long ones."""
    base = alt.Chart(dots).encode(
        x=alt.X(
            "total:Q",
            title=speak(say("Total of the points")),
            axis=alt.Axis(format=",d"),
            scale=alt.Scale(zero=False, padding=130),
        ),
        y=alt.Y(
            "worst:Q",
            title=speak(say("Lowest pair, points of 100")),
            axis=alt.Axis(format="d", tickMinStep=1),
            scale=alt.Scale(zero=False, padding=30),
        ),
    )
    size = alt.Size("placed:Q", legend=None, scale=alt.Scale(zero=False, range=[60, 240]))
    marks = base.mark_circle(color=BLUE, opacity=1).encode(size=size)
    labels = base.mark_text(dy=-14, color=INK).encode(text="label:N")
    chart: alt.LayerChart = marks + labels
    return chart


def _row(line: _Line, plans: Sequence[Plan], speak: Speaker) -> Markup:
    values = [round(line.value(plan.measures), line.digits) for plan in plans]
    known = [value * line.sign for value in values if not isnan(value)]
    is_telling = len(set(known)) > 1
    cells = Markup("").join(
        _cell(value, is_telling and value * line.sign == max(known), line.digits, speak) for value in values
    )
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(speak(line.label), cells)


def _cell(value: float, is_best: bool, digits: int, speak: Speaker) -> Markup:
    text = "–" if isnan(value) else speak.write(round(value, digits) if digits else round(value))
    if not is_best:
        return Markup("<td>{}</td>").format(text)
    return Markup('<td><strong title="{}">{}</strong></td>').format(speak(say("best of this row")), text)


def _dots(plans: Sequence[Plan], names: Mapping[str, str], speak: Speaker) -> pl.DataFrame:
    points: dict[tuple[float, float, int], list[str]] = {}
    for plan in plans:
        one = plan.measures
        place = (round(one.total * 100), round(float(np.nan_to_num(one.worst)) * 100, 1), one.placed)
        points.setdefault(place, []).append(_short(names[plan.key]))
    rows = [
        (*place, speak(say("{plans}: {n} placed", plans=called, n=place[-1])))
        for place, called in points.items()
    ]
    schema = {"total": pl.Int64, "worst": pl.Float64, "placed": pl.Int64, "label": pl.String}
    return pl.DataFrame(rows, schema, orient="row")


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1]}…"
