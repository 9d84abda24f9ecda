"""The report for the board: nothing to be worked out of it, nothing from outside, the same in a document."""

import io
from datetime import date
from typing import Any

import pytest
from docx import Document

from mentorkit.documents.evaluation_report import report_document
from mentorkit.model import Lesson
from mentorkit.text import LANGUAGES, speaker
from mentorkit.views.evaluation.report import _without_few, printed_report, report_parts, report_title
from tests.views.pages.evaluated import COSTS, employed, round_told

TODAY = date(2027, 6, 1)
LESSONS = [Lesson(id="1", theme="start", text="Begin <earlier>", noted_on=TODAY)]


def told(language: Any, **more: int) -> tuple[str, bytes]:
    speak = speaker(language)
    parts = [*report_parts(round_told(**more), LESSONS, TODAY, speak, COSTS)]
    title = report_title("Noord")
    return printed_report(title, parts, speak), report_document(title, parts, speak)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_what_the_page_says(language: Any):
    page, document = told(language)
    read = Document(io.BytesIO(document))
    lines = [one.text.removeprefix("– ") for one in read.paragraphs]
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    for text in filter(None, [*lines, *cells]):
        assert text.replace("<", "&lt;").replace(">", "&gt;") in page


def test_the_page_asks_for_nothing_from_outside_and_names_nobody():
    page, _ = told("en")
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "//" not in page
    assert "mentee1" not in page


@pytest.mark.parametrize(("early", "going"), [(1, 0), (4, 0), (0, 3), (2, 8), (28, 0), (6, 23)])
def test_few_endings_cannot_be_worked_out(early: int, going: int):
    speak = speaker("en")
    parts = [*report_parts(round_told(early=early, going=going), LESSONS, TODAY, speak, COSTS)]
    (ends,) = [one for one in parts if speak(one.title) == "How pairs ended"]
    assert sum(cells[1] == "–" for cells in ends.rows) >= 2
    said = " ".join(speak.write(line) for part in parts for line in part.lines)
    assert "Ended early" not in said
    assert "still together;" not in said
    assert [row[3] for part in parts for row in part.rows if row[0] == "Ended early"] == ["too few to show"]


@pytest.mark.parametrize(
    ("left", "completed", "told"),
    [
        (8, 10, {("mentee", 12), ("mentee", 6), ("completed", 12), ("completed", 6), ("beside", 12)}),
        (8, 19, {("mentee", 12), ("mentee", 6), ("beside", 12)}),
        (2, 10, {("mentee", 12)}),
    ],
)
def test_two_shares_of_a_personnel_list_do_not_tell_of_few_together(
    left: int, completed: int, told: set[Any]
):
    shown = _without_few(round_told(staff=employed(left, completed))).measures
    found = {(one.group, one.months) for one in shown if one.key == "stayed" and one.claim}
    assert found - {("other", 6), ("other", 12)} == told
