"""The tab Standards: where the programme stands in its own judgement, and the pack that goes out."""

from io import BytesIO

import pytest
from docx import Document

from mentorkit.documents.evaluation_report import report_document
from mentorkit.evaluation.standards import AWARDS, Reached, lacking
from mentorkit.questions.guidance import points
from mentorkit.text import LANGUAGES, say, speaker
from mentorkit.ui.evaluation.evaluated import Evaluated
from mentorkit.ui.evaluation.standards import standards_panel
from mentorkit.ui.frame.desk import Desk
from mentorkit.views.evaluation.standards import ELEMENTS, EMCC, standards_pack
from mentorkit.views.programme.checklist import checked_points
from tests.ui.pages import page_of, words
from tests.ui.test_desk import START
from tests.workflows.started import started, stored_start


def test_every_point_belongs_to_standards_that_are_known_and_every_standard_has_points():
    assert {key for one in points() for key in one.emcc} == {*EMCC}
    assert {one.element for one in points()} - {""} == {*ELEMENTS}


@pytest.mark.parametrize(
    ("met", "each", "twice", "lacks"),
    [(70, (6, 6), 0, 0), (69, (6, 6), 0, 1), (90, (6, 5), 0, 1), (60, (0, 0), 3, 10), (90, (0, 0), 3, 9)],
)
def test_what_is_lacking_is_of_all_points_and_of_each_standard(met, each, twice, lacks):
    standards = dict(zip("ab", (Reached(one, 10) for one in each), strict=True))
    assert lacking(Reached(met, 100), standards, twice, "bronze") == lacks
    assert lacking(Reached(100, 100), {"a": Reached(10, 10)}, 0, "gold") == 0
    assert [*AWARDS] == ["bronze", "silver", "gold"]


def test_the_tab_says_that_it_is_unofficial_and_leads_to_the_evidence(tmp_path):
    desk = Desk(stored_start(tmp_path / "p.mentorkit"), now=lambda: START, language="en")
    shown = standards_panel(page_of(desk), Evaluated(desk.snapshot, desk.today())).text
    assert "no accreditation" in words(shown)
    assert "For gold (90% of all points" in words(shown)
    assert "/framework/" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pack_has_every_point_with_what_proves_it(language):
    speak, found = speaker(language), checked_points(started())
    pack = Document(BytesIO(report_document(say("Standards"), [*standards_pack(found, speak)], speak)))
    told = {cell.text for table in pack.tables for row in table.rows for cell in row.cells}
    assert {speak.wording(one.point.wording) for one in found if one.point.emcc} <= told
