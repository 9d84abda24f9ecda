"""What goes to the board: the report as a page or a document, and every measure as data."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from mentorkit.documents.evaluation_report import report_document
from mentorkit.evaluation.costs import Costs
from mentorkit.evaluation.levels import Evaluation, Measure
from mentorkit.frames import Snapshot
from mentorkit.model import Lesson
from mentorkit.text import Message, Speaker
from mentorkit.views.evaluation.answers import QUESTIONS, answers, measure_lines, not_known
from mentorkit.views.evaluation.report import ReportPart, printed_report, report_parts, report_title
from mentorkit.views.evaluation.results import COST, cost_lines
from mentorkit.workflows.evaluation.costs import round_costs


def board_page(snapshot: Snapshot, evaluation: Evaluation, today: date, speak: Speaker) -> bytes:
    """The report as one page of HTML, to open, to print and to send."""
    return printed_report(*_report(snapshot, evaluation, today, speak), speak).encode()


def board_document(snapshot: Snapshot, evaluation: Evaluation, today: date, speak: Speaker) -> bytes:
    """The report as a .docx, to write on in."""
    return report_document(*_report(snapshot, evaluation, today, speak), speak)


def board_lines(evaluation: Evaluation, costs: Costs) -> Iterator[Message]:
    """Each question with its answers, what it cost, and what nobody knows; for the coordinator."""
    for title, lines in (*answers(evaluation), (COST, cost_lines(costs))):
        yield title
        yield from lines
    yield from not_known(evaluation)


def evaluation_json(evaluation: Evaluation, costs: Costs, speak: Speaker) -> dict[str, Any]:
    """Every measure with its number, interval and what may be said, None for too few people; and costs."""
    return {
        "questions": {question: speak(title) for question, title in QUESTIONS.items()},
        "measures": [_measure_json(one, speak) for one in evaluation.measures],
        "costs": {**asdict(costs), "per_pair": costs.per_pair, "said": [*map(speak, cost_lines(costs))]},
        "not_known": [*map(speak, not_known(evaluation))],
    }


def _measure_json(measure: Measure, speak: Speaker) -> Mapping[str, Any]:
    asked, claim = measure.asked, measure.claim
    of: dict[str, Any] = {"group": measure.group, "months": measure.months} if measure.group else {}
    if asked:
        of = {"role": asked.role, "of": asked.of, "since": asked.since, "until": asked.until}
    told = {**asdict(claim), "verb": claim.verb, "direction": claim.direction} if claim else {"n": None}
    said = [*map(speak, measure_lines(measure))]
    return {"measure": measure.key, "question": measure.question, **of, **told, "said": said}


def _report(
    snapshot: Snapshot, evaluation: Evaluation, today: date, speak: Speaker
) -> tuple[Message, list[ReportPart]]:
    costs = round_costs(snapshot, evaluation, today)
    parts = report_parts(evaluation, snapshot.rows(Lesson), today, speak, costs)
    return report_title(snapshot.programme.name), [*parts]
