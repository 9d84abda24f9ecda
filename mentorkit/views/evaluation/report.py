"""The report for the board: the four answers, what is behind them, what nobody knows, and lessons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import polars as pl
from markupsafe import Markup

from mentorkit.evaluation.costs import Costs
from mentorkit.evaluation.disclosure import FEWEST, Counts, Hidden, hidden_cells
from mentorkit.evaluation.levels import Evaluation, Measure
from mentorkit.evaluation.results import PLANNED
from mentorkit.model import Lesson
from mentorkit.text import Message, Speaker, say
from mentorkit.views.evaluation.answers import (
    GROUPS,
    INTERVAL,
    MEASURE_HEADS,
    QUESTIONS,
    answers,
    measure_rows,
    not_known,
)
from mentorkit.views.evaluation.figures import interval_drawing, interval_of
from mentorkit.views.evaluation.results import COST, cost_lines
from mentorkit.views.printed import printed_page
from mentorkit.views.table import html_table, plain_list

_SECTION = Markup("<section><h2>{}</h2>{}{}</section>")
UP_OR_DOWN = say("-1 to +1 point")
"""Above the drawings of intervals."""

_ENDS = (say("as planned"), say("earlier than planned"), say("still together"))


@dataclass(frozen=True)
class ReportPart:
    """One part of the report: a title, sentences, and perhaps a table, with an interval for some rows."""

    title: Message
    lines: Sequence[Message | str] = ()
    heads: Sequence[Message] = ()
    rows: Sequence[Sequence[str]] = ()
    intervals: Sequence[tuple[float, float, float] | None] = ()


def report_title(programme: str) -> Message:
    """What stands on top of the report."""
    return say("Evaluation of {programme}", programme=programme)


def report_parts(
    evaluation: Evaluation,
    lessons: Sequence[Lesson],
    today: date,
    speak: Speaker,
    costs: Costs | None = None,
) -> Iterator[ReportPart]:
    """The report part by part; nothing in it tells of fewer than five people, also not by subtracting."""
    counts, hides = _ended(evaluation.pairs)
    shared = told_outside(evaluation)
    yield ReportPart(say("In short"), [say("As known on {day}.", day=today), INTERVAL])
    for title, lines in answers(shared, goes_out=True):
        yield ReportPart(title, lines)
    for question, title in QUESTIONS.items():
        rows = [*measure_rows(shared, question, speak, goes_out=True)]
        intervals = [interval_of(one) for one in shared.of(question)]
        yield ReportPart(say("Numbers: {question}", question=title), (), MEASURE_HEADS, rows, intervals)
    yield _endings(counts, hides, speak)
    if costs and counts.sum() >= FEWEST:
        yield ReportPart(COST, [*cost_lines(costs, goes_out=bool(hides.any()))])
    yield ReportPart(say("What we do not know"), [*not_known(shared)])
    if lessons:
        yield ReportPart(say("For the next round"), [one.text for one in lessons])


def printed_report(title: Message, parts: Sequence[ReportPart], speak: Speaker) -> str:
    """The report as a page of its own that asks for nothing from outside."""
    drawn = Markup("").join(_drawn(part, speak) for part in parts)
    body = Markup('<main class="report"><h1>{}</h1>{}</main>').format(speak(title), drawn)
    return printed_page(title, body, speak)


def _drawn(part: ReportPart, speak: Speaker) -> Markup:
    heads, rows = [*part.heads], [[*row] for row in part.rows]
    if any(part.intervals):
        heads.append(UP_OR_DOWN)
        drawn = (
            interval_drawing(*one, row[-1]) if one else ""
            for one, row in zip(part.intervals, rows, strict=True)
        )
        rows = [[*row, drawing] for row, drawing in zip(rows, drawn, strict=True)]
    table = html_table(heads, rows, speak) if rows else Markup("")
    said = plain_list(map(speak.write, part.lines)) if part.lines else Markup("")
    return _SECTION.format(speak(part.title), said, table)


def told_outside(evaluation: Evaluation) -> Evaluation:
    """The same without what gives away fewer than five people, in one file or beside another."""
    if _ended(evaluation.pairs)[1].any():
        kept = tuple(replace(one, claim=None) if one.key == "early" else one for one in evaluation.measures)
        evaluation = replace(evaluation, measures=kept, pairs=evaluation.pairs.clear())
    return _without_few(evaluation)


def _without_few(evaluation: Evaluation) -> Evaluation:
    """The same without numbers of a personnel list that tell of fewer than five when they stand together.

    Two shares of the same people are not both told when fewer than five make the difference between them;
    those of all with mentoring, after the longest time, go first. Two groups are only compared where the
    shares of both are told, and not as a bound.
    """
    order, told = [*GROUPS], dict[tuple[object, ...], Measure]()
    listed = [one for one in evaluation.measures if one.group]
    for one in sorted(listed, key=lambda one: (order.index(one.group or "mentee"), -(one.months or 0))):
        alike = [other for other in told.values() if other.key == one.key]
        if one.group == "beside":
            both = [other for other in alike if other.months == one.months and other.group != "completed"]
            is_safe = len(both) == 2 and all(min(_yes_and_no(of)) >= FEWEST for of in both)
        else:
            is_safe = not any(_differ_by_few(one, other) for other in alike)
        if is_safe:
            told[one.key, one.group, one.months] = one
    kept = (
        replace(one, claim=None) if one.group and (one.key, one.group, one.months) not in told else one
        for one in evaluation.measures
    )
    return replace(evaluation, measures=tuple(kept))


def _yes_and_no(measure: Measure) -> tuple[int, int]:
    yes = int(measure.rows["after"].sum())
    return yes, measure.n - yes


def _differ_by_few(one: Measure, other: Measure) -> bool:
    """Whether who knows both shares knows of one to four people more than that they are in both."""
    if one.rows.join(other.rows, on="who", how="semi").is_empty():
        return False
    sizes = zip(_yes_and_no(one), _yes_and_no(other), strict=True)
    return any(0 < abs(size - more) < FEWEST for size, more in sizes)


def _ended(pairs: pl.DataFrame) -> tuple[Counts, Hidden]:
    """How many pairs ended in each way, and which numbers are hidden with what would give them away."""
    ended = (pairs["cause"] == PLANNED).sum(), pairs["cause"].is_in(["", PLANNED]).not_().sum()
    counts = np.array([*ended, pairs.height - sum(ended)], dtype=np.int64)
    return counts, hidden_cells(counts)[0]


def _endings(counts: Counts, hides: Hidden, speak: Speaker) -> ReportPart:
    """How many pairs ended in which way; nothing is shown of fewer than five pairs."""
    pairs = int(counts.sum())
    if pairs < FEWEST:
        return ReportPart(say("How pairs ended"), [say("Fewer than five pairs: nothing is shown.")])
    rows = [
        (speak(name), "–" if hide else speak.write(int(n)))
        for name, n, hide in zip(_ENDS, counts, hides, strict=True)
    ]
    rows.append((speak(say("all pairs")), speak.write(pairs)))
    hint = say("A dash stands for numbers under five, and for what would give these away.")
    note = [hint] if any(hides) else []
    return ReportPart(say("How pairs ended"), note, (say("End"), say("Pairs")), rows)
